using CorridorTwin.Scenarios.Statistics;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Time;

namespace CorridorTwin.Scenarios.Experiments;

/// <summary>What is kept of one replication: each row of the breakdown, and the corridor's cost.</summary>
public sealed record ReplicationSummary
{
    /// <summary>Seed and number of the replication.</summary>
    public required int Replication { get; init; }

    /// <summary>Rows by key; a row without operations is absent.</summary>
    public required IReadOnlyDictionary<RowKey, RowValue> Rows { get; init; }

    /// <summary>Crossings in the measured window.</summary>
    public required long Crossings { get; init; }

    /// <summary>Days measured.</summary>
    public required double Days { get; init; }

    /// <summary>Operations of each measured day, by the day on which the crossing's truck joined its first queue.</summary>
    public IReadOnlyList<DayValue> ByDay { get; init; } = [];

    /// <summary>Trucks at each post at the start of every measured hour; empty unless the corridor is disturbed.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Presence { get; init; } = [];

    /// <summary>Cost of all crossings.</summary>
    public required CrossingCost Cost { get; init; }

    /// <summary>Trucks examined, on either side.</summary>
    public required long Examined { get; init; }

    /// <summary>Irregularities expected to be found.</summary>
    public required double Detections { get; init; }

    /// <summary>Trucks that put their crossing off in the measured window.</summary>
    public required long Deferred { get; init; }

    /// <summary>Trucks that crossed elsewhere over the whole run, warm-up and drain included.</summary>
    public required long Diverted { get; init; }

    /// <summary>Fingerprint of the trajectory, and its events.</summary>
    public required ulong Fingerprint { get; init; }

    /// <inheritdoc cref="Fingerprint"/>
    public required long Events { get; init; }

    /// <summary>Trucks of the cohort still inside when the drain limit was reached; 0 in a sound run.</summary>
    public required long CohortInside { get; init; }

    /// <summary>Summarises a replication.</summary>
    public static ReplicationSummary Of(int replication, CorridorResult result)
    {
        if (result.Run.LittleViolations.Count > 0)
            throw new InvalidOperationException($"Little's law fails at {string.Join(", ", result.Run.LittleViolations)}: the engine is wrong.");
        var groups = new Dictionary<RowKey, List<(StratumTimes Times, TimeHistogram Bins)>>();
        foreach ((Stratum stratum, StratumTimes times) in result.Strata)
        {
            TimeHistogram bins = TimeHistogram.Of(times.Times);
            foreach (RowKey key in RowKey.Of(stratum))
            {
                if (!groups.TryGetValue(key, out List<(StratumTimes, TimeHistogram)>? members)) groups[key] = members = [];
                members.Add((times, bins));
            }
        }
        int[] buffer = [];
        return new ReplicationSummary
        {
            Replication = replication,
            Rows = groups.ToDictionary(g => g.Key, g => Row(g.Value, ref buffer)),
            Crossings = result.Crossings,
            Days = result.Days,
            ByDay = [.. result.ByDay.Select(d => new DayValue(d.Count, d.Total / (double)SimDuration.MillisecondsPerHour))],
            Presence = result.Presence,
            Cost = result.Cost,
            Examined = result.Strata.Where(s => s.Key.Role != null).Sum(s => (long)s.Value.Examined),
            Detections = result.Detections,
            Deferred = result.Deferred,
            Diverted = result.Diverted,
            Fingerprint = result.Run.Fingerprint,
            Events = result.Run.Events,
            CohortInside = result.Run.CohortInside,
        };
    }

    private static RowValue Row(List<(StratumTimes Times, TimeHistogram Bins)> group, ref int[] buffer)
    {
        StratumTimes[] members = [.. group.Select(g => g.Times)];
        int count = members.Sum(m => m.Count);
        if (buffer.Length < count) buffer = new int[count * 2];
        int at = 0;
        foreach (StratumTimes m in members)
        {
            m.Times.CopyTo(buffer.AsSpan(at));
            at += m.Count;
        }
        Span<int> times = buffer.AsSpan(0, count);
        double unit = StratumTimes.Unit / (double)SimDuration.MillisecondsPerHour;
        double p50 = Selection.Quantile(times, 0.5) * unit;
        double p95 = Selection.Quantile(times, 0.95) * unit;
        double Mean(Func<StratumTimes, long> of) => members.Sum(of) / (double)count / SimDuration.MillisecondsPerHour;
        return new RowValue(
            count, Mean(m => m.Total), p50, p95, Mean(m => m.Service), Mean(m => m.Documents), Mean(m => m.Closed),
            Mean(m => m.Blocked), Mean(m => m.Queue), Mean(m => m.Move), Mean(m => m.Gate), Mean(m => m.Release),
            members.Sum(m => m.Examined) / (double)count)
        {
            Times = TimeHistogram.Sum(group.Select(g => g.Bins)),
        };
    }
}

/// <summary>Operations of one day's arrivals in one replication.</summary>
/// <param name="Count">Operations on both sides.</param>
/// <param name="Hours">Sum of their clearance times (M_side), hours.</param>
public readonly record struct DayValue(int Count, double Hours);
