using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CorridorTwin.Simulation.Engine;

internal enum EntityState : byte { Free, Queued, Serving, Delayed, Blocked, Awaiting, Forked }

/// <summary>A truck in the network, or one of its side tasks: what the event loop touches at every event, in one cache line.</summary>
[StructLayout(LayoutKind.Sequential, Size = CacheAligned<byte>.Line)]
internal struct Entity
{
    /// <summary>Identity for all draws: a hash of seed, replication, source and ordinal; side tasks share their truck's.</summary>
    public ulong Key;
    /// <summary>When the present wait, service or delay began.</summary>
    public long Since;
    /// <summary>While queued: the station's closed time when the truck joined. While served: when service ends. While blocked: since when.</summary>
    public long Mark;
    /// <summary>Service left of a suspended truck; −1 for one that has not begun.</summary>
    public long Remaining;
    /// <summary>Next in the queue, in the list of blocked trucks, or in the free list.</summary>
    public int Next;
    public int Row;
    /// <summary>The station whose queue or server the truck is at; −1 for none.</summary>
    public int Station;
    /// <summary>Sequence of the pending event that moves it; any other event of it was cancelled.</summary>
    public uint EventSequence;
    /// <summary>The truck a side task belongs to; −1 for a truck.</summary>
    public int Parent;
    public short Class;
    public byte Leg;
    public byte Priority;
    public EntityState State;
    public bool Measured;
}

/// <summary>What is rarely asked of a truck or side task.</summary>
internal struct EntityRest
{
    /// <summary>The stage and station a blocked truck waits for.</summary>
    public int TargetRow, TargetStation;
    /// <summary>Next side task of the same truck.</summary>
    public int Sibling;
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
/// <remarks>In order of use: the first cache line is written at nearly every event, the second holds stamps, the third is for the ends of a leg.</remarks>
[StructLayout(LayoutKind.Sequential, Size = 3 * CacheAligned<byte>.Line)]
public struct Track
{
    /// <summary>An officer or machine worked on the truck.</summary>
    public long Service;
    /// <summary>The awaited station had no staff scheduled.</summary>
    public long Closed;
    /// <summary>All other waiting.</summary>
    public long Queue;
    /// <summary>The next yard was full.</summary>
    public long Blocked;
    /// <summary>The truck was ready, its declaration was not.</summary>
    public long Documents;
    /// <summary>Driving.</summary>
    public long Move;
    /// <summary>When the leg began.</summary>
    public long Start;
    /// <summary>The place before the stamps, number −1: takes those that no stage asked for.</summary>
    internal long Unstamped;
    /// <summary>t0 to t8.</summary>
    public Stamps Stamps;
    /// <summary>When the declaration is lodged and accepted.</summary>
    public long Lodged, Accepted;
    /// <summary>The truck's ordinal in its source.</summary>
    public long Ordinal;
    internal long TaskMark;
    /// <summary>The source's number.</summary>
    public int Source;

    /// <summary>Number of the truck's journey: its source's, unless a model changed under it.</summary>
    internal int Journey;
    internal int FirstTask, TasksLeft, TasksServed;

    /// <summary>All six parts; equals the leg's length to the millisecond.</summary>
    public readonly long Total => Service + Documents + Closed + Blocked + Queue + Move;
}
