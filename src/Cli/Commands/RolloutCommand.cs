using CorridorTwin.Cli.CommandLine;
using CorridorTwin.Cli.Output;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Proofs;
using CorridorTwin.Scenarios.Rollouts;
using CorridorTwin.Scenarios.Rollouts.Matrix;
using CorridorTwin.Scenarios.Rollouts.Reports;

namespace CorridorTwin.Cli.Commands;

/// <summary>The strategy year by year: who gets what when, and what it does to crossing times.</summary>
internal sealed class RolloutCommand : Verb
{
    private const string Usual = "ecfcc";

    /// <inheritdoc/>
    public override string Name => "rollout";

    /// <inheritdoc/>
    public override Bilingual Purpose { get; } = new(
        "La estrategia año por año: qué lado recibe qué y cuándo, y el tiempo de cruce con ella y sin ella.",
        "The strategy year by year: which side gets what when, and crossing times with it and without.");

    /// <inheritdoc/>
    public override Bilingual? Explanation { get; } = new(
        "Lee la matriz de implementación (data/ecfcc-rollout.csv) y un archivo de rollouts/ que la lleva a los diez lados; sin argumento, el de la estrategia. Lo que espera a algo que se atrasa, se atrasa también, y se dice por qué. Cada año se simula con y sin la estrategia, con los mismos camiones y la misma suerte, en las semanas que lo representan; el caso sin ella tiene lo que ya está o está contratado. El cambio desde el primer año se descompone en demanda y reforma, y en efecto dentro de estratos y de composición. Un resultado que dependería de cuánto se mide se rechaza. La primera vez tarda minutos; lo ya simulado no se repite.",
        "Reads the implementation matrix (data/ecfcc-rollout.csv) and a file of rollouts/ that brings it to the ten sides; without an argument, the strategy's own. What waits for something late is late itself, and the reason is told. Each year is simulated with and without the strategy, with the same trucks and the same luck, in the weeks that stand for it; the case without has what stands or is under contract. The change since the first year is split into demand and reform, and into within-stratum and mix effects. A result that would hang on how long one measures is refused. The first time takes minutes; what has been simulated is not run again.");

    /// <inheritdoc/>
    public override Bilingual? Arguments { get; } = new("[implementación]", "[rollout]");

    /// <inheritdoc/>
    public override int MostArguments => 1;

