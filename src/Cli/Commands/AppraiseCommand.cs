using CorridorTwin.Cli.CommandLine;
using CorridorTwin.Cli.Output;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Appraisal;
using CorridorTwin.Scenarios.Appraisal.Plans;
using CorridorTwin.Scenarios.Appraisal.Reports;
using CorridorTwin.Scenarios.Appraisal.Reports.Annex;
using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Reports;

namespace CorridorTwin.Cli.Commands;

/// <summary>What an investment plan is worth, for whom, and how sure that is.</summary>
internal sealed class AppraiseCommand : Verb
{
    /// <inheritdoc/>
    public override string Name => "appraise";

    /// <inheritdoc/>
    public override Bilingual Purpose { get; } = new(
        "Evalúa un plan de inversión: VAN, TIRE, relación beneficio-costo, riesgo, y quién gana.",
        "Appraises an investment plan: NPV, ERR, benefit-cost ratio, risk, and who gains.");

    /// <inheritdoc/>
    public override Bilingual? Explanation { get; } = new(
        "Simula cada año sin y con el plan y convierte el ahorro en dinero, con las convenciones que el archivo del plan declara. Lo ya simulado no se repite: la primera vez tarda minutos, después segundos. --format xlsx da el anexo con fórmulas vivas y la lista de verificación del revisor.",
        "Simulates each year without and with the plan and turns the saving into money, by the conventions that the plan's file declares. What has been simulated is not run again: the first time takes minutes, later ones seconds. --format xlsx gives the annex with live formulas and the reviewer's checklist.");

    /// <inheritdoc/>
    public override Bilingual? Arguments { get; } = Bilingual.Same("<plan>");

    /// <inheritdoc/>
    public override int MostArguments => 1;

    /// <inheritdoc/>
    public override IReadOnlyList<Setting> Settings { get; } =
        [AppraisalSettings.Draws, AppraisalSettings.Alone, .. CommandLine.Settings.Simulating, AppraisalSettings.Format, CommandLine.Settings.Out];

    /// <inheritdoc/>
    public override IReadOnlyList<(string, Bilingual)> Examples { get; } =
    [
        ("appraise penas-blancas-single-stop", new("Un centro de parada única, frente a sus alternativas.", "A single-stop centre, against its alternatives.")),
        ("appraise hours-24 --out annex", new("El anexo en un directorio, la hoja de cálculo incluida.", "The annex in a directory, the spreadsheet included.")),
        ("appraise my-plan.yaml --replications 10 --lang es", new("Un plan propio, en español.", "A plan of your own, in Spanish.")),
    ];

    /// <inheritdoc/>
    public override int Run(Call call)
    {
        var problems = new Problems();
        ExperimentOptions options = call.Experiment(problems);
        var draws = (int)AppraisalSettings.Draws.Read(call.Parsed, problems);
        string format = AppraisalSettings.Format.Given(call.Parsed, problems) ?? "table";
        OutputFolder? folder = CommandLine.Settings.Out.Given(call.Parsed, problems) is { } path ? OutputFolder.Open(path, problems) : null;
        IExecutor executor = call.Executor(problems);
        if (problems.Any) throw new InputException(problems.All);
        (string directory, ScenarioFolder scenarios) = ScenarioSource.Plain(call);
        string? word = call.Words.Count > 0 ? call.Words[0] : null;
        PlanFolder plans = PlanFolder.Load(directory, scenarios, word is not null && ScenarioSource.IsPath(word) ? word : null);
        if (word is null)
            throw new InputException([new InputProblem(Mark.Whole("corridor"), "appraise", null, new("falta el plan", "needs a plan"), Wording.OneOf(plans.Ids))]);
        AppraisalPlan plan = plans.Find(word);
        IReadOnlyList<AppraisalPlan> alternatives = AppraisalSettings.Alone.Read(call.Parsed) ? [] : plans.AlternativesOf(plan);
        AppraisalResult result;
        using (var progress = new ProgressLine(call.Terminal, call.Tongue))
            result = Appraiser.Run(plan, alternatives, options, executor, draws, progress.Show, call.Cancellation);
        call.TellOf(executor);
        Stamp stamp = Stamp.Of(
            plan.Baseline, [.. new[] { plan.Without, plan.With }.OfType<Scenario>()], options, result.Savings.Replications,
            RepeatCommand.Of(call, Name, options, null, null, AppraisalSettings.Draws, AppraisalSettings.Alone), [.. plan.Files, .. alternatives.SelectMany(a => a.Files)]);
        string Page(int width) => new AppraisalPage(result, stamp, call.Tongue, width).Render();
        return new Result
        {
            Table = () => Page(call.Terminal.Width),
            Json = stream => AppraisalJson.Write(result, stamp, stream),
            Csv = writer => AppraisalCsv.WriteFlows(result, writer),
            Workbook = stream => stream.Write(AnnexBook.Write(result, stamp, call.Tongue)),
            Files =
            [
                ("appraisal.txt", Result.Text(() => Page(Terminal.UsualWidth))),
                ("appraisal.json", stream => AppraisalJson.Write(result, stamp, stream)),
                ("flows.csv", Result.Text(writer => AppraisalCsv.WriteFlows(result, writer))),
                ("savings.csv", Result.Text(writer => AppraisalCsv.WriteSavings(result, writer))),
                ("appraisal.xlsx", stream => stream.Write(AnnexBook.Write(result, stamp, call.Tongue))),
            ],
        }.Give(call, format, folder, result.Savings.Complete);
    }
}
