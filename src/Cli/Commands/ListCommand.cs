using CorridorTwin.Cli.CommandLine;
using CorridorTwin.Cli.Output;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Disruptions;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Measures;
using Spectre.Console;

namespace CorridorTwin.Cli.Commands;

/// <summary>What there is: baselines, scenarios, measures and disturbances.</summary>
internal sealed class ListCommand : Verb
{
    /// <inheritdoc/>
    public override string Name => "list";

    /// <inheritdoc/>
    public override Bilingual Purpose { get; } = new(
        "Enumera la línea base, los escenarios, las medidas y las perturbaciones.",
        "Lists the baseline, the scenarios, the measures and the disturbances.");

    /// <inheritdoc/>
    public override IReadOnlyList<(string, Bilingual)> Examples { get; } = [("list", new("Todo lo que se puede comparar.", "Everything that can be compared."))];

    /// <inheritdoc/>
    public override int Run(Call call)
    {
        ScenarioSource source = ScenarioSource.Open(call);
        Tongue tongue = call.Tongue;
        TextWriter to = call.Terminal.Out;
        Table scenarios = TextTable.Create((tongue.Say("Escenario", "Scenario"), false), (tongue.Say("Nombre", "Name"), false), (tongue.Say("Medidas", "Measures"), false));
        foreach (BaselineFile baseline in source.Folder.Baselines) scenarios.Add(baseline.Id, tongue.Say(baseline.Title), tongue.Say("línea base", "baseline"));
        foreach (Scenario scenario in source.All) scenarios.Add(scenario.Id, tongue.Say(scenario.Title), Measures(scenario, tongue));
        to.Write(TextTable.Render(scenarios, call.Terminal.Width));
        to.WriteLine();
        Table measures = TextTable.Create((tongue.Say("Medida", "Measure"), false), (tongue.Say("Estrategia", "Strategy"), false), (tongue.Say("Qué es", "What it is"), false));
        foreach (IMeasure measure in MeasureCatalog.All) measures.Add(measure.Name, measure.Strategy.ToString(), tongue.Say(measure.Summary));
        to.Write(TextTable.Render(measures, call.Terminal.Width));
        if (source.Folder.Disruptions.Count > 0)
        {
            to.WriteLine();
            Table disturbances = TextTable.Create((tongue.Say("Perturbación", "Disturbance"), false), (tongue.Say("Qué es", "What it is"), false), (tongue.Say("Fuente", "Source"), false));
            foreach (KnownDisruption known in source.Folder.Disruptions) disturbances.Add(known.Id, tongue.Say(known.Title), known.Source);
            to.Write(TextTable.Render(disturbances, call.Terminal.Width));
        }
        foreach (InputProblem problem in source.Folder.Problems) call.Terminal.Error.WriteLine(problem.Render(tongue.Code));
        return source.Folder.Problems.Count == 0 ? ExitCode.Done : ExitCode.BadInput;
    }

    private static string Measures(Scenario scenario, Tongue tongue)
    {
        string[] names = [.. scenario.Measures.Select(m => m.Application.Measure).Distinct()];
        return names.Length == MeasureCatalog.All.Count ? tongue.Say($"las {names.Length} medidas", $"all {names.Length} measures") : string.Join(", ", names);
    }
}
