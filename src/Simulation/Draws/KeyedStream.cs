using System.Runtime.CompilerServices;

namespace CorridorTwin.Simulation.Draws;

/// <summary>
/// A counter-based random stream: output <c>i</c> is <c>Mix64(start + i * Golden)</c>, so a stream is eight
/// bytes, costs nothing to open, and depends on nothing but its key. The same truck therefore meets the same
/// luck at the same place in every scenario, in whatever order events happen.
/// </summary>
/// <remarks>
/// Each stream is a window of the SplitMix64 sequence (Steele, Lea and Flood, OOPSLA 2014) at a hashed start.
/// Two windows of length L overlap with probability about 2L / 2^64 per pair of streams.
/// This is a mutable struct: pass it by <c>ref</c>, or the copy repeats the same numbers.
/// </remarks>
public struct KeyedStream
{
    // Odd, and unrelated to Golden, so that visits of one truck do not walk along its own stream.
    private const ulong VisitStep = 0xD1B54A32D192ED03UL;
    private const double UnitIn53Bits = 1.0 / (1UL << 53);

    private ulong _counter;

    /// <summary>Opens the stream of one hashed key. Key 0 is sound but its first output is 0; a hashed key is not 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public KeyedStream(ulong key) => _counter = Mix.Mix64(key);

    /// <summary>The whole state, for saving; see <see cref="FromState"/>.</summary>
    public readonly ulong State => _counter;

    /// <summary>Continues a saved stream exactly where <see cref="State"/> was read.</summary>
    public static KeyedStream FromState(ulong state)
    {
        KeyedStream stream = default;
        stream._counter = state;
        return stream;
    }

    /// <summary>The stream of one truck, for one purpose at one place, on its <paramref name="visit"/>-th return.</summary>
    /// <param name="truckKey">Hashed identity of the truck, with seed and replication folded in by <see cref="Mix.Combine"/>.</param>
    /// <param name="placePurposeKey">Hashed name of place and purpose (<see cref="Mix.HashName"/>, <see cref="Mix.Combine"/>).</param>
    /// <param name="visit">0 on the first visit; then equal to <c>new KeyedStream(truckKey ^ placePurposeKey)</c>.</param>
    /// <remarks>
    /// The keys are joined by exclusive or because that is free. It is sound only for hashed keys: with raw
    /// ordinals, truck 5 at place 3 would share its numbers with truck 4 at place 2.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static KeyedStream For(ulong truckKey, ulong placePurposeKey, int visit) =>
        new(truckKey ^ placePurposeKey ^ (unchecked((ulong)visit) * VisitStep));

    /// <summary>The next 64 random bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Next()
    {
        ulong counter = _counter;
        _counter = counter + Mix.Golden;
        return Mix.Mix64(counter);
    }

    /// <summary>A uniform number in [0, 1): a multiple of 2^-53.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double NextUniform() => (long)(Next() >> 11) * UnitIn53Bits;

    /// <summary>A uniform number in (0, 1]: one minus <see cref="NextUniform"/>, without rounding; safe to take the logarithm of.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double NextOpen() => 1.0 - NextUniform();

    /// <summary>A uniform number strictly between 0 and 1: the midpoint of one of 2^52 cells.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double NextInterior() => ((long)(Next() >> 12) + 0.5) * (2 * UnitIn53Bits);
}
