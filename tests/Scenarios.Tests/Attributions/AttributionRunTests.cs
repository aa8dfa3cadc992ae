using System.Text.Json;
using CorridorTwin.Scenarios.Attributions;
using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Scenarios.Statistics;
using CorridorTwin.Scenarios.Tests.Experiments;
using CorridorTwin.Scenarios.Tests.Measures;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Tests.Attributions;

public class AttributionRunTests
{
    private static readonly string[] Three = ["AdvanceDeclaration", "SmartBorder", "PerishablePriority"];
    private static readonly double[] Cuts = [0.30, 0.20, 0.15];

    private static Contributor Of(string measure, string? id = null, double intensity = 1) =>
        new(id ?? measure, new(measure, measure), 1, [new MeasureApplication(measure) { Intensity = intensity }]);

    private static AttributionRequest Request(params Contributor[] contributors) => new()
    {
        Id = "toy", Title = new("t", "t"), Weeks = new Weeks(2024, null), Before = SyntheticCorridor.Model, Contributors = contributors, AnyOrder = true,
        Options = new ExperimentOptions { Replications = 12, Days = 4 },
    };

    /// <summary>Independent proportional cuts of ten hours, a little more in each replication.</summary>
    private static double Toy(CorridorModel model, int replication) =>
        (10 + 0.1 * (replication - 5.5)) * Three.Zip(Cuts, (m, c) => InForceLevels.Anywhere(model.Posts[0].Sides[1], m) ? 1 - c : 1).Aggregate(1.0, (x, y) => x * y);

    [Fact]
    public void The_border_toy_gives_its_known_answers()
    {
        ScenarioAttribution a = AttributionRun.Run(Request([.. Three.Select(m => Of(m))]), new FormulaExecutor(Toy));
        Assert.Equal(5.24, a.Total.Mean, 1e-9);
        Near([2.505, 1.580, 1.155], a.Shares.Select(s => s.Share.Mean));
        Near([3, 2, 1.5], a.Shares.Select(s => s.Alone.Mean));
        Near([2.04, 1.19, 0.84], a.Shares.Select(s => s.LastIn.Mean));
        Near([-0.555, -0.405, -0.255], a.Interactions.Select(i => i.Value.Mean));
        Assert.All(a.Shares, s => Assert.True(s.Told && s.Share.HalfWidth > 0));
        Assert.Equal((8, 8, 0), (a.Coalitions, a.Models, a.Orders));
    }

    [Fact]
    public void A_measure_without_effect_gets_nothing_and_costs_no_run()
    {
        var executor = new FormulaExecutor(Toy);
        ScenarioAttribution a = AttributionRun.Run(Request(Of("AdvanceDeclaration"), Of("SmartBorder", intensity: 0)), executor);
        Assert.Equal((0, 0, 0), (a.Shares[1].Share.Mean, a.Shares[1].Share.HalfWidth, a.Shares[1].LastIn.Mean));
        Assert.False(a.Shares[1].Told);
        Assert.Equal((4, 2, 24), (a.Coalitions, a.Models, executor.Runs));
    }

    [Fact]
    public void Two_copies_of_one_measure_get_equal_shares()
    {
        ScenarioAttribution a = AttributionRun.Run(Request(Of("AdvanceDeclaration"), Of("SmartBorder"), Of("AdvanceDeclaration", "copy")), new FormulaExecutor(Toy));
        Near([.. a.Shares[0].Values], a.Shares[2].Values);
        Near([a.Shares[0].Share.Low, a.Shares[0].Share.High, a.Shares[0].Alone.Mean, a.Shares[0].LastIn.Mean], [a.Shares[2].Share.Low, a.Shares[2].Share.High, a.Shares[2].Alone.Mean, a.Shares[2].LastIn.Mean]);
        Assert.Equal(0, a.Shares[0].LastIn.Mean);
        Assert.True(a.Interactions.Single(i => i.Second.Id == "copy" && i.First.Id == "AdvanceDeclaration").Value.High < 0);
        JsonElement[] shares = [.. Json(a).GetProperty("shares").EnumerateArray()];
        Assert.Equal(shares[0].GetProperty("value").GetDecimal(), shares[2].GetProperty("value").GetDecimal());
    }

    [Fact]
    public void Json_has_the_fields_it_promises_and_adds_up_to_the_digit()
    {
        JsonElement json = Json(AttributionRun.Run(Request([.. Three.Select(m => Of(m))]), new FormulaExecutor(Toy)));
        Assert.Equal(["scenario", "indicator", "unit", "total", "shares", "interactions", "stamp", "run"], json.EnumerateObject().Select(p => p.Name));
        Assert.All(json.GetProperty("shares").EnumerateArray(), s => Assert.Equal(["measure", "value", "ci95", "alone", "lastIn"], s.EnumerateObject().Select(p => p.Name)));
        Assert.Equal(json.GetProperty("total").GetDecimal(), json.GetProperty("shares").EnumerateArray().Sum(s => s.GetProperty("value").GetDecimal()));
        Assert.Equal(5.24, json.GetProperty("total").GetDouble(), 1e-5);
    }

