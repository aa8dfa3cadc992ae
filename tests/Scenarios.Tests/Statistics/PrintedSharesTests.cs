using CorridorTwin.Scenarios.Statistics;

namespace CorridorTwin.Scenarios.Tests.Statistics;

public class PrintedSharesTests
{
    [Fact]
    public void Thirds_add_up() => Assert.Equal([0.34m, 0.33m, 0.33m], PrintedShares.Round([1.0 / 3, 1.0 / 3, 1.0 / 3], 1, 2));

    [Fact]
    public void Negative_shares_and_zeros()
    {
        decimal[] printed = PrintedShares.Round([-1.26, 0, 3.57, -0.05], 2.26, 1);
        Assert.Equal(2.3m, printed.Sum());
        Assert.Equal(0m, printed[1]);
        Assert.Equal([-1.3m, 0m, 3.6m, 0m], printed); // lost by rounding down: 0.4, 0, 0.7 and 0.5 units, two of them to give back
    }

    [Fact]
    public void Half_a_digit_of_the_total_is_rounded_away_from_zero()
    {
        Assert.Equal(0.3m, PrintedShares.Round([0.125, 0.125], 0.25, 1).Sum());
        Assert.Equal(-0.3m, PrintedShares.Round([-0.125, -0.125], -0.25, 1).Sum());
    }

    [Fact]
    public void The_sum_is_the_rounded_total_and_no_share_is_off_by_a_unit()
    {
        for (int i = 0; i < 2000; i++)
        {
            double[] shares = [.. Enumerable.Range(0, 1 + i % 9).Select(k => Keyed.Normal(i, k) * 3)];
            int decimals = i % 4;
            decimal[] printed = PrintedShares.Round(shares, shares.Sum(), decimals);
            Assert.Equal(Math.Round((decimal)shares.Sum(), decimals, MidpointRounding.AwayFromZero), printed.Sum());
            for (int k = 0; k < shares.Length; k++) Assert.True(Math.Abs((double)printed[k] - shares[k]) < Math.Pow(10, -decimals) * (1 + 1e-9));
        }
    }

    [Fact]
    public void Bad_arguments_are_refused()
    {
        Assert.Throws<ArgumentException>(() => PrintedShares.Round([], 0, 1));
        Assert.Throws<ArgumentException>(() => PrintedShares.Round([1, 2], 3.1, 1));
        Assert.Throws<ArgumentException>(() => PrintedShares.Round([double.NaN], 1, 1));
        Assert.Throws<ArgumentException>(() => PrintedShares.Round([1], 1, -1));
        Assert.Throws<ArgumentException>(() => PrintedShares.Round([1e16], 1e16, 1));
    }
}
