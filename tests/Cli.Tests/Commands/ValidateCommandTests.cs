namespace CorridorTwin.Cli.Tests.Commands;

public class ValidateCommandTests
{
    [Fact]
    public void What_is_right_is_said_file_by_file()
    {
        Answer answer = Corridor.Call("validate");
        Assert.Equal((ExitCode.Done, ""), (answer.Code, answer.Error));
        Assert.StartsWith("2024-baseline: correct; 5 posts, ", answer.Out, StringComparison.Ordinal);
        Assert.Contains("\ndata/references.csv: correct; 51 reference figures\n", answer.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_problem_of_every_file_is_one_line()
    {
        using var scratch = new Scratch();
        File.WriteAllText(scratch.File("a.yaml"), "id: a\ntitle: {en: A, es: A}\nextends: 2024-baseline\nmeasures:\n  - measure: SmartBordr\n  - measure: RiskManagement\n    posts: [penas-blanca]\n");
        File.WriteAllText(scratch.File("b.yaml"), "id: b\ntitle: {en: B, es: B}\nextends: 2024-baseline\nyear: 2050\n");
        Answer answer = Corridor.Call("validate", scratch.File("a.yaml"), scratch.File("b.yaml"));
        Assert.Equal((ExitCode.BadInput, ""), (answer.Code, answer.Out));
        Assert.Equal(3, answer.ErrorLines.Length);
        Assert.StartsWith($"{scratch.File("a.yaml")}:5: measures[0].measure 'SmartBordr': no such measure", answer.ErrorLines[0], StringComparison.Ordinal);
        Assert.EndsWith("did you mean 'penas-blancas'?", answer.ErrorLines[1], StringComparison.Ordinal);
        Assert.StartsWith($"{scratch.File("b.yaml")}:4: year '2050'", answer.ErrorLines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Any_word_is_a_file() => Assert.Contains("nowhere: no such file", Assert.Single(Corridor.Call("validate", "nowhere").ErrorLines), StringComparison.Ordinal);

    [Fact]
    public void Too_short_a_run_does_not_pass_for_a_proof()
    {
        Answer answer = Corridor.Call(["validate", "--against-references", .. Corridor.Brief]);
        Assert.Equal(ExitCode.Failed, answer.Code);
        Assert.Contains("penas-blancas S2N exit between the two countries M_side", answer.Out.Replace("\n", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("references do not hold.", answer.Out, StringComparison.Ordinal);
    }
}
