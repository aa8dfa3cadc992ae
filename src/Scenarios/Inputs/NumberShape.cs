using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CorridorTwin.Scenarios.Inputs;

/// <summary>One number with a unit.</summary>
public sealed class NumberShape(UnitFamily units) : FigureShape(units)
{
    /// <summary>Only whole numbers.</summary>
    public bool Integer { get; init; }

    /// <inheritdoc/>
    public override bool IsWhole => Integer;

    /// <summary>A bare fact such as a year: no figure, without source or range.</summary>
    public bool Fact { get; init; }

    /// <summary>A word that stands for no limit at all (read as null); null if there is none.</summary>
    public string? Unlimited { get; init; }

    /// <summary>A share of a whole, 0 to 100 %.</summary>
    public static NumberShape Share { get; } = new(UnitFamily.Share) { SchemaName = "share", Least = 0, Most = 1 };

    /// <summary>A length of time, zero or more.</summary>
    public static NumberShape Duration { get; } = new(UnitFamily.Duration) { SchemaName = "duration", Least = 0, Most = 366 * 1440 };

    /// <summary>Vehicles per day.</summary>
    public static NumberShape Flow { get; } = new(UnitFamily.Flow) { SchemaName = "flow", Least = 0, Most = 100_000 };

    /// <summary>A whole bare number.</summary>
    public static NumberShape Count(int least, int most) => new(UnitFamily.Bare) { Least = least, Most = most, Integer = true };

    /// <inheritdoc/>
    public override Bilingual Kind => Unlimited is null ? Units.Expected : new($"{Units.Expected.Es}, o '{Unlimited}'", $"{Units.Expected.En}, or '{Unlimited}'");

    /// <summary>The number in the model's unit; null for no limit. The node must have been checked.</summary>
    public double? ReadOrUnlimited(InputNode node)
    {
        ScalarNode scalar = ValueOf(node)!;
        if (Unlimited is not null && scalar.Value == Unlimited) return null;
        Quantity.TryRead(scalar.Value, Units, out Quantity quantity);
        return quantity.In(Units);
    }

    /// <summary>The number in the model's unit. The node must have been checked.</summary>
    public double Read(InputNode node) => ReadOrUnlimited(node)!.Value;

    /// <inheritdoc/>
    public override void Check(InputNode node, string path, Checking context)
    {
        if (Unlimited is not null && node is ScalarNode scalar && scalar.Value == Unlimited) return;
        if (!Fact) base.Check(node, path, context);
        else if (node is ScalarNode fact) CheckValue(fact, path, context);
        else WrongKind(node, path, context);
    }

    /// <inheritdoc/>
    protected override JsonObject Describe(SchemaPen pen) => Fact ? ValueSchema() : base.Describe(pen);

    /// <inheritdoc/>
    protected override Quantity? CheckValue(ScalarNode scalar, string path, Checking context)
    {
        Quantity? quantity = CheckQuantity(scalar, scalar.Value, path, context);
        if (quantity is not { } q || !Integer || q.Number == Math.Floor(q.Number)) return quantity;
        context.Problems.Add(scalar, path, new("no es un número entero", "not a whole number"));
        return null;
    }

    /// <inheritdoc/>
    protected override JsonObject ValueSchema()
    {
        if (Units.Units[0].Unit.Length == 0)
        {
            var number = new JsonObject { ["type"] = Integer ? "integer" : "number" };
            if (double.IsFinite(Least)) number["minimum"] = Least;
            if (double.IsFinite(Most)) number["maximum"] = Most;
            return number;
        }
        string units = string.Join("|", Units.Units.Select(u => Regex.Escape(u.Unit)));
        string pattern = $@"^[+-]?[0-9]*\.?[0-9]+([eE][+-]?[0-9]+)? ?({units})$";
        return new JsonObject { ["type"] = "string", ["pattern"] = Unlimited is null ? pattern : $"{pattern}|^{Unlimited}$", ["examples"] = new JsonArray(Units.Example) };
    }
}
