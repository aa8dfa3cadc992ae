using System.CommandLine;
using System.Globalization;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Rollouts.Matrix;

namespace CorridorTwin.Cli.CommandLine;

/// <summary>Options of commands that follow the rollout of the strategy.</summary>
internal static class RolloutSettings
{
    /// <summary>Which numbers of the matrix hold.</summary>
    public static ChoiceSetting Reading { get; } = new(
        "--reading", new("Qué números de la matriz valen donde se contradicen: los impresos, los que llegan a la meta, o los suyos (own: en el archivo).", "Which numbers of the matrix hold where they contradict each other: those printed, those that come to the goal, or your own (own: in the file)."),
        Bilingual.Same("as-printed"), [.. Enum.GetValues<MatrixReading>().Select(r => Names.Key(r))]);

    /// <summary>Which years.</summary>
    public static YearsSetting Years { get; } = new("--years", new("Años que se simulan, en orden; el primero es con el que se comparan los demás.", "Years simulated, in order; the first is the one others are compared with."));

    /// <summary>Only what needs no simulation.</summary>
    public static SwitchSetting PlanOnly { get; } = new("--plan", new("Solo quién recibe qué y cuándo, las trayectorias y las contradicciones; sin simular.", "Only who gets what when, the trajectories and the contradictions; nothing is simulated."));

    /// <summary>A year to simulate whole.</summary>
    public static NumberSetting CheckYear { get; } = new(
        "--check-year", new("AÑO", "YEAR"), new("Simula además este año entero y dice cuánto se apartan de él las semanas que lo representan.", "Also simulates this year whole, and says how far the weeks that stand for it are from it."), MatrixRow.FirstYear, MatrixRow.LastYear, 0, new("ninguno", "none"));

    /// <summary>Format, a spreadsheet among them.</summary>
    public static ChoiceSetting Format { get; } = new("--format", new("Forma del resultado en la salida estándar.", "Form of the result on standard output."), Bilingual.Same("table"), "table", "json", "csv", "xlsx");

    /// <summary>The reading asked for.</summary>
    public static MatrixReading ReadReading(ParseResult parsed, Problems problems) =>
        Reading.Given(parsed, problems) is { } word ? Names.Member<MatrixReading>(word) : MatrixReading.AsPrinted;
}

/// <summary>Years as <c>2024,2027,2030</c> or <c>2024-2030</c>.</summary>
internal sealed class YearsSetting(string name, Bilingual purpose) : Setting(name, new("AÑOS", "YEARS"), purpose)
{
    private static readonly int First = MatrixRow.FirstYear, Last = MatrixRow.LastYear;

    /// <inheritdoc/>
    public override Bilingual Takes { get; } = new($"años de {First} a {Last} en orden, como '2024,2027,2030' o '2024-2030'", $"years from {First} to {Last} in order, such as '2024,2027,2030' or '2024-2030'");

    /// <summary>The years; those given as usual if the option is absent.</summary>
    public IReadOnlyList<int> Read(ParseResult parsed, IReadOnlyList<int> usual, Problems problems) => Given(parsed, problems) is { } text ? Parse(text)! : usual;

    /// <inheritdoc/>
    protected override string? Checked(string text, Problems problems)
    {
        if (Parse(text) is not null) return text;
        problems.Add(Problem(text, new("no son años de la estrategia en orden", "not years of the strategy in order"), Takes));
        return null;
    }

    private static List<int>? Parse(string text)
    {
        var years = new List<int>();
        foreach (string part in text.Split(','))
        {
            int[] ends = [.. part.Split('-').Select(e => int.TryParse(e.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int year) && year >= First && year <= Last ? year : 0)];
            if (ends.Length > 2 || ends.Contains(0) || ends[^1] < ends[0] || (years.Count > 0 && ends[0] <= years[^1])) return null;
            years.AddRange(Enumerable.Range(ends[0], ends[^1] - ends[0] + 1));
        }
        return years;
    }
}
