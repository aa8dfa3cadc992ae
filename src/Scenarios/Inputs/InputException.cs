namespace CorridorTwin.Scenarios.Inputs;

/// <summary>Input files that cannot be used; carries the problems to show, never a stack trace for users.</summary>
public sealed class InputException(IReadOnlyList<InputProblem> problems)
    : Exception(string.Join(Environment.NewLine, problems.Select(p => p.Render("en"))))
{
    /// <summary>What is wrong, at least one.</summary>
    public IReadOnlyList<InputProblem> Problems { get; } = problems;
}

/// <summary>What came of reading a file: the thing itself, or the reasons why not.</summary>
/// <param name="Value">What was read; null if there is any problem.</param>
/// <param name="Problems">What is wrong; empty if nothing.</param>
public sealed record Loaded<T>(T? Value, IReadOnlyList<InputProblem> Problems)
    where T : class
{
    /// <summary>The value.</summary>
    /// <exception cref="InputException">There are problems.</exception>
    public T OrThrow() => Value is not null && Problems.Count == 0 ? Value : throw new InputException(Problems);
}
