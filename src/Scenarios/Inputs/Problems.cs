namespace CorridorTwin.Scenarios.Inputs;

/// <summary>Problems of one file as they are found; keeps the first twenty, in the order of the file when read out.</summary>
public sealed class Problems
{
    /// <summary>More than this many at once help nobody.</summary>
    public const int Most = 20;

    private readonly List<InputProblem> found = [];

    /// <summary>How many there are.</summary>
    public int Count => found.Count;

    /// <summary>True once anything is wrong.</summary>
    public bool Any => found.Count > 0;

    /// <summary>What is wrong, by file and line.</summary>
    public IReadOnlyList<InputProblem> All => [.. found.OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line).ThenBy(p => p.Column).Take(Most)];

    /// <summary>Notes a problem; the same one twice counts once (a default that several sides inherit).</summary>
    public void Add(InputProblem problem)
    {
        if (found.Count < 10 * Most && !found.Contains(problem)) found.Add(problem);
    }

    /// <summary>Notes a problem with a value.</summary>
    public void Add(InputNode node, string field, Bilingual message, Bilingual? expected = null, string? nearest = null) =>
        Add(new InputProblem(node.Mark, field, (node as ScalarNode)?.Value, message, expected, nearest));
}
