using System.Diagnostics;
using CorridorTwin.Scenarios.Statistics;
using CorridorTwin.Scenarios.Store;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Time;
using CorridorTwin.Simulation.Trace;
using CorridorTwin.Twin.Forecasts;
using CorridorTwin.Twin.Grains;
using CorridorTwin.Twin.Hosting;
using CorridorTwin.Twin.Ingest;
using CorridorTwin.Twin.Nowcasts;
using CorridorTwin.Twin.Storage;

namespace CorridorTwin.Twin;

public sealed partial class LiveTwin
{
    /// <summary>The hours ahead, from the state as it is: queues in their order, services with what is left of them, calendars at the wall clock's hour.</summary>
    /// <exception cref="InvalidOperationException">The twin was opened without a corridor.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public Forecast Forecast(ForecastRequest request, CancellationToken cancellation = default)
    {
        long began = Stopwatch.GetTimestamp();
        (Start start, CorridorNetwork corridor) = Begin(request);
        Forecast made = Made(start, corridor, corridor, request, cancellation);
        TwinMeter.LookedAhead(Stopwatch.GetElapsedTime(began), fork: false);
        return made;
    }

    /// <summary>The hours ahead with a change from now on, beside those without: the same trucks with the same luck. The twin itself is not touched.</summary>
    /// <exception cref="ArgumentException">The change names what the corridor does not have.</exception>
    /// <exception cref="InvalidOperationException">The twin was opened without a corridor.</exception>
    public Fork Fork(ForecastRequest request, WhatIf change, CancellationToken cancellation = default)
    {
        long began = Stopwatch.GetTimestamp();
        (Start start, CorridorNetwork corridor) = Begin(request);
        CorridorNetwork changed = Compiled(change.Apply(options.Corridor!, At(start.Now)), start.Now);
        Forecast without = Made(start, corridor, corridor, request, cancellation), with = Made(start, changed, corridor, request, cancellation);
        SideDifference[] differences = Differences(without, with);
        TwinMeter.LookedAhead(Stopwatch.GetElapsedTime(began), fork: true);
        return new Fork(without, with, differences);
    }

    /// <summary>The lines before the first gates, with what missing reads leave open.</summary>
    /// <param name="at">The instant; null for the twin's own clock.</param>
    /// <param name="knownAt">With what was known when; null for all that is known.</param>
    /// <exception cref="InvalidOperationException">The twin was opened without a corridor.</exception>
    public IReadOnlyList<QueueEstimate> Nowcast(DateTimeOffset? at = null, DateTimeOffset? knownAt = null)
    {
        if (options.Corridor == null) throw new InvalidOperationException("This twin was opened without a corridor; it does not know which sides have a gate.");
        Start start = at == null && knownAt == null ? Now() : Past(new ForecastRequest { At = at, KnownAt = knownAt });
        return Nowcasts.Nowcast.Of(options.Corridor, start.Now, start.Trucks);
    }

    private sealed record Start(long Now, TwinView View, IReadOnlyList<TruckState> Trucks);

    private (Start Start, CorridorNetwork Corridor) Begin(ForecastRequest request)
    {
        if (options.Corridor == null) throw new InvalidOperationException("This twin was opened without a corridor; nothing can be forecast.");
        if (request.Hours is < 1 or > 24) throw new ArgumentOutOfRangeException(nameof(request), "A forecast looks 1 to 24 hours ahead.");
        Start start = request.At == null && request.KnownAt == null ? Now() : Past(request);
        return (start, Compiled(options.Corridor, start.Now));
    }

    private Start Now()
    {
        Settle();
        IReadOnlyList<TruckState> trucks = host.AskAll<TruckState>(TruckGrain.Kind);
        TwinView view = State();
        return new Start(EventRouter.Milliseconds(view.At), view, trucks);
    }

    private Start Past(ForecastRequest request)
    {
        var past = new LocalGrainHost(new MemoryGrainStore());
        try
        {
            long t = request.At is { } at ? EventRouter.Milliseconds(at) : clock.Item1, known = request.KnownAt is { } k ? EventRouter.Milliseconds(k) : long.MaxValue;
            using var reader = new EventLog(database);
            var last = new Dictionary<(string, string), long>();
            Replay(past, reader.KnownAt(t, known), [.. reader.Withdrawn(known).Select(w => w.Key)], last);
            past.AdvanceTo(t);
            past.Drain();
            return new Start(t, View(past, t, last), [.. past.PeekAll<TruckState>(TruckGrain.Kind)]);
        }
        finally
        {
            past.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    /// <summary>The corridor with its disruptions dated from now.</summary>
    private static CorridorNetwork Compiled(CorridorModel model, long now) => CorridorCompiler.Compile(model with { Period = null }, new SimDuration(now - Observation.Origin(now)));

    private Forecast Made(Start start, CorridorNetwork corridor, CorridorNetwork seenBy, ForecastRequest request, CancellationToken cancellation)
    {
        Observed seen = Observation.Of(seenBy, new TraceAtlas(seenBy), start.Now, start.Trucks, start.View.Lanes);
        Samples samples = Samples.Run(corridor, seenBy, seen, request, cancellation);
        Band[] Fan(double[] what, int side) => [.. Enumerable.Range(0, request.Hours + 1).Select(h => Band.Of(samples.At(what, side, h)))];
        return new Forecast
        {
            From = At(start.Now),
            Request = request,
            Model = ModelHash.Of(corridor.Corridor),
            State = start.View.Hash(),
            Events = Events,
            Trucks = seen.Start.Trucks.Count,
            NotPlaced = seen.NotPlaced,
            Sides = [.. samples.Sides.Select((s, i) => new SideFan(s.Post, s.Dir, s.Side, Fan(samples.Line, i), Fan(samples.Inside, i), Fan(samples.SideHours, i)))],
            TruckFans = [.. seen.Trips.Select((t, i) => new TruckFan(t.Trip, t.Post, t.Side, t.Dir, Band.Of(samples.Ends.AsSpan(i * request.Replications, request.Replications))))],
            Samples = samples,
        };
    }

    private static SideDifference[] Differences(Forecast without, Forecast with)
    {
        Samples a = without.Samples, b = with.Samples;
        int n = without.Request.Replications, hours = without.Request.Hours;
        return [.. a.Sides.Select((s, i) =>
        {
            double[] TruckHours(Samples x) => [.. Enumerable.Range(0, n).Select(r => Enumerable.Range(1, hours).Sum(h => x.At(x.Line, i, h)[r] + x.At(x.Inside, i, h)[r]))];
            return new SideDifference(
                s.Post, s.Dir, s.Side,
                [.. Enumerable.Range(1, hours).Select(h => Interval.Paired(a.At(a.Line, i, h).ToArray(), b.At(b.Line, i, h).ToArray()))],
                Interval.Paired(TruckHours(a), TruckHours(b)),
                Interval.Paired(a.Left.AsSpan(i * n, n).ToArray(), b.Left.AsSpan(i * n, n).ToArray()));
        })];
    }
}
