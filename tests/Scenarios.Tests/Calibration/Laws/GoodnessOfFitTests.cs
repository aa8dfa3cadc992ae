using CorridorTwin.Scenarios.Calibration.Laws;
using Xunit;

namespace CorridorTwin.Scenarios.Tests.Calibration.Laws;

public sealed class GoodnessOfFitTests
{
    [Theory]
    [InlineData(1.062, 0.10)]
    [InlineData(1.321, 0.05)]
    [InlineData(1.959, 0.01)]
    public void TheNullOfAFittedExponentialIsThatOfStephens(double modified, double p)
    {
        // Stephens (1974): percentage points of A²(1 + 0.6/n) for an exponential of estimated mean. Times are bent until they reach one.
        const int Count = 40;
        LawFamily family = LawFamily.Of("exponential");
        ObservedTime[] Bent(double power) => [.. Enumerable.Range(0, Count).Select(i => ObservedTime.Exact(Math.Pow(family.Quantile([1], (i + 0.5) / Count), power)))];
        double Modified(double power) => GoodnessOfFit.Distances(LawFit.Of(family, Bent(power)), Bent(power)).AndersonDarling * (1 + 0.6 / Count);
        (double low, double high) = (1, 3);
        for (int i = 0; i < 50; i++)
            if (Modified((low + high) / 2) < modified) low = (low + high) / 2;
            else high = (low + high) / 2;
        GoodnessOfFit fit = GoodnessOfFit.Of(LawFit.Of(family, Bent(low)), Bent(low), draws: 4000);
        Assert.Equal(p, fit.AndersonDarlingP, 3.5 * Math.Sqrt(p * (1 - p) / 4000) + 0.004);
    }

    [Fact]
    public void DistancesOfASmallSampleByHand()
    {
        var law = new FittedLaw(LawFamily.Of("uniform"), [0, 1], 0, 4);
        ObservedTime[] times = [.. new[] { 0.1, 0.2, 0.6, 0.7 }.Select(ObservedTime.Exact)];
        // Shares 0, ¼, ½, ¾, 1 against 0.1, 0.2, 0.6, 0.7: furthest at 0.2, where one half was seen.
        (double ks, double ad) = GoodnessOfFit.Distances(law, times);
        Assert.Equal(0.3, ks, 1e-12);
        double expected = -4 - (1 * (Math.Log(0.1) + Math.Log(0.3)) + 3 * (Math.Log(0.2) + Math.Log(0.4)) + 5 * (Math.Log(0.6) + Math.Log(0.8)) + 7 * (Math.Log(0.7) + Math.Log(0.9))) / 4;
        Assert.Equal(expected, ad, 1e-12);
    }

    [Fact]
    public void TimesNotSeenToEndCountAsLongerOnes()
    {
        var law = new FittedLaw(LawFamily.Of("uniform"), [0, 1], 0, 4);
        ObservedTime[] times = [ObservedTime.Exact(0.25), ObservedTime.AtLeast(0.3), ObservedTime.Exact(0.5), ObservedTime.AtLeast(0.6)];
        // Kaplan and Meier: 3/4 survive 0.25, 3/8 survive 0.5; 5/8 against 1/2.
        Assert.Equal(0.25, GoodnessOfFit.Distances(law, times).KolmogorovSmirnov, 1e-12);
    }

    [Fact]
    public void AWrongFamilyIsFoundOutAndTheRightOneIsNot()
    {
        ObservedTime[] minutes = [.. LawFitTests.Draws(LawFamily.Of("lognormal"), [30, 0.5], 200).Select(t => ObservedTime.Rounded(Math.Round(t), 1))];
        Assert.True(GoodnessOfFit.Of(LawFit.Of(LawFamily.Of("exponential"), minutes), minutes, 99).KolmogorovSmirnovP <= 0.02);
        Assert.True(GoodnessOfFit.Of(LawFit.Of(LawFamily.Of("lognormal"), minutes), minutes, 39).KolmogorovSmirnovP > 0.05);
    }
}