    [Fact]
    public void Prerequisites_say_who_joins_after_whom()
    {
        Scenario scenario = Shipped.Folder.Scenarios.Single(s => s.Id == "ecfcc-2030");
        AttributionRequest request = AttributionRequest.Of(scenario);
        string[] needs = [.. Contributor.Needs(request.Contributors, request.Before).Select(n => $"{request.Contributors[n.Contributor].Id} < {request.Contributors[n.Needs].Id}")];
        Assert.Contains("CoordinatedBorderManagement < RiskManagement", needs);
        Assert.Contains("RiskManagement < AdvanceDeclaration", needs);
        Assert.Contains("AdvanceDeclaration < ElectronicDocuments", needs);
        Assert.Contains("SmartBorder < Maintenance", needs);
        Assert.Contains("FlowSegmentation < Infrastructure", needs);
        Assert.Contains("FlowSegmentation < AuthorizedEconomicOperator", needs);
        string[] free = ["ElectronicDocuments", "Maintenance", "Infrastructure", "Training", "ContingencyProtocols"];
        Assert.DoesNotContain(needs, n => free.Contains(n.Split(' ')[0]));
    }

    [Fact]
    public void What_no_measure_of_the_scenario_brings_is_named_and_what_another_brings_is_not()
    {
        AttributionRequest whole = AttributionRequest.Of(Shipped.Folder.Scenarios.Single(s => s.Id == "ecfcc-2030"));
        Assert.Empty(AbsentNeed.Of(whole.Contributors, whole.Before));
        // Risk management and what rests on it are of one pillar.
        Assert.Empty(AbsentNeed.Of(AttributionRequest.Of(Shipped.Folder.Scenarios.Single(s => s.Id == "ecfcc-2030"), byPillar: true).Contributors, whole.Before));
        AttributionRequest request = AttributionRequest.Of(Shipped.Folder.Scenarios.Single(s => s.Id == "six-measures"));
        string[] absent = [.. AbsentNeed.Of(request.Contributors, request.Before).Select(a => $"{a.Measure}: {a.Need.Name}")];
        Assert.Contains("AdvanceDeclaration: ElectronicDocuments", absent);
        Assert.Contains("SmartBorder: Maintenance", absent);
        Assert.DoesNotContain(absent, a => a.StartsWith("CoordinatedBorderManagement", StringComparison.Ordinal) || a.StartsWith("RiskManagement", StringComparison.Ordinal));
        Contributor[] risk = [.. request.Contributors.Where(c => c.Id == "RiskManagement")];
        Assert.Equal(["RiskManagement: condition:advance-data"], AbsentNeed.Of(risk, request.Before).Select(a => $"{a.Measure}: {a.Need.Name}"));
    }

    [Fact]
    public void A_prerequisite_is_credited_for_what_only_it_makes_possible()
    {
        // Risk management needs data in advance: the toy gives it an effect only together with advance declaration.
        Scenario scenario = Shipped.Folder.Scenarios.Single(s => s.Id == "ecfcc-2030");
        AttributionRequest request = AttributionRequest.Of(scenario) with { Options = new ExperimentOptions { Replications = 3, Days = 2 } };
        request = request with { Contributors = [.. request.Contributors.Where(c => c.Id is "AdvanceDeclaration" or "RiskManagement")] };
        double Hours(CorridorModel m, int r)
        {
            bool first = InForceLevels.Of(m.Posts[3].Sides[1], "AdvanceDeclaration", Operation.Import) >= 1;
            bool second = InForceLevels.Anywhere(m.Posts[3].Sides[1], "RiskManagement");
            return 10 + r - (first && second ? 4 : first ? 1 : 0);
        }

        ScenarioAttribution ordered = AttributionRun.Run(request, new FormulaExecutor(Hours));
        Assert.Equal([(1, 0)], ordered.Needs);
        Near([1, 3], ordered.Shares.Select(s => s.Share.Mean));
        Near([1, 0], ordered.Shares.Select(s => s.Alone.Mean));
        Near([4, 3], ordered.Shares.Select(s => s.LastIn.Mean));
        Assert.Equal(3, ordered.Interactions[0].Value.Mean, 1e-9);
        ScenarioAttribution any = AttributionRun.Run(request with { AnyOrder = true }, new FormulaExecutor(Hours));
        Near([2.5, 1.5], any.Shares.Select(s => s.Share.Mean));
    }

    [Fact]
    public void Pillars_are_contributors_of_their_own()
    {
        Scenario scenario = Shipped.Folder.Scenarios.Single(s => s.Id == "ecfcc-2030");
        AttributionRequest request = AttributionRequest.Of(scenario, byPillar: true) with { Options = new ExperimentOptions { Replications = 3, Days = 2 } };
        Assert.Equal(["pillar-1", "pillar-2", "pillar-3", "pillar-4", "pillar-5"], request.Contributors.Select(c => c.Id));
        Assert.Equal(7, request.Contributors[0].Uses.Count);
        Assert.True(request.Exact);
        ScenarioAttribution a = AttributionRun.Run(request, new FormulaExecutor((m, r) => 10 + r - (InForceLevels.Anywhere(m.Posts[3].Sides[1], "SmartBorder") ? 2 : 0)));
        Near([0, 0, 0, 2, 0], a.Shares.Select(s => s.Share.Mean));
    }

