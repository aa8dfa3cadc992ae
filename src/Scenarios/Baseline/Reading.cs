using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Simulation.Draws;

namespace CorridorTwin.Scenarios.Baseline;

/// <summary>Values of checked nodes.</summary>
internal static class Reading
{
    /// <summary>Words in both languages.</summary>
    public static Bilingual InBoth(InputNode node) => new(((ScalarNode)((MapNode)node)["es"]!).Value, ((ScalarNode)((MapNode)node)["en"]!).Value);

    /// <summary>A plain word; null if absent.</summary>
    public static string? Word(this MapNode map, string key) => (map[key] as ScalarNode)?.Value;

    /// <summary>A number in the model's unit, or another if absent.</summary>
    public static double Number(this MapNode map, string key, NumberShape shape, double otherwise = 0) => map[key] is { } node ? shape.Read(node) : otherwise;

    /// <summary>Yes or no; no if absent.</summary>
    public static bool Flag(this MapNode map, string key) => map[key] is { } node && ChoiceShape.Yes(node);

    /// <summary>Rows of a table by enumeration, without provenance and removed rows; none if absent.</summary>
    public static IEnumerable<(T Key, InputNode Value, string Name)> Rows<T>(this MapNode map, string key)
        where T : struct, Enum => map.Rows(key).Select(r => (Names.Member<T>(r.Key), r.Value, r.Key));

    /// <summary>Rows of a table, without provenance and removed rows; none if absent.</summary>
    public static IEnumerable<MapEntry> Rows(this MapNode map, string key) =>
        map[key] is MapNode table ? table.Entries.Where(e => e.Key != "provenance" && e.Value is not ScalarNode { Value: TableShape.None }) : [];

    /// <summary>Numbers by enumeration.</summary>
    public static Dictionary<T, double> Numbers<T>(this MapNode map, string key, NumberShape shape)
        where T : struct, Enum => map.Rows<T>(key).ToDictionary(r => r.Key, r => shape.Read(r.Value));

    /// <summary>Members of a list.</summary>
    public static IReadOnlyList<T> Members<T>(this MapNode map, string key)
        where T : struct, Enum => map[key] is ListNode list ? [.. list.Items.Select(i => Names.Member<T>(((ScalarNode)i).Value))] : [];

    /// <summary>A profile scaled to mean 1.</summary>
    public static IReadOnlyList<double> Profile(InputNode node)
    {
        double[] weights = [.. ListShape.Of(node).Items.Select(BaselineShapes.Weight.Read)];
        double mean = weights.Sum() / weights.Length;
        return [.. weights.Select(w => w / mean)];
    }
}

/// <summary>Turns laws of time into distributions, with the file's usual variation for plain durations.</summary>
/// <param name="law">lognormal or gamma.</param>
/// <param name="cv">Coefficient of variation.</param>
internal sealed class TimeReading(string law, double cv)
{
    /// <summary>The distribution of a checked node; null if absent.</summary>
    public Distribution? OrNull(InputNode? node) => node is null ? null : Read(node);

    /// <summary>The distribution of a checked node.</summary>
    public Distribution Read(InputNode node)
    {
        TimeLaw time = TimesShape.Read(node);
        TimeSpan[] t = [.. time.Minutes.Select(TimeSpan.FromMinutes)];
        if (time.MeanMinutes == 0) return Distribution.Deterministic(TimeSpan.Zero);
        return time.Name switch
        {
            "" when law == "gamma" => Distribution.Gamma(t[0], cv),
            "" => Distribution.Lognormal(t[0], cv),
            "fixed" => Distribution.Deterministic(t[0]),
            "exponential" => Distribution.Exponential(t[0]),
            "lognormal" => Distribution.Lognormal(t[0], time.Parameter),
            "gamma" => Distribution.Gamma(t[0], time.Parameter),
            "erlang" => Distribution.Erlang(t[0], (int)time.Parameter),
            "uniform" => Distribution.Uniform(t[0], t[1]),
            "triangular" => Distribution.Triangular(t[0], t[1], t[2]),
            "empirical" => Distribution.Empirical(t),
            _ => throw new InvalidOperationException($"No law '{time.Name}'."),
        };
    }

    /// <summary>Distributions by enumeration.</summary>
    public Dictionary<T, Distribution> Table<T>(MapNode map, string key)
        where T : struct, Enum => map.Rows<T>(key).ToDictionary(r => r.Key, r => Read(r.Value));
}
