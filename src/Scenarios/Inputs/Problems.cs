namespace CorridorTwin.Scenarios.Inputs;

/// <summary>Problems of one file as they are found; keeps the first twenty, in the order of the file when read out.</summary>
public sealed class Problems
{
    /// <summary>More than this many at once help nobody.</summary>
    public const int Most = 20;

    private readonly List<InputProblem> found = [];

    /// <summary>How often something was noted, repetitions included: unchanged means that what was just checked is right.</summary>
    public int Count { get; private set; }

    /// <summary>True once anything is wrong.</summary>
    public bool Any => found.Count > 0;

    /// <summary>What is wrong, by file and line.</summary>
    public IReadOnlyList<InputProblem> All => [.. found.OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line).ThenBy(p => p.Column).Take(Most)];

    /// <summary>Notes a problem. One place of the file that several sides inherit, or that an alias repeats, is told once.</summary>
    public void Add(InputProblem problem)
    {
        Count++;
        if (found.Count < 10 * Most && !found.Any(p => Same(p, problem))) found.Add(problem);
    }

    /// <summary>Notes a problem with a value.</summary>
    public void Add(InputNode node, string field, Bilingual message, Bilingual? expected = null, string? nearest = null) =>
        Add(new InputProblem(node.Mark, field, (node as ScalarNode)?.Value, message, expected, nearest));

    private static bool Same(InputProblem a, InputProblem b) =>
        a.Mark == b.Mark && a.Given == b.Given && a.Message == b.Message && (a.Given is not null || Last(a.Field) == Last(b.Field));

    private static string Last(string field) => field[(field.LastIndexOf('.') + 1)..];
}
