using System.Diagnostics.Metrics;

namespace CorridorTwin.Twin;

/// <summary>What the twin tells of its own work, as OpenTelemetry names things: whoever listens to the meter gets it, nobody else pays for it.</summary>
public static class TwinMeter
{
    /// <summary>Name of the meter.</summary>
    public const string Name = "CorridorTwin.Twin";

    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Lines = Meter.CreateCounter<long>("corridor.twin.ingest.lines", "{line}", "Lines of events, by source and by what became of them.");
    private static readonly Histogram<double> Batches = Meter.CreateHistogram<double>("corridor.twin.ingest.batch.duration", "s", "Time to put one batch of events on the disk.");
    private static readonly Histogram<double> States = Meter.CreateHistogram<double>("corridor.twin.state.duration", "s", "Time to answer what the state is (live) or was (past).");
    private static readonly Histogram<double> Ahead = Meter.CreateHistogram<double>("corridor.twin.forecast.duration", "s", "Time to look ahead, by kind: forecast or fork.");

    internal static void Committed(string source, TimeSpan took, long accepted, long duplicates, long late, Dictionary<string, long> refused)
    {
        Batches.Record(took.TotalSeconds);
        if (!Lines.Enabled) return;
        Count("accepted", accepted);
        Count("duplicate", duplicates);
        Count("late", late);
        foreach ((string reason, long n) in refused) Count(reason, n);

        void Count(string outcome, long n)
        {
            if (n > 0) Lines.Add(n, new("source", source), new("outcome", outcome));
        }
    }

    internal static void Asked(TimeSpan took, bool past) => States.Record(took.TotalSeconds, new KeyValuePair<string, object?>("kind", past ? "past" : "live"));

    internal static void LookedAhead(TimeSpan took, bool fork) => Ahead.Record(took.TotalSeconds, new KeyValuePair<string, object?>("kind", fork ? "fork" : "forecast"));
}
