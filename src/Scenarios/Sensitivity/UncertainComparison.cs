using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Statistics;

namespace CorridorTwin.Scenarios.Sensitivity;

/// <summary>Scenarios against the baseline with every uncertain input drawn from its range, the same values on both sides.</summary>
public sealed record UncertainRequest
{
    /// <summary>The baseline.</summary>
    public required BaselineFile Baseline { get; init; }

    /// <summary>The scenarios.</summary>
    public required IReadOnlyList<Scenario> Scenarios { get; init; }

    /// <summary>The inputs drawn.</summary>
    public required IReadOnlyList<UncertainInput> Inputs { get; init; }

    /// <summary>Year of demand on both sides; null for each scenario's own.</summary>
    public int? Year { get; init; }

    /// <summary>The Monday from which dated weeks are simulated instead; null for each scenario's own weeks.</summary>
    public DateOnly? Period { get; init; }

    /// <summary>Weeks of a scenario and of the baseline it is compared with.</summary>
    public Weeks WeeksOf(Scenario scenario) => scenario.Weeks.Unless(Year, Period);

    /// <summary>How often the inputs are drawn; two at least.</summary>
    public int Draws { get; init; } = 40;

    /// <summary>Length, seed, threads, and the replications of each draw; two at least.</summary>
    public ExperimentOptions Options { get; init; } = new() { Replications = 3 };
}

/// <summary>What came of it.</summary>
/// <param name="Request">What was asked.</param>
/// <param name="Draws">Draws finished of all scenarios alike.</param>
/// <param name="Complete">False if it was cancelled.</param>
/// <param name="Scenarios">One entry per scenario; empty with fewer than two draws.</param>
public sealed record UncertainComparison(UncertainRequest Request, int Draws, bool Complete, IReadOnlyList<UncertainScenario> Scenarios)
{
    /// <summary>Replications in which measured trucks had not left when they were given up: the corridor drawn cannot serve its demand.</summary>
    public int Overloaded { get; init; }

    /// <summary>Runs that all of it takes, and tells them as they finish.</summary>
    /// <param name="request">What to compare.</param>
    /// <param name="executor">Where.</param>
    /// <param name="progress">Told after each replication.</param>
    /// <param name="cancellation">Ends it; draws that are whole are kept.</param>
    public static UncertainComparison Run(UncertainRequest request, IExecutor executor, Action<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        IReadOnlyList<InputPoint> points = InputDraws.Latin(request.Inputs, request.Draws, request.Options.Seed);
        Weeks[] weeks = [.. request.Scenarios.Select(request.WeeksOf).Distinct()];
        int total = request.Draws * (weeks.Length + request.Scenarios.Count) * request.Options.Replications, done = 0, overloaded = 0;
        // Per scenario and indicator, one list of paired differences for each draw.
        var changes = request.Scenarios.Select(_ => Indicator.All.Select(_ => new List<IReadOnlyList<double>>()).ToArray()).ToArray();
        for (int d = 0; d < points.Count && !cancellation.IsCancellationRequested; d++)
        {
            var runs = new ModelRuns(executor, request.Options with { Seed = InputDraws.SeedOf(request.Options.Seed, d), DrainDays = CorridorResponse.DrainDays }, () => progress?.Invoke(new RunProgress(++done, total)));
            Dictionary<Weeks, UncertainModel> models = weeks.ToDictionary(w => w, w => new UncertainModel(request.Baseline, w));
            InputPoint point = points[d];
            UncertainModel Model(Scenario s) => models[request.WeeksOf(s)];
            runs.Run(
                [.. models.Values.Select(m => (m.BaselineKey(point), (Func<Simulation.Corridor.CorridorModel>)(() => m.Baseline(point)))), .. request.Scenarios.Select(s => (Model(s).ScenarioKey(s, point), (Func<Simulation.Corridor.CorridorModel>)(() => Model(s).Scenario(s, point))))],
                request.Options.Replications, cancellation);
            overloaded += runs.Overloaded;
            if (!request.Scenarios.All(s => runs.Has(Model(s).BaselineKey(point), request.Options.Replications) && runs.Has(Model(s).ScenarioKey(s, point), request.Options.Replications))) break;
            for (int s = 0; s < request.Scenarios.Count; s++)
            {
                Scenario scenario = request.Scenarios[s];
                for (int i = 0; i < Indicator.All.Count; i++)
                {
                    IReadOnlyList<double> Of(string key) => runs.Values(key, Indicator.All[i], request.Options.Replications)!;
                    changes[s][i].Add([.. Of(Model(scenario).ScenarioKey(scenario, point)).Zip(Of(Model(scenario).BaselineKey(point)), (with, without) => with - without)]);
                }
            }
        }
        int kept = changes.Length == 0 ? 0 : changes[0][0].Count;
        return new UncertainComparison(request, kept, kept == request.Draws, kept < 2 ? [] :
            [.. request.Scenarios.Select((s, n) => new UncertainScenario(s.Id, s.Title, request.WeeksOf(s), [.. Indicator.All.Select((x, i) => UncertainChange.Of(x, changes[n][i]))]))]) { Overloaded = overloaded };
    }
}

/// <summary>One scenario.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its name.</param>
/// <param name="Weeks">Weeks simulated.</param>
/// <param name="Changes">One per indicator.</param>
public sealed record UncertainScenario(string Id, Bilingual Title, Weeks Weeks, IReadOnlyList<UncertainChange> Changes)
{
    /// <summary>The change of an indicator.</summary>
    public UncertainChange Change(string indicator) => Changes.First(c => c.Indicator.Id == indicator);
}

/// <summary>The change of one indicator when inputs are uncertain.</summary>
/// <param name="Indicator">Which.</param>
/// <param name="ByDraw">Mean change of each draw, in the order of draws.</param>
/// <param name="Parts">Input and simulation uncertainty told apart.</param>
/// <param name="P5">A twentieth of the draws change it less than this, interpolated between draws.</param>
/// <param name="P50">Half of them.</param>
/// <param name="P95">All but a twentieth.</param>
/// <param name="ShareBetter">Share of the draws in which the scenario is better; ties count half.</param>
public sealed record UncertainChange(Indicator Indicator, IReadOnlyList<double> ByDraw, TwoLevel Parts, double P5, double P50, double P95, double ShareBetter)
{
    /// <summary>The change from its values.</summary>
    /// <param name="indicator">Which.</param>
    /// <param name="values">Per draw, one paired difference per replication; draws share no luck.</param>
    public static UncertainChange Of(Indicator indicator, IReadOnlyList<IReadOnlyList<double>> values)
    {
        double[] means = [.. values.Select(v => v.Average())], sorted = [.. means.Order()];
        // Less is better for every indicator.
        double better = means.Average(m => m < 0 ? 1 : m == 0 ? 0.5 : 0);
        return new UncertainChange(indicator, means, TwoLevel.Independent(values), Quantile(sorted, 0.05), Quantile(sorted, 0.5), Quantile(sorted, 0.95), better);
    }

    /// <summary>Between order statistics by linear interpolation (type 7).</summary>
    private static double Quantile(double[] sorted, double p)
    {
        double h = (sorted.Length - 1) * p;
        int k = (int)h;
        return k + 1 < sorted.Length ? sorted[k] + (h - k) * (sorted[k + 1] - sorted[k]) : sorted[k];
    }
}
