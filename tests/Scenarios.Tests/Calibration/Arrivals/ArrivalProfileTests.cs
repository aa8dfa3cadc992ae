using CorridorTwin.Scenarios.Calibration.Arrivals;
using Xunit;

namespace CorridorTwin.Scenarios.Tests.Calibration.Arrivals;

public sealed class ArrivalProfileTests
{
    private static readonly double[] Flat = [.. Enumerable.Repeat(1.0, 24)];
    private static readonly double[] Week = [.. Enumerable.Repeat(7.0, 24)];

    [Fact]
    public void CountsAsAssumedChangeNothing()
    {
        ArrivalProfile profile = ArrivalProfile.Of([.. Enumerable.Repeat(10.0, 24)], Week, Flat);
        Assert.True(double.IsPositiveInfinity(profile.Strength));
        Assert.Equal(Flat, profile.Weights);
    }

    [Fact]
    public void ManyCountsSpeakForThemselves()
    {
        double[] counts = [.. Enumerable.Range(0, 24).Select(h => h < 12 ? 1500.0 : 500)];
        ArrivalProfile profile = ArrivalProfile.Of(counts, Week, Flat);
        Assert.Equal(1.5, profile.Weights[3], 0.02);
        Assert.Equal(0.5, profile.Weights[20], 0.02);
        Assert.Equal(1, profile.Weights.Average(), 1e-12);
    }

    [Fact]
    public void FewCountsAreDrawnTowardsWhatWasAssumed()
    {
        double[] few = [.. Enumerable.Range(0, 24).Select(h => h < 12 ? 7.0 : 1)];
        ArrivalProfile profile = ArrivalProfile.Of(few, Week, Flat);
        Assert.InRange(profile.Weights[3], 1.2, 1.7);
        Assert.InRange(profile.Weights[20], 0.3, 0.8);
    }

    [Fact]
    public void TheEstimateIsThePosteriorMean()
    {
        double[] counts = [.. Enumerable.Range(0, 24).Select(h => h < 6 ? 40.0 : 10)];
        ArrivalProfile profile = ArrivalProfile.Of(counts, Week, Flat);
        double rate = counts.Sum() / 24, a = profile.Strength;
        double Posterior(int h) => (counts[h] + a) / (rate + a);
        Assert.Equal(Posterior(0) / Posterior(12), profile.Weights[0] / profile.Weights[12], 1e-9);
    }

    [Fact]
    public void ADeskThatShutsAtNightIsSeenToShut()
    {
        double[] minutes = [.. Enumerable.Range(0, 200).Select(i => 6 * 60 + 12 * 60 * (i + 0.5) / 200)];
        DeskHours hours = DeskHours.Of(minutes)!;
        Assert.False(hours.AroundTheClock);
        Assert.InRange(hours.FromMinute, 360, 365);
        Assert.InRange(hours.ToMinute, 1075, 1080);
    }

    [Fact]
    public void HoursThatPassMidnightStayTogether()
    {
        DeskHours hours = DeskHours.Of([.. Enumerable.Range(0, 200).Select(i => 20 * 60 + 8 * 60 * (i + 0.5) / 200)])!;
        Assert.InRange(hours.FromMinute, 1200, 1205);
        Assert.InRange(hours.ToMinute, 235, 240);
    }

    [Fact]
    public void AGapThatChanceMakesIsNoClosing() => Assert.True(DeskHours.Of([.. Enumerable.Range(0, 12).Select(i => i * 120.0)])!.AroundTheClock);
}
