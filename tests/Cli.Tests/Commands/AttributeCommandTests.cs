using System.Text.Json;

namespace CorridorTwin.Cli.Tests.Commands;

public class AttributeCommandTests
{
    private static readonly string[] Two = ["attribute", "two", .. Corridor.Brief];

    /// <summary>A scenario of two measures, so that four combinations are run.</summary>
    private static Answer Call(params string[] more)
    {
        using var scratch = new Scratch();
        Scenario(scratch);
        return Corridor.Call([.. Two, "--scenarios", scratch.Path, .. more]);
    }

    private static void Scenario(Scratch scratch)
    {
        File.Copy(Path.Combine(Repository.Scenarios, "2024-baseline.yaml"), scratch.File("2024-baseline.yaml"));
        File.WriteAllText(scratch.File("two.yaml"), """
            id: two
            title: {en: Two, es: Dos}
            extends: 2024-baseline
            measures:
              - {measure: RiskManagement, posts: all, intensity: 100 %}
              - {measure: SmartBorder, posts: all, intensity: 100 %}
            """);
        File.WriteAllText(scratch.File("none.yaml"), "id: none\ntitle: {en: None, es: Ninguna}\nextends: 2024-baseline\n");
    }

    [Fact]
    public void Json_is_one_object_whose_shares_add_up()
    {
        Answer answer = Call("--format", "json");
        Assert.Equal((ExitCode.Done, ""), (answer.Code, answer.Error));
        JsonElement root = JsonDocument.Parse(answer.Out).RootElement;
        Assert.Equal(("two", "I1", "h"), (root.GetProperty("scenario").GetString(), root.GetProperty("indicator").GetString(), root.GetProperty("unit").GetString()));
        Assert.Equal(["RiskManagement", "SmartBorder"], root.GetProperty("shares").EnumerateArray().Select(s => s.GetProperty("measure").GetString()));
        Assert.Equal(root.GetProperty("total").GetDecimal(), root.GetProperty("shares").EnumerateArray().Sum(s => s.GetProperty("value").GetDecimal()));
        Assert.NotEqual(0, root.GetProperty("total").GetDecimal());
        Assert.Equal(["scenarioHash", "dataHash", "commit", "seed", "replications", "days", "period", "command"], root.GetProperty("stamp").EnumerateObject().Select(p => p.Name));
    }

    [Fact]
    public void For_two_measures_a_share_is_midway_between_alone_and_last_in()
    {
        foreach (string indicator in new[] { "p95", "cost", "co2" })
        {
            JsonElement root = JsonDocument.Parse(Call("--format", "json", "--indicator", indicator).Out).RootElement;
            Assert.All(root.GetProperty("shares").EnumerateArray(), s => Assert.Equal((s.GetProperty("alone").GetDouble() + s.GetProperty("lastIn").GetDouble()) / 2, s.GetProperty("value").GetDouble(), 2e-6));
        }
    }

    [Fact]
    public void The_page_reads_in_both_languages()
    {
        Assert.Contains("Together", Call().Out, StringComparison.Ordinal);
        Assert.Contains("En conjunto", Call("--lang", "es").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_hold_what_is_printed()
    {
        using var scratch = new Scratch();
        Scenario(scratch);
        Answer answer = Corridor.Call([.. Two, "--scenarios", scratch.Path, "--out", scratch.File("out")]);
        Assert.Equal(["attribution.csv", "attribution.json", "attribution.txt", "interactions.csv"], Directory.EnumerateFiles(scratch.File("out")).Select(Path.GetFileName).Order());
        Assert.Equal(answer.Out, File.ReadAllText(Path.Combine(scratch.File("out"), "attribution.txt")));
        Assert.Equal(4, File.ReadAllLines(Path.Combine(scratch.File("out"), "attribution.csv")).Length);
    }

    [Fact]
    public void Cancelled_before_anything_is_finished_it_says_so()
    {
        Answer answer = Corridor.Call(120, new CancellationToken(true), "attribute", "ecfcc-2030", "--format", "json");
        Assert.Equal((ExitCode.Cancelled, ""), (answer.Code, answer.Out));
        Assert.Contains("nothing to report yet", Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("needs a scenario")]
    [InlineData("has no measures", "none")]
    [InlineData("is the baseline", "2024-baseline")]
    [InlineData("--indicator 'I2': unknown", "two", "--indicator", "I2")]
    [InlineData("--replications '1': a share needs an interval", "two", "--replications", "1")]
    [InlineData("--replications '0': out of range", "two", "--replications", "0")]
    [InlineData("--budget '0 s': out of range", "two", "--budget", "0 s")]
    [InlineData("--budget '60': unit missing", "two", "--budget", "60")]
    [InlineData("--precision '-5 %': out of range", "two", "--precision", "-5 %")]
    [InlineData("--precision '0.1 h': cost is measured in USD", "two", "--indicator", "cost", "--precision", "0.1 h")]
    [InlineData("with --precision it is the most", "two", "--precision", "5 %", "--replications", "5")]
    [InlineData("not enough for two replications of every combination", "two", "--budget", "0.001 s")]
    public void Bad_input_is_one_line(string expected, params string[] words)
    {
        using var scratch = new Scratch();
        Scenario(scratch);
        Answer answer = Corridor.Call(["attribute", .. words, "--scenarios", scratch.Path]);
        Assert.Equal((ExitCode.BadInput, ""), (answer.Code, answer.Out));
        Assert.Contains(expected, Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
    }
}
