using CorridorTwin.Cli.CommandLine;
using CorridorTwin.Scenarios.Reports;

namespace CorridorTwin.Cli.Tests.CommandLine;

public class HelpTests
{
    public static TheoryData<string, string> Pages
    {
        get
        {
            var pages = new TheoryData<string, string>();
            foreach (Verb verb in CorridorCommand.Verbs)
                foreach (string language in Tongue.Codes) pages.Add(verb.Name, language);
            return pages;
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_command_explains_itself_its_options_and_examples(string name, string language)
    {
        Answer answer = Corridor.Call(name, "--lang", language, "--help");
        Verb verb = CorridorCommand.Verbs.Single(v => v.Name == name);
        var tongue = new Tongue(language);
        Assert.Equal((ExitCode.Done, ""), (answer.Code, answer.Error));
        Assert.All(verb.AllSettings, s => Assert.Contains(s.Name, answer.Out, StringComparison.Ordinal));
        Assert.All(verb.Examples, e => Assert.Contains($"corridor {e.Call}", answer.Out, StringComparison.Ordinal));
        Assert.Contains(tongue.Say("Ejemplos", "Examples"), answer.Out, StringComparison.Ordinal);
        Assert.All(answer.Out.Split('\n'), line => Assert.InRange(line.Length, 0, 110));
    }

    [Theory]
    [InlineData("es", "Comandos")]
    [InlineData("en", "Commands")]
    public void The_first_page_names_every_command(string language, string heading)
    {
        Answer answer = Corridor.Call("--lang", language, "--help");
        Assert.Contains(heading, answer.Out, StringComparison.Ordinal);
        Assert.All(CorridorCommand.Verbs, v => Assert.Contains($"  {v.Name} ", answer.Out, StringComparison.Ordinal));
    }

    [Fact]
    public void Help_needs_nothing_else_to_be_right() => Assert.Equal(ExitCode.Done, Corridor.Call("compare", "--help", "--days", "x").Code);

    [Fact]
    public void Every_example_parses()
    {
        foreach ((string call, _) in CorridorCommand.Verbs.SelectMany(v => v.Examples)) Assert.Empty(CallsInProse.Problems(call));
    }
}
