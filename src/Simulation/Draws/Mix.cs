using System.Runtime.CompilerServices;
using System.Text;

namespace CorridorTwin.Simulation.Draws;

/// <summary>
/// Integer hashing behind every random draw. The values are part of the file format: a stored fingerprint
/// or saved state is only reproducible while these functions never change.
/// </summary>
public static class Mix
{
    /// <summary>The odd 64-bit integer nearest to 2^64 divided by the golden ratio; the step of every stream.</summary>
    public const ulong Golden = 0x9E3779B97F4A7C15UL;

    /// <summary>
    /// A bijection of the 64-bit integers in which each input bit flips each output bit with probability
    /// close to one half. <c>Mix64(0)</c> is 0.
    /// </summary>
    /// <remarks>
    /// David Stafford's variant 13 of the MurmurHash3 finaliser, as used by SplitMix64: Steele, Lea and Flood,
    /// "Fast splittable pseudorandom number generators", OOPSLA 2014.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Mix64(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }

    /// <summary>
    /// Joins two keys into one. The order matters, and with either key held fixed the other maps one to one,
    /// so consecutive ordinals under the same parent never collide.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Combine(ulong a, ulong b) => Mix64(Mix64(a + Golden) ^ b);

    /// <summary>
    /// The key of a name: FNV-1a (64 bit) over its UTF-8 bytes, then <see cref="Mix64"/>. Case-sensitive and
    /// the same on every platform, unlike <see cref="string.GetHashCode()"/>.
    /// </summary>
    /// <remarks>FNV-1a: Fowler, Noll and Vo, RFC 9923. The finaliser repairs its weak high bits on short names.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public static ulong HashName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        ulong hash = 0xCBF29CE484222325UL;
        foreach (byte octet in Encoding.UTF8.GetBytes(name))
        {
            hash = (hash ^ octet) * 0x00000100000001B3UL;
        }

        return Mix64(hash);
    }
}
