using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Attributions;

/// <summary>One of those among whom a scenario's effect is divided: a measure, with all its uses, or the measures of a pillar.</summary>
/// <param name="Id">In commands and files.</param>
/// <param name="Title">In words.</param>
/// <param name="Pillar">Pillar of the strategy.</param>
/// <param name="Uses">What it applies.</param>
public sealed record Contributor(string Id, Bilingual Title, int Pillar, IReadOnlyList<MeasureApplication> Uses)
{
    /// <summary>The measures of a scenario, in the catalogue's order. Several uses of one measure are one contributor.</summary>
    public static IReadOnlyList<Contributor> Measures(Scenario scenario) =>
    [
        .. Groups(scenario).Select(g => new Contributor(g.Measure.Name, g.Measure.Title, g.Measure.Strategy.Pillar, g.Uses)),
    ];

    /// <summary>The pillars of the strategy that a scenario takes measures from, in order.</summary>
    public static IReadOnlyList<Contributor> Pillars(Scenario scenario) =>
    [
        .. Groups(scenario).GroupBy(g => g.Measure.Strategy.Pillar).OrderBy(p => p.Key).Select(p => new Contributor(
            $"pillar-{p.Key}",
            new($"Pilar {p.Key}: {string.Join(", ", p.Select(g => g.Measure.Title.Es))}", $"Pillar {p.Key}: {string.Join(", ", p.Select(g => g.Measure.Title.En))}"),
            p.Key, [.. p.SelectMany(g => g.Uses)])),
    ];

    private static IEnumerable<(IMeasure Measure, MeasureApplication[] Uses)> Groups(Scenario scenario) =>
        MeasureCatalog.All.Select(m => (m, scenario.Measures.Select(u => u.Application).Where(a => a.Measure == m.Name).ToArray())).Where(g => g.Item2.Length > 0);

    /// <summary>
    /// Who can only be had with whom: pairs (contributor, the one it needs). One needs another whose measures alone bring what a
    /// prerequisite of its own asks for, at a side where it acts and where it did not stand before. A need that would close a circle is left out.
    /// </summary>
    /// <param name="contributors">The contributors.</param>
    /// <param name="before">The corridor before any of them.</param>
    public static IReadOnlyList<(int Contributor, int Needs)> Needs(IReadOnlyList<Contributor> contributors, CorridorModel before)
    {
        var needs = new List<(int Contributor, int Needs)>();
        CorridorModel[] alone = [.. contributors.Select(c => MeasureCatalog.Apply(before, c.Uses).Model)];
        for (int i = 0; i < contributors.Count; i++)
            for (int j = 0; j < contributors.Count; j++)
                if (i != j && contributors[i].Uses.Any(u => Brings(u, before, alone[j])) && !Reaches(needs, j, i)) needs.Add((i, j));
        return needs;
    }

    private static bool Brings(MeasureApplication use, CorridorModel before, CorridorModel after) =>
        use.Intensity > 0 && MeasureCatalog.Find(use.Measure) is { } measure && measure.Prerequisites.Any(p => AbsentNeed.Brings(p, use, before, after));

    private static bool Reaches(List<(int Contributor, int Needs)> needs, int from, int to) =>
        from == to || needs.Where(n => n.Contributor == from).Any(n => Reaches(needs, n.Needs, to));
}
