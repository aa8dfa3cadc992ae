using CorridorTwin.Cli.CommandLine;
using CorridorTwin.Cli.Output;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Indicators;
using CorridorTwin.Scenarios.Proofs;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Scenarios.Rollouts;
using CorridorTwin.Scenarios.Workbooks;

namespace CorridorTwin.Cli.Commands;

/// <summary>The strategy's own indicators in the years it wants them.</summary>
internal sealed class IndicatorsCommand : Verb
{
    private static readonly SwitchSetting AsPrinted = new("--export-as-printed", new("Da además la exportación por la fórmula impresa en la tabla 2, que suma tiempos de importación.", "Also gives exports by the formula printed in Table 2, which adds up import times."));

    private static readonly PathSetting Survey = new(
        "--survey", new("Coeficientes de una encuesta de usuarios (CSV: dimension,points_per_unit,low,high,source), para el cambio del índice de percepción.", "Coefficients of a survey of users (CSV: dimension,points_per_unit,low,high,source), for the change of the perception index."),
        new("sin índice", "no index"), new("ARCHIVO", "FILE"), new("un archivo CSV", "a CSV file"));

    /// <inheritdoc/>
    public override string Name => "indicators";

    /// <inheritdoc/>
    public override Bilingual Purpose { get; } = new(
        "Da los indicadores de la estrategia en 2024, 2027 y 2030, con ella y sin ella: tabla 2 por puesto, país, sentido y operación.",
        "Gives the strategy's indicators in 2024, 2027 and 2030, with it and without: Table 2 by post, country, direction and operation.");

    /// <inheritdoc/>
    public override Bilingual? Explanation { get; } = new(
        "Simula los años de la implementación por semanas representativas. Lo ya simulado no se repite. csv da la tabla 2; json y xlsx, todas las tablas.",
        "Simulates the rollout's years by representative weeks. What has been simulated is not run again. csv gives Table 2; json and xlsx all tables.");

    /// <inheritdoc/>
    public override Bilingual? Arguments { get; } = new("[implementación]", "[rollout]");

    /// <inheritdoc/>
    public override int MostArguments => 1;

    /// <inheritdoc/>
    public override IReadOnlyList<Setting> Settings { get; } =
        [RolloutSettings.Years, RolloutSettings.Reading, AsPrinted, Survey, CommandLine.Settings.Replications, CommandLine.Settings.Seed, CommandLine.Settings.Threads, CommandLine.Settings.Store, RolloutSettings.Format, CommandLine.Settings.Out];

    /// <inheritdoc/>
    public override IReadOnlyList<(string, Bilingual)> Examples { get; } =
    [
        ("indicators", new("2024, 2027 y 2030 por la matriz impresa.", "2024, 2027 and 2030 by the printed matrix.")),
        ("indicators --reading scaled-to-goal --format xlsx --out results", new("Por las metas, como hoja de cálculo y archivos.", "By the goals, as a spreadsheet and files.")),
        ("indicators my-rollout.yaml --years 2024-2030 --lang es", new("Una implementación propia, todos los años, en español.", "A rollout of your own, all years, in Spanish.")),
    ];

    /// <inheritdoc/>
    public override int Run(Call call)
    {
        PerceptionSurvey? survey = null;
        RolloutCall asked = RolloutCall.Read(call, Name, StrategyTable.OfficialYears, problems => survey = Survey.Given(call.Parsed, problems) is { } path ? PerceptionSurvey.Read(path, problems) : null, AsPrinted, Survey);
        bool printed = AsPrinted.Read(call.Parsed);
        RolloutRun run = asked.Run();
        StrategyTable table = StrategyTable.Of(run);
        Stamp stamp = asked.Stamp(run.Replications, files: survey is null ? [] : [survey.File]);
        IReadOnlyList<Bilingual> notes = StrategyNotes.Of(table);
        IReadOnlyList<FigureTable> figures = StrategyFigures.Of(table, printed, survey);
        string Page(int width) => new IndicatorsPage(table, notes, printed, survey, stamp, call.Tongue, width).Render();
        return FigureResult.Of("indicators", new("Indicadores de la estrategia", "Indicators of the strategy"), Page, notes, figures, run.Complete, stamp, call).Give(call, asked.Format, asked.Folder, run.Complete);
    }
}