    /// <inheritdoc/>
    public override IReadOnlyList<Setting> Settings { get; } =
    [
        RolloutSettings.Reading, RolloutSettings.Years, RolloutSettings.PlanOnly, RolloutSettings.CheckYear,
        CommandLine.Settings.Replications, CommandLine.Settings.Seed, CommandLine.Settings.Threads, CommandLine.Settings.Store, AppraisalSettings.Format, CommandLine.Settings.Out,
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<(string, Bilingual)> Examples { get; } =
    [
        ("rollout --plan", new("Quién recibe qué y cuándo, qué se atrasa y qué se contradice; sin simular.", "Who gets what when, what slips and what contradicts itself; nothing is simulated.")),
        ("rollout", new("Los siete años, con y sin la estrategia.", "The seven years, with and without the strategy.")),
        ("rollout --reading scaled-to-goal --years 2024,2027,2030", new("Los años de los indicadores, con la matriz ajustada a sus metas.", "The years of the indicators, with the matrix scaled to its goals.")),
        ("rollout --years 2024 --check-year 2024", new("Cuánto se apartan las semanas elegidas del año entero.", "How far the chosen weeks are from the whole year.")),
        ("rollout my-rollout.yaml --reading own --format xlsx > rollout.xlsx", new("Un archivo y números propios, como hoja de cálculo.", "A file and numbers of your own, as a spreadsheet.")),
    ];

    /// <inheritdoc/>
    public override int Run(Call call)
    {
        var problems = new Problems();
        ExperimentOptions options = Options(call, problems);
        MatrixReading reading = Names.Member<MatrixReading>(RolloutSettings.Reading.Given(call.Parsed, problems) ?? Names.Key(MatrixReading.AsPrinted));
        IReadOnlyList<int> years = RolloutSettings.ReadYears(call.Parsed, problems);
        int check = (int)RolloutSettings.CheckYear.Read(call.Parsed, problems);
        if (check > 0 && !years.Contains(check)) problems.Add(new InputProblem(Mark.Whole("corridor"), RolloutSettings.CheckYear.Name, $"{check}", new("no está entre los años que se simulan", "not among the years simulated"), Wording.OneOf(years.Select(y => $"{y}"))));
        string format = AppraisalSettings.Format.Given(call.Parsed, problems) ?? "table";
        OutputFolder? folder = CommandLine.Settings.Out.Given(call.Parsed, problems) is { } path ? OutputFolder.Open(path, problems) : null;
        IExecutor executor = call.Executor(problems);
        if (problems.Any) throw new InputException(problems.All);
        Rollout rollout = Find(call);
        if (RolloutSettings.PlanOnly.Read(call.Parsed)) return Plan(call, rollout, reading, format, folder);
        var request = new RolloutRequest { Rollout = rollout, Reading = reading, Years = years, Options = options };
        RolloutRun run;
        IReadOnlyList<YearCheck> checks;
        using (var progress = new ProgressLine(call.Terminal, call.Tongue))
        {
            run = RolloutRun.Run(request, executor, progress.Show, call.Cancellation);
            checks = check > 0 && run.Complete ? YearCheck.Run(run, check, executor, progress.Show, call.Cancellation) : [];
        }
        call.TellOf(executor);
        var report = RolloutReport.Of(run, checks);
        Stamp stamp = StampOf(call, rollout, options, run.Replications, years);
        string Page(int width) => new RolloutPage(report.Plan, call.Tongue, width).Render(report, stamp);
        return Of(report.Plan, report.Tables, report.Warnings, stamp, call.Tongue, Page, call.Terminal.Width).Give(call, format, folder, report.Complete);
    }

    private int Plan(Call call, Rollout rollout, MatrixReading reading, string format, OutputFolder? folder)
    {
        RolloutPlan plan = RolloutPlan.Of(rollout, reading);
        Stamp stamp = StampOf(call, rollout, new ExperimentOptions(), 0, []);
        string Page(int width) => new RolloutPage(plan, call.Tongue, width).Render(stamp);
        return Of(plan, RolloutTables.Of(plan), [], stamp, call.Tongue, Page, call.Terminal.Width).Give(call, format, folder, true);
    }

    private static Result Of(RolloutPlan plan, IReadOnlyList<FigureTable> tables, IReadOnlyList<Bilingual> warnings, Stamp stamp, Scenarios.Reports.Tongue tongue, Func<int, string> page, int width) => new()
    {
        Table = () => page(width),
        Json = stream => RolloutFiles.Json(plan, tables, warnings, stamp, stream),
        Csv = writer => RolloutFiles.Csv(tables[0], tongue, writer),
        Workbook = stream => stream.Write(RolloutFiles.Workbook(plan, tables, warnings, stamp, tongue)),
        Files =
        [
            ("rollout.txt", Result.Text(() => page(Terminal.UsualWidth))),
            ("rollout.json", stream => RolloutFiles.Json(plan, tables, warnings, stamp, stream)),
            ("rollout.xlsx", stream => stream.Write(RolloutFiles.Workbook(plan, tables, warnings, stamp, tongue))),
            .. tables.Select(t => ($"{t.Id}.csv", Result.Text(writer => RolloutFiles.Csv(t, tongue, writer)))),
        ],
    };

    private static ExperimentOptions Options(Call call, Problems problems) => new()
    {
        Replications = (int)CommandLine.Settings.Replications.Read(call.Parsed, problems), Seed = CommandLine.Settings.Seed.Read(call.Parsed, problems), Threads = (int)CommandLine.Settings.Threads.Read(call.Parsed, problems),
    };

    private static Rollout Find(Call call)
    {
        (string directory, ScenarioFolder scenarios) = ScenarioSource.Plain(call);
        string? word = call.Words.Count > 0 ? call.Words[0] : null;
        RolloutFolder folder = RolloutFolder.Load(directory, scenarios, word is not null && ScenarioSource.IsPath(word) ? word : null);
        return folder.Find(word ?? (folder.Ids.Count == 1 ? folder.Ids[0] : Usual));
    }

    private Stamp StampOf(Call call, Rollout rollout, ExperimentOptions options, int replications, IReadOnlyList<int> years)
    {
        var words = new List<string> { "corridor", Name };
        words.AddRange(call.Words);
        foreach (Setting own in new Setting[] { RolloutSettings.Reading, RolloutSettings.Years, RolloutSettings.CheckYear })
            if (own.Given(call.Parsed, new Problems()) is { } given) words.AddRange([own.Name, given]);
        if (replications > 0) words.AddRange(["--replications", $"{options.Replications}", "--seed", $"{options.Seed}"]);
        else words.Add(RolloutSettings.PlanOnly.Name);
        if (CommandLine.Settings.Scenarios.Given(call.Parsed, new Problems()) is { } directory) words.AddRange([CommandLine.Settings.Scenarios.Name, directory]);
        return Stamp.Of(rollout.Baseline, [], options with { Days = rollout.Weeks.Sum(w => w.Days) }, replications, string.Join(' ', words), rollout.Files) with { Period = RolloutWords.Period(years) };
    }
}
