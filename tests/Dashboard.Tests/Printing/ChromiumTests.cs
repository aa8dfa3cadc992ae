using CorridorTwin.Dashboard.Printing;

namespace CorridorTwin.Dashboard.Tests.Printing;

public class ChromiumTests
{
    [Fact]
    public async Task Without_a_browser_there_is_no_pdf() => Assert.Null(await new Chromium { Program = null }.Print("<p>x</p>", CancellationToken.None));

    [Theory]
    [InlineData("/bin/false")]
    [InlineData("/nowhere/chromium")]
    public async Task A_browser_that_fails_gives_none_and_leaves_nothing(string program)
    {
        if (OperatingSystem.IsWindows()) return;
        string[] before = Directory.GetDirectories(Path.GetTempPath(), "corridor-print-*");
        Assert.Null(await new Chromium { Program = program }.Print("<p>x</p>", CancellationToken.None));
        Assert.Empty(Directory.GetDirectories(Path.GetTempPath(), "corridor-print-*").Except(before));
    }
}
