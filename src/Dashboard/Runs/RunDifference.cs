using CorridorTwin.Scenarios.Differences;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Scenarios.Rollouts.Reports;
using CorridorTwin.Scenarios;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Dashboard.Runs;

/// <summary>What two runs were not alike in.</summary>
/// <param name="What">Which input.</param>
/// <param name="Before">In the first.</param>
/// <param name="After">In the second.</param>
public sealed record RunDifference(string What, string Before, string After)
{
    private const int MostValues = 30;

    /// <summary>The differences: options, scenarios, then values of the models of scenarios both have.</summary>
    public static IReadOnlyList<RunDifference> Between(RunInputs a, RunInputs b, InputFiles files, Tongue tongue)
    {
        var found = new List<RunDifference>();
        void Add(Bilingual what, object? before, object? after)
        {
            if (!Equals(before, after)) found.Add(new RunDifference(tongue.Say(what), before?.ToString() ?? Figures.None, after?.ToString() ?? Figures.None));
        }

        Add(new("pregunta", "question"), tongue.Say(Asked(a.Study)), tongue.Say(Asked(b.Study)));
        Add(new("lectura de la matriz", "reading of the matrix"), tongue.Say(RolloutWords.Of(a.Reading)), tongue.Say(RolloutWords.Of(b.Reading)));
        Add(new("réplicas", "replications"), a.Replications, b.Replications);
        Add(new("días medidos", "days measured"), a.Days, b.Days);
        Add(new("días de calentamiento", "days of warm-up"), a.WarmUpDays, b.WarmUpDays);
        Add(new("año de la demanda", "year of demand"), a.Year, b.Year);
        Add(new("semilla", "seed"), a.Seed, b.Seed);
        Add(new("con capacidad ±2 %", "with capacity ±2 %"), tongue.Say(YesNo(a.Capacity)), tongue.Say(YesNo(b.Capacity)));
        Add(new("escenarios", "scenarios"), string.Join(", ", a.Scenarios), string.Join(", ", b.Scenarios));
        if (a.Files != b.Files) found.AddRange(Values(a, b, files, tongue));
        return found;
    }

    private static Bilingual Asked(Study study) => study switch
    {
        Study.Attribution => new("qué aporta cada medida", "what each measure brings"),
        Study.Evidence => new("las preguntas de la evaluación", "the evaluation questions"),
        Study.Rollout => new("la estrategia año por año", "the strategy year by year"),
        Study.Sensitivity => new("de qué depende el cambio", "what the change hangs on"),
        _ => new("cuánto cambia", "how much changes"),
    };

    private static Bilingual YesNo(bool value) => value ? new("sí", "yes") : new("no", "no");

    private static IEnumerable<RunDifference> Values(RunInputs a, RunInputs b, InputFiles files, Tongue tongue)
    {
        var values = new List<RunDifference>();
        try
        {
            var before = files.Request(a);
            var after = files.Request(b);
            values.AddRange(Changes(before.Baseline.Id, before.Baseline.Model, after.Baseline.Model, tongue));
            foreach (Scenario scenario in before.Scenarios)
                if (after.Scenarios.FirstOrDefault(s => s.Id == scenario.Id) is { } other && other.Hash != scenario.Hash)
                    values.AddRange(Changes(scenario.Id, Model(scenario), Model(other), tongue));
        }
        catch (InputException)
        {
            values.Add(new RunDifference(tongue.Say("archivos de entrada", "input files"), a.Files, b.Files));
        }
        return values.DistinctBy(v => (v.What, v.Before, v.After)).Take(MostValues);
    }

    private static CorridorModel Model(Scenario scenario) => MeasureCatalog.Apply(scenario.ModelBeforeMeasures(), scenario.Measures.Select(m => m.Application)).Model;

    private static IEnumerable<RunDifference> Changes(string id, CorridorModel before, CorridorModel after, Tongue tongue) => ModelDifference.Grouped(before, after)
        .Select(c => new RunDifference($"{id}: {c.Path}" + (c.Sides.Count > 0 ? $" ({Sides.Say(c.Sides, before, tongue)})" : ""), c.Before ?? Figures.None, c.After ?? Figures.None));
}
