using CorridorTwin.Cli.CommandLine;
using CorridorTwin.Cli.Output;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Inputs;

namespace CorridorTwin.Cli.Commands;

/// <summary>A scenario as sentences and as a difference from the baseline.</summary>
internal sealed class ShowCommand : Verb
{
    /// <inheritdoc/>
    public override string Name => "show";

    /// <inheritdoc/>
    public override Bilingual Purpose { get; } = new(
        "Explica un escenario: qué hace, dónde, con qué fuerza y con qué evidencia, y cada valor que cambia.",
        "Explains a scenario: what it does, where, how strongly, on what evidence, and every value it changes.");

    /// <inheritdoc/>
    public override Bilingual? Arguments { get; } = new("<escenario>", "<scenario>");

    /// <inheritdoc/>
    public override int MostArguments => 1;

    /// <inheritdoc/>
    public override IReadOnlyList<(string, Bilingual)> Examples { get; } =
    [
        ("show advance-declaration", new("Qué supone la declaración anticipada, y de dónde sale cada cifra.", "What advance declaration assumes, and where each figure comes from.")),
        ("show my-scenario.yaml --lang es", new("Un escenario propio, en español.", "A scenario of your own, in Spanish.")),
    ];

    /// <inheritdoc/>
    public override int Run(Call call)
    {
        ScenarioSource source = ScenarioSource.Open(call);
        if (call.Words.Count == 0)
        {
            string[] ids = [.. source.All.Select(s => s.Id)];
            throw new InputException([new InputProblem(Mark.Whole("corridor"), "show", null, new("falta el escenario", "needs a scenario"), new($"uno de estos: {string.Join(", ", ids)}", $"one of {string.Join(", ", ids)}"))]);
        }
        (BaselineFile baseline, Scenario? scenario) = source.One();
        string table = Path.Combine(Path.GetDirectoryName(baseline.Mark.File) ?? "", "data", "sources.csv");
        IReadOnlyList<SourceRow> sources = File.Exists(table) ? SourceTable.Load(table, new Problems()) ?? [] : [];
        call.Terminal.Out.Write(scenario is null
            ? new BaselinePage(baseline, call.Tongue, call.Terminal.Width).Render()
            : new ScenarioPage(scenario, sources, call.Tongue, call.Terminal.Width).Render());
        return ExitCode.Done;
    }
}
