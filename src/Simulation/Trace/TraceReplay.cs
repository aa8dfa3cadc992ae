namespace CorridorTwin.Simulation.Trace;

/// <summary>
/// The state of the border from events alone, no model: every passage's stamps and time split, and every lane's line, service and staff
/// at the instant reached. Holds what is inside now; passages that end are handed on.
/// </summary>
public sealed partial class TraceReplay
{
    private static readonly HashSet<string> Known = [.. BorderEventTypes.All];

    private readonly Dictionary<LaneKey, LaneReplay> lanes = [];
    private readonly Dictionary<(string Trip, string Side), PassageReplay> passages = [];
    private readonly Action<TripSide>? ended;

    /// <summary>The state before the first event.</summary>
    /// <param name="header">Lanes with their staff.</param>
    /// <param name="ended">Told of each passage of a side when its truck leaves.</param>
    public TraceReplay(TraceHeader header, Action<TripSide>? ended = null)
    {
        Header = header;
        this.ended = ended;
        foreach (TraceSide side in header.Sides)
            foreach (TraceLane lane in side.Lanes)
            {
                var key = new LaneKey(side.Post, side.Side, side.Dir, lane.Lane);
                if (!lanes.TryAdd(key, new LaneReplay(key, lane))) throw new TraceFormatException($"header: lane {key} stands there twice");
            }
    }

    /// <summary>The first line.</summary>
    public TraceHeader Header { get; }

    /// <summary>Time of the last event.</summary>
    public DateTimeOffset Now { get; private set; } = DateTimeOffset.MinValue;

    /// <summary>Events replayed.</summary>
    public long Events { get; private set; }

    /// <summary>The source has told everything up to the end of the window.</summary>
    public bool Complete { get; private set; }

    /// <summary>All lanes now, in the header's order.</summary>
    public IEnumerable<LaneState> Lanes => lanes.Values.Select(l => l.State());

    /// <summary>Passages that have begun and not ended, with their time up to now.</summary>
    public IEnumerable<TripSide> Inside => passages.Values.Where(p => p.Begun).Select(p => p.At(Now));

    /// <summary>All lanes now in numbers, in the header's order.</summary>
    public IEnumerable<LaneCount> LaneCounts => lanes.Values.Select(l => l.Count());

    /// <summary>Where the trucks inside are: the event by which each joined its side's line, and whether it has passed the first gate.</summary>
    public IEnumerable<(BorderEvent Entered, bool Arrived)> Whereabouts => passages.Values.Where(p => p.Begun).Select(p => (p.Entered!, p.Arrived));

    /// <summary>A lane now.</summary>
    /// <exception cref="KeyNotFoundException">The header names no such lane.</exception>
    public LaneState Lane(LaneKey key) => lanes[key].State();

    /// <summary>Replays a trace up to an instant, events at that instant included; all of it if none is given.</summary>
    /// <exception cref="TraceFormatException">A line is wrong or contradicts those before it; the message says which and why.</exception>
    public static TraceReplay Read(TextReader source, DateTimeOffset? until = null, Action<TripSide>? ended = null)
    {
        var reader = new TraceReader(source);
        var replay = new TraceReplay(reader.Header, ended);
        foreach (BorderEvent e in reader.Events())
        {
            if (e.T > until) break;
            try
            {
                replay.Apply(e);
            }
            catch (TraceFormatException wrong)
            {
                throw new TraceFormatException(reader.Line, wrong.Problem);
            }
        }
        return replay;
    }

    /// <summary>Takes the next event.</summary>
    /// <exception cref="TraceFormatException">It contradicts those before it.</exception>
    public void Apply(BorderEvent e)
    {
        if (e.T < Now) throw new TraceFormatException($"time runs backwards: {WireTime.Text(e.T)} after {WireTime.Text(Now)}");
        Now = e.T;
        Events++;
        switch (e.Type)
        {
            case BorderEventTypes.ResourceOpen or BorderEventTypes.ResourceClose:
                LaneOf(e).Roster(e.Ext.Staff ?? throw Missing(e, "ext.staff"), e.Ext.Extra ?? 0);
                break;
            case BorderEventTypes.ResourceDown:
                LaneOf(e).Fail(e.Ext.Reason == EventReasons.Outage, 1);
                break;
            case BorderEventTypes.ResourceUp:
                LaneOf(e).Fail(e.Ext.Reason == EventReasons.Outage, -1);
                break;
            case BorderEventTypes.Heartbeat:
                Complete = e.T >= Header.To;
                break;
            default:
                if (e.Unit != null && Known.Contains(e.Type)) Passage(e);
                break;
        }
    }

    private LaneReplay LaneOf(BorderEvent e)
    {
        var key = new LaneKey(e.Post ?? throw Missing(e, "post"), e.Side ?? throw Missing(e, "side"), e.Dir ?? throw Missing(e, "dir"), e.Lane ?? throw Missing(e, "lane"));
        return lanes.TryGetValue(key, out LaneReplay? lane) ? lane : throw new TraceFormatException($"lane {key} is not in the header");
    }

    private static TraceFormatException Missing(BorderEvent e, string field) => new($"{e.Type} needs field '{field}'");
}
