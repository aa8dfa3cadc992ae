using System.Diagnostics.Metrics;
using CorridorTwin.Twin;
using CorridorTwin.Twin.Ingest;

namespace CorridorTwin.Dashboard.Live;

/// <summary>What the dashboard tells of its twin and of what it turns away, as OpenTelemetry names things.</summary>
internal sealed class LiveMeter : IDisposable
{
    /// <summary>Name of the meter.</summary>
    public const string Name = "CorridorTwin.Dashboard";

    private readonly Meter meter = new(Name);
    private readonly Counter<long> refused;

    /// <summary>Of a room.</summary>
    public LiveMeter(TwinRoom room)
    {
        refused = meter.CreateCounter<long>("corridor.api.refused", "{request}", "Requests that were not served, by kind.");
        meter.CreateObservableGauge("corridor.twin.events", () => room.Opened?.Events ?? 0, "{event}", "Events in the log.");
        meter.CreateObservableGauge("corridor.twin.writable", () => room.Standing == TwinStanding.Keeping ? 1 : 0, "1", "1 while events are taken here.");
        meter.CreateObservableGauge("corridor.twin.source.age", () => Of(room.Opened, f => f.Heard is { } at ? (DateTimeOffset.UtcNow - at).TotalSeconds : null), "s", "Time since a source was last heard.");
        meter.CreateObservableGauge("corridor.twin.source.lag", () => Of(room.Opened, f => f.Simulated || f.Newest is not { } at ? null : (DateTimeOffset.UtcNow - at).TotalSeconds), "s", "How far behind the wall clock the newest event of a source is; of sources that are not simulated.");
    }

    /// <summary>Counts a request that was not served.</summary>
    public void Refused(string kind) => refused.Add(1, new KeyValuePair<string, object?>("kind", kind));

    /// <summary>Watches the line of those who want to send.</summary>
    /// <param name="waiting">How many wait.</param>
    /// <param name="receiving">How many are being received.</param>
    public void Watch(Func<long> waiting, Func<long> receiving)
    {
        meter.CreateObservableGauge("corridor.twin.ingest.waiting", waiting, "{request}", "Requests with events that wait for a place.");
        meter.CreateObservableGauge("corridor.twin.ingest.receiving", receiving, "{request}", "Requests with events that are being received or taken.");
    }

    /// <inheritdoc/>
    public void Dispose() => meter.Dispose();

    private static IEnumerable<Measurement<double>> Of(LiveTwin? twin, Func<SourceFigures, double?> value)
    {
        foreach (SourceFigures f in twin?.Figures() ?? [])
            if (value(f) is { } x) yield return new Measurement<double>(x, new KeyValuePair<string, object?>("source", f.Name));
    }
}
