using CorridorTwin.Cli.CommandLine;
using CorridorTwin.Cli.Output;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Sensitivity;

namespace CorridorTwin.Cli.Commands;

/// <summary>Scenarios against the baseline with the inputs drawn from their ranges: <c>compare --uncertain</c>.</summary>
internal static class UncertainComparing
{
    private const int UsualReplications = 3;

    /// <summary>Notes options that do not go with it.</summary>
    public static void Check(Call call, ExperimentOptions options, Problems problems)
    {
        Setting[] others = [Settings.Against, Settings.Pairwise, Settings.Certainty, .. PrecisionSettings.All];
        foreach (Setting other in others.Where(o => call.Parsed.GetResult(o.Option) is { Implicit: false }))
            problems.Add(new InputProblem(Mark.Whole("corridor"), other.Name, null, new("no va con --uncertain", "does not go with --uncertain")));
        if (Usual(call, options).Replications < 2)
            problems.Add(new InputProblem(Mark.Whole("corridor"), Settings.Replications.Name, "1", new("con --uncertain, una réplica por sorteo no separa las dos incertidumbres", "with --uncertain, one replication a draw does not tell the two uncertainties apart"), new("2 o más", "2 or more"), "2"));
    }

    /// <summary>The options with the replications of each draw: fewer than those of a comparison unless asked for.</summary>
    public static ExperimentOptions Usual(Call call, ExperimentOptions options) =>
        call.Parsed.GetResult(Settings.Replications.Option) is { Implicit: false } ? options : options with { Replications = UsualReplications };

    /// <summary>Runs it and gives the result.</summary>
    /// <returns>Exit code.</returns>
    public static int Run(Call call, string verb, UncertainRequest request, IExecutor executor, string format, OutputFolder? folder)
    {
        if (request.Inputs.Count == 0) throw new InputException([new InputProblem(Mark.Whole(request.Baseline.Mark.File), "range", null, new("ninguna cifra tiene rango", "no figure has a range"))]);
        int weeks = request.Scenarios.Select(request.WeeksOf).Distinct().Count(), runs = request.Draws * (weeks + request.Scenarios.Count) * request.Options.Replications;
        int days = request.Options.Days + request.Options.WarmUpDays;
        call.Tell(
            $"corridor: {request.Inputs.Count} insumos inciertos, {request.Draws} sorteos de {call.Tongue.Replications(request.Options.Replications)}: {runs} simulaciones de {days} días; Ctrl-C conserva lo terminado",
            $"corridor: {request.Inputs.Count} uncertain inputs, {request.Draws} draws of {call.Tongue.Replications(request.Options.Replications)}: {runs} runs of {days} days; Ctrl-C keeps what is done");
        UncertainComparison comparison;
        using (var progress = new ProgressLine(call.Terminal, call.Tongue))
            comparison = UncertainComparison.Run(request, executor, progress.Show, call.Cancellation);
        call.TellOf(executor);
        Stamp stamp = Stamp.Of(request.Baseline, request.Scenarios, request.Options, comparison.Draws * request.Options.Replications, RepeatCommand.Of(call, verb, request.Options, request.Year, request.Period) + $" --uncertain {request.Draws}") with { Period = Period(request) };
        string Page(int width) => UncertainPage.Render(comparison, stamp, call.Tongue, width);
        return new Result
        {
            Table = () => Page(call.Terminal.Width),
            Json = stream => UncertainOutput.WriteJson(comparison, stamp, stream),
            Csv = writer => UncertainOutput.WriteCsv(comparison, writer),
            Files =
            [
                ("uncertain.txt", Result.Text(() => Page(Terminal.UsualWidth))),
                ("uncertain.json", stream => UncertainOutput.WriteJson(comparison, stamp, stream)),
                ("uncertain.csv", Result.Text(writer => UncertainOutput.WriteCsv(comparison, writer))),
            ],
        }.Give(call, format, folder, comparison.Complete);
    }

    private static Bilingual Period(UncertainRequest request)
    {
        Bilingual[] said = [.. request.Scenarios.Select(s => request.WeeksOf(s).Say(request.Options.Days)).Distinct()];
        return new(string.Join("; ", said.Select(s => s.Es)), string.Join("; ", said.Select(s => s.En)));
    }
}
