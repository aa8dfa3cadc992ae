using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Scenarios.Statistics;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Comparisons;

/// <summary>Groups of trucks whose times are followed.</summary>
/// <param name="Name">The group.</param>
/// <param name="Time">Its mean time in one replication, hours; NaN if it has no trucks.</param>
public sealed record Group(string Name, Func<ReplicationSummary, double> Time)
{
    /// <summary>The groups by post, by operation and by cargo.</summary>
    public static IReadOnlyList<(Bilingual Name, Func<Tongue, IEnumerable<Group>> Groups)> Parts(CorridorModel corridor) =>
    [
        (new("Por puesto", "By post"), tongue => Posts(corridor, tongue)),
        (new("Por operación", "By operation"), Operations),
        (new("Por tipo de carga", "By kind of cargo"), Classes),
    ];

    /// <summary>One group per post.</summary>
    public static IEnumerable<Group> Posts(CorridorModel corridor, Tongue tongue) =>
        corridor.Posts.Select((post, i) => new Group(Words.Of(post, tongue), run => PairedReading.Pooled(run, k => k.Post == i)));

    /// <summary>One per official operation.</summary>
    public static IEnumerable<Group> Operations(Tongue tongue) =>
        Enum.GetValues<Operation>().Select(o => new Group(Capital(tongue.Say(Words.Of(o))), run => PairedReading.Pooled(run, k => k.Operation == o)));

    /// <summary>One per cargo class, and the unladen.</summary>
    public static IEnumerable<Group> Classes(Tongue tongue) =>
    [
        .. Enum.GetValues<CargoClass>().Select(c => new Group(Capital(tongue.Say(Words.Of(c))), run => Row(run, new RowKey(null, null, null, null, null, c)))),
        new Group(tongue.Say("Vacíos", "Empties"), run => Row(run, new RowKey(null, null, null, null, TruckKind.Empty, null))),
    ];

    /// <summary>How the group's time changes.</summary>
    public Interval Change(Contrast contrast)
    {
        (double Before, double After)[] pairs = [.. contrast.Against.Zip(contrast.Runs).Select(p => (Time(p.First), Time(p.Second))).Where(p => double.IsFinite(p.Item1) && double.IsFinite(p.Item2))];
        return Interval.Paired([.. pairs.Select(p => p.Before)], [.. pairs.Select(p => p.After)]);
    }

    private static double Row(ReplicationSummary run, RowKey key) => run.Rows.TryGetValue(key, out RowValue? row) ? row.Mean : double.NaN;

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
