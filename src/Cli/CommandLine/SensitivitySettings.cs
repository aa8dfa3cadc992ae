using System.CommandLine;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Sensitivity;

namespace CorridorTwin.Cli.CommandLine;

/// <summary>Options of commands that vary the inputs.</summary>
internal static class SensitivitySettings
{
    private const int UsualDraws = 40;
    private static readonly SensitivityOptions Usual = new();
    private static readonly Bilingual Number = Bilingual.Same("N");

    /// <summary>Change or level.</summary>
    public static ChoiceSetting Of { get; } = new("--of", new("Qué depende de los insumos: el cambio frente a la línea base, o el nivel del escenario.", "What hangs on the inputs: the change against the baseline, or the scenario's level."), new("change; level sin escenario", "change; level without a scenario"), "change", "level");

    /// <summary>Which indicator.</summary>
    public static ChoiceSetting Indicator { get; } = new("--indicator", new("Indicador.", "Indicator."), Bilingual.Same("I1"), [.. Scenarios.Experiments.Indicator.Ids]);

    /// <summary>Which inputs.</summary>
    public static NameSetting Inputs { get; } = new(
        "--inputs", new("LISTA", "LIST"), new("Solo estos insumos, o los de estos tipos, separados por comas; --list los muestra.", "Only these inputs, or those of these kinds, with commas between; --list shows them."),
        new("insumos o tipos, separados por comas", "inputs or kinds, with commas between"), new("todos", "all"));

    /// <summary>Only names them.</summary>
    public static SwitchSetting List { get; } = new("--list", new("Muestra los insumos inciertos y no simula nada.", "Shows the uncertain inputs and simulates nothing."));

    /// <summary>Paths.</summary>
    public static NumberSetting Paths { get; } = new("--paths", Number, new("Recorridos al azar por los rangos (Morris).", "Random paths through the ranges (Morris)."), 2, 1000, (ulong)Usual.Paths);

    /// <summary>Levels.</summary>
    public static NumberSetting Levels { get; } = new("--levels", Number, new("Niveles de cada rango; un número par.", "Levels of each range; an even number."), 2, 100, (ulong)Usual.Levels);

    /// <summary>Bars.</summary>
    public static NumberSetting Top { get; } = new("--top", Number, new("Cuántos insumos se llevan a ambos extremos.", "How many inputs are set to both ends."), 1, 1000, (ulong)Usual.Top);

    /// <summary>Replications of the ends.</summary>
    public static NumberSetting EndReplications { get; } = new("--replications", Number, new("Réplicas de cada extremo.", "Replications of each end."), 2, 10_000, (ulong)Usual.EndReplications);

    /// <summary>Replications of the paths.</summary>
    public static NumberSetting ScreeningReplications { get; } = new("--screening-replications", Number, new("Réplicas de cada punto de un recorrido.", "Replications of each point of a path."), 1, 10_000, (ulong)Usual.ScreeningReplications);

    /// <summary>Draws of a comparison's inputs.</summary>
    public static MaybeNumberSetting Uncertain { get; } = new(
        "--uncertain", new("[N]", "[N]"),
        new("Sortea N veces los insumos inciertos de sus rangos y separa esa incertidumbre de la de la simulación; sin --replications, 3 réplicas por sorteo.",
            "Draws the uncertain inputs from their ranges N times and tells that uncertainty from the simulation's; without --replications, 3 replications a draw."), 2, 10_000, UsualDraws);

    /// <summary>How thoroughly to look; what is wrong is noted.</summary>
    public static SensitivityOptions Read(ParseResult parsed, ulong seed, Problems problems)
    {
        int levels = (int)Levels.Read(parsed, problems);
        if (levels % 2 != 0) problems.Add(new InputProblem(Mark.Whole("corridor"), Levels.Name, $"{levels}", new("no es par", "not even"), new("un número par", "an even number"), $"{levels + 1}"));
        return new SensitivityOptions
        {
            Paths = (int)Paths.Read(parsed, problems), Levels = levels, Top = (int)Top.Read(parsed, problems), EndReplications = (int)EndReplications.Read(parsed, problems),
            ScreeningReplications = (int)ScreeningReplications.Read(parsed, problems), Seed = seed,
        };
    }

    /// <summary>The words of a list.</summary>
    public static IReadOnlyList<string> Words(ParseResult parsed, Problems problems) =>
        Inputs.Given(parsed, problems) is { } text ? [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)] : [];
}

/// <summary>A whole number that may be left out where the option itself is given.</summary>
internal sealed class MaybeNumberSetting(string name, Bilingual value, Bilingual purpose, ulong least, ulong most, ulong usual)
    : Setting(name, value, purpose, new($"{usual} si no se da N", $"{usual} if N is not given"))
{
    private readonly NumberSetting number = new(name, value, purpose, least, most, usual);

    /// <inheritdoc/>
    public override Bilingual Takes { get; } = new($"un número entero de {least} a {most}, o nada al final de la línea", $"a whole number from {least} to {most}, or nothing at the end of the line");

    /// <summary>The number; null if the option is absent or wrong.</summary>
    public int? Read(ParseResult parsed, Problems problems) => Given(parsed, problems) is { } text ? int.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : null;

    /// <inheritdoc/>
    public override string? Given(ParseResult parsed, Problems problems) =>
        parsed.GetResult(Option) is { Implicit: false, IdentifierTokenCount: 1, Tokens.Count: 0 } ? usual.ToString(System.Globalization.CultureInfo.InvariantCulture) : base.Given(parsed, problems);

    /// <inheritdoc/>
    protected override string? Checked(string text, Problems problems)
    {
        var own = new Problems();
        string? read = number.Check(text, own);
        foreach (InputProblem problem in own.All) problems.Add(problem with { Expected = Takes });
        return read;
    }
}
