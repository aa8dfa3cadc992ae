using CorridorTwin.Scenarios.Indicators;
using CorridorTwin.Scenarios.Statistics;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Studies;

/// <summary>One cell of the strategy's Table 2, from a study's rows: the sum of clearance times over the number of operations, empties included.</summary>
/// <param name="Row">I1 to I7, of the corridor or of one country's side of a post.</param>
/// <param name="Operations">Trucks whose time is whole.</param>
/// <param name="Total">The sum of their times, exact.</param>
/// <param name="Censored">Trucks that had not left: not in the sum, which has no time for them; the Kaplan–Meier mean has them.</param>
/// <param name="KaplanMeier">Mean by Kaplan–Meier with the censored ones, hours; equal to the ratio where there are none.</param>
public sealed record StudyIndicator(IndicatorRow Row, int Operations, TimeSpan Total, int Censored, double KaplanMeier)
{
    /// <summary>The official figure: sum of times over number of operations. Null without operations.</summary>
    public TimeSpan? Mean => Operations == 0 ? null : TimeSpan.FromTicks((long)Math.Round((decimal)Total.Ticks / Operations));
}

/// <summary>The strategy's impact indicators I1 to I7 from a study.</summary>
/// <remarks>
/// It is a ratio of sums over the trucks timed, as the table defines it. Where a study times the same number of trucks in every stratum it
/// weighs strata by that number, not by traffic: the corridor's I1 of such a sample is then not the traffic's.
/// </remarks>
public static class StudyIndicators
{
    /// <summary>All cells that have a truck, the corridor's first.</summary>
    /// <param name="study">The study.</param>
    /// <param name="model">The corridor.</param>
    /// <param name="measure">Which clearance time.</param>
    public static IReadOnlyList<StudyIndicator> Of(Study study, CorridorModel model, ClearanceMeasure measure)
    {
        var cells = new Dictionary<(string? Post, string? Side, Operation? Operation, Direction? Way), List<StudyRow>>();
        foreach (StudyRow row in study.Rows)
        {
            if (row.Hours(measure) is null) continue;
            Direction? way = row.Operation is Operation.Transit or Operation.Empty ? row.Direction : null;
            foreach ((string?, string?, Operation?, Direction?) key in new (string?, string?, Operation?, Direction?)[] { (null, null, null, null), (null, null, row.Operation, way), (row.Post, row.Side, row.Operation, row.Direction) })
            {
                if (!cells.TryGetValue(key, out List<StudyRow>? rows)) cells[key] = rows = [];
                rows.Add(row);
            }
        }
        var result = new List<StudyIndicator>();
        foreach (IndicatorRow row in IndicatorRow.Of(model))
            if (cells.TryGetValue((row.Post?.Id, row.Country, row.Operation, row.Way), out List<StudyRow>? rows)) result.Add(Cell(row, rows, measure));
        return result;
    }

    private static StudyIndicator Cell(IndicatorRow row, List<StudyRow> rows, ClearanceMeasure measure)
    {
        long ticks = 0;
        int whole = 0;
        foreach (StudyRow r in rows)
        {
            if (r.Censored) continue;
            ticks += (End(r, measure) - Start(r, measure)).Ticks;
            whole++;
        }
        double mean = KaplanMeier.Mean([.. rows.Select(r => new Lifetime(r.Hours(measure)!.Value, r.Censored))]).Mean;
        return new StudyIndicator(row, whole, new TimeSpan(ticks), rows.Count - whole, mean);
    }

    private static DateTimeOffset Start(StudyRow row, ClearanceMeasure measure) => row.Stamps[measure == ClearanceMeasure.Side ? 0 : 1]!.Value;

    private static DateTimeOffset End(StudyRow row, ClearanceMeasure measure) => (measure == ClearanceMeasure.Release ? row.Stamps[7] : row.Stamps[8])!.Value;
}
