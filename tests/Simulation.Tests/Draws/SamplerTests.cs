using System.Runtime.CompilerServices;
using CorridorTwin.Simulation.Draws;

namespace CorridorTwin.Simulation.Tests.Draws;

public class SamplerTests
{
    [Fact]
    public void Fits_in_forty_bytes() => Assert.True(Unsafe.SizeOf<Sampler>() <= 40);

    [Fact]
    public void The_default_draws_nothing_and_uses_nothing()
    {
        var stream = new KeyedStream(1);
        Assert.Equal(0.0, default(Sampler).Sample(ref stream));
        Assert.Equal(new KeyedStream(1), stream);
    }

    // From an independent implementation, first four and a hash over 100 000; they must never change.
    [Theory]
    [InlineData("exponential", 0UL, 0x40AD6B9563AB59F4UL, 0x40E5F7F411FEFC46UL, 0x40ECD137F842598CUL, 0x40D77E68005A2927UL)]
    [InlineData("lognormal", 0x90174A587889DFB0UL, 0x40EA8E2D982388C0UL, 0x40F502157E3F3550UL, 0x40E0795D4EDF57EDUL, 0x40F2401F2D6BC7B4UL)]
    [InlineData("gamma", 0x90A2912C21FD5961UL, 0x40E7A35F63A6A7FAUL, 0x40D01FB22A594D35UL, 0x40E9C1807C393F44UL, 0x40F13C4295DE5142UL)]
    public void Draws_keep_their_bits(string family, ulong fingerprint, ulong first, ulong second, ulong third, ulong fourth)
    {
        TimeSpan minute = TimeSpan.FromMinutes(1);
        Sampler sampler = Sampler.Compile(family switch
        {
            "exponential" => Distribution.Exponential(minute),
            "lognormal" => Distribution.Lognormal(minute, 0.5),
            _ => Distribution.Gamma(minute, 0.8),
        });
        ulong truck = Mix.Combine(Mix.HashName("GT-CR"), 42);
        ulong place = Mix.Combine(Mix.HashName("Peñas Blancas/entry/customs"), Mix.HashName("service"));
        KeyedStream stream = KeyedStream.For(truck, place, 0);
        foreach (ulong bits in (ulong[])[first, second, third, fourth])
        {
            Assert.Equal(bits, BitConverter.DoubleToUInt64Bits(sampler.Sample(ref stream)));
        }

        if (fingerprint != 0)
        {
            Assert.Equal(fingerprint, Fingerprint.Of(sampler.Sample));
        }
    }

    // Stored from this implementation: any change to any family shows here.
    [Theory]
    [MemberData(nameof(Fingerprints))]
    public void Every_family_keeps_its_bits(string name, ulong fingerprint) =>
        Assert.Equal(fingerprint, Fingerprint.Of(Sampler.Compile(SamplerCases.All[name].Law).Sample));

    public static TheoryData<string, ulong> Fingerprints => new()
    {
        { "uniform", 0xE17DC6AAA07E3E25UL },
        { "exponential", 0x1D14035BE1536AD3UL },
        { "lognormal 0.3", 0xB2FB15FE5ED1D465UL },
        { "lognormal 0.8", 0xBA1271F978C6C273UL },
        { "lognormal 2", 0x6822CB3F378DD68BUL },
        { "gamma 0.1", 0x616142F4FD03F615UL },
        { "gamma 0.5", 0x196F962E94A5C101UL },
        { "gamma 0.9", 0xACE4193AE337D120UL },
        { "gamma 1", 0x084D6D59D98934AEUL },
        { "gamma 1.5", 0x128BABC035B5A7CEUL },
        { "erlang 1", 0xA91E33890E212562UL },
        { "erlang 3", 0x3730B740815E6752UL },
        { "erlang 9", 0x1F96D842AB4BCFC6UL },
        { "triangular", 0x4A2ABC268D346197UL },
        { "triangular left", 0xA84C8580EADC2177UL },
        { "triangular right", 0x29A470B1E8FD1CD4UL },
        { "hyperexponential", 0xEABD9DB59F596D38UL },
        { "mixture", 0x3E410784BB210478UL },
        { "empirical", 0x89B20B98DF3E37A5UL },
        { "deterministic", 0xB17F2C18DF3E37A5UL },
    };

    [Theory]
    [InlineData(0.0, 0)]
    [InlineData(0.49, 0)]
    [InlineData(0.5, 1)]
    [InlineData(1.49, 1)]
    [InlineData(90_000_000.5, 90_000_001)]
    [InlineData(1e15, 1_000_000_000_000_000)]
    [InlineData(1e300, 1_000_000_000_000_000)]
    public void Milliseconds_round_to_nearest_and_stay_in_range(double value, long expected)
    {
        var stream = new KeyedStream(1);
        Assert.Equal(expected, Sampler.Compile(new DeterministicDistribution(value)).SampleMilliseconds(ref stream));
    }

    [Fact]
    public void An_overflowing_draw_still_fits_the_clock()
    {
        Sampler wild = Sampler.Compile(new LognormalDistribution(1e300, 1e150));
        for (ulong key = 0; key < 1000; key++)
        {
            var stream = new KeyedStream(key);
            Assert.InRange(wild.SampleMilliseconds(ref stream), 0, 1_000_000_000_000_000);
        }
    }

    [Theory]
    [MemberData(nameof(SamplerCases.Names), MemberType = typeof(SamplerCases))]
    public void Draws_are_never_negative_and_depend_on_the_stream_alone(string name)
    {
        Sampler sampler = Sampler.Compile(SamplerCases.All[name].Law);
        Sampler again = Sampler.Compile(SamplerCases.All[name].Law);
        for (ulong key = 0; key < 20_000; key++)
        {
            var one = new KeyedStream(key);
            var two = new KeyedStream(key);
            double draw = sampler.Sample(ref one);
            Assert.True(draw >= 0.0);
            Assert.Equal(draw, again.Sample(ref two));
            Assert.Equal(one, two);
        }
    }

    [Theory]
    [MemberData(nameof(SamplerCases.Names), MemberType = typeof(SamplerCases))]
    public void Scaling_the_law_scales_every_draw(string name)
    {
        Distribution law = SamplerCases.All[name].Law;
        Sampler sampler = Sampler.Compile(law);
        Sampler scaled = Sampler.Compile(law.Scale(1.3));
        for (ulong key = 0; key < 5_000; key++)
        {
            var one = new KeyedStream(key);
            var two = new KeyedStream(key);
            double draw = 1.3 * sampler.Sample(ref one);
            Assert.Equal(draw, scaled.Sample(ref two), 1e-12 * draw);
        }
    }

    [Theory]
    [MemberData(nameof(SamplerCases.Names), MemberType = typeof(SamplerCases))]
    public void Drawing_allocates_nothing(string name)
    {
        Sampler sampler = Sampler.Compile(SamplerCases.All[name].Law);
        var stream = new KeyedStream(5);
        long sum = sampler.SampleMilliseconds(ref stream);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 10_000; i++)
        {
            sum += sampler.SampleMilliseconds(ref stream);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(sum > 0);
    }

    [Fact]
    public void Nothing_cannot_be_compiled() => Assert.Throws<ArgumentNullException>(() => Sampler.Compile(null!));
}
