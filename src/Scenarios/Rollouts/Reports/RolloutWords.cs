using CorridorTwin.Scenarios.Rollouts.Matrix;

namespace CorridorTwin.Scenarios.Rollouts.Reports;

/// <summary>A rollout's vocabulary in words.</summary>
public static class RolloutWords
{
    /// <summary>That something stood before.</summary>
    public static Bilingual Stands { get; } = new("ya estaba a fines de 2023", "stood at the end of 2023");

    /// <summary>That something comes with or without the strategy.</summary>
    public static Bilingual Committed { get; } = new("contratado", "under contract");

    /// <summary>That something does not come.</summary>
    public static Bilingual Never { get; } = new("no llega hasta 2030", "does not come by 2030");

    /// <summary>How numbers of the matrix are read.</summary>
    public static Bilingual Of(MatrixReading reading) => reading switch
    {
        MatrixReading.AsPrinted => new("como está impreso", "as printed"),
        MatrixReading.ScaledToGoal => new("ajustado a la meta", "scaled to the goal"),
        _ => new("propio", "own"),
    };

    /// <summary>What a row counts.</summary>
    public static Bilingual Of(Counted counted) => counted switch
    {
        Counted.Posts => new("puestos", "posts"),
        Counted.Countries => new("países", "countries"),
        Counted.Product => new("productos", "products"),
        Counted.Plans => new("planes", "plans"),
        Counted.Studies => new("estudios", "studies"),
        _ => new("por ciento", "per cent"),
    };

    /// <summary>Which weeks were simulated, for stamps.</summary>
    public static Bilingual Period(IReadOnlyList<int> years)
    {
        string list = years.Count > 2 && years[^1] - years[0] == years.Count - 1 ? $"{years[0]}–{years[^1]}" : string.Join(", ", years);
        return new($"las semanas que representan {list}", $"the weeks that stand for {list}");
    }

    /// <summary>A case.</summary>
    public static Bilingual Of(RolloutCase at) => at == RolloutCase.With ? new("con", "with") : new("sin", "without");

    /// <summary>How counts become sides, as a sentence.</summary>
    public static Bilingual Of(CountMapping counts) => counts.As switch
    {
        CountsAs.ShareOfRegion => new(
            $"Supuesto: los lados reciben lo que toca a su parte de los {counts.RegionPosts} puestos de la región, que la estrategia no enumera.",
            $"Assumption: the sides get their share of the region's {counts.RegionPosts} posts, which the strategy does not list."),
        CountsAs.CorridorFirst => new(
            "Supuesto: todo puesto contado es de este corredor hasta que todos sus lados lo tienen; la estrategia no dice qué puestos son.",
            "Assumption: every post counted is one of this corridor until all its sides have it; the strategy does not say which posts they are."),
        _ => new(
            "Supuesto: de lo que va de la base a la meta de la región, los lados llevan la misma parte; con la meta lo tienen todos. La estrategia no dice qué puestos son.",
            "Assumption: of what lies between the region's base and goal the sides have done the same share; at the goal all of them have it. The strategy does not say which posts they are."),
    };

    /// <summary>Several texts as one.</summary>
    public static Bilingual Joined(IEnumerable<Bilingual> texts)
    {
        Bilingual[] all = [.. texts];
        return new(string.Join("; ", all.Select(t => t.Es)), string.Join("; ", all.Select(t => t.En)));
    }
}
