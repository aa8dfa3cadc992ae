using CorridorTwin.Simulation.Engine;

namespace CorridorTwin.Simulation.Tests.State;

/// <summary>Keeps every leg and trace record, so that two runs can be compared to the last field.</summary>
internal sealed class Legs(bool trace = true) : RunObserver
{
    public List<Leg> Ended { get; } = [];
    public List<TraceRecord> Records { get; } = [];

    public override bool WantsTrace => trace;

    public override void LegEnded(in LegRecord leg)
    {
        Track t = leg.Track;
        Assert.Equal(leg.Duration, t.Total);
        Ended.Add(new Leg(t.Source, t.Ordinal, leg.Procedure, leg.Leg, leg.ClassIndex, leg.Measured, t.Start, leg.End,
            new Split(t.Service, t.Documents, t.Closed, t.Blocked, t.Queue, t.Move), string.Join(' ', ((ReadOnlySpan<long>)t.Stamps).ToArray())));
    }

    public override void Traced(in TraceRecord record) => Records.Add(record);

    internal sealed record Leg(int Source, long Ordinal, int Procedure, int Position, int Class, bool Measured, long Start, long End, Split Split, string Stamps);

    internal sealed record Split(long Service, long Documents, long Closed, long Blocked, long Queue, long Move);
}
