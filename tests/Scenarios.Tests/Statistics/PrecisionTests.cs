using CorridorTwin.Scenarios.Statistics;

namespace CorridorTwin.Scenarios.Tests.Statistics;

public class PrecisionTests
{
    // Two data sets of Law, Simulation Modeling and Analysis, chapter 9.
    private static readonly double[] First = [1.20, 1.50, 1.68, 1.89, 0.95, 1.49, 1.58, 1.55, 0.50, 1.09];
    private static readonly double[] Second = [1.53, 1.66, 1.24, 2.34, 2.00, 1.69, 2.69, 2.86, 1.70, 2.60];

    [Fact]
    public void Laws_data_sets_at_90_percent()
    {
        Interval first = Interval.Of(First, 0.90);
        Assert.Equal(1.343000, first.Mean, 1e-5);
        Assert.Equal(0.237253, first.HalfWidth, 1e-5);
        Interval second = Interval.Of(Second, 0.90);
        Assert.Equal(2.031000, second.Mean, 1e-5);
        Assert.Equal(0.322283, second.HalfWidth, 1e-5);
    }

    [Theory]
    [InlineData(1, 0.10, 33)]
    [InlineData(1, 0.15, 17)]
    [InlineData(2, 0.10, 27)]
    [InlineData(2, 0.15, 14)]
    public void Replications_needed_for_a_relative_precision(int set, double relative, int needed)
    {
        var target = new Precision(relative) { Confidence = 0.90 };
        double[] values = set == 1 ? First : Second;
        PrecisionReached reached = target.Judge(values);
        Assert.False(reached.Met);
        Assert.Equal(needed, reached.Needed);
        Assert.Equal(needed - 10, reached.Missing);
        Assert.Equal(needed, target.Needed(values.Average(), set == 1 ? 0.167512 : 0.309099));
    }

    [Fact]
    public void No_fewer_would_do()
    {
        // The number found is enough and one fewer is not, whatever it is.
        for (double deviation = 0.2; deviation < 3; deviation += 0.07)
        {
            int n = new Precision(Absolute: 0.3).Needed(1, deviation * deviation);
            double Half(int i) => MathNet.Numerics.Distributions.StudentT.InvCDF(0, 1, i - 1, 0.975) * deviation / Math.Sqrt(i);
            Assert.True(Half(n) <= 0.3);
            Assert.True(n == Precision.Minimum || Half(n - 1) > 0.3);
        }
    }

    [Fact]
    public void The_relative_target_is_adjusted() => Assert.Equal(0.090909, new Precision(0.10).AdjustedRelative!.Value, 6);

    [Fact]
    public void An_absolute_target_is_met_at_its_half_width()
    {
        double half = Interval.Of(First).HalfWidth;
        Assert.True(new Precision(Absolute: half + 1e-12).Judge(First).Met);
        Assert.False(new Precision(Absolute: half - 1e-9).Judge(First).Met);
        Assert.Equal(10, new Precision(Absolute: half + 1e-12).Judge(First).Needed);
    }

    [Fact]
    public void Both_kinds_must_hold()
    {
        Assert.True(new Precision(Relative: 0.9, Absolute: 10).Judge(First).Met);
        Assert.False(new Precision(Relative: 0.9, Absolute: 0.01).Judge(First).Met);
        Assert.False(new Precision(Relative: 0.01, Absolute: 10).Judge(First).Met);
    }

    [Fact]
    public void Nine_equal_values_are_not_enough()
    {
        PrecisionReached nine = new Precision(0.5).Judge([.. Enumerable.Repeat(3.0, 9)]);
        Assert.False(nine.Met);
        Assert.Equal(1, nine.Missing);
        Assert.True(new Precision(0.5).Judge([.. Enumerable.Repeat(3.0, 10)]).Met);
    }

    [Fact]
    public void No_number_of_replications_pins_down_a_mean_of_zero_relatively()
    {
        PrecisionReached never = new Precision(0.1).Judge([-1, 1]);
        Assert.Equal(int.MaxValue, never.Needed);
        Assert.Equal(int.MaxValue, never.Missing);
    }

    [Fact]
    public void Bad_arguments_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new Precision().Judge(First));
        Assert.Throws<ArgumentException>(() => new Precision(0).Judge(First));
        Assert.Throws<ArgumentException>(() => new Precision(Absolute: double.NaN).Judge(First));
        Assert.Throws<ArgumentException>(() => new Precision(0.1) { Confidence = 95 }.Judge(First));
        Assert.Contains("there is 1", Assert.Throws<ArgumentException>(() => new Precision(0.1).Judge([1])).Message);
        Assert.Contains("value 1", Assert.Throws<ArgumentException>(() => new Precision(0.1).Judge([1, double.NaN])).Message);
        Assert.Throws<ArgumentException>(() => new Precision(0.1).Needed(1, -1));
    }
}
