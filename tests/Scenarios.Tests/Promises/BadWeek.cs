using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Engine;
using CorridorTwin.Simulation.State;
using CorridorTwin.Simulation.Tests.KnownAnswers;
using CorridorTwin.Simulation.Time;

namespace CorridorTwin.Scenarios.Tests.Promises;

/// <summary>A few days of a shipped corridor in which all goes wrong that a scenario can ask for.</summary>
internal static class BadWeek
{
    private static readonly SimDuration WarmUp = SimDuration.FromDays(2);

    public static RunOptions Options(int replication = 0) => new()
    {
        Seed = TestSeed.Value,
        Replication = replication,
        WarmUp = WarmUp,
        Length = SimDuration.FromDays(2),
        Probes = [SimTime.FromDays(1.3), SimTime.FromDays(3.7)],
    };

    public static CorridorNetwork Compile(CorridorModel model) => CorridorCompiler.Compile(model with
    {
        Disruptions =
        [
            new Disruption(DisruptionKind.Outage, null, -0.7, 5, 2),
            new Disruption(DisruptionKind.Outage, "el-amatillo", 0.4, 6, 3),
            new Disruption(DisruptionKind.Closure, "penas-blancas", 0.3, 9, 1),
            new Disruption(DisruptionKind.Strike, "guasaule", 0.5, 20, 0.5),
            new Disruption(DisruptionKind.Surge, "penas-blancas", -1.5, 30, 0.8),
        ],
    }, WarmUp);

    /// <summary>What a state of the corridor can hold beside trucks in line.</summary>
    public static IEnumerable<string> SeenIn(CorridorState state)
    {
        if (state.Disturbances.Any(d => d.Active)) yield return "outage";
        if (state.Stations.Any(s => s.Scheduled == 0)) yield return "closed hours";
        if (state.Stations.Any(s => s.Breakdown is { Down: true } && s.Name.EndsWith("scanner", StringComparison.Ordinal))) yield return "scanner down";
        if (state.Stations.Any(s => s.ExtraLevel > 0)) yield return "staff called in";
        if (state.Trucks.Any(t => t.At.Standing == Standing.Blocked)) yield return "blocked truck";
        if (state.Trucks.Any(t => t.At.Standing == Standing.AwaitingDocuments)) yield return "declaration awaited";
        if (state.Trucks.Any(t => t.Track.Accepted > state.Clock)) yield return "declaration pending";
        if (state.Trucks.Any(t => t.At.Standing == Standing.InParallel)) yield return "joint inspection";
        yield return state.Window?.Closed != null ? "window closed" : state.Window?.Opened != null ? "window open" : "warm-up";
    }
}
