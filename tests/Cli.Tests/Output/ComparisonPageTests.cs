using CorridorTwin.Cli.Output;
using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Reports;

namespace CorridorTwin.Cli.Tests.Output;

public class ComparisonPageTests
{
    private static string Page(string language, int width, Comparison? comparison = null) =>
        ComparisonPage.Render(comparison ?? SampleComparison.Comparison, SampleComparison.BaselineTitle, SampleComparison.Measures, SampleComparison.Stamp, new Tongue(language), width);

    [Theory]
    [InlineData("en", 120)]
    [InlineData("es", 120)]
    [InlineData("en", 100)]
    [InlineData("es", 100)]
    public void The_page_is_the_stored_one(string language, int width) => Stored.Equal($"compare.{language}.{width}.txt", Page(language, width));

    [Theory]
    [InlineData(80)]
    [InlineData(100)]
    [InlineData(120)]
    [InlineData(200)]
    public void No_line_is_longer_than_the_page(int width)
    {
        foreach (string language in Tongue.Codes)
            Assert.All(Page(language, width).Split('\n').Where(l => !l.Contains("corridor compare", StringComparison.Ordinal) && !l.StartsWith("Stamp", StringComparison.Ordinal) && !l.StartsWith("Sello", StringComparison.Ordinal)), l => Assert.InRange(l.Length, 0, width));
    }

    [Fact]
    public void Nothing_finished_is_said_and_no_table_shown()
    {
        string page = Page("en", 120, SampleComparison.Comparison with { Replications = 0, Complete = false });
        Assert.Contains("there is nothing to compare", page, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", page, StringComparison.Ordinal);
    }
}
