namespace CorridorTwin.Simulation.Trace;

/// <summary>What a truck is doing, or waiting for; side by side in a joint inspection, else one at a time.</summary>
internal enum ActivityState { Queued, Served, Awaiting, Blocked }

internal sealed class Activity(string stage, ActivityState state)
{
    public string Stage => stage;
    public ActivityState State { get; set; } = state;
    public bool Closed { get; set; }
}

/// <summary>A truck's passage of one side while events are replayed.</summary>
internal sealed class PassageReplay(string unit, string trip)
{
    private readonly List<Activity> activities = [];
    private readonly DateTimeOffset?[] stamps = new DateTimeOffset?[9];
    private BorderEvent? entered;
    private BorderEvent? channel;
    private DateTimeOffset? accepted;
    private DateTimeOffset last;
    private TimeSplit split;

    public string Unit => unit;
    public string Trip => trip;

    /// <summary>It has joined the side's line: its time counts.</summary>
    public bool Begun => entered != null;

    /// <summary>The event by which it joined; null before.</summary>
    public BorderEvent? Entered => entered;

    /// <summary>It has passed the first gate.</summary>
    public bool Arrived => stamps[1] != null;

    public bool Idle => activities.Count == 0;

    /// <summary>Nothing is known of it but what has ended.</summary>
    public bool Forgettable => !Begun && Idle && stamps[2] == null;

    public void Enter(BorderEvent e)
    {
        if (Begun) throw new TraceFormatException($"'{trip}' joins the line of side {e.Side} twice");
        entered = e;
        last = e.T;
        stamps[0] = e.T;
    }

    public void Stamp(int index, DateTimeOffset t) => stamps[index] = t;

    public void Channelled(BorderEvent e) => (stamps[3], channel) = (e.T, e);

    public void DeclarationAccepted(DateTimeOffset t) => accepted = t;

    /// <summary>Books the time until an event.</summary>
    public void Until(DateTimeOffset t)
    {
        if (!Begun) return;
        split = Booked(t);
        last = t;
    }

    public void Add(Activity activity) => activities.Add(activity);

    public Activity? Find(string stage, ActivityState state) => activities.Find(a => a.Stage == stage && a.State == state);

    public void Remove(Activity activity) => activities.Remove(activity);

    public TripSide At(DateTimeOffset t) => new()
    {
        Unit = unit,
        Trip = trip,
        Post = entered!.Post!,
        Side = entered.Side!,
        Dir = entered.Dir,
        Op = entered.Op,
        Cls = entered.Cls,
        Origin = entered.Ext.Origin,
        Destination = entered.Ext.Destination,
        Channel = channel?.Chan,
        Accepted = accepted,
        Stamps = [.. stamps],
        Split = Booked(t),
    };

    private TimeSplit Booked(DateTimeOffset t)
    {
        long ms = (t.UtcTicks - last.UtcTicks) / TimeSpan.TicksPerMillisecond;
        if (ms == 0) return split;
        bool served = false, awaiting = false, closed = false, blocked = false;
        foreach (Activity a in activities)
        {
            served |= a.State == ActivityState.Served;
            awaiting |= a.State == ActivityState.Awaiting;
            closed |= a.State == ActivityState.Queued && a.Closed;
            blocked |= a.State == ActivityState.Blocked;
        }
        return served ? split with { Service = split.Service + ms }
            : awaiting ? split with { Documents = split.Documents + ms }
            : closed ? split with { Closed = split.Closed + ms }
            : blocked ? split with { Blocked = split.Blocked + ms }
            : activities.Count > 0 ? split with { Queue = split.Queue + ms }
            : split with { Move = split.Move + ms };
    }
}
