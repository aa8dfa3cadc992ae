using System.Text;
using CorridorTwin.Cli.CommandLine;
using CorridorTwin.Cli.Output;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Scenarios.Proofs;
using CorridorTwin.Scenarios.Studies;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Cli.Commands;

/// <summary>The table that a time release study would have brought, made by the simulator.</summary>
internal sealed class SurveyCommand : Verb
{
    private static readonly NumberSetting Days = new("--days", Bilingual.Same("N"), new("Días cuyas llegadas se encuestan.", "Days whose arrivals are surveyed."), 1, 366, 7);
    private static readonly NumberSetting PerStratum = new("--per-stratum", Bilingual.Same("N"), new("Camiones cronometrados por puesto, lado, sentido y operación; 0 para todos.", "Trucks timed by post, side, direction and operation; 0 for all."), 0, 1_000_000, 60);
    private static readonly NumberSetting FollowUp = new("--follow-up", new("HORAS", "HOURS"), new("Horas que se sigue observando tras el último día; quien no ha salido queda como censurado.", "Hours of watching after the last day; who has not left by then is censored."), 0, 10_000, 48);
    private static readonly NumberSetting Missed = new("--missed", new("POR_CIENTO", "PERCENT"), new("Lecturas perdidas, en por ciento: de t0 y de los sellos optativos.", "Missed reads, in per cent: of t0 and of the optional stamps."), 0, 100, 0);
    private static readonly NumberSetting Rounded = new("--round", new("MIN", "MIN"), new("Minutos a los que se redondea cada sello; 0 para no redondear.", "Minutes to which every stamp is rounded; 0 for no rounding."), 0, 60, 1);
    private static readonly NumberSetting Week = new("--replication", Bilingual.Same("N"), new("Número de la semana simulada: otra da otra muestra del mismo corredor.", "Number of the simulated week: another gives another sample of the same corridor."), 0, 1_000_000, 0);
    private static readonly SwitchSetting StageTimes = new("--stage-times", new("Se cronometra también cada ventanilla: inicio y fin de cada etapa.", "The desks are timed too: start and end of every stage."));
    private static readonly SwitchSetting WithoutQueue = new("--without-queue", new("Sin lector antes del puesto: ningún camión tiene t0.", "No reader upstream of the post: no truck has a t0."));
    private static readonly NameSetting Posts = new("--posts", Bilingual.Same("IDS"), new("Puestos encuestados, separados por comas.", "Posts surveyed, parted by commas."), new("ids de puestos, separados por comas", "ids of posts, parted by commas"), new("todos", "all"));

    /// <inheritdoc/>
    public override string Name => "survey";

    /// <inheritdoc/>
    public override Bilingual Purpose { get; } = new(
        "Hace que el simulador produzca la tabla que traería un estudio de tiempos de despacho, y dice cuánto se le puede creer.",
        "Makes the simulator produce the table a time release study would bring, and says how far it can be believed.");

    /// <inheritdoc/>
    public override Bilingual? Explanation { get; } = new(
        "Con --out guarda survey.csv: una fila por camión y lado, con sus sellos t0 a t8, marcada en cada fila como simulada. La tabla da la media de cada estrato con el intervalo del 95 % de su propio muestreo; los camiones que no habían salido no se descartan (Kaplan–Meier).",
        "With --out it keeps survey.csv: one row per truck and side, with its stamps t0 to t8, marked in every row as simulated. The table gives each stratum's mean with the 95 % interval of its own sampling; trucks that had not left are not dropped (Kaplan–Meier).");

    /// <inheritdoc/>
    public override Bilingual? Arguments { get; } = new("[escenario]", "[scenario]");

    /// <inheritdoc/>
    public override int MostArguments => 1;

    /// <inheritdoc/>
    public override IReadOnlyList<Setting> Settings { get; } =
        [PerStratum, Days, FollowUp, Missed, Rounded, StageTimes, WithoutQueue, Posts, Week, CommandLine.Settings.WarmUpDays, CommandLine.Settings.Seed, CommandLine.Settings.Year, CommandLine.Settings.Format, CommandLine.Settings.Out];

    /// <inheritdoc/>
    public override IReadOnlyList<(string, Bilingual)> Examples { get; } =
    [
        ("survey --out study", new("Una semana de la línea base, 60 camiones por estrato, en study/survey.csv.", "A week of the baseline, 60 trucks per stratum, in study/survey.csv.")),
        ("survey --posts guasaule --stage-times --per-stratum 500 --out study", new("Un puesto, con tiempos de ventanilla.", "One post, with times of the desks.")),
        ("survey --missed 15 --round 5 --without-queue", new("Un estudio pobre: ¿cuánto más ancho es su intervalo?", "A poor study: how much wider is its interval?")),
    ];

