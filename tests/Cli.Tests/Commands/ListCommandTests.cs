using CorridorTwin.Scenarios.Measures;

namespace CorridorTwin.Cli.Tests.Commands;

public class ListCommandTests
{
    [Theory]
    [InlineData("es", "Declaración anticipada")]
    [InlineData("en", "Advance declaration")]
    public void It_names_scenarios_measures_and_what_is_missing(string language, string title)
    {
        Answer answer = Corridor.Call("list", "--lang", language);
        Assert.Equal((ExitCode.Done, ""), (answer.Code, answer.Error));
        Assert.Contains(title, answer.Out, StringComparison.Ordinal);
        Assert.Contains("ecfcc-2030", answer.Out, StringComparison.Ordinal);
        Assert.All(MeasureCatalog.Names, name => Assert.Contains(name, answer.Out, StringComparison.Ordinal));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_one_line()
    {
        Answer answer = Corridor.Call("list", "--scenarios", "/nowhere");
        Assert.Equal("corridor: --scenarios '/nowhere': no such directory; expected a directory", Assert.Single(answer.ErrorLines));
        Assert.Equal(ExitCode.BadInput, answer.Code);
    }
}
