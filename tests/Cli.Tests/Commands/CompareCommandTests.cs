using System.Text.Json;

namespace CorridorTwin.Cli.Tests.Commands;

public class CompareCommandTests
{
    private static readonly Lazy<Answer> Json = new(() => Corridor.Call(["compare", "smart-border", "risk-management", "--format", "json", .. Corridor.Brief]));

    private static JsonElement Root => JsonDocument.Parse(Json.Value.Out).RootElement;

    private static string[] Fields(JsonElement element) => [.. element.EnumerateObject().Select(p => p.Name)];

    [Fact]
    public void Json_is_one_object_and_nothing_else()
    {
        Assert.Equal((ExitCode.Done, ""), (Json.Value.Code, Json.Value.Error));
        Assert.Equal(JsonValueKind.Object, Root.ValueKind);
        Assert.DoesNotContain("NaN", Json.Value.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_has_the_fields_it_promises()
    {
        // Beyond the promise: complete and warnings; year, guards, capacitySensitivity and dependsOnRunLength of a scenario; certainty of an indicator.
        Assert.Equal(["definition", "baseline", "complete", "warnings", "scenarios", "breakdown", "stamp"], Fields(Root));
        Assert.Equal(("M_side", "2024-baseline"), (Root.GetProperty("definition").GetString(), Root.GetProperty("baseline").GetString()));
        Assert.Equal(["scenarioHash", "dataHash", "commit", "seed", "replications", "days", "period", "command"], Fields(Root.GetProperty("stamp")));
        Assert.Equal(["smart-border", "risk-management"], Root.GetProperty("scenarios").EnumerateArray().Select(s => s.GetProperty("id").GetString()));
        foreach (JsonElement scenario in Root.GetProperty("scenarios").EnumerateArray())
        {
            Assert.Equal(["id", "year", "period", "indicators", "dependsOnRunLength", "worseOff", "guards", "capacitySensitivity"], Fields(scenario));
            JsonElement[] indicators = [.. scenario.GetProperty("indicators").EnumerateArray()];
            Assert.Equal([("I1", "h"), ("p50", "h"), ("p95", "h"), ("cost", "USD"), ("co2", "t")], indicators.Select(i => (i.GetProperty("id").GetString(), i.GetProperty("unit").GetString())));
            Assert.All(indicators, i => Assert.Equal(["id", "unit", "baseline", "scenario", "difference", "ci95", "percent", "percentCi95", "certainty"], Fields(i)));
            Assert.All(indicators, i => Assert.Equal((2, 2), (i.GetProperty("ci95").GetArrayLength(), i.GetProperty("percentCi95").GetArrayLength())));
        }
    }

    [Fact]
    public void The_breakdown_holds_every_stratum_of_baseline_and_scenarios()
    {
        JsonElement[] rows = [.. Root.GetProperty("breakdown").EnumerateArray()];
        Assert.All(rows, r => Assert.Equal(["scenario", "post", "direction", "side", "operation", "class", "mean", "p50", "p95", "n", "service", "documents", "closed", "blocked", "queue", "move"], Fields(r)));
        Assert.Equal(["2024-baseline", "smart-border", "risk-management"], rows.Select(r => r.GetProperty("scenario").GetString()).Distinct());
        Assert.Equal(["pedro-de-alvarado", "el-amatillo", "guasaule", "penas-blancas", "paso-canoas"], rows.Select(r => r.GetProperty("post").GetString()).Distinct());
        Assert.Equal(["N2S", "S2N"], rows.Select(r => r.GetProperty("direction").GetString()).Distinct());
        Assert.Equal(["GT", "SV", null, "HN", "NI", "CR", "PA"], rows.Select(r => r.GetProperty("side").GetString()).Distinct());
        Assert.Equal(["export", "transit", "empty", "import"], rows.Select(r => r.GetProperty("operation").GetString()).Distinct());
        Assert.Equal([null, "general", "perishable", "dangerous", "relief"], rows.Select(r => r.GetProperty("class").GetString()).Distinct());
        foreach (JsonElement row in rows)
        {
            string[] parts = ["service", "documents", "closed", "blocked", "queue", "move"];
            if (row.GetProperty("n").GetDouble() == 0) Assert.All([.. parts, "mean", "p50", "p95"], p => Assert.Equal(JsonValueKind.Null, row.GetProperty(p).ValueKind));
            else Assert.Equal(row.GetProperty("mean").GetDouble(), parts.Sum(p => row.GetProperty(p).GetDouble()), 1e-5);
        }
    }

    [Fact]
    public void The_command_of_the_stamp_gives_the_same_result()
    {
        string command = Root.GetProperty("stamp").GetProperty("command").GetString()!;
        Assert.StartsWith("corridor compare smart-border risk-management --replications 2 --days 2 --warmup-days 1 --seed 2024", command, StringComparison.Ordinal);
        string[] words = [.. command.Split(' ').Skip(1).Select(w => w.Trim('\'')), "--format", "json"];
        Assert.Equal(Json.Value.Out, Corridor.Call(words).Out);
    }

    [Fact]
    public void Csv_has_one_row_per_scenario_and_indicator()
    {
        string[] lines = Corridor.Call(["compare", "smart-border", "--format", "csv", .. Corridor.Brief]).Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("scenario,year,indicator,unit,definition,baseline,", lines[0], StringComparison.Ordinal);
        Assert.Equal(6, lines.Length);
    }

    [Fact]
    public void Files_hold_what_is_printed()
    {
        using var scratch = new Scratch();
        Answer answer = Corridor.Call(["compare", "smart-border", "--out", scratch.Path, .. Corridor.Brief]);
        Assert.Equal(["breakdown.csv", "comparison.csv", "comparison.json", "comparison.txt"], Directory.EnumerateFiles(scratch.Path).Select(Path.GetFileName).Order());
        Assert.Equal(answer.Out, File.ReadAllText(scratch.File("comparison.txt")));
        Assert.Equal("M_side", JsonDocument.Parse(File.ReadAllText(scratch.File("comparison.json"))).RootElement.GetProperty("definition").GetString());
    }

    [Fact]
    public void Without_a_name_the_usual_scenarios_in_the_usual_order()
    {
        string csv = Corridor.Call("--format", "csv", "--replications", "1", "--days", "1", "--warmup-days", "0").Out;
        Assert.Equal(
            ["advance-declaration", "smart-border", "perishable-priority", "schedule-harmonization", "coordinated-border-management", "risk-management", "ecfcc-2030"],
            csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Split(',')[0]).Distinct());
    }

    [Fact]
    public void A_scenario_of_ones_own_is_named_by_its_path()
    {
        using var scratch = new Scratch();
        File.WriteAllText(scratch.File("mine.yaml"), "id: mine\ntitle: {en: Mine, es: Mío}\nextends: smart-border\n");
        Answer answer = Corridor.Call(["compare", scratch.File("mine.yaml"), "--format", "csv", .. Corridor.Brief]);
        Assert.Equal((ExitCode.Done, ""), (answer.Code, answer.Error));
        Assert.Contains("\nmine,2024,I1,h,", answer.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("smart-bordr", "did you mean 'smart-border'?")]
    [InlineData("2024-baseline", "is the baseline, not a scenario")]
    [InlineData("./nowhere.yaml", "./nowhere.yaml: no such file")]
    public void A_scenario_that_is_none_is_one_line(string word, string expected)
    {
        Answer answer = Corridor.Call("compare", word);
        Assert.Contains(expected, Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(ExitCode.BadInput, answer.Code);
    }

    [Fact]
    public void A_broken_file_stops_only_those_who_need_it()
    {
        using var scratch = new Scratch();
        foreach (string file in new[] { "2024-baseline.yaml", "smart-border.yaml" }) File.Copy(Path.Combine(Repository.Scenarios, file), scratch.File(file));
        File.WriteAllText(scratch.File("broken.yaml"), "id: broken\ntitle: {en: B, es: B}\nextends: 2024-baseline\nyear: 1999\n");
        string[] brief = ["--scenarios", scratch.Path, "--format", "csv", .. Corridor.Brief];
        Answer named = Corridor.Call(["compare", "smart-border", .. brief]);
        Assert.Equal((ExitCode.Done, "corridor: 1 file(s) with problems are not used here; 'corridor validate' says which"), (named.Code, Assert.Single(named.ErrorLines)));
        Answer all = Corridor.Call(["compare", .. brief]);
        Assert.Equal(ExitCode.BadInput, all.Code);
        Assert.StartsWith($"{scratch.File("broken.yaml")}:4: year '1999'", Assert.Single(all.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void The_year_moves_the_demand_of_both_sides()
    {
        JsonElement Row(params string[] more) => JsonDocument.Parse(Corridor.Call(["compare", "smart-border", "--format", "json", .. Corridor.Brief, .. more]).Out).RootElement;
        JsonElement later = Row("--year", "2030");
        Assert.Equal(2030, later.GetProperty("scenarios")[0].GetProperty("year").GetInt32());
        double Baseline(JsonElement root) => root.GetProperty("breakdown").EnumerateArray().Where(r => r.GetProperty("scenario").GetString() == "2024-baseline").Sum(r => r.GetProperty("n").GetDouble());
        Assert.True(Baseline(later) > 1.1 * Baseline(Row()));
    }

    [Fact]
    public void Against_another_scenario_the_difference_turns_round()
    {
        JsonElement Of(string scenario, string against) => JsonDocument.Parse(Corridor.Call(["compare", scenario, "--against", against, "--format", "json", .. Corridor.Brief]).Out).RootElement;
        JsonElement there = Of("smart-border", "risk-management");
        JsonElement back = Of("risk-management", "smart-border");
        Assert.Equal("risk-management", there.GetProperty("baseline").GetString());
        double Difference(JsonElement root, int scenario = 0) => root.GetProperty("scenarios")[scenario].GetProperty("indicators")[0].GetProperty("difference").GetDouble();
        Assert.NotEqual(0, Difference(there));
        Assert.Equal(Difference(there), -Difference(back), 2e-6);
        Assert.Equal(Difference(there), Difference(Root) - Difference(Root, 1), 3e-6);
    }

    [Fact]
    public void Every_pair_is_answered_in_a_sentence()
    {
        string[] call = ["compare", "smart-border", "risk-management", "advance-declaration", "--pairwise", .. Corridor.Brief];
        string page = Corridor.Call(call).Out;
        Assert.Matches("(Cannot be told apart with the runs made: |The runs made tell every pair apart)", page);
        JsonElement[] pairs = [.. JsonDocument.Parse(Corridor.Call([.. call, "--format", "json"]).Out).RootElement.GetProperty("pairs").EnumerateArray()];
        Assert.Equal([("smart-border", "risk-management"), ("smart-border", "advance-declaration"), ("risk-management", "advance-declaration")], pairs.Select(p => (p.GetProperty("first").GetString(), p.GetProperty("second").GetString())));
    }

    [Fact]
    public void Certainty_is_shown_where_it_is_asked_for()
    {
        string[] call = ["compare", "smart-border", .. Corridor.Brief];
        Assert.DoesNotContain("p (Holm)", Corridor.Call(call).Out, StringComparison.Ordinal);
        Assert.Contains("p (Holm)", Corridor.Call([.. call, "--certainty"]).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Precise_enough_it_stops_and_names_the_replications_that_repeat_it()
    {
        string[] call = ["compare", "smart-border", "--days", "1", "--warmup-days", "0", "--format", "json"];
        JsonElement root = JsonDocument.Parse(Corridor.Call([.. call, "--precision", "50 h", "--precision-of", "I1,p95"]).Out).RootElement;
        Assert.Equal("precision", root.GetProperty("stopping").GetProperty("reason").GetString());
        Assert.Equal(10, root.GetProperty("stamp").GetProperty("replications").GetInt32());
        string command = root.GetProperty("stamp").GetProperty("command").GetString()!;
        Assert.Contains("--replications 10", command, StringComparison.Ordinal);
        JsonElement again = JsonDocument.Parse(Corridor.Call([.. command.Split(' ').Skip(1).Select(w => w.Trim('\'')), "--format", "json"]).Out).RootElement;
        Assert.Equal(root.GetProperty("scenarios").GetRawText(), again.GetProperty("scenarios").GetRawText());
    }

    [Theory]
    [InlineData("--precision-of 'p96': unknown", "--precision-of", "I1,p96")]
    [InlineData("--against 'smart-border': would be compared with itself", "--against", "smart-border")]
    [InlineData("did you mean 'smart-border'?", "--against", "smart-bordr")]
    [InlineData("--precision '0 %': out of range", "--precision", "0 %")]
    [InlineData("--precision '5': unit missing", "--precision", "5")]
    [InlineData("--budget '-1 min': out of range", "--budget", "-1 min")]
    public void What_is_asked_wrongly_is_one_line(string expected, params string[] more)
    {
        Answer answer = Corridor.Call(["compare", "smart-border", .. more]);
        Assert.Equal((ExitCode.BadInput, ""), (answer.Code, answer.Out));
        Assert.Contains(expected, Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
    }
}
