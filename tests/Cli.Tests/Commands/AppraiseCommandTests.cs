using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json;

namespace CorridorTwin.Cli.Tests.Commands;

public class AppraiseCommandTests
{
    private static readonly string[] Quick = ["appraise", "hours-24", "--alone", "--draws", "500", .. Corridor.Brief];

    private static Answer Call(params string[] more) => Corridor.Call([.. Quick, .. more]);

    [Fact]
    public void Json_has_its_shape()
    {
        Answer answer = Call("--format", "json");
        Assert.Equal((ExitCode.Done, ""), (answer.Code, answer.Error));
        JsonElement root = JsonDocument.Parse(answer.Out).RootElement;
        Assert.Equal(["plan", "rates", "err", "payback", "risk", "stamp"], root.EnumerateObject().Select(p => p.Name));
        Assert.Equal("hours-24", root.GetProperty("plan").GetString());
        Assert.Equal([0.12, 0.06, 0.035], root.GetProperty("rates").EnumerateArray().Select(r => r.GetProperty("rate").GetDouble()));
        Assert.All(root.GetProperty("rates").EnumerateArray(), r => Assert.Equal(["rate", "npv", "bcr"], r.EnumerateObject().Select(p => p.Name)));
        Assert.Equal(["pNegative", "p5", "p50", "p95"], root.GetProperty("risk").EnumerateObject().Select(p => p.Name));
        Assert.InRange(root.GetProperty("risk").GetProperty("pNegative").GetDouble(), 0, 1);
        Assert.True(root.GetProperty("risk").GetProperty("p5").GetDouble() < root.GetProperty("risk").GetProperty("p95").GetDouble());
        Assert.Equal(2, root.GetProperty("stamp").GetProperty("replications").GetInt32());
    }

    [Fact]
    public void The_page_reads_in_both_languages_and_on_a_narrow_screen()
    {
        foreach ((string language, string[] told) in new[] { ("en", new[] { "Who gains", "P(NPV < 0)", "A year late", "Leaves an NPV of zero", "Detection" }), ("es", ["Quién gana", "P(VAN < 0)", "Un año tarde", "Deja el VAN en cero", "Detección"]) })
        {
            Answer answer = Corridor.Call(90, CancellationToken.None, [.. Quick, "--lang", language]);
            Assert.Equal(ExitCode.Done, answer.Code);
            Assert.All(told, t => Assert.Contains(t, answer.Out, StringComparison.Ordinal));
            Assert.All(answer.Out.Split('\n').Where(l => !l.Contains("corridor ", StringComparison.Ordinal)), l => Assert.True(l.Length <= 90, l));
        }
    }

    [Fact]
    public void Csv_rows_of_a_year_add_up_to_its_net_flow()
    {
        string[][] rows = [.. Call("--format", "csv").Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Trim().Split(','))];
        foreach (IGrouping<string, string[]> year in rows.GroupBy(r => r[2]))
            Assert.Equal(
                double.Parse(year.Single(r => r[3] == "net")[4], System.Globalization.CultureInfo.InvariantCulture),
                year.Where(r => r[3] != "net").Sum(r => double.Parse(r[4], System.Globalization.CultureInfo.InvariantCulture)), 2e-5);
    }

    [Fact]
    public void Files_hold_the_annex_and_what_each_group_saves()
    {
        using var scratch = new Scratch();
        Answer answer = Call("--out", scratch.Path);
        Assert.Equal(ExitCode.Done, answer.Code);
        Assert.Equal(["appraisal.json", "appraisal.txt", "appraisal.xlsx", "flows.csv", "savings.csv"], Directory.EnumerateFiles(scratch.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        using var book = ZipFile.OpenRead(scratch.File("appraisal.xlsx"));
        Assert.Contains(book.Entries, e => e.FullName == "xl/workbook.xml");
        Assert.Contains("penas-blancas,", File.ReadAllText(scratch.File("savings.csv")), StringComparison.Ordinal);
        Assert.StartsWith("PK", Call("--format", "xlsx").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_stored_is_appraised_in_seconds_and_says_the_same()
    {
        using var scratch = new Scratch();
        string[] stored = ["--store", scratch.File("runs.db"), "--format", "json"];
        string first = Call(stored).Out;
        var watch = Stopwatch.StartNew();
        Assert.Equal(first, Call(stored).Out);
        Assert.True(watch.Elapsed.TotalSeconds < 10, $"took {watch.Elapsed.TotalSeconds:0.0} s");
    }

    [Theory]
    [InlineData("hours-25", "did you mean 'hours-24'?")]
    [InlineData("missing/plan.yaml", "missing/plan.yaml: no such file")]
    [InlineData(null, "needs a plan; expected one of hours-24")]
    public void A_plan_that_is_not_there_is_told_in_one_line(string? plan, string told)
    {
        Answer answer = Corridor.Call(plan is null ? ["appraise"] : ["appraise", plan]);
        Assert.Equal((ExitCode.BadInput, ""), (answer.Code, answer.Out));
        Assert.Contains(told, Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("life: 21 years", "life: -3 years", "life '-3 years': negative")]
    [InlineData("start: 2026", "start: 2026\nrates: [1200]", "rates[0] '1200': unit missing")]
    [InlineData("    from: 2026", "", "operating[0].from: missing")]
    [InlineData("posts: all", "posts: [penas-blanca]", "did you mean 'penas-blancas'?")]
    [InlineData("{value: 0.2 M USD/year", "{value: 0.2 M CRC/year", "mixed currencies: 'CRC' in a plan in USD")]
    public void A_wrong_plan_is_told_in_one_line(string right, string wrong, string told)
    {
        using var scratch = new Scratch();
        string text = File.ReadAllText(Path.Combine(Repository.Scenarios, "appraisals", "hours-24.yaml"));
        Assert.Contains(right, text);
        string file = scratch.File("mine.yaml");
        File.WriteAllText(file, text.Replace(right, wrong).Replace("id: hours-24", "id: mine"));
        Answer answer = Corridor.Call(["appraise", file, "--lang", "en"]);
        Assert.Equal((ExitCode.BadInput, ""), (answer.Code, answer.Out));
        string line = Assert.Single(answer.ErrorLines);
        Assert.Contains(told, line, StringComparison.Ordinal);
        Assert.Contains("mine.yaml:", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Plans_are_validated_with_the_other_files() => Assert.Contains("appraisals/strategy: correct", Corridor.Call(["validate"]).Out, StringComparison.Ordinal);
}
