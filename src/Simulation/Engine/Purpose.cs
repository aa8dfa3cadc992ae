using CorridorTwin.Simulation.Draws;

namespace CorridorTwin.Simulation.Engine;

/// <summary>What a draw is for: part of its key, so that no two uses share a number.</summary>
internal static class Purpose
{
    public static readonly ulong Arrival = Mix.HashName("arrival");
    public static readonly ulong Batch = Mix.HashName("batch");
    public static readonly ulong Failure = Mix.HashName("failure");
    public static readonly ulong Repair = Mix.HashName("repair");
    public static readonly ulong Up = Mix.HashName("up");
    public static readonly ulong Down = Mix.HashName("down");

    /// <summary>Key of the n-th draw of a process: arrivals, failures, outages.</summary>
    public static ulong Ordinal(ulong process, long n) => process + (ulong)n * 0xD1342543DE82EF95;

    /// <summary>Key of a purpose at a place.</summary>
    public static ulong At(string place, string purpose) => Mix.Combine(Mix.HashName(place), Mix.HashName(purpose));
}
