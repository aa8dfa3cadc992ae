namespace CorridorTwin.Simulation.Trace;

/// <summary>What sets a truck apart (PERISH, AEO, MSME, HAZ, RELIEF).</summary>
[Flags]
public enum CargoFlags
{
    /// <summary>Nothing.</summary>
    None = 0,
    /// <summary>Perishable goods.</summary>
    Perishable = 1,
    /// <summary>Authorised economic operator.</summary>
    Aeo = 2,
    /// <summary>Micro, small or medium enterprise.</summary>
    Msme = 4,
    /// <summary>Dangerous goods.</summary>
    Hazardous = 8,
    /// <summary>Relief goods.</summary>
    Relief = 16,
}

/// <summary>How an event ended (OK, REJECT, HOLD, SAMPLE).</summary>
public enum EventOutcome { Ok, Reject, Hold, Sample }

/// <summary>Where an event comes from: a reader, a camera, a position, the customs system, a person, or the simulator.</summary>
public enum EventSource { Rfid, Lpr, Gps, Duca, Manual, Sim }

/// <summary>The regional declarations: DUCA-F for originating goods, DUCA-D for third countries' goods, DUCA-T for transit.</summary>
public enum DocumentKind { DucaF, DucaD, DucaT, Other }

/// <summary>A declaration.</summary>
/// <param name="Kind">Which form.</param>
/// <param name="Ref">Its pseudonym.</param>
public sealed record DocumentReference(DocumentKind Kind, string? Ref);

/// <summary>The values of <see cref="EventExtras.Reason"/>.</summary>
public static class EventReasons
{
    /// <summary>The truck is ready, its declaration is not.</summary>
    public const string Documents = "documents";
    /// <summary>The lane the truck waits for has no staff scheduled.</summary>
    public const string Closed = "closed";
    /// <summary>The next yard is full.</summary>
    public const string Blocked = "blocked";
    /// <summary>Work on the truck was interrupted; it stands first in its lane's line (ours).</summary>
    public const string Suspended = "suspended";
    /// <summary>A unit of the lane has failed.</summary>
    public const string Breakdown = "breakdown";
    /// <summary>The computers are out; work goes on by hand.</summary>
    public const string Outage = "outage";
}
