using System.Numerics;
using CorridorTwin.Simulation.Draws;

namespace CorridorTwin.Simulation.Tests.Draws;

/// <summary>The strict avalanche criterion: every input bit flips every output bit half of the time.</summary>
internal static class Avalanche
{
    private const int Samples = 4000;

    internal static void AssertHalf(Func<ulong, ulong> hash)
    {
        var inputs = new KeyedStream(99);
        var flips = new int[64 * 64];
        long total = 0;
        for (int n = 0; n < Samples; n++)
        {
            ulong input = inputs.Next();
            ulong output = hash(input);
            for (int bit = 0; bit < 64; bit++)
            {
                ulong changed = output ^ hash(input ^ (1UL << bit));
                total += BitOperations.PopCount(changed);
                for (int i = 0; i < 64; i++)
                {
                    flips[bit * 64 + i] += (int)(changed >> i) & 1;
                }
            }
        }

        // 4096 pairs: 5 standard errors is passed by chance once in 430 such tests, and the seed is fixed.
        double error = 0.5 / Math.Sqrt(Samples);
        foreach (int count in flips)
        {
            Assert.InRange((double)count / Samples, 0.5 - 5 * error, 0.5 + 5 * error);
        }

        Assert.InRange(total / (64.0 * 64 * Samples), 0.4995, 0.5005);
    }
}
