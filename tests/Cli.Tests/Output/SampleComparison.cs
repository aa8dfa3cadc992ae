using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Scenarios.Statistics;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Cli.Tests.Output;

/// <summary>A small comparison with known numbers: a gain, a gain paid by others, and nothing.</summary>
internal static class SampleComparison
{
    public static readonly Bilingual BaselineTitle = new("Línea base 2024", "2024 baseline");

    public static readonly IReadOnlyList<IReadOnlyCollection<string>> Measures = [["RiskManagement"], ["PerishablePriority"], ["AdvanceDeclaration"]];

    public static readonly Stamp Stamp = new("0123456789abcdef0123", "fedcba9876543210fedc", "unknown", 2024, 20, 28, "corridor compare --replications 20 --days 28 --warmup-days 28 --seed 2024");

    private static readonly CorridorModel Corridor = BaselineFile.Load(Path.Combine(Repository.Scenarios, "2024-baseline.yaml")).OrThrow().Model;

    public static Comparison Comparison { get; } = new()
    {
        Baseline = "2024-baseline",
        Corridor = Corridor,
        Options = new ExperimentOptions(),
        Scenarios = [Gain(), Paid(), Nothing()],
        Breakdown = [],
        Complete = true,
        Replications = 20,
        Warnings = [],
    };

    private static ScenarioComparison Gain() => new()
    {
        Id = "risk-management",
        Title = new("Gestión integral de riesgo", "Integrated risk management"),
        Year = 2024,
        Indicators = Indicators((-0.84, 0.07), (-0.21, 0.11), (-3.1, 0.9), (-12.3, 1.4), (-1319, 104)),
        WorseOff = [],
        Guards =
        [
            new(GuardKind.InspectionsLost, "per 1000 crossings", 103.9, 83.0, Half(-20.9, 0.8)), new(GuardKind.DetectionsLost, "per 1000 crossings", 6.75, 5.39, Half(-1.36, 0.05)),
            new(GuardKind.WaitOfOthers, "h", 5.68, 5.66, Half(-0.02, 0.03)), new(GuardKind.StaffHours, "h/week", 30526.75, 30526.75, Half(0, 0)),
        ],
        Sensitivity = new(Half(-12.9, 1.2), Half(-11.4, 1.1), 5),
        Notes =
        [
            new(NoteKind.PrerequisiteMissing, "RiskManagement", "guasaule", Direction.N2S, SideRole.Exit, new("x", "x"), new("falta información anticipada.", "data in advance is missing.")),
            new(NoteKind.PrerequisiteMissing, "RiskManagement", "guasaule", Direction.S2N, SideRole.Exit, new("y", "y"), new("falta información anticipada.", "data in advance is missing.")),
        ],
        DeferredPerWeek = (120.4, 61.2),
        DivertedPerWeek = (0, 0),
    };

    private static ScenarioComparison Paid() => new()
    {
        Id = "perishable-priority",
        Title = new("Prioridad a los perecederos", "Perishable priority"),
        Year = 2024,
        Indicators = Indicators((0.011, 0.034), (-0.3, 0.08), (0.7, 0.5), (-40, 20), (-7012, 1800)),
        WorseOff =
        [
            new(new RowKey(4, Direction.N2S, SideRole.Entry, Operation.Import, null, CargoClass.General), Half(0.82, 0.12)),
            new(new RowKey(3, Direction.S2N, SideRole.Exit, Operation.Export, null, CargoClass.General), Half(0.51, 0.09)),
            new(new RowKey(1, Direction.S2N, SideRole.Exit, Operation.Empty, null, null), Half(0.11, 0.02)),
        ],
        Guards = [new(GuardKind.WaitOfOthers, "h", 5.68, 6.33, Half(0.65, 0.09))],
        Sensitivity = new(Half(0.3, 0.6), Half(0.1, 0.5), 5),
        Notes = [new(NoteKind.Limited, "PerishablePriority", "guasaule", Direction.N2S, SideRole.Exit, new("x", "x"), new("menos.", "less."))],
        DeferredPerWeek = (120.4, 120.4),
        DivertedPerWeek = (0, 0),
    };

    private static ScenarioComparison Nothing() => new()
    {
        Id = "advance-declaration",
        Title = new("Declaración anticipada", "Advance declaration"),
        Year = 2024,
        Indicators = Indicators((0, 0), (0, 0), (0, 0), (0, 0), (0, 0)),
        WorseOff = [],
        Guards = [],
        Sensitivity = new(Half(0, 0), Half(0, 0), 5),
        Notes = [.. Corridor.Post("el-amatillo").Sides.Select(s => new MeasureNote(NoteKind.AlreadyInForce, "AdvanceDeclaration", "el-amatillo", s.Direction, s.Role, new("x", "x"), new("ya está.", "already.")))],
        DeferredPerWeek = (120.4, 120.4),
        DivertedPerWeek = (0, 0),
    };

    private static IndicatorComparison[] Indicators(params (double Mean, double Half)[] changes)
    {
        (string Id, string Unit, double Baseline, double Half)[] all = [("I1", "h", 6.934, 0.14), ("p50", "h", 3.31, 0.08), ("p95", "h", 24.12, 0.9), ("cost", "USD", 212.4, 3.1), ("co2", "t", 13214.2, 310)];
        return [.. all.Zip(changes, (i, c) => new IndicatorComparison(i.Id, i.Unit, i.Baseline, i.Baseline + c.Mean, Half(c.Mean, c.Half), Half(100 * c.Mean / i.Baseline, 100 * c.Half / i.Baseline))
        {
            BaselineLevel = Half(i.Baseline, i.Half), ScenarioLevel = Half(i.Baseline + c.Mean, i.Half),
        })];
    }

    private static Interval Half(double mean, double half) => new(mean, mean - half, mean + half, 20);
}
