using CorridorTwin.Cli.CommandLine;
using CorridorTwin.Cli.Output;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Attributions;
using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Evidence;
using CorridorTwin.Scenarios.Indicators;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Proofs;
using CorridorTwin.Scenarios.Rollouts;

namespace CorridorTwin.Cli.Commands;

/// <summary>The half-yearly briefing: what can be said to each evaluation question.</summary>
internal sealed class EvidenceCommand : Verb
{
    private static readonly int[] UsualYears = [2024, 2027];

    private static readonly PathSetting Observed = new(
        "--observed", new("Lo que hallaron los estudios (CSV: year,cell,mean_h,half_width_h,n,source), para separar lo observado de lo modelado.", "What studies found (CSV: year,cell,mean_h,half_width_h,n,source), to tell what was observed from what is modelled."),
        new("ningún estudio", "no study"), new("ARCHIVO", "FILE"), new("un archivo CSV", "a CSV file"));

    /// <inheritdoc/>
    public override string Name => "evidence";

    /// <inheritdoc/>
    public override Bilingual Purpose { get; } = new(
        "El informe semestral: las dieciocho preguntas de la evaluación, con efecto, intervalo y confianza, o «no con esta herramienta».",
        "The half-yearly briefing: the eighteen evaluation questions, with effect, interval and confidence, or 'not by this tool'.");

    /// <inheritdoc/>
    public override Bilingual? Explanation { get; } = new(
        "El último año de --years es el que se evalúa. Reparte además el efecto de ese año entre grupos de medidas. Con las réplicas guardadas se rehace en segundos.",
        "The last year of --years is the one evaluated. It also divides the effect of that year among groups of measures. From stored replications it is rebuilt in seconds.");

    /// <inheritdoc/>
    public override Bilingual? Arguments { get; } = new("[implementación]", "[rollout]");

    /// <inheritdoc/>
    public override int MostArguments => 1;

    /// <inheritdoc/>
    public override IReadOnlyList<Setting> Settings { get; } =
        [Observed, RolloutSettings.Years, RolloutSettings.Reading, CommandLine.Settings.Replications, CommandLine.Settings.Seed, CommandLine.Settings.Threads, CommandLine.Settings.Store, RolloutSettings.Format, CommandLine.Settings.Out];

    /// <inheritdoc/>
    public override IReadOnlyList<(string, Bilingual)> Examples { get; } =
    [
        ("evidence --out briefing", new("La evaluación intermedia de 2027, en un directorio.", "The midterm evaluation of 2027, in a directory.")),
        ("evidence --years 2024,2030 --lang es", new("La evaluación final, en español.", "The final evaluation, in Spanish.")),
        ("evidence --observed studies.csv", new("Con lo que hallaron los estudios de 2024 y 2027.", "With what the studies of 2024 and 2027 found.")),
    ];

    /// <inheritdoc/>
    public override int Run(Call call)
    {
        string? file = null;
        RolloutCall asked = RolloutCall.Read(call, Name, UsualYears, problems => file = Observed.Given(call.Parsed, problems), Observed);
        RolloutRequest request = asked.Request;
        IReadOnlyList<Observation> observations = file is null ? [] : Observation.Load(file, [.. IndicatorRow.Of(request.Rollout.Baseline.Model).Select(r => r.Key)], request.Years);
        RolloutRun run = asked.Run();
        ScenarioAttribution? shares = null;
        if (run.Complete && EvidenceGroup.Request(run.Plan, request.Years[^1], request.Options) is { } groups)
        {
            using var progress = new ProgressLine(call.Terminal, call.Tongue);
            shares = AttributionRun.Run(groups, asked.Executor, progress.Show, call.Cancellation);
        }
        EvidencePack pack = EvidencePack.Of(StrategyTable.Of(run), shares, observations);
        Stamp stamp = asked.Stamp(run.Replications, files: file is null ? [] : [file]);
        string Page(int width) => new EvidencePage(pack, stamp, call.Tongue, width).Render();
        return FigureResult.Of("evidence", EvidenceTables.Title, Page, [EvidenceTables.Rule, ReportTexts.Illustrative], EvidenceTables.Tables(pack), pack.Complete, stamp, call).Give(call, asked.Format, asked.Folder, pack.Complete);
    }
}
