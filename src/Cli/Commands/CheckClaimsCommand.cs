using CorridorTwin.Cli.CommandLine;
using CorridorTwin.Cli.Output;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Claims;
using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Indicators;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Proofs;
using CorridorTwin.Scenarios.Rollouts;

namespace CorridorTwin.Cli.Commands;

/// <summary>Public claims beside what the model gives.</summary>
internal sealed class CheckClaimsCommand : Verb
{
    private static readonly int[] UsualYears = [2024, 2030];

    private static readonly PathSetting Claims = new(
        "--claims", new("Tabla de afirmaciones (CSV: id,kind,value,of,said_en,said_es,source,note_en,note_es).", "Table of claims (CSV: id,kind,value,of,said_en,said_es,source,note_en,note_es)."),
        new("data/claims.csv", "data/claims.csv"), new("ARCHIVO", "FILE"), new("un archivo CSV", "a CSV file"));

    /// <inheritdoc/>
    public override string Name => "check-claims";

    /// <inheritdoc/>
    public override Bilingual Purpose { get; } = new(
        "Pone las afirmaciones públicas sobre la estrategia junto a lo que da el modelo, y dice qué tendría que ser verdad para que valgan.",
        "Puts public claims about the strategy beside what the model gives, and says what would have to be true for them to hold.");

    /// <inheritdoc/>
    public override Bilingual? Explanation { get; } = new(
        "El último año de --years es el que cuenta. kind: time (cambio de un indicador, %), saving (US$ al año), volume (comercio, %: sin mecanismo aquí) u outside. of: una casilla de la tabla 2, como I1 o penas-blancas.NI.I3.",
        "The last year of --years is the one that counts. kind: time (change of an indicator, %), saving (US$ a year), volume (trade, %: no mechanism here) or outside. of: a cell of Table 2, such as I1 or penas-blancas.NI.I3.");

    /// <inheritdoc/>
    public override Bilingual? Arguments { get; } = new("[implementación]", "[rollout]");

    /// <inheritdoc/>
    public override int MostArguments => 1;

    /// <inheritdoc/>
    public override IReadOnlyList<Setting> Settings { get; } =
        [Claims, RolloutSettings.Years, RolloutSettings.Reading, CommandLine.Settings.Replications, CommandLine.Settings.Seed, CommandLine.Settings.Threads, CommandLine.Settings.Store, RolloutSettings.Format, CommandLine.Settings.Out];

    /// <inheritdoc/>
    public override IReadOnlyList<(string, Bilingual)> Examples { get; } =
    [
        ("check-claims", new("Las afirmaciones incluidas, en 2030.", "The shipped claims, in 2030.")),
        ("check-claims --claims my-claims.csv --years 2024,2027 --lang es", new("Otras, en 2027, en español.", "Others, in 2027, in Spanish.")),
    ];

    /// <inheritdoc/>
    public override int Run(Call call)
    {
        string? own = null;
        RolloutCall asked = RolloutCall.Read(call, Name, UsualYears, problems => own = Claims.Given(call.Parsed, problems), Claims);
        string file = own ?? Path.Combine(asked.Directory, "data", Claim.FileName);
        IReadOnlyList<Claim> claims = Claim.Load(file, [.. IndicatorRow.Of(asked.Request.Rollout.Baseline.Model).Select(r => r.Key)]);
        RolloutRun run = asked.Run();
        IReadOnlyList<ClaimCheck> checks = ClaimCheck.Of(StrategyTable.Of(run), claims);
        Stamp stamp = asked.Stamp(run.Replications, files: [file]);
        string Page(int width) => new ClaimsPage(run, checks, stamp, call.Tongue, width).Render();
        return FigureResult.Of("claims", new("Afirmaciones", "Claims"), Page, [ClaimTables.Rule, ClaimTables.Evidence(run.Plan, run.Years[^1].With.Year), ReportTexts.Illustrative], ClaimTables.Tables(checks), run.Complete, stamp, call).Give(call, asked.Format, asked.Folder, run.Complete);
    }
}
