using CorridorTwin.Simulation.Engine;

namespace CorridorTwin.Simulation.Tests.State;

/// <summary>Writes down every leg and trace record, so that two runs can be compared word for word.</summary>
internal sealed class Legs(bool trace = true) : RunObserver
{
    public List<string> Lines { get; } = [];

    public override bool WantsTrace => trace;

    public override void LegEnded(in LegRecord leg)
    {
        Track t = leg.Track;
        Assert.Equal(leg.Duration, t.Total);
        Lines.Add($"leg {t.Source} {t.Ordinal} {leg.Procedure} {leg.Leg} {leg.ClassIndex} {leg.Measured} {leg.End}: {t.Service} {t.Documents} {t.Closed} {t.Blocked} {t.Queue} {t.Move} {string.Join(' ', ((ReadOnlySpan<long>)t.Stamps).ToArray())}");
    }

    public override void Traced(in TraceRecord record) => Lines.Add(record.ToString());
}
