using CorridorTwin.Simulation.Draws;

namespace CorridorTwin.Simulation.Tests.Draws;

/// <summary>First outputs across neighbouring keys must look as independent as outputs along one stream.</summary>
public class KeyedStreamQualityTests
{
    private const int Count = 1 << 19;
    private static readonly ulong Customs = Mix.HashName("Peñas Blancas/entry/customs");
    private static readonly ulong Flow = Mix.HashName("GT-CR");

    public static TheoryData<string> Families => ["trucks", "places", "visits", "bits", "seeds", "along", "second"];

    [Theory]
    [MemberData(nameof(Families))]
    public void First_outputs_are_uniform_in_every_byte(string family)
    {
        ulong[] outputs = Outputs(family);
        for (int shift = 0; shift < 64; shift += 8)
        {
            var counts = new int[256];
            foreach (ulong output in outputs)
            {
                counts[(output >> shift) & 255]++;
            }

            GoodnessOfFit.AssertChiSquare(counts, [.. Enumerable.Repeat(1.0 / 256, 256)]);
        }
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void Neighbours_are_uncorrelated_and_fill_the_square(string family)
    {
        ulong[] outputs = Outputs(family);
        foreach (int lag in (int[])[1, 2, 16])
        {
            var cells = new int[64 * 64];
            double products = 0.0;
            for (int i = 0; i + lag < outputs.Length; i++)
            {
                cells[(outputs[i] >> 58) * 64 + (outputs[i + lag] >> 58)]++;
                products += (Unit(outputs[i]) - 0.5) * (Unit(outputs[i + lag]) - 0.5);
            }

            int n = outputs.Length - lag;
            double z = products * 12.0 / Math.Sqrt(n); // the product of two centred uniforms has variance 1/144
            Assert.True(Math.Abs(z) < 4.5, $"lag {lag}: z = {z:F2}");
            GoodnessOfFit.AssertChiSquare(cells, [.. Enumerable.Repeat(1.0 / 4096, 4096)]);
        }
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void Every_bit_is_set_half_of_the_time_and_free_of_its_neighbours(string family)
    {
        ulong[] outputs = Outputs(family);
        for (int bit = 0; bit < 64; bit++)
        {
            int set = 0;
            int changed = 0;
            for (int i = 1; i < outputs.Length; i++)
            {
                set += (int)(outputs[i] >> bit) & 1;
                changed += (int)((outputs[i] ^ outputs[i - 1]) >> bit) & 1;
            }

            double error = 0.5 * Math.Sqrt(outputs.Length);
            Assert.InRange((set - 0.5 * outputs.Length) / error, -5.0, 5.0);
            Assert.InRange((changed - 0.5 * outputs.Length) / error, -5.0, 5.0);
        }
    }

    [Fact]
    public void A_truck_at_two_places_and_two_trucks_at_a_place_are_uncorrelated()
    {
        double acrossPlaces = 0.0;
        double acrossTrucks = 0.0;
        double acrossBoth = 0.0;
        for (ulong truck = 0; truck < Count; truck++)
        {
            double here = First(truck, 3);
            acrossPlaces += (here - 0.5) * (First(truck, 4) - 0.5);
            acrossTrucks += (here - 0.5) * (First(truck + 1, 3) - 0.5);
            acrossBoth += (here - 0.5) * (First(truck + 1, 4) - 0.5);
        }

        foreach (double sum in (double[])[acrossPlaces, acrossTrucks, acrossBoth])
        {
            Assert.InRange(sum * 12.0 / Math.Sqrt(Count), -4.5, 4.5);
        }
    }

    [Fact]
    public void Flipping_any_bit_of_any_key_flips_half_of_the_first_output()
    {
        Avalanche.AssertHalf(truck => KeyedStream.For(truck, Customs, 0).First());
        Avalanche.AssertHalf(place => KeyedStream.For(Flow, place, 0).First());
    }

    [Fact]
    public void Ten_million_first_outputs_collide_no_more_than_chance_allows()
    {
        const int Trucks = 10_000;
        const int Places = 1_000;
        var outputs = new ulong[Trucks * Places];
        for (int place = 0; place < Places; place++)
        {
            ulong placeKey = Mix.Combine(Customs, (ulong)place);
            for (int truck = 0; truck < Trucks; truck++)
            {
                outputs[place * Trucks + truck] = KeyedStream.For(Mix.Combine(Flow, (ulong)truck), placeKey, 0).First();
            }
        }

        Array.Sort(outputs);
        int whole = 0;
        int highHalf = 0;
        for (int i = 1; i < outputs.Length; i++)
        {
            whole += outputs[i] == outputs[i - 1] ? 1 : 0;
            highHalf += outputs[i] >> 32 == outputs[i - 1] >> 32 ? 1 : 0;
        }

        Assert.Equal(0, whole); // expected number: 2.7e-6

        // n balls in m boxes: n - m (1 - (1 - 1/m)^n) land on another, 11 633 here, almost Poisson.
        const double Boxes = 4294967296.0;
        double expected = outputs.Length + Boxes * (Math.Exp(-outputs.Length / Boxes) - 1.0);
        Assert.InRange((highHalf - expected) / Math.Sqrt(expected), -4.5, 4.5);
    }

    private static double First(ulong truck, ulong place) =>
        Unit(KeyedStream.For(Mix.Combine(Flow, truck), Mix.Combine(Customs, place), 0).First());

    private static double Unit(ulong output) => (output >> 11) * (1.0 / (1UL << 53));

    private static ulong[] Outputs(string family)
    {
        var outputs = new ulong[Count];
        var along = new KeyedStream(Flow);
        for (int i = 0; i < Count; i++)
        {
            ulong n = (ulong)i;
            outputs[i] = family switch
            {
                "trucks" => KeyedStream.For(Mix.Combine(Flow, n), Customs, 0).First(),
                "places" => KeyedStream.For(Mix.Combine(Flow, 42), Mix.Combine(Customs, n), 0).First(),
                "visits" => KeyedStream.For(Mix.Combine(Flow, 42), Customs, i).First(),
                "bits" => KeyedStream.For(Mix.Combine(Flow, n / 64) ^ (1UL << (i % 64)), Customs, 0).First(),
                "seeds" => KeyedStream.For(Mix.Combine(Mix.Combine(n, 0), Mix.Combine(Flow, 42)), Customs, 0).First(),
                "along" => along.Next(),
                "second" => KeyedStream.For(Mix.Combine(Flow, n), Customs, 0).Second(),
                _ => throw new ArgumentOutOfRangeException(nameof(family), family, null),
            };
        }

        return outputs;
    }
}
