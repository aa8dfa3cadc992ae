using CorridorTwin.Simulation.Draws;

namespace CorridorTwin.Simulation.Tests.Draws;

/// <summary>A hash over the bits of 100 000 draws: one stored number catches any change in any of them.</summary>
internal static class Fingerprint
{
    internal delegate double Draw(ref KeyedStream stream);

    internal static ulong Of(Draw draw)
    {
        var stream = new KeyedStream(Mix.HashName("fingerprint"));
        ulong hash = 0xCBF29CE484222325UL;
        for (int i = 0; i < 100_000; i++)
        {
            hash = unchecked((hash ^ BitConverter.DoubleToUInt64Bits(draw(ref stream))) * 0x100000001B3UL);
        }

        return hash;
    }
}
