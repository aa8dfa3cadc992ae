using CorridorTwin.Dashboard.Host;
using CorridorTwin.Dashboard.Library;
using CorridorTwin.Scenarios.Inputs;
using Microsoft.Data.Sqlite;

namespace CorridorTwin.Dashboard.Runs;

/// <summary>At the start, a few replications of what is shipped, to have something to show; then the full comparison, which goes on from them.</summary>
public sealed partial class Pilot(DashboardOptions options, ScenarioLibrary library, InputFiles files, RunQueue queue, ILogger<Pilot> log) : IHostedService
{
    /// <summary>Replications before anything is shown as more than a first look.</summary>
    public const int FirstReplications = 5;

    /// <summary>Replications of the full comparison.</summary>
    public const int FullReplications = 20;

    /// <summary>The full comparison's inputs; null if the shipped scenarios cannot be read.</summary>
    public RunInputs? Full { get; private set; }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (!options.Pilot) return Task.CompletedTask;
        try
        {
            string[] shipped = [.. library.Folder.InUsualOrder.Where(s => s.Compared && library.IsShipped(s)).Select(s => s.Id)];
            var first = new RunInputs(shipped, null, FirstReplications, 28, 28, 2024, false, files.Keep(shipped));
            Full = first with { Replications = FullReplications, Capacity = true };
            queue.Ask(first, RunKind.Pilot);
            queue.Ask(Full, RunKind.Shipped);
        }
        catch (Exception e) when (e is InputException or IOException or UnauthorizedAccessException or SqliteException)
        {
            // The pages still work, and say what is wrong with the files.
            NoPilot(log, e.Message);
        }
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(LogLevel.Warning, "The shipped scenarios cannot be run: {Why}")]
    private static partial void NoPilot(ILogger log, string why);
}
