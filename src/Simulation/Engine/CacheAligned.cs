using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CorridorTwin.Simulation.Engine;

/// <summary>
/// Records that do not move and begin at a cache line, so that one of 64 bytes is read in one piece. An event touches two or three
/// trucks out of thousands: how many lines that takes decides how fast the loop is.
/// </summary>
internal sealed unsafe class CacheAligned<T> where T : unmanaged
{
    /// <summary>Bytes that a processor reads at once.</summary>
    public const int Line = 64;

    // Keeps the memory alive; it is never read through.
    private readonly byte[] memory;

    /// <summary>So many records, all zero.</summary>
    public CacheAligned(int length)
    {
        Length = length;
        memory = GC.AllocateArray<byte>(checked(length * sizeof(T) + Line), pinned: true);
        nuint start = (nuint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(memory));
        Address = (T*)((start + Line - 1) & ~(nuint)(Line - 1));
    }

    /// <summary>The first record; valid as long as this object lives.</summary>
    public T* Address { get; }

    /// <summary>Number of records.</summary>
    public int Length { get; }

    /// <summary>All records.</summary>
    public Span<T> All => new(Address, Length);

    /// <summary>A record, checked.</summary>
    public ref T this[int i] => ref All[i];
}
