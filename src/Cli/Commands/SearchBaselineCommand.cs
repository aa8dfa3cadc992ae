using CorridorTwin.Cli.CommandLine;
using CorridorTwin.Cli.Output;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Calibration;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Inputs;
using Spectre.Console;

namespace CorridorTwin.Cli.Commands;

/// <summary>The search that found the shipped baseline's hours, to be repeated or run on a baseline of one's own.</summary>
internal sealed class SearchBaselineCommand : Verb
{
    private const int Rounds = 9;

    /// <inheritdoc/>
    public override string Name => "search-baseline";

    /// <inheritdoc/>
    public override Bilingual Purpose { get; } = new(
        "Busca los horarios y la fila con que la línea base reproduce los tiempos de referencia; no modifica archivos.",
        "Searches for the hours and the line with which the baseline gives the reference times; changes no file.");

    /// <inheritdoc/>
    public override Bilingual? Explanation { get; } = new(
        "Bisección de todos los valores a la vez, con números aleatorios comunes; los tiempos de servicio no se tocan. Al final imprime las líneas YAML que se pueden pegar en la línea base.",
        "Bisection of all values together, under common random numbers; service times are never touched. It ends with YAML lines to paste into the baseline.");

    /// <inheritdoc/>
    public override IReadOnlyList<Setting> Settings { get; } = CommandLine.Settings.Simulating;

    /// <inheritdoc/>
    public override IReadOnlyList<(string, Bilingual)> Examples { get; } =
        [("search-baseline --replications 8", new("La búsqueda detrás de la línea base incluida; tarda minutos.", "The search behind the shipped baseline; takes minutes."))];

    /// <inheritdoc/>
    public override int Run(Call call)
    {
        var problems = new Problems();
        ExperimentOptions options = call.Experiment(problems);
        if (problems.Any) throw new InputException(problems.All);
        BaselineFile baseline = ScenarioSource.Open(call).Baseline();
        IReadOnlyList<Knob> knobs = BaselineSearch.Knobs(baseline);
        IReadOnlyList<KnobResult> results;
        using (var progress = new ProgressLine(call.Terminal, call.Tongue))
            results = BaselineSearch.Run(baseline, knobs, options, Rounds, (round, _) => progress.Show(round * options.Replications, Rounds * options.Replications), call.Cancellation);
        Tongue tongue = call.Tongue;
        Table table = TextTable.Create((tongue.Say("Valor", "Value"), false), (tongue.Say("Objetivo, h", "Target, h"), true), (tongue.Say("Simulado, h", "Simulated, h"), true), (tongue.Say("Hallado", "Found"), false));
        foreach (KnobResult r in results) table.Add(r.Knob.Path, tongue.Figures.Rounded(r.Knob.TargetHours, 1), tongue.Figures.LevelWithHalf(r.Mean), string.Join(" / ", r.Knob.Words(r.Value).Select(w => w.Item2).Distinct()));
        TextWriter to = call.Terminal.Out;
        to.Write(TextTable.Render(table, call.Terminal.Width));
        to.WriteLine();
        if (results.Count > 0) to.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"J = {BaselineSearch.Distance(results):0.0} / {results.Count}") + tongue.Say(" (distancia de los momentos simulados a los buscados)", " (distance of the simulated moments from those wanted)"));
        foreach ((string path, string value) in results.SelectMany(r => r.Knob.Words(r.Value))) to.WriteLine($"# {path}\n{path[(path.LastIndexOf('.') + 1)..]}: {(value.Contains(':', StringComparison.Ordinal) ? $"\"{value}\"" : value)}");
        if (!call.Cancellation.IsCancellationRequested) return ExitCode.Done;
        call.Tell("corridor: interrumpido; lo mejor hasta ahora", "corridor: interrupted; the best so far");
        return ExitCode.Cancelled;
    }
}
