using System.Runtime.CompilerServices;

namespace CorridorTwin.Simulation.Engine;

internal enum EntityState : byte { Free, Queued, Serving, Delayed, Blocked, Awaiting, Forked }

/// <summary>A truck in the network, or one of its side tasks: what the event loop touches at every event.</summary>
internal struct Entity
{
    /// <summary>Identity for all draws: a hash of seed, replication, source and ordinal; side tasks share their truck's.</summary>
    public ulong Key;
    /// <summary>When the present wait, service or delay began.</summary>
    public long Since;
    /// <summary>While served: when service ends. While blocked: since when.</summary>
    public long Mark;
    /// <summary>The station's closed time when the truck joined its queue.</summary>
    public long ClosedMark;
    /// <summary>Service left of a suspended truck; −1 for one that has not begun.</summary>
    public long Remaining;
    /// <summary>Next in the queue, in the list of blocked trucks, or in the free list.</summary>
    public int Next;
    public int Row;
    /// <summary>The station whose queue or server the truck is at; −1 for none.</summary>
    public int Station;
    /// <summary>Sequence of the pending event that moves it; any other event of it was cancelled.</summary>
    public uint EventSequence;
    /// <summary>The stage and station a blocked truck waits for.</summary>
    public int TargetRow;
    public int TargetStation;
    /// <summary>The truck a side task belongs to; −1 for a truck.</summary>
    public int Parent;
    /// <summary>Next side task of the same truck.</summary>
    public int Sibling;
    public short Class;
    public byte Leg;
    public byte Priority;
    public EntityState State;
    public bool Measured;
}

/// <summary>Time stamps t0 to t8 of one leg; −1 where not reached.</summary>
[InlineArray(Count)]
public struct Stamps
{
    /// <summary>Number of stamps.</summary>
    public const int Count = 9;

    private long first;
}

/// <summary>What a truck's present leg has cost so far, in milliseconds, and where the truck comes from.</summary>
public struct Track
{
    /// <summary>An officer or machine worked on the truck.</summary>
    public long Service;
    /// <summary>The truck was ready, its declaration was not.</summary>
    public long Documents;
    /// <summary>The awaited station had no staff scheduled.</summary>
    public long Closed;
    /// <summary>The next yard was full.</summary>
    public long Blocked;
    /// <summary>All other waiting.</summary>
    public long Queue;
    /// <summary>Driving.</summary>
    public long Move;
    /// <summary>When the leg began.</summary>
    public long Start;
    /// <summary>t0 to t8.</summary>
    public Stamps Stamps;
    /// <summary>The place behind the stamps: takes those that no stage asked for.</summary>
    internal long Unstamped;
    /// <summary>When the declaration is lodged and accepted.</summary>
    public long Lodged, Accepted;
    /// <summary>The source's number and the truck's ordinal in it.</summary>
    public int Source;
    public long Ordinal;

    /// <summary>Number of the truck's journey: its source's, unless a model changed under it.</summary>
    internal int Journey;
    internal int FirstTask, TasksLeft, TasksServed;
    internal long TaskMark;

    /// <summary>All six parts; equals the leg's length to the millisecond.</summary>
    public readonly long Total => Service + Documents + Closed + Blocked + Queue + Move;
}
