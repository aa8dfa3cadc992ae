using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CorridorTwin.Cli.Tests.Commands;

/// <summary>The shipped rollout with weeks of a day, and what has been run of it.</summary>
public sealed partial class QuickRollout : IDisposable
{
    private readonly Scratch scratch = new();

    public QuickRollout()
    {
        string text = File.ReadAllText(Path.Combine(Repository.Scenarios, "rollouts", "ecfcc.yaml"));
        File.WriteAllText(Place("quick.yaml"), WarmUp().Replace(Days().Replace(text, "    days: 1 d"), "    warm-up: 0 d").Replace("id: ecfcc", "id: quick", StringComparison.Ordinal));
    }

    internal string[] Call => [Place("quick.yaml"), "--replications", "2", "--store", Place("runs.db")];

    internal string Place(string name) => scratch.File(name);

    public void Dispose() => scratch.Dispose();

    [GeneratedRegex("^    days: .*$", RegexOptions.Multiline)]
    private static partial Regex Days();

    [GeneratedRegex("^    warm-up: .*$", RegexOptions.Multiline)]
    private static partial Regex WarmUp();
}

/// <summary>Indicators, claims and evidence.</summary>
public sealed class StrategyCommandsTests(QuickRollout rollout) : IClassFixture<QuickRollout>
{
    private readonly string[] quick = rollout.Call;

    [Fact]
    public void Indicators_come_in_every_form_and_language()
    {
        Answer answer = Corridor.Call(["indicators", .. quick, "--out", rollout.Place("out")]);
        Assert.Equal(ExitCode.Done, answer.Code);
        Assert.Contains("The whole corridor, hours (Table 2)", answer.Out, StringComparison.Ordinal);
        Assert.Matches("I1 All operations +[0-9.]+", answer.Out);
        Assert.DoesNotContain("NaN", answer.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("as printed: import", answer.Out, StringComparison.Ordinal);
        Assert.Equal(
            ["carec.csv", "changes.csv", "indicators.json", "indicators.txt", "indicators.xlsx", "perception_drivers.csv", "profile.csv", "table1.csv", "table2.csv"],
            Directory.EnumerateFiles(rollout.Place("out")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        using (ZipArchive book = ZipFile.OpenRead(rollout.Place("out/indicators.xlsx"))) Assert.Equal(7, book.Entries.Count(e => e.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal) && e.Name.EndsWith(".xml", StringComparison.Ordinal)));
        Assert.Contains("Todo el corredor, horas (tabla 2)", Corridor.Call(["indicators", .. quick, "--lang", "es"]).Out, StringComparison.Ordinal);
        JsonElement root = JsonDocument.Parse(Corridor.Call(["indicators", .. quick, "--export-as-printed", "--format", "json"]).Out).RootElement;
        JsonElement[] rows = [.. root.GetProperty("table2").EnumerateArray()];
        Assert.Equal(67 * 3 * 2, rows.Length);
        Assert.Equal(JsonValueKind.Number, rows.First(r => r.GetProperty("key").GetString() == "I2").GetProperty("as_printed").ValueKind);
        Assert.Equal(JsonValueKind.Null, rows.First(r => r.GetProperty("key").GetString() == "I1").GetProperty("as_printed").ValueKind);
    }

    [Fact]
    public void Survey_coefficients_give_a_change_of_the_index_and_nothing_without_them()
    {
        string survey = rollout.Place("survey.csv");
        File.WriteAllText(survey, "dimension,points_per_unit,low,high,source\nservice,-2,-3,-1,own survey\n");
        Assert.Contains("the index would change by", Corridor.Call(["indicators", .. quick, "--survey", survey]).Out.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.DoesNotContain("the index would change by", Corridor.Call(["indicators", .. quick]).Out.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public void Claims_are_put_beside_the_model()
    {
        Answer answer = Corridor.Call(["check-claims", .. quick]);
        Assert.Equal(ExitCode.Done, answer.Code);
        Assert.Contains("US$1200 M", answer.Out, StringComparison.Ordinal);
        Assert.Contains("not by this tool", answer.Out, StringComparison.Ordinal);
        Assert.Contains("It would hold if: ", answer.Out, StringComparison.Ordinal);
        JsonElement[] claims = [.. JsonDocument.Parse(Corridor.Call(["check-claims", .. quick, "--format", "json"]).Out).RootElement.GetProperty("claims").EnumerateArray()];
        Assert.Equal(["does-not-hold", "not-by-this-tool"], claims.Skip(1).Select(c => c.GetProperty("verdict").GetString()).Distinct());
    }

    [Fact]
    public void Evidence_answers_eighteen_questions_and_keeps_observed_apart()
    {
        string seen = rollout.Place("seen.csv");
        File.WriteAllText(seen, "year,cell,mean_h,half_width_h,n,source\n2024,I1,6,0.3,900,study\n2027,I1,5,0.4,900,study\n");
        Answer answer = Corridor.Call(["evidence", .. quick, "--observed", seen, "--out", rollout.Place("evidence")]);
        Assert.Equal(ExitCode.Done, answer.Code);
        Assert.All("abcdefghijklmnopqr", id => Assert.Contains($"\n{id}. ", answer.Out, StringComparison.Ordinal));
        Assert.Matches("I1 +−1.0 ±0.5 ", answer.Out);
        Assert.Contains("--observed", answer.Out, StringComparison.Ordinal);
        Answer none = Corridor.Call(["evidence", .. quick, "--lang", "es"]);
        Assert.Contains("Sin estudios: no hay cambio observado", none.Out, StringComparison.Ordinal);
        Assert.True(File.Exists(rollout.Place("evidence/questions.csv")));
    }

    [Theory]
    [InlineData("indicators", "--survey", "absent.csv", "no such file")]
    [InlineData("indicators", "--years", "2024-2031", "not years of the strategy in order")]
    [InlineData("check-claims", "--claims", "absent.csv", "no such file")]
    [InlineData("evidence", "--observed", "absent.csv", "no such file")]
    [InlineData("evidence", "--reading", "goal", "unknown")]
    public void What_is_wrong_is_told_in_one_line(string verb, string option, string value, string why)
    {
        Answer answer = Corridor.Call(verb, option, value);
        Assert.Equal((ExitCode.BadInput, ""), (answer.Code, answer.Out));
        Assert.Contains(why, Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
    }
}