    [Fact]
    public void The_six_measures_are_divided_over_all_their_combinations_and_eighteen_over_orders_drawn()
    {
        static AttributionRequest Of(string id) => AttributionRequest.Of(Shipped.Folder.Scenarios.Single(s => s.Id == id));
        Assert.Equal((6, true), (Of("six-measures").Contributors.Count, Of("six-measures").Exact));
        Assert.Equal((18, false), (Of("ecfcc-2030").Contributors.Count, Of("ecfcc-2030").Exact));
    }

    [Fact]
    public void Cancelled_early_it_uses_what_is_finished_or_says_there_is_nothing()
    {
        AttributionRequest request = Request([.. Three.Select(m => Of(m))]);
        using var late = new CancellationTokenSource();
        ScenarioAttribution a = AttributionRun.Run(request, new FormulaExecutor(Toy) { After = n => { if (n == 44) late.Cancel(); } }, null, late.Token);
        Assert.Equal((5, false), (a.Replications, a.Complete));
        Assert.Equal(a.Total.Mean, a.Shares.Sum(s => s.Share.Mean), 1e-12);
        Assert.Contains(a.Warnings, w => w.En.StartsWith("Interrupted: 5 of 12", StringComparison.Ordinal));
        using var early = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => AttributionRun.Run(request, new FormulaExecutor(Toy) { After = n => { if (n == 9) early.Cancel(); } }, null, early.Token));
    }

    [Fact]
    public void It_stops_when_the_largest_shares_are_precise()
    {
        AttributionRequest request = Request([.. Three.Select(m => Of(m))]) with { Options = new ExperimentOptions { Replications = 100, Days = 2 }, Enough = new Enough { Target = new Precision(Relative: 0.05) } };
        ScenarioAttribution a = AttributionRun.Run(request, new FormulaExecutor((m, r) => Toy(m, (r * 37 + 11) % 12)));
        Assert.Equal(RunEnd.Precise, a.Stopping.End);
        Assert.InRange(a.Replications, 10, 40);
        Assert.All(a.Shares, s => Assert.True(s.Share.HalfWidth <= 0.05 * s.Share.Mean));
    }

    // Four of the six measures have 16 combinations, all of them 64: whatever breaks the sum breaks it there too.
    [Theory]
    [InlineData("six-measures", 4, 0)]
    [InlineData("ecfcc-2030", 18, 2)]
    public void On_the_corridor_shares_add_up_to_the_comparison_and_threads_change_nothing(string id, int measures, int orders) => AddUp(id, measures, orders, exact: orders == 0);

    [Fact]
    [Trait("Category", "Long")]
    public void And_over_all_combinations_of_six() => AddUp("six-measures", 6, 0, exact: true);

    private static void AddUp(string id, int measures, int orders, bool exact)
    {
        Scenario whole = Shipped.Folder.Scenarios.Single(s => s.Id == id), scenario = whole with { Measures = [.. whole.Measures.Take(measures)] };
        var options = new ExperimentOptions { Replications = 2, Days = 2, WarmUpDays = 1, Threads = 1 };
        AttributionRequest request = AttributionRequest.Of(scenario) with { Options = options, Orders = orders };
        Assert.Equal((measures, exact), (request.Contributors.Count, request.Exact));
        ScenarioAttribution one = AttributionRun.Run(request, new LocalExecutor());
        ScenarioAttribution two = AttributionRun.Run(request with { Options = options with { Threads = 2 } }, new LocalExecutor());
        Assert.Equal(one.Shares.Select(s => s.Share), two.Shares.Select(s => s.Share));
        Assert.Equal(one.Interactions.Select(i => i.Value), two.Interactions.Select(i => i.Value));
        Comparison comparison = ComparisonRun.Run(new ComparisonRequest { Baseline = scenario.Baseline, Scenarios = [scenario], Options = options, CapacitySensitivity = false }, new LocalExecutor());
        Assert.Equal(-comparison.Scenarios[0].Indicator("I1").Difference.Mean, one.Shares.Sum(s => s.Share.Mean), 1e-9);
        Assert.True(one.Models <= one.Coalitions);
    }

    private static void Near(double[] expected, IEnumerable<double> actual)
    {
        double[] all = [.. actual];
        Assert.Equal(expected.Length, all.Length);
        Assert.All(expected.Zip(all), p => Assert.Equal(p.First, p.Second, 1e-9));
    }

    private static JsonElement Json(ScenarioAttribution attribution)
    {
        using var stream = new MemoryStream();
        AttributionJson.Write(attribution, new Stamp("a", "b", "c", 1, attribution.Replications, 4, "corridor attribute"), stream);
        return JsonDocument.Parse(stream.ToArray()).RootElement;
    }
}
