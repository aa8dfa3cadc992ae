using System.Globalization;
using System.Text.RegularExpressions;

namespace CorridorTwin.Scenarios.Inputs;

/// <summary>A number with its unit, as written.</summary>
/// <param name="Number">The number.</param>
/// <param name="Unit">The unit; empty for a bare number.</param>
public readonly partial record struct Quantity(double Number, string Unit)
{
    /// <summary>What is wrong with a text that is no quantity of a family.</summary>
    /// <param name="Message">The fault.</param>
    /// <param name="Nearest">A unit that looks like the one given.</param>
    public sealed record Fault(Bilingual Message, string? Nearest = null);

    /// <summary>Reads "8 min", "5 %", "0.96 USD/L".</summary>
    /// <returns>Null if it was read, else what is wrong.</returns>
    public static Fault? TryRead(string text, UnitFamily family, out Quantity quantity)
    {
        quantity = default;
        string trimmed = text.Trim();
        if (DecimalComma().IsMatch(trimmed)) return new Fault(Wording.Comma);
        if (NotFinite().IsMatch(trimmed)) return new Fault(new("no es un número finito", "not a finite number"));
        Match match = NumberAndUnit().Match(trimmed);
        if (!match.Success) return new Fault(new("no es un número con unidad", "not a number with a unit"));
        double number = double.Parse(match.Groups[1].ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (!double.IsFinite(number)) return new Fault(new("no es un número finito", "not a finite number"));
        string unit = match.Groups[2].Value;
        if (family.FactorOf(unit) is null)
        {
            if (unit.Length == 0) return new Fault(new("falta la unidad", "unit missing"));
            if (family.Units[0].Unit.Length == 0) return new Fault(new($"unidad '{unit}' inesperada", $"unit '{unit}' not expected"));
            return new Fault(
                new($"la unidad '{unit}' no mide {family.Name.Es}", $"unit '{unit}' does not measure {family.Name.En}"),
                Nearest.To(unit, family.Units.Select(u => u.Unit)) is { } near ? $"{match.Groups[1].Value} {near}" : null);
        }
        quantity = new Quantity(number, unit);
        return null;
    }

    /// <summary>The number in the model's unit.</summary>
    public double In(UnitFamily family) => Number * (family.FactorOf(Unit) ?? throw new InvalidOperationException($"No unit '{Unit}' in {family.Name.En}."));

    /// <inheritdoc/>
    public override string ToString() => (Number.ToString("R", CultureInfo.InvariantCulture) + " " + Unit).TrimEnd();

    [GeneratedRegex(@"^([+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)\s*([^0-9\s.,+-].*)?$")]
    private static partial Regex NumberAndUnit();

    [GeneratedRegex(@"^[+-]?[0-9]+,[0-9]+")]
    private static partial Regex DecimalComma();

    [GeneratedRegex(@"^[+-]?\.?(?:nan|inf|infinity|∞)\b", RegexOptions.IgnoreCase)]
    private static partial Regex NotFinite();
}
