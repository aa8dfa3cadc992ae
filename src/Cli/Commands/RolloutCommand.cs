using CorridorTwin.Cli.CommandLine;
using CorridorTwin.Cli.Output;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Proofs;
using CorridorTwin.Scenarios.Rollouts;
using CorridorTwin.Scenarios.Rollouts.Matrix;
using CorridorTwin.Scenarios.Rollouts.Reports;

namespace CorridorTwin.Cli.Commands;

/// <summary>The strategy year by year: who gets what when, and what it does to crossing times.</summary>
internal sealed class RolloutCommand : Verb
{
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
        CommandLine.Settings.Replications, CommandLine.Settings.Seed, CommandLine.Settings.Threads, CommandLine.Settings.Store, RolloutSettings.Format, CommandLine.Settings.Out,
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<(string, Bilingual)> Examples { get; } =
    [
        ("rollout --plan", new("Quién recibe qué y cuándo, qué se atrasa y qué se contradice; sin simular.", "Who gets what when, what slips and what contradicts itself; nothing is simulated.")),
        ("rollout", new("Los siete años, con y sin la estrategia.", "The seven years, with and without the strategy.")),
        ("rollout --reading scaled-to-goal --years 2024,2027,2030", new("Los años de los indicadores, con la matriz ajustada a sus metas.", "The years of the indicators, with the matrix scaled to its goals.")),
        ("rollout --years 2024 --check-year 2024", new("Cuánto se apartan las semanas elegidas del año entero.", "How far the chosen weeks are from the whole year.")),
        ("rollout my-rollout.yaml --reading own --out results", new("Un archivo y números propios, con la hoja de cálculo en results.", "A file and numbers of your own, with the spreadsheet in results.")),
    ];

    /// <inheritdoc/>
    public override int Run(Call call)
    {
        int check = 0;
        RolloutCall asked = RolloutCall.Read(call, Name, MatrixRow.Years, problems => check = (int)RolloutSettings.CheckYear.Read(call.Parsed, problems), RolloutSettings.CheckYear);
        RolloutRequest request = asked.Request;
        if (RolloutSettings.PlanOnly.Read(call.Parsed)) return Plan(call, asked);
        if (check > 0 && !request.Years.Contains(check))
            throw new InputException([new InputProblem(Mark.Whole("corridor"), RolloutSettings.CheckYear.Name, $"{check}", new("no está entre los años que se simulan", "not among the years simulated"), Wording.OneOf(request.Years.Select(y => $"{y}")))]);
        RolloutRun run = asked.Run();
        IReadOnlyList<YearCheck> checks = [];
        if (check > 0 && run.Complete)
        {
            using var progress = new ProgressLine(call.Terminal, call.Tongue);
            checks = YearCheck.Run(run, check, asked.Executor, progress.Show, call.Cancellation);
        }
        var report = RolloutReport.Of(run, checks);
        Stamp stamp = asked.Stamp(run.Replications);
        string Page(int width) => new RolloutPage(report.Plan, call.Tongue, width).Render(report, stamp);
        return Of(report.Plan, report.Tables, report.Warnings, report.Complete, stamp, call, Page).Give(call, asked.Format, asked.Folder, report.Complete);
    }

    private static int Plan(Call call, RolloutCall asked)
    {
        RolloutPlan plan = RolloutPlan.Of(asked.Request.Rollout, asked.Request.Reading);
        Stamp stamp = asked.Stamp(0, RolloutSettings.PlanOnly);
        string Page(int width) => new RolloutPage(plan, call.Tongue, width).Render(stamp);
        return Of(plan, RolloutTables.Of(plan), [], true, stamp, call, Page).Give(call, asked.Format, asked.Folder, true);
    }

    private static Result Of(RolloutPlan plan, IReadOnlyList<FigureTable> tables, IReadOnlyList<Bilingual> warnings, bool complete, Stamp stamp, Call call, Func<int, string> page)
    {
        return FigureResult.Of("rollout", plan.Rollout.Title, page, RolloutReport.NotesOf(plan, warnings), tables, complete, stamp, call, RolloutReport.HeadsOf(plan));
    }
}
