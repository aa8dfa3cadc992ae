using CorridorTwin.Dashboard.Host;
using CorridorTwin.Dashboard.Library;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Statistics;
using CorridorTwin.Scenarios.Store;

namespace CorridorTwin.Dashboard.Runs;

/// <summary>What a run will cost and how narrow its intervals will be.</summary>
/// <param name="ToRun">Replications still to simulate.</param>
/// <param name="Total">Replications in all.</param>
/// <param name="Time">How long that takes; null if nothing has been timed yet.</param>
/// <param name="Widths">By scenario, half of the 95 % interval of the change of the mean time, hours, and on how many pairs the forecast rests; null where there are fewer than two.</param>
public sealed record RunForecast(int ToRun, int Total, TimeSpan? Time, IReadOnlyList<(Scenario Scenario, double? HalfWidth, int Pairs)> Widths);

/// <summary>Forecasts from what is stored.</summary>
public sealed class RunForecasts(RunQueue queue, ReplicationStore store, ScenarioLibrary library)
{
    private readonly Remembered<string, RunForecast> kept = new(TimeSpan.FromSeconds(10));

    /// <summary>The forecast for scenarios and options.</summary>
    public RunForecast Of(IReadOnlyList<Scenario> scenarios, int? year, ExperimentOptions options, bool capacity) => kept.Of(
        $"{string.Join(' ', scenarios.Select(s => s.Hash))} {year} {options} {capacity} {queue.All().Count(r => !r.IsActive)}", () => Made(scenarios, year, options, capacity));

    private RunForecast Made(IReadOnlyList<Scenario> scenarios, int? year, ExperimentOptions options, bool capacity)
    {
        if (library.Baseline is not { } baseline) return new RunForecast(0, 0, null, []);
        var request = new ComparisonRequest { Baseline = baseline, Scenarios = scenarios, Year = year, Options = options, CapacitySensitivity = capacity };
        var kept = new KeptCount(store);
        RunResult stored = RunResult.Of(request, kept);
        int total = RunQueue.TotalOf(request);
        int missing = total - kept.Found;
        return new RunForecast(missing, total, Time(missing, options.Days + options.WarmUpDays), [.. scenarios.Select(s => Width(s, stored, options.Replications))]);
    }

    /// <summary>Seconds one replication of a day takes on this machine, all threads at work; null if nothing has been timed.</summary>
    public double? SecondsPerDay()
    {
        RunRecord[] timed = [.. queue.All().Where(r => r.Simulated > 0 && r.Program == ReplicationStore.Program).Take(5)];
        return timed.Length == 0 ? null : timed.Sum(r => r.Seconds) / timed.Sum(r => (double)r.Simulated * (r.Inputs.Days + r.Inputs.WarmUpDays));
    }

    private TimeSpan? Time(int replications, int days) => SecondsPerDay() is { } seconds ? TimeSpan.FromSeconds(seconds * replications * days) : null;

    /// <summary>t s/√n with the spread of the differences stored.</summary>
    private static (Scenario, double?, int) Width(Scenario scenario, RunResult stored, int replications)
    {
        Dictionary<int, double> before = (stored.Baseline(scenario)?.Replications ?? []).ToDictionary(r => r.Replication, Mean);
        double[] differences = [.. (stored.Of(scenario.Id)?.Replications ?? []).Where(r => before.ContainsKey(r.Replication)).Select(r => Mean(r) - before[r.Replication])];
        if (differences.Length < 2 || replications < 2) return (scenario, null, differences.Length);
        // An interval of a sample as large as asked for, whose spread is that of the sample there is.
        double spread = Math.Sqrt(differences.Sum(d => Math.Pow(d - differences.Average(), 2)) / (differences.Length - 1));
        double[] unit = [.. Enumerable.Range(0, replications).Select(i => i < replications / 2 ? -1.0 : i < replications / 2 * 2 ? 1.0 : 0.0)];
        double unitSpread = Math.Sqrt(unit.Sum(u => u * u) / (replications - 1));
        return (scenario, Interval.Of(unit).HalfWidth / unitSpread * spread, differences.Length);
    }

    private static double Mean(ReplicationSummary run) => run.Rows[RowKey.AllOperations].Mean;

    /// <summary>What the store holds; of capacity variants only once the others are all there.</summary>
    private sealed class KeptCount(ReplicationStore store) : IExecutor
    {
        public int Found { get; private set; }

        public bool Run(IReadOnlyList<Variant> variants, ExperimentOptions options, Action<Finished> finished, CancellationToken cancellation) =>
            new KeptExecutor(store).Run(variants, options, f => { Found++; finished(f); }, cancellation);
    }
}
