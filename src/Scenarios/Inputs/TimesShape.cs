using System.Text.Json.Nodes;

namespace CorridorTwin.Scenarios.Inputs;

/// <summary>A random length of time: a plain duration takes the file's usual variation, or a law is named: <c>triangular 4 min 8 min 15 min</c>.</summary>
public sealed class TimesShape : FigureShape
{
    private TimesShape()
        : base(UnitFamily.Duration)
    {
        (Least, Most, SchemaName) = (0, 366 * 1440, "time");
    }

    /// <summary>The one there is.</summary>
    public static TimesShape Any { get; } = new();

    /// <inheritdoc/>
    public override Bilingual Kind { get; } = new(
        "una duración en min, h, s o d, como '8 min', o una ley, como 'lognormal 8 min cv 0.6'",
        "a duration in min, h, s or d, such as '8 min', or a law, such as 'lognormal 8 min cv 0.6'");

    /// <summary>The law and its numbers. The node must have been checked.</summary>
    public static TimeLaw Read(InputNode node)
    {
        TimeLaw.TryRead(ValueOf(node)!.Value, out TimeLaw? law);
        return law!;
    }

    /// <inheritdoc/>
    protected override Quantity? CheckValue(ScalarNode scalar, string path, Checking context)
    {
        if (TimeLaw.TryRead(scalar.Value, out TimeLaw? law) is { } fault)
        {
            context.Problems.Add(scalar, path, fault.Message, fault.Expected ?? Kind, fault.Nearest);
            return null;
        }
        foreach (Quantity time in law!.Times)
        {
            double minutes = time.In(Units);
            if (minutes >= Least && minutes <= Most) continue;
            context.Problems.Add(scalar, path, Outside(minutes), Limits());
            return null;
        }
        return new Quantity(law.MeanMinutes / Units.FactorOf(law.Times[0].Unit)!.Value, law.Times[0].Unit);
    }

    /// <inheritdoc/>
    protected override JsonObject ValueSchema()
    {
        const string Time = @"[0-9]*\.?[0-9]+ ?(min|h|s|d)";
        return new JsonObject
        {
            ["type"] = "string",
            ["pattern"] = $@"^({Time}|(fixed|exponential) {Time}|(lognormal|gamma) {Time} cv [0-9.]+|erlang {Time} k [0-9]+|uniform {Time} {Time}|triangular {Time} {Time} {Time}|empirical( {Time})+)$",
            ["examples"] = new JsonArray("8 min", "lognormal 8 min cv 0.6", "triangular 4 min 8 min 15 min"),
        };
    }
}
