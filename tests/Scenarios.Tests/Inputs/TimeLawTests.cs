using CorridorTwin.Scenarios.Inputs;

namespace CorridorTwin.Scenarios.Tests.Inputs;

public class TimeLawTests
{
    [Theory]
    [InlineData("8 min", "", 8, 0)]
    [InlineData("fixed 2 h", "fixed", 120, 0)]
    [InlineData("exponential 3 h", "exponential", 180, 0)]
    [InlineData("lognormal 24 h cv 0.8", "lognormal", 1440, 0.8)]
    [InlineData("gamma 8min cv 0.5", "gamma", 8, 0.5)]
    [InlineData("erlang 8 min k 3", "erlang", 8, 3)]
    [InlineData("uniform 3 min 5 min", "uniform", 4, 0)]
    [InlineData("triangular 4 min 8 min 0.3 h", "triangular", 10, 0)]
    [InlineData("empirical 60 s 2 min 6 min", "empirical", 3, 0)]
    public void Its_name_mean_and_parameter_are_read_and_written_back(string text, string name, double mean, double parameter)
    {
        Assert.Null(TimeLaw.TryRead(text, out TimeLaw? law));
        Assert.Equal((name, parameter), (law!.Name, law.Parameter));
        Assert.Equal(mean, law.MeanMinutes, 1e-9);
        Assert.Null(TimeLaw.TryRead(law.ToString(), out TimeLaw? again));
        Assert.Equal(law.ToString(), again!.ToString());
    }

    [Theory]
    [InlineData("lognormal 8 min cv 0")]
    [InlineData("lognormal 8 min cv -1")]
    [InlineData("lognormal 8 min cv nan")]
    [InlineData("erlang 8 min k 2.5")]
    [InlineData("erlang 8 min k 0")]
    [InlineData("uniform 5 min 5 min")]
    [InlineData("uniform 5 min")]
    [InlineData("triangular 1 min 2 min")]
    [InlineData("empirical")]
    [InlineData("fixed")]
    [InlineData("fixed 8 min extra")]
    [InlineData("weibull 8 min")]
    [InlineData("cv")]
    public void What_is_no_law_is_refused(string text) => Assert.NotNull(TimeLaw.TryRead(text, out _));
}
