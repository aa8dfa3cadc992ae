using System.Text.Json.Nodes;

namespace CorridorTwin.Scenarios.Inputs;

/// <summary>A number, written alone or as a mapping with its source, grade, range and note.</summary>
/// <param name="units">What it measures.</param>
public abstract class FigureShape(UnitFamily units) : Shape
{
    private static readonly string[] Keys = ["value", "source", "grade", "range", "note", .. ProvenanceShape.Study];
    private static readonly string[] Laws = [.. Enum.GetValues<RangeLaw>().Select(Names.Key)];

    /// <summary>What it measures.</summary>
    public UnitFamily Units { get; } = units;

    /// <summary>Lowest value allowed, in the model's unit.</summary>
    public double Least { get; init; } = double.NegativeInfinity;

    /// <summary>Highest value allowed, in the model's unit.</summary>
    public double Most { get; init; } = double.PositiveInfinity;

    /// <summary>Only whole numbers make sense here.</summary>
    public virtual bool IsWhole => false;

    /// <summary>The scalar that holds the value; null if the node is of another kind.</summary>
    public static ScalarNode? ValueOf(InputNode node) => (node is MapNode map ? map["value"] : node) as ScalarNode;

    /// <inheritdoc/>
    public override void Check(InputNode node, string path, Checking context)
    {
        Provenance provenance = context.Inherited;
        (double, double)? range = null;
        RangeLaw law = RangeLaw.Triangular;
        if (node is MapNode map && !Whole(map, path, context)) return;
        if (ValueOf(node) is not { Value.Length: > 0 } scalar)
        {
            WrongKind(node, path, context);
            return;
        }
        if (CheckValue(scalar, path, context) is not { } quantity) return;
        if (node is MapNode figure)
        {
            Provenance own = ProvenanceShape.Of(figure, path, context);
            provenance = new Provenance(own.Source ?? provenance.Source, own.Grade ?? provenance.Grade, own.Note ?? (own.Source is null ? provenance.Note : null)) { Date = own.Date ?? provenance.Date, Sample = own.Sample ?? provenance.Sample, Fit = own.Fit ?? provenance.Fit };
            if (figure["range"] is { } written) (range, law) = Range(written, quantity, Paths.Join(path, "range"), context);
        }
        context.Figures.Add(new Figure(path, scalar.Value, quantity.Number, quantity.Unit, provenance, range, context.SourceExpected, scalar.Mark) { IsWhole = IsWhole, RangeLaw = law });
    }

    /// <inheritdoc/>
    protected override JsonObject Describe(SchemaPen pen) => new()
    {
        ["anyOf"] = new JsonArray(ValueSchema(), FigureSchema()),
    };

    /// <summary>Checks the value itself and returns its number; null, with the reason noted, if it is wrong.</summary>
    protected abstract Quantity? CheckValue(ScalarNode scalar, string path, Checking context);

    /// <summary>The schema of the value itself.</summary>
    protected abstract JsonObject ValueSchema();

    /// <summary>Reads one quantity of the declared units within the declared limits.</summary>
    protected Quantity? CheckQuantity(ScalarNode scalar, string text, string path, Checking context)
    {
        if (Quantity.TryRead(text, Units, out Quantity quantity) is { } fault)
        {
            context.Problems.Add(scalar, path, fault.Message, Units.Expected, fault.Nearest);
            return null;
        }
        double value = quantity.In(Units);
        if (value >= Least && value <= Most) return quantity;
        context.Problems.Add(new InputProblem(scalar.Mark, path, scalar.Value, Outside(value), Limits()) { Limit = Show(value < Least ? Least : Most) });
        return null;
    }

    /// <summary>That a value lies outside the limits.</summary>
    protected Bilingual Outside(double value) => value >= Least
        ? new("demasiado alto", "too high")
        : value < 0 && Least >= 0 ? new("negativo", "negative") : new("demasiado bajo", "too low");

    /// <summary>The limits in words, in the usual unit.</summary>
    protected Bilingual Limits()
    {
        return (double.IsFinite(Least), double.IsFinite(Most)) switch
        {
            (true, true) => new($"de {Show(Least)} a {Show(Most)}", $"{Show(Least)} to {Show(Most)}"),
            (true, false) => new($"al menos {Show(Least)}", $"at least {Show(Least)}"),
            _ => new($"como máximo {Show(Most)}", $"at most {Show(Most)}"),
        };
    }

    private string Show(double value) => new Quantity(Math.Round(value / Units.Units[0].Factor, 9), Units.Units[0].Unit).ToString();

    private static bool Whole(MapNode map, string path, Checking context)
    {
        int before = context.Problems.Count;
        foreach (MapEntry entry in map.Entries)
            if (!Keys.Contains(entry.Key))
                context.UnknownKey(entry, path, Keys);
        if (context.Problems.Count == before && map["value"] is null)
            context.Problems.Add(map, Paths.Join(path, "value"), Wording.Missing);
        return context.Problems.Count == before;
    }

    private ((double, double)? Range, RangeLaw Law) Range(InputNode node, Quantity value, string path, Checking context)
    {
        if (node is not ListNode { Items: [ScalarNode low, ScalarNode high, ..] items } || items.Count > 3 || items.Any(i => i is not ScalarNode))
        {
            context.Problems.Add(node, path, new("no es un rango", "not a range"), new("dos valores entre corchetes, el menor primero", "two values in brackets, lowest first"));
            return default;
        }
        if (items is [_, _, ScalarNode law] && !Laws.Contains(law.Value))
        {
            context.Problems.Add(law, path, new("no existe esta ley de un rango", "no such law of a range"), Wording.OneOf(Laws), Nearest.To(law.Value, Laws));
            return default;
        }
        if (CheckQuantity(low, low.Value, path, context) is not { } from || CheckQuantity(high, high.Value, path, context) is not { } to) return default;
        double unit = Units.FactorOf(value.Unit)!.Value, a = from.In(Units) / unit, b = to.In(Units) / unit;
        const double Rounding = 1e-9;
        if (a <= value.Number + Rounding && value.Number <= b + Rounding) return ((a, b), items is [_, _, ScalarNode name] ? Names.Member<RangeLaw>(name.Value) : RangeLaw.Triangular);
        context.Problems.Add(new InputProblem(low.Mark, path, $"{low.Value}, {high.Value}", a > b
            ? new("el extremo inferior es mayor que el superior", "the low end is above the high end")
            : new($"el valor {value} queda fuera de su propio rango", $"the value {value} lies outside its own range")));
        return default;
    }

    private JsonObject FigureSchema()
    {
        JsonObject properties = ProvenanceShape.Properties();
        properties["value"] = ValueSchema();
        properties["range"] = new JsonObject { ["type"] = "array", ["minItems"] = 2, ["maxItems"] = 3 };
        return new JsonObject { ["type"] = "object", ["properties"] = properties, ["required"] = new JsonArray("value"), ["additionalProperties"] = false };
    }
}
