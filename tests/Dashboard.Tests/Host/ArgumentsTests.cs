using CorridorTwin.Dashboard.Host;
using CorridorTwin.Scenarios.Inputs;

namespace CorridorTwin.Dashboard.Tests.Host;

public class ArgumentsTests
{
    private static readonly string Scenarios = Path.Combine(Repository.Root, "scenarios");

    [Fact]
    public void Options_are_read_in_both_spellings()
    {
        DashboardOptions options = Arguments.Read(["--port", "0", "--data=results", "--scenarios", Scenarios, "--no-pilot"]);
        Assert.Equal((0, true, false), (options.Port, options.PortIsFixed, options.Pilot));
        Assert.Equal(Path.GetFullPath("results"), options.Data);
        Assert.True(options.IsLocal);
    }

    [Theory]
    [InlineData("dashboard: --prot: unknown option; expected one of --port, --data, --twin, --scenarios, --bind, --token, --no-pilot, --help; did you mean '--port'?", "--prot", "1")]
    [InlineData("dashboard: --port '99999': not a port; expected a whole number from 0 to 65535; 0 for any that is free", "--port", "99999")]
    [InlineData("dashboard: --port: needs a value", "--port")]
    [InlineData("dashboard: --port: given more than once", "--port", "1", "--port", "2")]
    [InlineData("dashboard: --bind 'everywhere': not an IP address; expected 127.0.0.1 (this machine only) or 0.0.0.0 (the whole network, with an access token)", "--bind", "everywhere")]
    [InlineData("dashboard: --token: too short; expected 16 characters or more", "--token", "short")]
    [InlineData("dashboard: --scenarios 'nowhere-at-all': no such directory; expected a directory", "--scenarios", "nowhere-at-all")]
    public void A_wrong_word_gets_one_clear_line(string expected, params string[] args)
    {
        var e = Assert.Throws<InputException>(() => Arguments.Read(args.Contains("--scenarios") ? args : [.. args, "--scenarios", Scenarios]));
        Assert.Contains(expected, e.Problems.Select(p => p.Render("en")));
    }
}
