namespace CorridorTwin.Cli.Tests.CommandLine;

public class RefusalsTests
{
    [Fact]
    public void An_unknown_command_names_the_nearest() =>
        Assert.EndsWith("did you mean 'validate'?", Assert.Single(Corridor.Call("valdate").ErrorLines), StringComparison.Ordinal);

    [Fact]
    public void A_scenario_without_its_command_is_understood() =>
        Assert.EndsWith("did you mean 'compare smart-border'?", Assert.Single(Corridor.Call("smart-border").ErrorLines), StringComparison.Ordinal);

    [Theory]
    [InlineData("compare", "--replication", "--replications")]
    [InlineData("list", "--lan=es", "--lang")]
    [InlineData("run", "--sede", "--seed")]
    public void An_unknown_option_names_the_nearest(string command, string option, string nearest)
    {
        Answer answer = Corridor.Call(command, option);
        Assert.Equal($"corridor: '{option}': unknown option; expected an option that --help names; did you mean '{nearest}'?", Assert.Single(answer.ErrorLines));
        Assert.Equal(ExitCode.BadInput, answer.Code);
    }

    [Fact]
    public void An_option_of_another_command_is_unknown() => Assert.Contains("unknown option", Assert.Single(Corridor.Call("list", "--days").ErrorLines), StringComparison.Ordinal);

    [Fact]
    public void Too_many_arguments_are_refused()
    {
        Assert.Equal("corridor: 'b': 'show' takes one argument", Assert.Single(Corridor.Call("show", "a", "b").ErrorLines));
        Assert.Equal("corridor: 'a': 'list' takes no arguments", Assert.Single(Corridor.Call("list", "a").ErrorLines));
    }

    [Fact]
    public void A_file_of_options_is_not_read() => Assert.Contains("no such scenario", Assert.Single(Corridor.Call("run", "@options").ErrorLines), StringComparison.Ordinal);
}
