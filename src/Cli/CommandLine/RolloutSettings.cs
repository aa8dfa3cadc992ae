using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Rollouts.Matrix;

namespace CorridorTwin.Cli.CommandLine;

/// <summary>Options of the rollout.</summary>
internal static class RolloutSettings
{
    /// <summary>Which numbers of the matrix hold.</summary>
    public static ChoiceSetting Reading { get; } = new(
        "--reading", new("Qué números de la matriz valen donde se contradicen: los impresos, los ajustados a la meta, o los propios del archivo.", "Which numbers of the matrix hold where they contradict each other: those printed, those scaled to the goal, or the file's own."),
        Bilingual.Same("as-printed"), [.. Enum.GetValues<MatrixReading>().Select(r => Names.Key(r))]);

    /// <summary>Which years.</summary>
    public static NameSetting Years { get; } = new(
        "--years", new("AÑOS", "YEARS"), new("Años que se simulan; el cambio se cuenta desde el primero.", "Years to simulate; change is counted from the first."),
        new($"años de {MatrixRow.FirstYear} a {MatrixRow.LastYear} en orden, como '2024-2030' o '2024,2027,2030'", $"years from {MatrixRow.FirstYear} to {MatrixRow.LastYear} in order, such as '2024-2030' or '2024,2027,2030'"), Bilingual.Same("2024-2030"));

    /// <summary>Only what needs no simulation.</summary>
    public static SwitchSetting PlanOnly { get; } = new("--plan", new("Solo quién recibe qué y cuándo, las trayectorias y las contradicciones; sin simular.", "Only who gets what when, the trajectories and the contradictions; nothing is simulated."));

    /// <summary>A year to simulate whole.</summary>
    public static NumberSetting CheckYear { get; } = new(
        "--check-year", new("AÑO", "YEAR"), new("Simula además este año entero y dice cuánto se apartan de él las semanas que lo representan.", "Also simulates this year whole, and says how far the weeks that stand for it are from it."), MatrixRow.FirstYear, MatrixRow.LastYear, 0, new("ninguno", "none"));

    /// <summary>The years asked for; what is wrong with them is noted.</summary>
    public static IReadOnlyList<int> ReadYears(System.CommandLine.ParseResult parsed, Problems problems)
    {
        if (Years.Given(parsed, problems) is not { } text) return MatrixRow.Years;
        var years = new List<int>();
        foreach (string part in text.Split(','))
        {
            string[] ends = part.Split('-');
            if (ends.Length > 2 || ends.Any(e => !int.TryParse(e, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int y) || !MatrixRow.Years.Contains(y)))
            {
                Refuse(part, new("no son años de la matriz", "not years of the matrix"));
                return MatrixRow.Years;
            }
            int[] from = [.. ends.Select(e => int.Parse(e, System.Globalization.CultureInfo.InvariantCulture))];
            years.AddRange(Enumerable.Range(from[0], Math.Max(0, from[^1] - from[0] + 1)));
        }
        if (years.Count == 0 || years.Zip(years.Skip(1)).Any(p => p.Second <= p.First)) Refuse(text, new("no van en orden", "not in order"));
        return years;

        void Refuse(string given, Bilingual why) => problems.Add(new InputProblem(Mark.Whole("corridor"), Years.Name, given, why, Years.Takes));
    }
}
