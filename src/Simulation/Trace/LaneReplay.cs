namespace CorridorTwin.Simulation.Trace;

/// <summary>A lane while events are replayed.</summary>
internal sealed class LaneReplay(LaneKey key, TraceLane start)
{
    private readonly SortedList<int, LinkedList<LaneOccupant>> lines = [];
    private readonly Dictionary<(string Trip, string Stage), LinkedListNode<LaneOccupant>> waiting = [];
    private readonly Dictionary<(string Trip, string Stage), LaneOccupant> serving = [];
    private readonly Dictionary<(string Trip, string Stage), LaneOccupant> held = [];

    public LaneKey Key => key;
    public int Staff { get; private set; } = start.Staff;
    public int Extra { get; private set; } = start.Extra;
    public int Down { get; private set; } = start.Down;
    public int Outages { get; private set; } = start.Outages;

    public void Roster(int staff, int extra) => (Staff, Extra) = (staff, extra);

    public void Fail(bool outage, int by)
    {
        if (outage) Outages += by;
        else Down += by;
        if (Outages < 0 || Down < 0) throw new TraceFormatException($"lane {key} comes up without having been down");
    }

    public void Join(LaneOccupant who) => Enqueue(who, first: false);

    public void Begin(string trip, string stage, DateTimeOffset now)
    {
        if (!waiting.Remove((trip, stage), out LinkedListNode<LaneOccupant>? node)) throw new TraceFormatException($"'{trip}' begins stage {stage} without having joined lane {key}");
        node.List!.Remove(node);
        serving[(trip, stage)] = node.Value with { Since = now };
    }

    public void Suspend(string trip, string stage, DateTimeOffset now)
    {
        if (!serving.Remove((trip, stage), out LaneOccupant? who)) throw new TraceFormatException($"'{trip}' is suspended at stage {stage} of lane {key} without being served");
        Enqueue(who with { Since = now }, first: true);
    }

    public void End(string trip, string stage)
    {
        if (!serving.Remove((trip, stage))) throw new TraceFormatException($"'{trip}' ends stage {stage} of lane {key} without being served");
    }

    public void Hold(LaneOccupant who) => held[(who.Trip, who.Stage)] = who;

    public void LetGo(string trip, string stage)
    {
        if (!held.Remove((trip, stage))) throw new TraceFormatException($"'{trip}' leaves lane {key} without having been held there");
    }

    public LaneCount Count() => new(key, Math.Max(0, Staff + Extra - Down), waiting.Count, serving.Count, held.Count);

    public LaneState State() => new()
    {
        Key = key,
        Agency = start.Agency,
        Staff = Staff,
        Extra = Extra,
        Down = Down,
        Outages = Outages,
        Queue = [.. lines.Values.SelectMany(l => l)],
        InService = [.. serving.Values.OrderBy(o => o.Since).ThenBy(o => o.Trip, StringComparer.Ordinal)],
        Held = [.. held.Values.OrderBy(o => o.Since).ThenBy(o => o.Trip, StringComparer.Ordinal)],
    };

    private void Enqueue(LaneOccupant who, bool first)
    {
        if (!lines.TryGetValue(who.Priority, out LinkedList<LaneOccupant>? line)) lines[who.Priority] = line = new LinkedList<LaneOccupant>();
        var node = new LinkedListNode<LaneOccupant>(who);
        if (!waiting.TryAdd((who.Trip, who.Stage), node)) throw new TraceFormatException($"'{who.Trip}' joins lane {key} for stage {who.Stage} twice");
        if (first) line.AddFirst(node);
        else line.AddLast(node);
    }
}
