using CorridorTwin.Simulation.Time;

namespace CorridorTwin.Simulation.Engine;

/// <summary>One replication: which draws, how long.</summary>
public sealed record RunOptions
{
    /// <summary>Seed of the experiment.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Number of the replication; each has its own draws under the same seed.</summary>
    public int Replication { get; init; }

    /// <summary>Time simulated before the measured window opens.</summary>
    public SimDuration WarmUp { get; init; }

    /// <summary>Length of the measured window; trucks that join a first queue in it are the cohort.</summary>
    public SimDuration Length { get; init; } = SimDuration.FromDays(1);

    /// <summary>Go on, with arrivals, until the whole cohort has left. False stops at the end of the window.</summary>
    public bool Drain { get; init; } = true;

    /// <summary>How long to go on at most; a cohort still inside then is reported, never dropped silently.</summary>
    public SimDuration DrainLimit { get; init; } = SimDuration.FromDays(3650);

    /// <summary>Arrivals stop at the end of the window instead of going on (the performance model asks for it).</summary>
    public bool ArrivalsStop { get; init; }

    /// <summary>Instants at which the number at each station is recorded.</summary>
    public IReadOnlyList<SimTime> Probes { get; init; } = [];
}

/// <summary>Follows a replication. Called on the thread that runs it.</summary>
public abstract class RunObserver
{
    /// <summary>Whether <see cref="Traced"/> is called; asked once, at the start.</summary>
    public virtual bool WantsTrace => false;

    /// <summary>A truck has finished a reported leg of its journey, or left within it by a way out. A truck turned away has not.</summary>
    public virtual void LegEnded(in LegRecord leg) { }

    /// <summary>Something happened that a trace records.</summary>
    public virtual void Traced(in TraceRecord record) { }
}

/// <summary>A finished leg. Valid only during the call.</summary>
public readonly ref struct LegRecord
{
    internal LegRecord(ref readonly Track track, long end, int classIndex, int procedure, int leg, bool measured, int exit)
    {
        Track = ref track;
        End = end;
        ClassIndex = classIndex;
        Procedure = procedure;
        Leg = leg;
        Measured = measured;
        Exit = exit;
    }

    /// <summary>Times and stamps of the leg.</summary>
    public readonly ref readonly Track Track;

    /// <summary>When it ended, milliseconds.</summary>
    public readonly long End;

    /// <summary>Class, procedure, and position in the journey.</summary>
    public readonly int ClassIndex, Procedure, Leg;

    /// <summary>The truck belongs to the measured cohort.</summary>
    public readonly bool Measured;

    /// <summary>The way out by which the truck left the network within the leg, a number of <c>ExitNames</c>; 0 if the leg ran to its end.</summary>
    public readonly int Exit;

    /// <summary>Length of the leg in milliseconds.</summary>
    public long Duration => End - Track.Start;
}

/// <summary>What a trace record tells.</summary>
public enum TraceKind : byte { LegStart, Join, Start, End, Suspend, Block, Unblock, Lodged, Accepted, AwaitStart, AwaitEnd, Pass, LegEnd, Leave, Staff, Down, Up, Disturbed, Restored, CalledIn, Rejected }

/// <summary>One happening in a replication.</summary>
/// <param name="Kind">What.</param>
/// <param name="Time">When, milliseconds; a declaration's stamps may lie before or after the present.</param>
/// <param name="Row">Stage, or −1; of a truck that is blocked, the stage it cannot reach.</param>
/// <param name="Station">Station, or −1; of a truck that is blocked, the one whose server it holds.</param>
/// <param name="Source">Source of the truck, or −1.</param>
/// <param name="Ordinal">Ordinal of the truck in its source.</param>
/// <param name="ClassIndex">Class of the truck.</param>
/// <param name="Leg">Position in its journey.</param>
/// <param name="Value">Staff scheduled or called in, units broken, the way out; of a truck that joins, its priority; of one that is blocked, the station ahead.</param>
/// <param name="Key">Identity of the truck for all draws, so that a reader of the trace can tell what was drawn for it; 0 for a station.</param>
public readonly record struct TraceRecord(TraceKind Kind, long Time, int Row, int Station, int Source, long Ordinal, int ClassIndex, int Leg, int Value, ulong Key);
