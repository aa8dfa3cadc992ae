using CorridorTwin.Scenarios.Statistics;
using CorridorTwin.Scenarios.Studies;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Calibration.Posts;

/// <summary>How a stratum comes out on days nothing was fitted to.</summary>
/// <param name="Direction">Which way.</param>
/// <param name="Role">The side.</param>
/// <param name="Operation">The operation.</param>
/// <param name="Measure">The clearance time compared.</param>
/// <param name="Observed">Its mean on the days held out, hours, with its interval; trucks still inside count for as long as they were seen.</param>
/// <param name="Before">What the baseline simulates, hours.</param>
/// <param name="After">What the figures fitted to the other days simulate, hours.</param>
public sealed record HeldOutFit(Direction Direction, SideRole Role, Operation Operation, ClearanceMeasure Measure, Interval Observed, double Before, double After)
{
    private const int Fewest = 5;

    /// <summary>All strata with enough trucks.</summary>
    internal static IEnumerable<HeldOutFit> Of(PostEmulation emulation, CorridorModel before, CorridorModel after, IReadOnlyDictionary<Direction, double[]> through, IReadOnlyList<StudyRow> rows, CancellationToken cancellation)
    {
        ClearanceMeasure measure = rows.Any(r => r.Stamps.Has(0)) ? ClearanceMeasure.Side : ClearanceMeasure.Gate;
        HashSet<DayOfWeek> days = [.. rows.Select(r => r.Day).OfType<DateOnly>().Select(d => d.DayOfWeek)];
        foreach (IGrouping<(Direction Direction, SideRole Role), StudyRow> side in rows.GroupBy(r => (r.Direction, r.Role)).OrderBy(g => g.Key))
        {
            ILookup<Operation, double> Emulated(CorridorModel model) => emulation.Rows(PostAlone.Of(model, emulation.Post, side.Key.Direction, through.GetValueOrDefault(side.Key.Direction)), side.Key.Direction, side.Key.Role, days, 7, cancellation)
                .Where(r => r.Hours(measure) is not null).ToLookup(r => r.Operation, r => r.Hours(measure)!.Value);
            (ILookup<Operation, double> old, ILookup<Operation, double> found) = (Emulated(before), Emulated(after));
            foreach (IGrouping<Operation, StudyRow> stratum in side.GroupBy(r => r.Operation).OrderBy(g => g.Key))
            {
                double[] observed = [.. stratum.Select(r => r.Hours(measure)).OfType<double>()];
                if (observed.Length < Fewest) continue;
                yield return new HeldOutFit(side.Key.Direction, side.Key.Role, stratum.Key, measure, Interval.Of(observed), old[stratum.Key].DefaultIfEmpty(double.NaN).Average(), found[stratum.Key].DefaultIfEmpty(double.NaN).Average());
            }
        }
    }
}
