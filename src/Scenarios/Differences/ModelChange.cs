namespace CorridorTwin.Scenarios.Differences;

/// <summary>One value that two models do not share.</summary>
/// <param name="Path">Where, in the words of the files: <c>posts.penas-blancas.S2N.exit.risk.customs.export.red</c>.</param>
/// <param name="Before">In the first; null if it is not there.</param>
/// <param name="After">In the second; null if it is not there.</param>
public sealed record ModelChange(string Path, string? Before, string? After);

/// <summary>Equal changes of several sides, told once.</summary>
/// <param name="Path">Where below the side; the whole path for what belongs to no side.</param>
/// <param name="Before">In the first; null if it is not there.</param>
/// <param name="After">In the second; null if it is not there.</param>
/// <param name="Sides">Sides, as <c>penas-blancas.S2N.exit</c>; empty for what belongs to none.</param>
public sealed record GroupedChange(string Path, string? Before, string? After, IReadOnlyList<string> Sides);
