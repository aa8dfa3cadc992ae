using CorridorTwin.Simulation.Draws;

namespace CorridorTwin.Simulation.Tests.Draws;

public class MixTests
{
    // The published first outputs of SplitMix64 with seed 0.
    [Theory]
    [InlineData(1UL, 0xE220A8397B1DCDAFUL)]
    [InlineData(2UL, 0x6E789E6AA1B965F4UL)]
    [InlineData(3UL, 0x06C45D188009454FUL)]
    [InlineData(4UL, 0xF88BB8A8724C81ECUL)]
    [InlineData(5UL, 0x1B39896A51A8749BUL)]
    public void Reproduces_SplitMix64(ulong step, ulong expected) =>
        Assert.Equal(expected, Mix.Mix64(unchecked(step * Mix.Golden)));

    [Theory]
    [InlineData(0UL, 0UL)]
    [InlineData(1UL, 0x5692161D100B05E5UL)]
    [InlineData(ulong.MaxValue, 0xB4D055FCF2CBBD7BUL)]
    public void Finaliser_keeps_its_values(ulong input, ulong expected) => Assert.Equal(expected, Mix.Mix64(input));

    // The inner values are the published FNV-1a 64 vectors for "", "a" and "foobar".
    [Theory]
    [InlineData("", 0xCBF29CE484222325UL)]
    [InlineData("a", 0xAF63DC4C8601EC8CUL)]
    [InlineData("foobar", 0x85944171F73967E8UL)]
    public void Names_hash_by_FNV_1a(string name, ulong fnv) => Assert.Equal(Mix.Mix64(fnv), Mix.HashName(name));

    [Fact]
    public void Names_keep_their_keys_whatever_the_alphabet() =>
        Assert.Equal(0x8EEEA14053E7E477UL, Mix.HashName("Peñas Blancas/entry/customs"));

    [Fact]
    public void A_missing_name_is_refused() => Assert.Throws<ArgumentNullException>(() => Mix.HashName(null!));

    [Fact]
    public void Combine_depends_on_the_order()
    {
        Assert.Equal(0x081A5C1377856B73UL, Mix.Combine(1, 2));
        Assert.Equal(0xF2826F98653E9E57UL, Mix.Combine(2, 1));
    }

    [Fact]
    public void Combining_small_numbers_never_collides()
    {
        var seen = new HashSet<ulong>();
        for (ulong a = 0; a < 500; a++)
        {
            for (ulong b = 0; b < 500; b++)
            {
                Assert.True(seen.Add(Mix.Combine(a, b)), $"({a}, {b}) repeats an earlier key");
            }
        }
    }

    [Fact]
    public void One_flipped_bit_flips_half_of_the_others()
    {
        Avalanche.AssertHalf(Mix.Mix64);
        Avalanche.AssertHalf(a => Mix.Combine(a, 0x1234567));
        Avalanche.AssertHalf(b => Mix.Combine(0x1234567, b));
    }
}