    /// <inheritdoc/>
    public override int Run(Call call)
    {
        var problems = new Problems();
        SurveyDesign design = Read(call, problems);
        (int? year, _) = call.Parsed.GetResult(CommandLine.Settings.Year.Option) is null ? (null, null) : call.Weeks(problems);
        string format = call.Format(problems);
        OutputFolder? folder = CommandLine.Settings.Out.Given(call.Parsed, problems) is { } path ? OutputFolder.Open(path, problems) : null;
        if (problems.Any) throw new InputException(problems.All);
        (BaselineFile baseline, Scenario? scenario) = ScenarioSource.Open(call).One();
        Weeks weeks = (scenario?.Weeks ?? new Weeks(baseline.Year, null)).Unless(year, null);
        CorridorModel model = scenario is null
            ? weeks.Of(baseline.Model, baseline.Year)
            : MeasureCatalog.Apply(scenario.ModelBeforeMeasures(weeks), scenario.Measures.Select(m => m.Application)).Model;
        design = design with { Posts = PostIds(call, model) };
        Study study = Survey.Of(model, design, call.Cancellation);
        IReadOnlyList<SurveyedStratum> strata = SurveyedStratum.Of(study, model);
        var options = new ExperimentOptions { Seed = design.Seed, Replications = 1, Days = design.Days, WarmUpDays = design.WarmUpDays };
        Stamp stamp = Stamp.Of(baseline, scenario is null ? [] : [scenario], options, 1, Repeat(call)) with { Period = weeks.Say(design.Days) };
        Bilingual title = scenario?.Title ?? baseline.Title;
        IReadOnlyList<Bilingual> notes = [SurveyPage.Simulated(title), .. study.Lacks];
        IReadOnlyList<FigureTable> tables = [StudyFigures.Strata(strata), StudyFigures.Indicators(StudyIndicators.Of(study, model, study.Measure), study.Measure)];
        Result result = FigureResult.Of("survey-table", new("Estudio emulado", "Emulated study"), width => new SurveyPage(study, strata, model, notes, call.Tongue).Render(stamp, width), notes, tables, true, stamp, call);
        var whole = new Result
        {
            Table = result.Table, Json = result.Json, Csv = result.Csv, Workbook = result.Workbook,
            Files = [("survey.csv", stream => stream.Write(Encoding.UTF8.GetBytes(StudyWriter.Csv(study)))), .. result.Files],
        };
        return whole.Give(call, format, folder, true);
    }

    private static SurveyDesign Read(Call call, Problems problems)
    {
        int per = (int)PerStratum.Read(call.Parsed, problems);
        return new SurveyDesign
        {
            Seed = CommandLine.Settings.Seed.Read(call.Parsed, problems),
            Replication = (int)Week.Read(call.Parsed, problems),
            WarmUpDays = (int)CommandLine.Settings.WarmUpDays.Read(call.Parsed, problems),
            Days = (int)Days.Read(call.Parsed, problems),
            FollowUpHours = FollowUp.Read(call.Parsed, problems),
            PerStratum = per == 0 ? null : per,
            MissedShare = Missed.Read(call.Parsed, problems) / 100.0,
            RoundedToMinutes = (int)Rounded.Read(call.Parsed, problems),
            StageTimes = StageTimes.Read(call.Parsed),
            WithoutQueue = WithoutQueue.Read(call.Parsed),
        };
    }

    /// <summary>The posts named; null for all.</summary>
    private static IReadOnlyList<string>? PostIds(Call call, CorridorModel model)
    {
        var problems = new Problems();
        if (Posts.Given(call.Parsed, problems) is not { } text) return null;
        string[] known = [.. model.Posts.Select(p => p.Id)];
        string[] ids = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (string id in ids.Where(i => !known.Contains(i)))
            problems.Add(new InputProblem(Mark.Whole("corridor"), Posts.Name, id, NameSets.Unknown(NameSets.Posts), Wording.OneOf(known), Nearest.To(id, known)));
        if (ids.Length == 0) problems.Add(new InputProblem(Mark.Whole("corridor"), Posts.Name, text, Wording.Missing, Posts.Takes));
        return problems.Any ? throw new InputException(problems.All) : ids;
    }

    private string Repeat(Call call) => RepeatCommand.Plain(call, Name, [.. Settings.Where(s => s != CommandLine.Settings.Out && s != CommandLine.Settings.Format)]);
}
