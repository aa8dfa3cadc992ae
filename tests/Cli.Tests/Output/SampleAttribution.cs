using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Attributions;
using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Scenarios.Statistics;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Cli.Tests.Output;

/// <summary>An attribution with known numbers: a leader, two that cannot be told apart, one lost in chance, one that does nothing, one that does harm.</summary>
internal static class SampleAttribution
{
    public static readonly Stamp Stamp = new("0123456789abcdef0123", "fedcba9876543210fedc", "unknown", 2024, 20, 28, "corridor attribute ecfcc-2030 --replications 20 --days 28 --warmup-days 28 --seed 2024");

    private static readonly string[] Names = ["AdvanceDeclaration", "RiskManagement", "CoordinatedBorderManagement", "SmartBorder", "PerishablePriority", "ScheduleHarmonization"];

    private static readonly Contributor[] Contributors = [.. Names.Select(n => MeasureCatalog.Find(n)!).Select(m => new Contributor(m.Name, m.Title, m.Strategy.Pillar, [new MeasureApplication(m.Name)]))];

    public static ScenarioAttribution Attribution { get; } = new()
    {
        Request = new AttributionRequest
        {
            Id = "ecfcc-2030", Title = new("ECFCC-2023 hasta 2030, medidas modeladas", "ECFCC-2023 by 2030, measures modelled"), Weeks = new Weeks(2024, null),
            Before = new CorridorModel { Countries = [], Posts = [], Roads = [], Demand = null!, Costs = null! }, Contributors = Contributors,
        },
        Before = Half(6.934, 0.14),
        After = Half(4.501, 0.11),
        Total = Half(2.433, 0.088),
        Shares =
        [
            Share(0, 1.2349, 0.06, 1.31, 1.02, 0), Share(1, 0.6021, 0.05, 0.71, 0.49, 1), Share(2, 0.5868, 0.06, 0.66, 0.41, 2),
            Share(3, 0.0151, 0.03, 0.02, 0.01, 3), Share(4, -0.0059, 0.004, -0.004, -0.006, 4), Share(5, 0, 0, 0, 0, 5),
        ],
        Interactions =
        [
            new(Contributors[0], Contributors[1], Half(-0.21, 0.04), 1e-6), new(Contributors[1], Contributors[2], Half(0.08, 0.03), 0.001),
            new(Contributors[0], Contributors[3], Half(0.01, 0.02), 0.4),
        ],
        Needs = [(1, 0), (2, 1)],
        Coalitions = 64,
        Models = 32,
        Orders = 0,
        Stopping = new Stopping(RunEnd.Made, 20, 20, null, double.NaN, 0),
        Halves = null,
        Absent = [new AbsentNeed("SmartBorder", MeasureCatalog.Find("SmartBorder")!.Prerequisites.Single(p => p.Name == "Maintenance"))],
    };

    // Values whose paired intervals tell the first from the others, and the second and third from nobody.
    private static ContributorShare Share(int i, double mean, double half, double alone, double last, int seed)
    {
        double[] pattern = [.. Enumerable.Range(0, 20).Select(r => ((r * (7 + 2 * seed) + seed) % 20 - 9.5) / 5.9)];
        double[] values = [.. pattern.Select(p => mean + p * half * 2.1)];
        return new ContributorShare(Contributors[i], Half(mean, half), Half(alone, half), Half(last, half), values, half == 0 ? 1 : Math.Abs(mean) > half ? 1e-4 : 0.4);
    }

    private static Interval Half(double mean, double half) => new(mean, mean - half, mean + half, 20);
}
