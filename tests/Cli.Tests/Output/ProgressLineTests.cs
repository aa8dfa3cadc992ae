using CorridorTwin.Cli.Output;
using CorridorTwin.Scenarios.Reports;

namespace CorridorTwin.Cli.Tests.Output;

public class ProgressLineTests
{
    private static string Shown(bool watched, string language, params (int Done, int Total)[] steps)
    {
        var error = new StringWriter();
        using (var line = new ProgressLine(new Terminal { Out = TextWriter.Null, OutBytes = Stream.Null, Error = error, ErrorIsWatched = watched }, new Tongue(language)))
            foreach ((int done, int total) in steps) line.Show(done, total);
        return error.ToString();
    }

    [Fact]
    public void Nobody_watches_nothing_is_shown() => Assert.Equal("", Shown(false, "en", (1, 2), (2, 2)));

    [Fact]
    public void It_says_how_far_it_is_and_wipes_itself()
    {
        string shown = Shown(true, "en", (5, 10), (10, 10));
        Assert.Contains("\r████████████░░░░░░░░░░░░ 5 of 10 replications, about 0 s left", shown, StringComparison.Ordinal);
        Assert.Contains("10 of 10 replications", shown, StringComparison.Ordinal);
        Assert.EndsWith("\r" + new string(' ', 79) + "\r", shown, StringComparison.Ordinal);
        Assert.Contains("5 de 10 réplicas", Shown(true, "es", (5, 10)), StringComparison.Ordinal);
    }

    [Fact]
    public void It_does_not_flicker()
    {
        (int, int)[] many = [.. Enumerable.Range(1, 100_000).Select(i => (i, 1_000_000))];
        Assert.InRange(Shown(true, "en", many).Split('\r').Length, 2, 60);
    }
}
