using System.Globalization;
using System.Text.Json;

namespace CorridorTwin.Cli.Tests.Commands;

public class MeasuresCommandTests
{
    private static readonly string[] Parts = ["service", "documents", "closed", "blocked", "queue", "move"];

    [Fact]
    public void Parts_add_up_to_the_total_for_every_measure_and_all_together()
    {
        Answer answer = Corridor.Call(["measures", "pillar-5", .. Corridor.Brief, "--format", "json"]);
        Assert.Equal((ExitCode.Done, ""), (answer.Code, answer.Error));
        JsonElement root = JsonDocument.Parse(answer.Out).RootElement;
        JsonElement[] measures = [.. root.GetProperty("measures").EnumerateArray()];
        Assert.Equal(["SimplifiedMsmeDeclaration", "TravellerDeclaration", "together"], measures.Select(m => m.GetProperty("id").GetString()));
        Assert.All(measures, m => Assert.Equal(m.GetProperty("time").GetDouble(), Parts.Sum(p => m.GetProperty(p).GetDouble()), 1e-5));
        Assert.Equal(root.GetProperty("before").GetProperty("time").GetDouble(), Parts.Sum(p => root.GetProperty("before").GetProperty(p).GetDouble()), 1e-5);
        // Travellers take officers at migration: a truck's own service changes only where it begins sooner or later than a system failure.
        Assert.InRange(measures[1].GetProperty("service").GetDouble(), -0.002, 0.002);
        Assert.True(measures[1].GetProperty("queue").GetDouble() < -0.01);
    }

    [Fact]
    public void The_page_says_where_a_measure_is_in_force_and_files_hold_what_is_printed()
    {
        using var scratch = new Scratch();
        Answer answer = Corridor.Call(["measures", "advance-declaration", .. Corridor.Brief, "--out", scratch.File("out")]);
        Assert.Contains("already in force on 8 of 20 sides", answer.Out, StringComparison.Ordinal);
        Assert.Equal(["measures.csv", "measures.json", "measures.txt"], Directory.EnumerateFiles(scratch.File("out")).Select(Path.GetFileName).Order());
        Assert.Equal(answer.Out, File.ReadAllText(Path.Combine(scratch.File("out"), "measures.txt")));
        Assert.Equal(1 + 2 * 7, File.ReadAllLines(Path.Combine(scratch.File("out"), "measures.csv")).Length);
        Assert.Contains("ya está en vigor en 8 de 20 lados", Corridor.Call(["measures", "advance-declaration", .. Corridor.Brief, "--lang", "es"]).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("needs a scenario")]
    [InlineData("has no measures", "outage-2019")]
    [InlineData("no such scenario", "pillar-6")]
    public void Bad_input_is_one_line(string expected, params string[] words)
    {
        Answer answer = Corridor.Call(["measures", .. words]);
        Assert.Equal((ExitCode.BadInput, ""), (answer.Code, answer.Out));
        Assert.Contains(expected, Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void A_disturbed_scenario_tells_its_recovery_on_the_page_in_json_and_in_csv()
    {
        using var scratch = new Scratch();
        Scenario(scratch);
        string[] options = ["--replications", "2", "--days", "7", "--warmup-days", "2", "--threads", "1", "--scenarios", scratch.Path];
        Answer page = Corridor.Call(["compare", "shut", .. options, "--out", scratch.File("out")]);
        Assert.Contains("Guasaule recovers", page.Out, StringComparison.Ordinal);
        Assert.Contains("for 6 hours in a row", page.Out.ReplaceLineEndings(" ").Replace("  ", " ", StringComparison.Ordinal).Replace("    ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(2, File.ReadAllLines(Path.Combine(scratch.File("out"), "recoveries.csv")).Length);
        JsonElement recovery = JsonDocument.Parse(Corridor.Call(["run", "shut", .. options, "--format", "json"]).Out).RootElement.GetProperty("recoveries")[0];
        Assert.Equal(("guasaule", "closure", 24.0, 48.0), (recovery.GetProperty("post").GetString(), recovery.GetProperty("kinds").GetString(), recovery.GetProperty("fromHour").GetDouble(), recovery.GetProperty("toHour").GetDouble()));
        string row = Corridor.Call(["compare", "shut", .. options, "--format", "csv"]).Out.Split('\n').Single(l => l.Contains("recovery.guasaule", StringComparison.Ordinal));
        Assert.Equal(recovery.GetProperty("hours").GetDouble(), double.Parse(row.Split(',')[6], CultureInfo.InvariantCulture), 1e-6);
        Assert.True(recovery.GetProperty("hours").GetDouble() > 6);
        Assert.Contains("se recupera", Corridor.Call(["run", "shut", .. options, "--lang", "es"]).Out, StringComparison.Ordinal);
    }

    private static void Scenario(Scratch scratch)
    {
        File.Copy(Path.Combine(Repository.Scenarios, "2024-baseline.yaml"), scratch.File("2024-baseline.yaml"));
        Directory.CreateDirectory(scratch.File("data"));
        File.Copy(Path.Combine(Repository.Scenarios, "data", "disruptions.csv"), Path.Combine(scratch.File("data"), "disruptions.csv"));
        File.WriteAllText(scratch.File("shut.yaml"), "id: shut\ntitle: {en: Shut, es: Cerrado}\nextends: 2024-baseline\ndisruptions: [{from: closure-day, post: guasaule, start: 1 d}]\n");
    }
}
