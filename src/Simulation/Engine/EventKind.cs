namespace CorridorTwin.Simulation.Engine;

/// <summary>What a pending event does. The order of the values is the order of simultaneous events: departures come before arrivals.</summary>
public enum EventKind
{
    /// <summary>A service ends.</summary>
    ServiceEnd = 0,
    /// <summary>A delay, a journey on the road or a wait for documents ends.</summary>
    DelayEnd = 1,
    /// <summary>A unit of a station fails or is repaired.</summary>
    Breakdown = 2,
    /// <summary>Scheduled staff of a station change.</summary>
    Calendar = 3,
    /// <summary>An outage or another disturbance begins or ends.</summary>
    Disturbance = 4,
    /// <summary>A truck arrives from outside.</summary>
    Arrival = 5,
    /// <summary>A measurement: the window opens or closes, or a probe is read. Comes last, so that it sees all that happened at its instant.</summary>
    Probe = 7,
}

/// <summary>One pending event: 16 bytes, ordered by time, then kind, then the order in which it was scheduled.</summary>
internal struct PendingEvent
{
    /// <summary>Time in milliseconds times 8 plus the kind.</summary>
    public long Order;

    /// <summary>Order of scheduling among equals; also tells a live event from one that was cancelled.</summary>
    public uint Sequence;

    /// <summary>Truck, station, source or disturbance, by kind.</summary>
    public int Subject;

    public readonly long Time => Order >> 3;

    public readonly EventKind Kind => (EventKind)(Order & 7);

    public readonly bool Before(in PendingEvent other) => Order < other.Order || (Order == other.Order && Sequence < other.Sequence);
}
