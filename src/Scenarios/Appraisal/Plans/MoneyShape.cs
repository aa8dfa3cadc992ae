using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CorridorTwin.Scenarios.Inputs;

namespace CorridorTwin.Scenarios.Appraisal.Plans;

/// <summary>An amount of money in the one currency an appraisal is in. Another currency is refused by its name: nothing is converted behind a reader's back.</summary>
/// <param name="units">USD, per year or not.</param>
public sealed partial class MoneyShape(UnitFamily units) : FigureShape(units)
{
    /// <summary>The currency: that of the baseline's unit values.</summary>
    public const string Currency = "USD";

    /// <summary>Amounts, in millions.</summary>
    public static MoneyShape Amount { get; } = new(new UnitFamily(new("un monto", "an amount"), "35 M USD", [("M USD", 1), ("USD", 1e-6)])) { Least = 0, Most = 100_000 };

    /// <summary>Amounts per year, in millions.</summary>
    public static MoneyShape Yearly { get; } = new(new UnitFamily(new("un monto anual", "a yearly amount"), "0.3 M USD/year", [("M USD/year", 1), ("USD/year", 1e-6)])) { Least = 0, Most = 100_000 };

    /// <inheritdoc/>
    public override Bilingual Kind => Units.Expected;

    /// <inheritdoc/>
    protected override Quantity? CheckValue(ScalarNode scalar, string path, Checking context)
    {
        if (OtherCurrency().Match(scalar.Value) is { Success: true } match && match.Groups[1].Value != Currency)
        {
            context.Problems.Add(scalar, path, new($"monedas mezcladas: '{match.Groups[1].Value}' en un plan en {Currency}; conviértalo al tipo de cambio del año de los precios y anótelo", $"mixed currencies: '{match.Groups[1].Value}' in a plan in {Currency}; convert it at the exchange rate of the price year and note it"), Units.Expected);
            return null;
        }
        return CheckQuantity(scalar, scalar.Value, path, context);
    }

    /// <inheritdoc/>
    protected override JsonObject ValueSchema() => new() { ["type"] = "string", ["examples"] = new JsonArray(Units.Example) };

    [GeneratedRegex(@"\b([A-Z]{3})\b")]
    private static partial Regex OtherCurrency();
}
