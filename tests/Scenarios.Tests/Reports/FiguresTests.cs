using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Scenarios.Statistics;

namespace CorridorTwin.Scenarios.Tests.Reports;

public class FiguresTests
{
    private static Interval Half(double mean, double half) => new(mean, mean - half, mean + half, 20);

    [Theory]
    [InlineData(-0.8412, 0.0671, "−0.84 ±0.07")]
    [InlineData(-0.8412, 0.0612, "−0.84 ±0.07")]
    [InlineData(-0.8412, 0.671, "−0.8 ±0.7")]
    [InlineData(1.96, 0.2, "+2.0 ±0.2")]
    [InlineData(-1319, 104, "−1320 ±110")]
    [InlineData(-12.11, 1.01, "−12.1 ±1.1")]
    [InlineData(0.8213, 0.12, "+0.82 ±0.12")]
    [InlineData(-16412, 2900, "−16\u2009000 ±3000")]
    [InlineData(0.001, 0.4, "0.0 ±0.4")]
    [InlineData(-0.01, 0.4, "0.0 ±0.4")]
    [InlineData(0, 0, "0")]
    [InlineData(588, 0, "+588")]
    [InlineData(2.5, 0, "+2.5")]
    [InlineData(double.NaN, double.NaN, "–")]
    [InlineData(-1.0987, double.NaN, "−1.1")]
    public void A_change_has_the_digits_its_interval_supports(double mean, double half, string expected) => Assert.Equal(expected, default(Figures).Change(Half(mean, half)));

    [Theory]
    [InlineData(6.934, 0.14, "6.9")]
    [InlineData(17.3456, 0.0012, "17.3")]
    [InlineData(13214.2, 310, "13\u2009200")]
    [InlineData(9999, 1, "10\u2009000")]
    [InlineData(9980, 1, "9980")]
    [InlineData(0.0123, 0.0004, "0.01")]
    [InlineData(double.NaN, double.NaN, "–")]
    public void A_level_has_three_digits_at_most(double mean, double half, string expected) => Assert.Equal(expected, default(Figures).Level(Half(mean, half)));

    [Theory]
    [InlineData("I1", -0.0432, 0.0012, "−0.04 ±0.01")]
    [InlineData("cost", -93.52, 1.84, "−94 ±2")]
    [InlineData("co2", -9723, 104, "−9700 ±200")]
    public void No_figure_has_more_digits_than_a_planner_reads(string indicator, double mean, double half, string expected) => Assert.Equal(expected, default(Figures).Change(Half(mean, half), Figures.MostDecimals(indicator)));

    [Fact]
    public void An_interval_is_never_shown_narrower_than_it_is()
    {
        for (double half = 0.0011; half < 3000; half *= 1.37)
        {
            string shown = default(Figures).Change(Half(0, half)).Split('±')[1].Replace("\u2009", "", StringComparison.Ordinal);
            Assert.True(double.Parse(shown, System.Globalization.CultureInfo.InvariantCulture) >= half, $"{half}: {shown}");
        }
    }
}
