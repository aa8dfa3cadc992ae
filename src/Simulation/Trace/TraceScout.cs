using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Engine;

namespace CorridorTwin.Simulation.Trace;

/// <summary>
/// Goes through a run once before it is told. A declaration lodged in advance is drawn when its truck arrives, hours or days
/// after the instant it bears; and what was inside when the window opened is only known once it opens.
/// Keeps some 64 bytes for each such declaration, and nothing else that grows with the run.
/// </summary>
internal sealed class TraceScout : RunObserver
{
    private readonly long from;
    private readonly long to;
    private readonly LaneLevels[] lanes;
    private readonly List<TraceRecord> changes = [];
    private readonly Dictionary<(int Source, long Ordinal), (int Leg, long Start)> open = [];
    private readonly List<(TraceRecord Record, long Sequence)> ahead = [];
    private long now;
    private long sequence;
    private bool opened;

    public TraceScout(CorridorNetwork corridor, long from, long to)
    {
        (this.from, this.to) = (from, to);
        lanes = LaneLevels.AtStart(corridor.Network, 0);
    }

    public override bool WantsTrace => true;

    /// <summary>What was found, once the run is over.</summary>
    public TraceScope Scope()
    {
        if (!opened) Open();
        long lanesFrom = open.Count == 0 ? from : Math.Min(from, open.Values.Min(l => l.Start));
        foreach (TraceRecord change in changes)
            if (change.Time < lanesFrom) lanes[change.Station].Take(change);
        ahead.Sort((a, b) => a.Record.Time != b.Record.Time ? a.Record.Time.CompareTo(b.Record.Time) : a.Sequence.CompareTo(b.Sequence));
        return new TraceScope { From = from, To = to, Carried = open.ToDictionary(o => o.Key, o => o.Value.Leg), LanesFrom = lanesFrom, Lanes = lanes, Ahead = ahead };
    }

    public override void Traced(in TraceRecord r)
    {
        sequence++;
        if (r.Kind is TraceKind.Lodged or TraceKind.Accepted or TraceKind.Rejected)
        {
            // Of trucks that arrive after the window only what falls into it; of the others all, for their stamps.
            if (r.Time < now && r.Time < to && (now < to || r.Time >= from)) ahead.Add((r, sequence));
            return;
        }
        now = r.Time;
        if (now >= from && !opened) Open();
        if (opened) return;
        if (r.Source < 0)
        {
            changes.Add(r);
            return;
        }
        if (r.Kind == TraceKind.LegStart) open[(r.Source, r.Ordinal)] = (r.Leg, r.Time);
        else if (r.Kind == TraceKind.Leave) open.Remove((r.Source, r.Ordinal));
    }

    /// <summary>The window opens: forgets the declarations of trucks that have gone.</summary>
    private void Open()
    {
        opened = true;
        ahead.RemoveAll(a => !open.TryGetValue((a.Record.Source, a.Record.Ordinal), out (int Leg, long Start) leg) || leg.Leg != a.Record.Leg);
    }
}
