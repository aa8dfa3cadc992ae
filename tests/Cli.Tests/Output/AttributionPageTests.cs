using System.Globalization;
using System.Text.RegularExpressions;
using CorridorTwin.Cli.Output;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Reports;

namespace CorridorTwin.Cli.Tests.Output;

public class AttributionPageTests
{
    private static string Page(string language, int width) => AttributionPage.Render(SampleAttribution.Attribution, SampleAttribution.Stamp, new Tongue(language), width);

    [Theory]
    [InlineData("en", 100)]
    [InlineData("es", 100)]
    public void The_page_is_the_stored_one(string language, int width) => Stored.Equal($"attribute.{language}.{width}.txt", Page(language, width));

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void No_line_is_longer_than_the_page(int width)
    {
        foreach (string language in Tongue.Codes)
            Assert.All(Page(language, width).Split('\n').Where(l => !l.Contains("corridor attribute", StringComparison.Ordinal) && !l.StartsWith("Stamp", StringComparison.Ordinal) && !l.StartsWith("Sello", StringComparison.Ordinal)), l => Assert.InRange(l.Length, 0, width));
    }

    [Fact]
    public void The_shares_printed_add_up_to_the_total_printed()
    {
        decimal[] printed = [.. Page("en", 120).Split('\n').SkipWhile(l => !l.StartsWith("Measure", StringComparison.Ordinal)).TakeWhile(l => !l.StartsWith("Total", StringComparison.Ordinal))
            .Select(l => Regex.Match(l, @"  \d +([+−]?\d+(?:\.\d+)?)(?: ±|  )")).Where(m => m.Success).Select(m => Number(m.Groups[1].Value))];
        Assert.Equal(SampleAttribution.Attribution.Shares.Count, printed.Length);
        Assert.Equal(Number(Regex.Match(Page("en", 120), @"\nTotal +([+−]?\d+\.\d+)").Groups[1].Value), printed.Sum());
    }

    [Fact]
    public void What_went_short_is_said_first()
    {
        var stopping = new Stopping(RunEnd.Cancelled, 7, 20, new Watched(new("la parte de X", "the share of X"), "h", []), 0.061, 0);
        string page = AttributionPage.Render(SampleAttribution.Attribution with { Stopping = stopping }, SampleAttribution.Stamp, new Tongue("en"), 120);
        Assert.StartsWith("! Interrupted: 7 of 20 replications count; least precise, the share of X: ±0.061 h.\n", page, StringComparison.Ordinal);
    }

    private static decimal Number(string text) => decimal.Parse(text.Replace('−', '-').TrimStart('+'), CultureInfo.InvariantCulture);
}
