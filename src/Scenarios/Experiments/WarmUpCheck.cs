using CorridorTwin.Scenarios.Statistics;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Experiments;

/// <summary>Whether the warm-up is long enough: where the daily series of I1, from an empty corridor on, becomes level.</summary>
/// <param name="Days">Mean clearance time of each day's arrivals from the start of the simulation, hours, averaged over replications; NaN for a day without any.</param>
/// <param name="Mser">The cut MSER-5 finds in it; one observation is one day.</param>
/// <param name="WarmUpDays">The warm-up asked about.</param>
/// <param name="Replications">Replications averaged.</param>
/// <param name="Complete">False if it was cancelled.</param>
public sealed record WarmUpCheck(IReadOnlyList<double> Days, Mser5 Mser, int WarmUpDays, int Replications, bool Complete)
{
    /// <summary>Fewest days, of warm-up and measurement together, that a verdict takes.</summary>
    public const int LeastDays = 4 * Mser5.BatchSize;

    /// <summary>Whether no more has to be left out than is.</summary>
    public bool LongEnough => Mser.Converged && Mser.Observations <= WarmUpDays;

    /// <summary>Runs warm-up and measured days as one, measured from the first.</summary>
    /// <param name="model">The corridor.</param>
    /// <param name="options">Lengths, replications, seed, threads.</param>
    /// <param name="executor">Where.</param>
    /// <param name="progress">Told after each replication.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="ArgumentException">Fewer than <see cref="LeastDays"/> days.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before any replication was finished.</exception>
    public static WarmUpCheck Run(CorridorModel model, ExperimentOptions options, IExecutor executor, Action<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        ExperimentOptions whole = options with { WarmUpDays = 0, Days = options.WarmUpDays + options.Days };
        if (whole.Days < LeastDays) throw new ArgumentException($"MSER-5 takes {LeastDays} days of warm-up and measurement together, not {whole.Days}.", nameof(options));
        var runs = new SortedDictionary<int, ReplicationSummary>();
        bool complete = executor.Run([new Variant("warm-up", model, options.Replications)], whole, f =>
        {
            runs[f.Summary.Replication] = f.Summary;
            progress?.Invoke(new RunProgress(runs.Count, options.Replications));
        }, cancellation);
        if (runs.Count == 0) throw new OperationCanceledException(cancellation);
        double[] days = [.. Enumerable.Range(0, whole.Days).Select(d => Mean(runs.Values.Select(r => r.ByDay[d])))];
        return new WarmUpCheck(days, Mser5.Of([.. days.Where(double.IsFinite)]), options.WarmUpDays, runs.Count, complete);
    }

    /// <summary>Of the replications' own means: each replication is one run, whatever its trucks.</summary>
    private static double Mean(IEnumerable<DayValue> days)
    {
        double[] means = [.. days.Where(d => d.Count > 0).Select(d => d.Hours / d.Count)];
        return means.Length > 0 ? means.Average() : double.NaN;
    }
}
