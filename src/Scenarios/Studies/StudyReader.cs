using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Studies;

/// <summary>Reads a study in whatever form its owner has it: rows as CSV or XLSX, border events as JSON Lines, hourly counts, or means alone.</summary>
public static class StudyReader
{
    /// <summary>Reads a study. Lines that cannot be used are listed in it; only a file that is no study at all is refused.</summary>
    /// <param name="path">The file.</param>
    /// <param name="model">Posts, sides and local times.</param>
    /// <param name="mapping">Names of columns; null to recognise them.</param>
    /// <param name="options">Limits; null for the usual ones.</param>
    /// <param name="cancellation">Ends it without a study.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static Loaded<Study> Read(string path, CorridorModel model, StudyMapping? mapping = null, ReadingOptions? options = null, CancellationToken cancellation = default) => throw new NotImplementedException();
}
