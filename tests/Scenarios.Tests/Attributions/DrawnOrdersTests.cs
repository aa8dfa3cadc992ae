using CorridorTwin.Scenarios.Attributions;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Scenarios.Statistics;
using CorridorTwin.Scenarios.Tests.Experiments;
using CorridorTwin.Scenarios.Tests.Measures;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Tests.Attributions;

public class DrawnOrdersTests
{
    private static readonly CorridorModel Before = SyntheticCorridor.Model;
    private static readonly string[] Measures = ["AdvanceDeclaration", "RiskManagement", "SmartBorder", "PerishablePriority", "ScheduleHarmonization"];

    /// <summary>Five measures at each of two posts: ten contributors, more than are run exactly.</summary>
    private static readonly Contributor[] Ten =
        [.. Measures.SelectMany(m => Before.Posts.Select(p => new Contributor($"{m}@{p.Id}", new(m, m), 1, [new MeasureApplication(m) { Posts = [p.Id] }])))];

    private static AttributionRequest Request(int replications = 20, int orders = 0) => new()
    {
        Id = "ten", Title = new("t", "t"), Weeks = new Weeks(2024, null), Before = Before, Contributors = Ten, AnyOrder = true, Orders = orders,
        Options = new ExperimentOptions { Replications = replications, Days = 2 },
    };

    private static double Cut(int i) => 0.02 + 0.015 * i;

    private static bool Has(CorridorModel model, int i) => model.Posts[i % 2].Sides.Any(s => InForceLevels.Anywhere(s, Measures[i / 2]));

    private static double Product(CorridorModel model, int replication) =>
        (10 + 0.2 * ((replication * 7 + 3) % 11 - 5)) * Enumerable.Range(0, 10).Aggregate(1.0, (x, i) => Has(model, i) ? x * (1 - Cut(i)) : x);

    [Fact]
    public void Where_measures_do_not_meet_every_order_gives_the_exact_shares()
    {
        ScenarioAttribution a = AttributionRun.Run(Request(10), new FormulaExecutor((m, r) => 10 + r - Enumerable.Range(0, 10).Where(i => Has(m, i)).Sum(Cut)));
        Assert.All(a.Shares.Select((s, i) => (s, i)), p => Assert.Equal(Cut(p.i), p.s.Share.Mean, 1e-9));
        Assert.Equal((RunEnd.Precise, 1), (a.Stopping.End, a.Orders));
        Assert.Empty(a.Interactions);
    }

    [Fact]
    public void Shares_add_up_in_every_replication_and_lie_near_the_exact_ones()
    {
        ScenarioAttribution a = AttributionRun.Run(Request(), new FormulaExecutor(Product));
        Assert.Equal(RunEnd.Precise, a.Stopping.End);
        Assert.Equal(a.Total.Mean, a.Shares.Sum(s => s.Share.Mean), 1e-9);
        var orders = new CoalitionOrders(10);
        double[] exact = Shapley.Shares(orders, s => 10 * (1 - Enumerable.Range(0, 10).Where(i => (s >> i & 1) != 0).Aggregate(1.0, (x, i) => x * (1 - Cut(i)))));
        // Intervals hold both errors; ten of them at 95 %, so one or two may miss, and all lie within twice their half.
        Assert.True(a.Shares.Zip(exact).Count(p => p.First.Share.Low > p.Second || p.First.Share.High < p.Second) <= 2);
        Assert.All(a.Shares.Zip(exact), p => Assert.Equal(p.Second, p.First.Share.Mean, 2 * p.First.Share.HalfWidth));
    }

    [Fact]
    public void The_orders_asked_for_are_drawn_and_repeat()
    {
        ScenarioAttribution first = AttributionRun.Run(Request(4, orders: 3), new FormulaExecutor(Product));
        ScenarioAttribution again = AttributionRun.Run(Request(4, orders: 3), new FormulaExecutor(Product) { Scrambled = true });
        Assert.Equal(3, first.Orders);
        Assert.Equal(first.Shares.Select(s => s.Share), again.Shares.Select(s => s.Share));
    }

    [Fact]
    public void No_pair_is_run_twice()
    {
        var seen = new HashSet<(CorridorModel, int)>();
        AttributionRun.Run(Request(4, orders: 5), new FormulaExecutor((m, r) =>
        {
            Assert.True(seen.Add((m, r)));
            return Product(m, r);
        }));
    }
}
