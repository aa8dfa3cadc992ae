using System.Text.Json;

namespace CorridorTwin.Cli.Tests.Commands;

public class CalibrateCommandTests
{
    private static readonly string Sample = Path.Combine(Repository.Scenarios, "data", "studies", "guasaule-simulated-week-1.csv");
    private static readonly string[] Brief = ["--days", "7", "--warmup-days", "0", "--generations", "0", "--threads", "2"];

    [Fact]
    public void A_study_becomes_a_baseline_that_other_commands_start_from()
    {
        using var scratch = new Scratch();
        string study = scratch.File("study.csv"), file = scratch.File("mine.yaml");
        // One side of the sample: enough to see all of it, quick enough to try.
        File.WriteAllLines(study, File.ReadLines(Sample).Where((l, i) => i == 0 || (l.Contains("S2N", StringComparison.Ordinal) && l.Contains("NI", StringComparison.Ordinal))));
        Answer answer = Corridor.Call(["calibrate", study, "--out", file, "--format", "json", .. Brief]);
        Assert.Equal(ExitCode.Done, answer.Code);
        Assert.Contains($"written: {file}", answer.ErrorLines);
        JsonElement[] figures = [.. JsonDocument.Parse(answer.Out).RootElement.GetProperty("figures").EnumerateArray()];
        Assert.Contains(figures, f => f.GetProperty("finding").GetProperty("en").GetString() == "measured");
        Assert.Contains(figures, f => f.GetProperty("finding").GetProperty("en").GetString() == "not identified");
        Assert.All(figures, f => Assert.Equal("guasaule", f.GetProperty("post").GetString()));
        Answer run = Corridor.Call(["run", "--baseline", file, .. Corridor.Brief]);
        Assert.Equal(ExitCode.Done, run.Code);
        Assert.Contains("(SIMULATED)", run.Out, StringComparison.Ordinal);
        Assert.Contains($"--baseline {file}", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_wrong_is_told_in_one_line()
    {
        using var scratch = new Scratch();
        Answer none = Corridor.Call("calibrate");
        Assert.Equal((ExitCode.BadInput, "corridor: calibrate: needs a study; expected a CSV, XLSX or JSON Lines file"), (none.Code, Assert.Single(none.ErrorLines)));
        Answer post = Corridor.Call("calibrate", Sample, "--post", "guasaul");
        Assert.Equal((ExitCode.BadInput, "corridor: --post 'guasaul': no such border post; expected one of guasaule; did you mean 'guasaule'?"), (post.Code, Assert.Single(post.ErrorLines)));
        Answer id = Corridor.Call("calibrate", Sample, "--id", "2024-baseline");
        Assert.Equal(ExitCode.BadInput, id.Code);
        Answer baseline = Corridor.Call("run", "--baseline", scratch.File("absent.yaml"));
        Assert.Equal((ExitCode.BadInput, 1), (baseline.Code, baseline.ErrorLines.Length));
        Assert.Contains("no such file", baseline.ErrorLines[0], StringComparison.Ordinal);
        string scenario = Path.Combine(Repository.Scenarios, "smart-border.yaml");
        Assert.Contains("is no baseline", Assert.Single(Corridor.Call("run", "--baseline", scenario).ErrorLines), StringComparison.Ordinal);
    }
}
