using System.Text.Json;

namespace CorridorTwin.Cli.Tests.Commands;

public class AgainstStudyTests
{
    private static readonly string Sample = Path.Combine(Repository.Scenarios, "data", "studies", "guasaule-simulated-week-2.csv");
    private static readonly string[] Brief = ["--replications", "2", "--warmup-days", "3", "--threads", "2"];

    [Fact]
    public void Verdicts_are_given_by_stratum_and_travel_with_the_baseline_into_later_results()
    {
        using var scratch = new Scratch();
        foreach (string file in Directory.EnumerateFiles(Repository.Scenarios, "*.*", SearchOption.AllDirectories))
        {
            string to = scratch.File(Path.GetRelativePath(Repository.Scenarios, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }
        string baseline = scratch.File("2024-baseline.yaml");
        Answer answer = Corridor.Call(["validate", "--data", Sample, "--keep", baseline, "--format", "json", "--scenarios", scratch.Path, .. Brief]);
        JsonElement[] verdicts = [.. JsonDocument.Parse(answer.Out).RootElement.GetProperty("verdicts").EnumerateArray()];
        Assert.Equal(13, verdicts.Length);
        Assert.True(verdicts[^1].GetProperty("whole").GetBoolean());
        Assert.Equal(answer.Code, verdicts.Any(v => v.GetProperty("verdict").GetString() == "outside") ? ExitCode.Failed : ExitCode.Done);
        Assert.Equal($"written: {baseline}", Assert.Single(answer.ErrorLines));

        string run = Corridor.Call(["run", "--scenarios", scratch.Path, .. Corridor.Brief]).Out;
        Assert.Contains("Validated against the SIMULATED study 'guasaule-simulated-week-2.csv' (M_side, margin 20 %):\n  Guasaule: ", run, StringComparison.Ordinal);
        Assert.DoesNotContain("Validated", Corridor.Call(["run", .. Corridor.Brief]).Out, StringComparison.Ordinal);
        JsonElement stamp = JsonDocument.Parse(Corridor.Call(["run", "--format", "json", "--scenarios", scratch.Path, .. Corridor.Brief]).Out).RootElement.GetProperty("stamp");
        Assert.StartsWith("Guasaule: ", stamp.GetProperty("validation")[1].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Reading_alone_shows_what_is_used_and_what_is_not_and_keeps_the_rejects()
    {
        using var scratch = new Scratch();
        string[] lines = File.ReadAllLines(Sample);
        lines[5] = lines[5].Replace("guasaule", "gausaule", StringComparison.Ordinal);
        lines[7] = lines[6];
        File.WriteAllLines(scratch.File("bad.csv"), lines);
        Answer answer = Corridor.Call("validate", "--data", scratch.File("bad.csv"), "--only-read", "--out", scratch.File("read"));
        Assert.Equal(ExitCode.Done, answer.Code);
        Assert.StartsWith("bad.csv: 718 rows used, 2 rejected, ", answer.Out, StringComparison.Ordinal);
        Assert.Contains("Table 2, M_side", answer.Out, StringComparison.Ordinal);
        Assert.Matches(@"\nI1 All operations +6\d\d +\d+ ", answer.Out);
        Assert.Contains($"{scratch.File("bad.csv")}:6: post 'gausaule': unknown; 'guasaule'?", answer.Out.ReplaceLineEndings(" ").Replace("  ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal("line,field,value,kind,reason\n6,post,gausaule,unknown,unknown; 'guasaule'?\n8,,,duplicate,repeats line 7\n", File.ReadAllText(scratch.File(Path.Combine("read", "rejected.csv"))).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void A_mapping_is_proposed_written_and_used()
    {
        using var scratch = new Scratch();
        File.WriteAllText(scratch.File("study.csv"), "Sitio,Estado,operación,llegada,salida\nGuasaule,HN,export,2024-02-05 06:00,2024-02-05 07:00\n");
        Assert.Equal(ExitCode.BadInput, Corridor.Call("validate", "--data", scratch.File("study.csv"), "--only-read").Code);
        Answer proposed = Corridor.Call("validate", "--data", scratch.File("study.csv"), "--write-mapping", scratch.File("m.yaml"));
        Assert.Equal(ExitCode.Done, proposed.Code);
        File.WriteAllText(scratch.File("m.yaml"), File.ReadAllText(scratch.File("m.yaml")).TrimEnd() + "\n  post: Sitio\n  side: Estado\n");
        Answer read = Corridor.Call("validate", "--data", scratch.File("study.csv"), "--only-read", "--mapping", scratch.File("m.yaml"));
        Assert.Equal(ExitCode.Done, read.Code);
        Assert.StartsWith("study.csv: 1 rows used, 0 rejected", read.Out, StringComparison.Ordinal);
        Assert.Contains("no t0", read.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--data", "/no/such/file.csv")]
    [InlineData("--data", "README.md")]
    public void What_is_no_study_is_one_line_and_code_2(string option, string file)
    {
        Answer answer = Corridor.Call("validate", option, file == "README.md" ? Path.Combine(Repository.Root, file) : file);
        Assert.Equal((ExitCode.BadInput, ""), (answer.Code, answer.Out));
        Assert.Single(answer.ErrorLines);
    }
}
