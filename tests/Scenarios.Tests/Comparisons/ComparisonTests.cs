using System.Text.Json;
using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Measures;

namespace CorridorTwin.Scenarios.Tests.Comparisons;

public class ComparisonTests
{
    private static readonly Lazy<(ComparisonRequest Request, Comparison Comparison)> Small = new(() =>
    {
        var request = new ComparisonRequest
        {
            Baseline = Shipped.Folder.Baselines[0],
            Scenarios = [.. Shipped.Folder.Scenarios.Where(s => s.Id is "advance-declaration" or "risk-management")],
            Options = new ExperimentOptions { Replications = 5, Days = 7, WarmUpDays = 7 },
        };
        return (request, ComparisonRun.Run(request, new LocalExecutor()));
    });

    [Fact]
    public void Advance_declaration_cuts_times_and_risk_management_cuts_finds()
    {
        Comparison c = Small.Value.Comparison;
        Assert.True(c.Complete);
        ScenarioComparison advance = c.Scenarios.Single(s => s.Id == "advance-declaration");
        Assert.True(advance.Indicator("I1").Difference.High < 0);
        Assert.True(advance.Indicator("cost").Difference.High < 0);
        ScenarioComparison risk = c.Scenarios.Single(s => s.Id == "risk-management");
        Assert.True(risk.Guards.Single(g => g.Kind == GuardKind.DetectionsLost).Difference.High < 0);
        Assert.NotNull(risk.Sensitivity);
        Assert.Contains(advance.Notes, n => n.Kind == NoteKind.AlreadyInForce && n.Post == "pedro-de-alvarado");
    }

    [Fact]
    public void Trucks_put_off_are_counted_by_the_week_measured()
    {
        BaselineFile shipped = Shipped.Folder.Baselines[0];
        var early = shipped.Figures.Where(f => f.Path.EndsWith("defer-from", StringComparison.Ordinal)).Select(f => new OwnFigure(f.Path, "2 trucks", "a short line", null, null, Mark.Whole("own.yaml")));
        BaselineFile deferring = shipped.With(new OwnFigures(shipped.Id, [.. early], new MapNode(Mark.Whole("own.yaml"), []))).OrThrow();
        var options = new ExperimentOptions { Replications = 2, Days = 7, WarmUpDays = 7 };
        Scenario same = Shipped.Folder.Scenarios[0] with { Measures = [] };
        Comparison comparison = ComparisonRun.Run(new ComparisonRequest { Baseline = deferring, Scenarios = [same], Options = options, CapacitySensitivity = false }, new LocalExecutor());
        var deferred = new List<long>();
        new LocalExecutor().Run([new Variant("b", deferring.Model, 2)], options, f => deferred.Add(f.Summary.Deferred), default);
        Assert.InRange(deferred.Average(), 100, 100_000);
        Assert.Equal(deferred.Average(), comparison.Scenarios[0].DeferredPerWeek.Baseline, 9);
    }

    [Fact]
    public void The_split_adds_up_in_every_row()
    {
        foreach (BreakdownRow row in Small.Value.Comparison.Breakdown.Where(r => r.Value != null))
        {
            RowValue v = row.Value!;
            Assert.Equal(v.Mean, v.Service + v.Documents + v.Closed + v.Blocked + v.Queue + v.Move, 9);
        }
    }

    [Fact]
    public void Crossings_are_counted_once_and_match_the_volumes()
    {
        Comparison c = Small.Value.Comparison;
        double[] daily = [700, 800, 450, 550, 430];
        for (int p = 0; p < daily.Length; p++)
        {
            double crossings = c.Breakdown.Where(r => r.Scenario == c.Baseline && r.Row.Post == p && r.Row.Role == null && r.Row.Cargo == null).Sum(r => r.Count);
            Assert.InRange(crossings / 7, daily[p] * 0.93, daily[p] * 1.07);
        }
    }

    [Fact]
    public void Json_has_every_field_and_no_nan()
    {
        (ComparisonRequest request, Comparison comparison) = Small.Value;
        using var stream = new MemoryStream();
        ComparisonJson.Write(comparison, Stamp.Of(request, comparison, "corridor compare"), stream);
        string text = System.Text.Encoding.UTF8.GetString(stream.ToArray());
        Assert.DoesNotContain("NaN", text);
        using JsonDocument json = JsonDocument.Parse(text);
        JsonElement root = json.RootElement;
        Assert.Equal("M_side", root.GetProperty("definition").GetString());
        Assert.Equal("2024-baseline", root.GetProperty("baseline").GetString());
        JsonElement indicator = root.GetProperty("scenarios")[0].GetProperty("indicators")[0];
        foreach (string name in new[] { "id", "unit", "baseline", "scenario", "difference", "ci95", "percent", "percentCi95" }) Assert.True(indicator.TryGetProperty(name, out _), name);
        JsonElement[] rows = [.. root.GetProperty("breakdown").EnumerateArray()];
        foreach (string name in new[] { "scenario", "post", "direction", "side", "operation", "class", "mean", "p50", "p95", "n", "service", "documents", "closed", "blocked", "queue", "move" })
            Assert.All(rows, r => Assert.True(r.TryGetProperty(name, out _), name));
        JsonElement empty = rows.First(r => r.GetProperty("class").GetString() == "relief");
        Assert.Equal(0, empty.GetProperty("n").GetDouble());
        Assert.Equal(JsonValueKind.Null, empty.GetProperty("mean").ValueKind);
        foreach (string name in new[] { "scenarioHash", "dataHash", "commit", "seed", "replications", "days", "command" }) Assert.True(root.GetProperty("stamp").TryGetProperty(name, out _), name);
    }

    [Fact]
    public void A_cancelled_comparison_says_so_and_compares_what_is_finished()
    {
        using var cancel = new CancellationTokenSource();
        ComparisonRequest request = Small.Value.Request with { Options = new ExperimentOptions { Replications = 40, Days = 2, WarmUpDays = 1, Threads = 1 }, CapacitySensitivity = false };
        Comparison c = ComparisonRun.Run(request, new LocalExecutor(), p =>
        {
            if (p.Done == 8) cancel.Cancel();
        }, cancel.Token);
        Assert.False(c.Complete);
        Assert.InRange(c.Replications, 2, 3);
        Assert.NotEmpty(c.Warnings);
        Assert.True(double.IsFinite(c.Scenarios[0].Indicator("I1").Difference.Low));
    }
}
