using CorridorTwin.Simulation.Draws;

namespace CorridorTwin.Simulation.Tests.Draws;

public class KeyedStreamTests
{
    private static readonly ulong Truck = Mix.Combine(Mix.HashName("GT-CR"), 42);
    private static readonly ulong Place = Mix.Combine(Mix.HashName("Peñas Blancas/entry/customs"), Mix.HashName("service"));

    // From an independent implementation.
    [Theory]
    [InlineData(0, 0x0F92D3C0C24FF8F9UL, 0x870EAA544433EE4FUL, 0xA044B6CBF940117BUL, 0x549013903C61F836UL)]
    [InlineData(1, 0x3DB2CD6F5EDB08B4UL, 0xC5E9412272286014UL, 0xFADE4BA5987834A6UL, 0xD99B58069EA36031UL)]
    public void Streams_keep_their_numbers(int visit, ulong first, ulong second, ulong third, ulong fourth)
    {
        KeyedStream stream = KeyedStream.For(Truck, Place, visit);
        Assert.Equal([first, second, third, fourth], [stream.Next(), stream.Next(), stream.Next(), stream.Next()]);
    }

    [Fact]
    public void Uniforms_keep_their_numbers()
    {
        KeyedStream stream = KeyedStream.For(Truck, Place, 0);
        Assert.Equal(0.06083415466338227, stream.NextUniform());
        Assert.Equal(0.5275675254562909, stream.NextUniform());
        Assert.Equal(1 - 0.6260484931929116, stream.NextOpen());
    }

    [Fact]
    public void Output_i_is_the_mix_of_the_start_plus_i_steps()
    {
        var stream = new KeyedStream(Truck ^ Place);
        ulong start = Mix.Mix64(Truck ^ Place);
        Assert.Equal(start, stream.State);
        for (ulong i = 0; i < 100; i++)
        {
            Assert.Equal(Mix.Mix64(unchecked(start + i * Mix.Golden)), stream.Next());
        }
    }

    [Fact]
    public void The_first_visit_costs_no_key() => Assert.Equal(new KeyedStream(Truck ^ Place), KeyedStream.For(Truck, Place, 0));

    [Fact]
    public void A_saved_stream_continues()
    {
        KeyedStream stream = KeyedStream.For(Truck, Place, 3);
        stream.Next();
        KeyedStream restored = KeyedStream.FromState(stream.State);
        for (int i = 0; i < 10; i++)
        {
            Assert.Equal(stream.Next(), restored.Next());
        }
    }

    [Theory]
    [InlineData(0UL, 0.0)]
    [InlineData(ulong.MaxValue, 1.0 - 1.0 / (1UL << 53))]
    [InlineData(1UL << 63, 0.5)]
    [InlineData(2047UL, 0.0)]
    public void Uniforms_reach_their_ends_and_no_further(ulong output, double uniform)
    {
        ulong state = Unmix(output);
        KeyedStream stream = KeyedStream.FromState(state);
        Assert.Equal(uniform, stream.NextUniform());
        stream = KeyedStream.FromState(state);
        Assert.Equal(1.0 - uniform, stream.NextOpen());
        stream = KeyedStream.FromState(state);
        double interior = stream.NextInterior();
        Assert.True(interior is > 0.0 and < 1.0, $"{interior:R}");
    }

    // The inverse of Mix64, to ask for the rarest outputs by name.
    private static ulong Unmix(ulong z)
    {
        z ^= (z >> 31) ^ (z >> 62);
        z = unchecked(z * 0x319642B2D24D8EC3UL);
        z ^= (z >> 27) ^ (z >> 54);
        z = unchecked(z * 0x96DE1B173F119089UL);
        return z ^ (z >> 30) ^ (z >> 60);
    }
}
