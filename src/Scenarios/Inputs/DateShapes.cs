using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CorridorTwin.Simulation.Calendars;

namespace CorridorTwin.Scenarios.Inputs;

/// <summary>When a holiday begins: <c>12-25</c> each year, <c>2024-10-03</c> once, or counted from Easter Sunday: <c>easter -3</c>.</summary>
public sealed partial class DayRuleShape : Shape
{
    private const int FarthestFromEaster = 100;

    /// <inheritdoc/>
    public override Bilingual Kind { get; } = new(
        "un día como '12-25' cada año, '2024-10-03' una vez, o 'easter -3' desde el domingo de Pascua",
        "a day such as '12-25' each year, '2024-10-03' once, or 'easter -3' from Easter Sunday");

    /// <summary>The rule. The node must have been checked.</summary>
    public static DayRule Read(InputNode node) => TryRead(((ScalarNode)node).Value, out DayRule? rule) is null ? rule! : throw new InvalidOperationException("The day was not checked.");

    /// <inheritdoc/>
    public override void Check(InputNode node, string path, Checking context)
    {
        if (node is not ScalarNode { Value.Length: > 0 } scalar) WrongKind(node, path, context);
        else if (TryRead(scalar.Value, out _) is { } fault) context.Problems.Add(node, path, fault.Message, Kind, fault.Nearest);
    }

    /// <inheritdoc/>
    protected override JsonObject Describe(SchemaPen pen) => new()
    {
        ["type"] = "string",
        ["pattern"] = "^([0-9]{4}-)?[0-9]{2}-[0-9]{2}$|^easter( [+-] ?[0-9]{1,3})?$",
        ["examples"] = new JsonArray("12-25", "2024-10-03", "easter -3"),
    };

    private static (Bilingual Message, string? Nearest)? TryRead(string text, out DayRule? rule)
    {
        rule = null;
        if (EasterForm().Match(text.Trim()) is { Success: true } easter)
        {
            int days = easter.Groups[2].Success ? int.Parse(easter.Groups[2].Value, CultureInfo.InvariantCulture) * (easter.Groups[1].Value == "-" ? -1 : 1) : 0;
            rule = new DayRule.FromEaster(days);
            return Math.Abs(days) <= FarthestFromEaster ? null : (new("demasiado lejos de la Pascua", "too far from Easter"), $"easter {Math.Sign(days) * FarthestFromEaster:+0;-0}");
        }
        if (DayForm().Match(text.Trim()) is not { Success: true } match) return (new("no es un día", "not a day"), null);
        bool once = match.Groups[1].Success;
        // A day of every year may be 29 February: it then comes in leap years.
        int year = once ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : 2024;
        if (Dates.Of(year, match.Groups[2].Value, match.Groups[3].Value, out DateOnly date) is { } fault) return (fault, once ? Dates.Text(date) : Dates.Text(date)[5..]);
        rule = once ? new DayRule.Once(date) : new DayRule.Yearly(date.Month, date.Day);
        return null;
    }

    [GeneratedRegex(@"^easter(?:\s*([+-])\s*([0-9]{1,3}))?$")]
    private static partial Regex EasterForm();

    [GeneratedRegex("^(?:([0-9]{4})-)?([0-9]{1,2})-([0-9]{1,2})$")]
    private static partial Regex DayForm();
}

/// <summary>The Monday on which a period begins: <c>2024-12-02</c>.</summary>
public sealed class MondayShape : Shape
{
    /// <inheritdoc/>
    public override Bilingual Kind => Periods.Expected;

    /// <summary>The date. The node must have been checked.</summary>
    public static DateOnly Read(InputNode node) => Periods.TryRead(((ScalarNode)node).Value, out DateOnly date) is null ? date : throw new InvalidOperationException("The date was not checked.");

    /// <inheritdoc/>
    public override void Check(InputNode node, string path, Checking context)
    {
        if (node is not ScalarNode { Value.Length: > 0 } scalar) WrongKind(node, path, context);
        else if (Periods.TryRead(scalar.Value, out DateOnly nearest) is { } fault) context.Problems.Add(node, path, fault, Kind, nearest == default ? null : Dates.Text(nearest));
    }

    /// <inheritdoc/>
    protected override JsonObject Describe(SchemaPen pen) => new() { ["type"] = "string", ["pattern"] = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", ["examples"] = new JsonArray("2024-12-02") };
}
