using System.Runtime.InteropServices;

namespace CorridorTwin.Simulation.Engine;

/// <summary>A station while it runs.</summary>
/// <remarks>In order of use: the first cache line is read at every event, the second written by most, the third by changes of staff and failures.</remarks>
[StructLayout(LayoutKind.Sequential, Size = 3 * CacheAligned<byte>.Line)]
internal struct StationState
{
    public int Busy;
    /// <summary>Units that may serve now: scheduled plus called in, less broken.</summary>
    public int Effective;
    public int Waiting;
    public int Scheduled;
    /// <summary>The smallest waiting room; without limit only if all are.</summary>
    public int TotalRoom;
    public int QueueBase;
    public int Group;
    public int BlockedHead, BlockedTail;
    /// <summary>Service that would run past the end of the shift does not start.</summary>
    public bool LooksAhead;
    public bool TracksLevels;
    public long LastTouch;
    public long QueueArea;
    public long BusyArea;

    /// <summary>Milliseconds waited by those who have left the queue, and servers held by those who have left them.</summary>
    public long WaitSum, HoldSum;
    public long Joined, Started, Left;
    public double Slowdown;
    /// <summary>Busy time at which the next failure falls (busy clock only).</summary>
    public long FailsAtBusyArea;
    public long ClosedBefore;

    public long ClosedSince;
    /// <summary>When staff last came on duty.</summary>
    public long OpenedAt;
    public long FailureOrdinal;
    public uint BreakdownSequence;
    public int ExtraLevel;
    public int Down;

    /// <summary>Milliseconds without staff scheduled, up to an instant.</summary>
    public readonly long ClosedClock(long now) => Scheduled == 0 ? ClosedBefore + now - ClosedSince : ClosedBefore;
}

internal struct SourceState
{
    public ulong RunKey;
    public long Ordinal;
    public long ArrivalOrdinal;
    public long BinStart;
    public double Into;
    public int Bin;
}
