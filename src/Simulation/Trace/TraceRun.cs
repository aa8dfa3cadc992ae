using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Engine;
using CorridorTwin.Simulation.Time;

namespace CorridorTwin.Simulation.Trace;

/// <summary>Runs one replication and tells a window of it as border events, as a stream: memory does not grow with the events told.</summary>
/// <remarks>The replication runs twice: declarations lodged in advance are told at their own time, before their trucks have been drawn.</remarks>
public static class TraceRun
{
    private const int EventsAtOnce = 4096;

    /// <summary>Writes the window as JSON Lines: the header, the events, and a last line <c>clock.heartbeat</c> that says that it is whole.</summary>
    /// <param name="corridor">The corridor.</param>
    /// <param name="request">Which replication and window.</param>
    /// <param name="target">Where to; flushed, not closed.</param>
    /// <param name="cancellation">Stops after the present event; what is written then has no last line.</param>
    /// <returns>Events written.</returns>
    public static long Write(CorridorNetwork corridor, TraceRequest request, TextWriter target, CancellationToken cancellation = default)
    {
        using var writer = new TraceWriter(target);
        Tell(corridor, request, writer.Write, writer.Write, cancellation);
        writer.Flush();
        return writer.Events;
    }

    /// <summary>Tells the window: first the header, then each event, in order.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static void Tell(CorridorNetwork corridor, TraceRequest request, Action<TraceHeader> header, Action<BorderEvent> each, CancellationToken cancellation = default)
    {
        if (request.From.Milliseconds < 0 || request.To <= request.From || request.LookAhead.Milliseconds < 0)
            throw new ArgumentOutOfRangeException(nameof(request), "A trace needs a window that begins at instant zero or later and ends after it begins.");
        long to = request.To.Milliseconds;
        var scout = new TraceScout(corridor, request.From.Milliseconds, to);
        Run(corridor, request, scout, to + request.LookAhead.Milliseconds, cancellation);
        TraceScope scope = scout.Scope();
        header(Header(corridor, request, scope));
        var trace = new BorderTrace(corridor, scope, each);
        Run(corridor, request, trace, to, cancellation);
        trace.Complete();
    }

    private static void Run(CorridorNetwork corridor, TraceRequest request, RunObserver observer, long until, CancellationToken cancellation)
    {
        var run = new RunOptions { Seed = request.Seed, Replication = request.Replication, Length = new SimDuration(request.To.Milliseconds) + request.LookAhead, Drain = false };
        var replication = new Replication(corridor.Network, run, observer);
        while (!replication.Finished && replication.Now.Milliseconds < until)
        {
            cancellation.ThrowIfCancellationRequested();
            replication.RunEvents(EventsAtOnce);
        }
    }

    private static TraceHeader Header(CorridorNetwork corridor, TraceRequest request, TraceScope scope) => new()
    {
        From = TraceClock.At(request.From, TraceClock.Epoch.Offset, TraceClock.EpochOf(corridor)),
        To = TraceClock.At(request.To, TraceClock.Epoch.Offset, TraceClock.EpochOf(corridor)),
        Scenario = request.Scenario,
        Seed = request.Seed,
        Replication = request.Replication,
        Posts = [.. corridor.Corridor.Posts.Select(p => new TracePost(p.Id, p.North, p.South))],
        Sides = [.. corridor.Corridor.Posts.SelectMany((p, i) => p.Sides.Select(s => new TraceSide(
            p.Id, s.Country, s.Direction, s.Role, TraceTables.Offset(corridor, s.Country), Lanes(corridor, scope, i, s))))],
    };

    private static TraceLane[] Lanes(CorridorNetwork corridor, TraceScope scope, int post, SideProcedure side)
    {
        IEnumerable<int> stations = Enumerable.Range(0, corridor.Stations.Count).Where(i =>
            corridor.Stations[i].PostIndex == post && corridor.Stations[i].Direction == side.Direction && corridor.Stations[i].Role == side.Role);
        return [.. stations.Select(i => new TraceLane(corridor.Stations[i].Lane, corridor.Stations[i].Agency, scope.Lanes[i].Staff, scope.Lanes[i].Extra, scope.Lanes[i].Down, scope.Lanes[i].Outages))];
    }
}
