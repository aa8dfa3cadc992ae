using CorridorTwin.Scenarios.Statistics;

namespace CorridorTwin.Scenarios.Tests.Statistics;

public sealed class KaplanMeierTests
{
    /// <summary>
    /// Remission in weeks of 21 patients under 6-mercaptopurine (Freireich and others, Blood 21, 1963), the example of every textbook;
    /// a plus sign marks one still in remission: survival at 6, 7, 10, 13, 16, 22 and 23 weeks.
    /// </summary>
    private static readonly Lifetime[] Remission =
    [
        .. new[] { 6.0, 6, 6, 7, 10, 13, 16, 22, 23 }.Select(t => new Lifetime(t, false)),
        .. new[] { 6.0, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35 }.Select(t => new Lifetime(t, true)),
    ];

    [Fact]
    public void The_remission_data_give_the_published_curve()
    {
        (double, double)[] published = [(6, 0.857143), (7, 0.806723), (10, 0.752941), (13, 0.690196), (16, 0.627451), (22, 0.537815), (23, 0.448179)];
        Assert.Equal(published, KaplanMeier.Curve(Remission).Select(s => (s.Time, Math.Round(s.Survival, 6))));
        Assert.Equal(23, KaplanMeier.Quantile(Remission, 0.5));
        Assert.Null(KaplanMeier.Quantile(Remission, 0.9));
        // R's survival package, print(survfit(…), rmean = 35): 23.29 with standard error 2.83.
        SurvivalMean mean = KaplanMeier.Mean(Remission);
        Assert.Equal((23.287, 2.827, true, 35.0), (Math.Round(mean.Mean, 3), Math.Round(mean.StandardError, 3), mean.Restricted, mean.Until));
    }

    [Fact]
    public void By_hand()
    {
        // 1, 2+, 3, 4: S is 3/4 from 1, 3/8 from 3, 0 from 4: area 1 + 2·3/4 + 1·3/8.
        Lifetime[] four = [new(1, false), new(2, true), new(3, false), new(4, false)];
        Assert.Equal(2.875, KaplanMeier.Mean(four).Mean, 12);
        Assert.False(KaplanMeier.Mean(four).Restricted);
    }

    [Fact]
    public void Without_censored_times_it_is_the_plain_mean_and_its_error()
    {
        double[] times = [2, 7, 1, 8, 2, 8];
        SurvivalMean mean = KaplanMeier.Mean([.. times.Select(t => new Lifetime(t, false))]);
        Assert.Equal(times.Average(), mean.Mean, 12);
        // Greenwood's formula then gives the standard deviation with n in its denominator, over √n.
        Assert.Equal(Math.Sqrt(times.Sum(t => Math.Pow(t - times.Average(), 2)) / 36), mean.StandardError, 12);
    }

    [Fact]
    public void Wrong_times_are_refused() => Assert.Throws<ArgumentException>(() => KaplanMeier.Mean([new(-1, false)]));
}
