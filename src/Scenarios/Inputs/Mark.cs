namespace CorridorTwin.Scenarios.Inputs;

/// <summary>Where something stands in a file.</summary>
/// <param name="File">Path as the user gave it.</param>
/// <param name="Line">From 1; 0 means the file as a whole.</param>
/// <param name="Column">From 1; 0 with line 0.</param>
public readonly record struct Mark(string File, int Line, int Column)
{
    /// <summary>The file as a whole.</summary>
    public static Mark Whole(string file) => new(file, 0, 0);

    /// <inheritdoc/>
    public override string ToString() => Line > 0 ? $"{File}:{Line}" : File;
}
