using System.Text.Json;

namespace CorridorTwin.Cli.Tests.Commands;

public class SensitivityCommandTests
{
    private static readonly string[] Brief = ["--days", "2", "--warmup-days", "1", "--threads", "1", "--paths", "2", "--replications", "2", "--screening-replications", "1"];

    [Fact]
    public void It_says_what_the_answer_hangs_on_in_plain_words()
    {
        Answer answer = Corridor.Call(["sensitivity", "advance-declaration", "--inputs", "AdvanceDeclaration.compliance,demand.growth", .. Brief]);
        Assert.Equal(0, answer.Code);
        Assert.Contains("The answer hangs most on “Advance declaration: share of trucks in a definitive operation that declare in advance” (assumption): at its low end (60 %) it would be", answer.Out.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Contains("1 of the inputs moved one by one change nothing at all.", answer.Out, StringComparison.Ordinal);
        Assert.Contains("corridor: 2 uncertain inputs; up to some", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void In_Spanish_and_as_JSON()
    {
        Answer es = Corridor.Call(["sensitivity", "advance-declaration", "--inputs", "AdvanceDeclaration.compliance", "--lang", "es", .. Brief]);
        Assert.Contains("La respuesta depende sobre todo de «Declaración anticipada:", es.Out, StringComparison.Ordinal);
        Assert.Contains("supuesto", es.Out, StringComparison.Ordinal);
        Answer json = Corridor.Call(["sensitivity", "--indicator", "cost", "--inputs", "costs.carrier", "--format", "json", .. Brief]);
        using JsonDocument document = JsonDocument.Parse(json.Out);
        Assert.Equal(("2024-baseline", "cost", "level"), (document.RootElement.GetProperty("scenario").GetString(), document.RootElement.GetProperty("indicator").GetString(), document.RootElement.GetProperty("of").GetString()));
        Assert.Contains("--inputs costs.carrier", document.RootElement.GetProperty("stamp").GetProperty("command").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Inputs_are_listed_with_grade_and_source_without_simulating()
    {
        Answer answer = Corridor.Call("sensitivity", "ecfcc-2030", "--list");
        Assert.Equal(0, answer.Code);
        Assert.Contains("• Share of perishables: 20 % (10 % to 35 %; assumption, C.perishable) · demand.cargo.perishable", answer.Out, StringComparison.Ordinal);
        Assert.Contains("uncertain inputs: assumption", answer.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--indicator I2", "--indicator 'I2': unknown; expected one of I1, p50, p95, cost, co2; did you mean 'I1'?")]
    [InlineData("--replications 0", "--replications '0': out of range; expected a whole number from 2 to 10000; did you mean '2'?")]
    [InlineData("--replications 1", "--replications '1': out of range")]
    [InlineData("--paths 1", "--paths '1': out of range")]
    [InlineData("--levels 5", "--levels '5': not even; expected an even number; did you mean '6'?")]
    [InlineData("--inputs demand.grow", "--inputs 'demand.grow': no such uncertain input")]
    [InlineData("--inputs demand.grow", "did you mean 'demand.growth'?")]
    public void Bad_input_is_one_line(string words, string line)
    {
        Answer answer = Corridor.Call(["sensitivity", "advance-declaration", .. words.Split(' ')]);
        Assert.Equal(2, answer.Code);
        Assert.Contains(line, Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_of_the_baseline_against_itself_is_refused()
    {
        Answer answer = Corridor.Call("sensitivity", "--of", "change");
        Assert.Equal(2, answer.Code);
        Assert.Contains("the baseline does not change against itself; expected a scenario, or --of level", Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void A_comparison_with_uncertain_inputs_tells_the_two_uncertainties_apart()
    {
        Answer answer = Corridor.Call("compare", "advance-declaration", "--days", "2", "--warmup-days", "1", "--threads", "1", "--replications", "2", "--uncertain", "2");
        Assert.Equal(0, answer.Code);
        Assert.Contains("2 draws of 2 replications", answer.Out.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Contains("By inputs", answer.Out, StringComparison.Ordinal);
        Assert.Contains("--uncertain 2", answer.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", answer.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--uncertain 0", "--uncertain '0': out of range; expected a whole number from 2 to 10000, or nothing at the end of the line; did you mean '2'?")]
    [InlineData("--uncertain 1", "--uncertain '1': out of range")]
    [InlineData("--uncertain 5 --pairwise", "--pairwise: does not go with --uncertain")]
    [InlineData("--uncertain 5 --replications 1", "--replications '1': with --uncertain, one replication a draw does not tell the two uncertainties apart")]
    [InlineData("--uncertain smart-border", "--uncertain 'smart-border': not a whole number")]
    public void Bad_draws_are_one_line(string words, string line)
    {
        Answer answer = Corridor.Call(["compare", "advance-declaration", .. words.Split(' ')]);
        Assert.Equal(2, answer.Code);
        Assert.Contains(line, Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
    }
}
