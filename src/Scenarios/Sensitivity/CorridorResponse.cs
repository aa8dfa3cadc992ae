using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Sensitivity;

/// <summary>What of an indicator is asked.</summary>
public enum ResponseKind
{
    /// <summary>The scenario less the baseline, both at the same values of the inputs.</summary>
    Change,
    /// <summary>The scenario's own level, or the baseline's where there is no scenario.</summary>
    Level,
}

/// <summary>The simulated corridor as an answer that hangs on inputs: every point is run with the same trucks and the same luck.</summary>
public sealed class CorridorResponse : IInputResponse
{
    /// <summary>
    /// Days that measured trucks are given to leave. Far from the own values a corridor can be offered more than it can ever serve: it need not
    /// be followed for years to see that.
    /// </summary>
    public const int DrainDays = 60;

    private readonly UncertainModel models;
    private readonly Scenario? scenario;
    private readonly Indicator indicator;
    private readonly ResponseKind kind;
    private readonly ModelRuns runs;

    /// <summary>An answer.</summary>
    /// <param name="models">Models at other values.</param>
    /// <param name="scenario">The scenario; null for the baseline's level.</param>
    /// <param name="indicator">What is measured.</param>
    /// <param name="kind">Change or level.</param>
    /// <param name="executor">Where it is run.</param>
    /// <param name="options">Length, seed and threads; replications are asked for point by point.</param>
    /// <param name="finished">Told after each replication.</param>
    public CorridorResponse(UncertainModel models, Scenario? scenario, Indicator indicator, ResponseKind kind, IExecutor executor, ExperimentOptions options, Action? finished = null)
    {
        if (scenario is null && kind == ResponseKind.Change) throw new ArgumentException("A change needs a scenario.", nameof(kind));
        (this.models, this.scenario, this.indicator, this.kind) = (models, scenario, indicator, kind);
        runs = new ModelRuns(executor, options with { DrainDays = DrainDays }, finished);
    }

    /// <inheritdoc/>
    public IReadOnlyList<IReadOnlyList<double>?> Evaluate(IReadOnlyList<InputPoint> points, int replications, CancellationToken cancellation)
    {
        runs.Run(points.SelectMany(Models), replications, cancellation);
        return [.. points.Select(p => Answer(Seen(p), replications))];
    }

    /// <inheritdoc/>
    public int Runs(IReadOnlyList<InputPoint> points, int replications) =>
        points.SelectMany(Models).DistinctBy(m => m.Key).Sum(m => runs.Missing(m.Key, replications));

    /// <inheritdoc/>
    public int Overloaded => runs.Overloaded;

    private IReadOnlyList<double>? Answer(InputPoint point, int replications)
    {
        if (scenario is null) return runs.Values(models.BaselineKey(point), indicator, replications);
        IReadOnlyList<double>? with = runs.Values(models.ScenarioKey(scenario, point), indicator, replications);
        if (kind == ResponseKind.Level || with is null) return with;
        IReadOnlyList<double>? without = runs.Values(models.BaselineKey(point), indicator, replications);
        return without is null ? null : [.. with.Zip(without, (s, b) => s - b)];
    }

    private IEnumerable<(string Key, Func<CorridorModel> Model)> Models(InputPoint point)
    {
        InputPoint seen = Seen(point);
        if (scenario is null || kind == ResponseKind.Change) yield return (models.BaselineKey(seen), () => models.Baseline(seen));
        if (scenario is not null) yield return (models.ScenarioKey(scenario, seen), () => models.Scenario(scenario, seen));
    }

    /// <summary>Unit values price a trajectory and never bend it: a time is the same whatever they are, and is not simulated again.</summary>
    private InputPoint Seen(InputPoint point) =>
        indicator.Unit != "h" ? point : new InputPoint(point.Changed.Where(v => v.Key.Kind.Id != FigureKinds.Costs.Id).Select(v => (v.Key, v.Value)));
}
