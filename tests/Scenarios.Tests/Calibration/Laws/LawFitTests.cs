using CorridorTwin.Scenarios.Calibration.Laws;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Simulation.Draws;
using MathNet.Numerics;
using Xunit;

namespace CorridorTwin.Scenarios.Tests.Calibration.Laws;

public sealed class LawFitTests
{
    [Fact]
    public void ExponentialWithTimesNotSeenToEndIsTotalTimeOverEnds()
    {
        ObservedTime[] times = [.. new[] { 2.0, 4, 6, 8, 10 }.Select(ObservedTime.Exact), ObservedTime.AtLeast(5), ObservedTime.AtLeast(15)];
        // (30 + 20) minutes under observation, five ends.
        Assert.Equal(10, LawFit.Of(LawFamily.Of("exponential"), times).Mean, 1e-4);
    }

    [Fact]
    public void ExponentialSeenInWholeMinutesHasTheGeometricAnswer()
    {
        int[] whole = [0, 0, 1, 1, 2, 3, 3, 5, 8, 12];
        ObservedTime[] times = [.. whole.Select(k => new ObservedTime(k, k + 1))];
        // P(k) = e^(−k/m) (1 − e^(−1/m)): the likelihood is greatest where 1/m = ln(1 + 1/k̄).
        Assert.Equal(1 / Math.Log(1 + 1 / whole.Average()), LawFit.Of(LawFamily.Of("exponential"), times).Mean, 1e-4);
    }

    [Fact]
    public void LognormalIsTheNormalOfLogarithms()
    {
        double[] logs = [1, 1.5, 2, 2.5, 3];
        FittedLaw law = LawFit.Of(LawFamily.Of("lognormal"), [.. logs.Select(l => ObservedTime.Exact(Math.Exp(l)))]);
        // mean of logs 2, variance 0.5 (divided by n)
        Assert.Equal(Math.Exp(2.25), law.Mean, 1e-9);
        Assert.Equal(Math.Sqrt(Math.Exp(0.5) - 1), law.Cv, 1e-9);
    }

    [Fact]
    public void GammaSolvesItsScoreEquation()
    {
        double[] times = [1.2, 3.4, 2.2, 5.6, 0.7, 4.1, 2.9, 3.3];
        FittedLaw law = LawFit.Of(LawFamily.Of("gamma"), [.. times.Select(ObservedTime.Exact)]);
        double k = 1 / (law.Cv * law.Cv);
        Assert.Equal(times.Average(), law.Mean, 1e-12);
        Assert.Equal(Math.Log(times.Average()) - times.Average(Math.Log), Math.Log(k) - SpecialFunctions.DiGamma(k), 1e-9);
    }

    [Fact]
    public void UniformIsTheRangeSeen() =>
        Assert.Equal([2.0, 9], LawFit.Of(LawFamily.Of("uniform"), [.. new[] { 2.0, 5, 3, 9, 7 }.Select(ObservedTime.Exact)]).Parameters);

    [Theory]
    [InlineData("exponential", 12, 1)]
    [InlineData("lognormal", 8, 0.5)]
    [InlineData("gamma", 8, 0.7)]
    [InlineData("erlang", 8, 0.5)]
    public void ThePlantedLawComesBackFromWholeMinutesWithSomeTrucksStillInside(string name, double mean, double cv)
    {
        LawFamily family = LawFamily.Of(name);
        double[] planted = family.Parameters == 1 ? [mean] : [mean, cv];
        ObservedTime[] times = [.. Draws(family, planted, 800).Select(t => t > 3 * mean ? ObservedTime.AtLeast(3 * mean) : new ObservedTime(Math.Max(0, Math.Round(t) - 0.5), Math.Round(t) + 0.5))];
        FittedLaw law = LawFit.Of(family, times);
        Assert.Equal(mean, law.Mean, 0.06 * mean);
        Assert.Equal(cv, law.Cv, 0.1 * cv);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(2)]
    [InlineData(12)]
    public void ShortServicesAreReadFromClocksRoundedToTheMinute(double mean)
    {
        var stream = new KeyedStream(11);
        ObservedTime[] times = [.. Draws(LawFamily.Of("lognormal"), [mean, 0.5], 4000).Select(t => stream.NextUniform() is var begun ? ObservedTime.Rounded(Math.Round(begun + t) - Math.Round(begun), 1) : default)];
        Assert.Equal(mean, LawFit.Of(LawFamily.Of("lognormal"), times).Mean, 0.04 * mean);
    }

    [Theory]
    [InlineData("exponential")]
    [InlineData("lognormal")]
    [InlineData("triangular")]
    public void TheFamilyTheTimesCameFromIsChosen(string name)
    {
        LawFamily family = LawFamily.Of(name);
        double[] planted = name switch { "exponential" => [8], "triangular" => [4, 8, 20], _ => [8, 0.5] };
        Assert.Equal(name, LawFit.Choose([.. Draws(family, planted, 1000).Select(ObservedTime.Exact)])[0].Family.Name);
    }

    [Fact]
    public void EveryFamilyWritesALawThatTheFilesRead()
    {
        ObservedTime[] times = [.. Draws(LawFamily.Of("gamma"), [8, 0.6], 60).Select(ObservedTime.Exact)];
        foreach (FittedLaw law in LawFit.Choose(times))
        {
            Assert.Null(TimeLaw.TryRead(law.Text, out TimeLaw? read));
            Assert.Equal(law.Family.Name, read!.Name);
            Assert.Equal(law.Mean, read.MeanMinutes, 0.01 * law.Mean);
        }
    }

    [Fact]
    public void CriteriaPenaliseParameters()
    {
        var law = new FittedLaw(LawFamily.Of("lognormal"), [8, 0.5], -120, 50);
        Assert.Equal(244, law.Aic);
        Assert.Equal(240 + 2 * Math.Log(50), law.Bic, 1e-12);
    }

    internal static double[] Draws(LawFamily family, double[] parameters, int count, ulong seed = 7)
    {
        var stream = new KeyedStream(seed);
        var drawn = new double[count];
        for (int i = 0; i < count; i++) drawn[i] = family.Quantile(parameters, stream.NextInterior());
        return drawn;
    }
}
