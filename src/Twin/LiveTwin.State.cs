using System.Diagnostics;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Twin.Grains;
using CorridorTwin.Twin.Hosting;
using CorridorTwin.Twin.Ingest;
using CorridorTwin.Twin.Storage;

namespace CorridorTwin.Twin;

public sealed partial class LiveTwin
{
    /// <summary>The state now, as far as it has been worked out: it does not wait for events under way.</summary>
    public TwinView State()
    {
        long began = Stopwatch.GetTimestamp();
        Tuple<long, Dictionary<(string, string), long>> last = clock;
        TwinView view = View(host, last.Item1, last.Item2);
        TwinMeter.Asked(Stopwatch.GetElapsedTime(began), past: false);
        return view;
    }

    /// <summary>The state at an instant, as it was known at another: computed from the log, late events and corrections recorded by then included.</summary>
    /// <param name="at">The instant.</param>
    /// <param name="knownAt">When somebody would have asked; null for what is known today.</param>
    public TwinView State(DateTimeOffset at, DateTimeOffset? knownAt = null)
    {
        long began = Stopwatch.GetTimestamp();
        var past = new LocalGrainHost(new MemoryGrainStore());
        try
        {
            long t = EventRouter.Milliseconds(at), known = knownAt is { } k ? EventRouter.Milliseconds(k) : long.MaxValue;
            using var reader = new EventLog(database);
            HashSet<EventKey> without = [.. reader.Withdrawn(known).Select(w => w.Key)];
            var last = new Dictionary<(string, string), long>();
            Replay(past, reader.KnownAt(t, known), without, last);
            past.AdvanceTo(t);
            past.Drain();
            return View(past, t, last);
        }
        finally
        {
            past.DisposeAsync().AsTask().GetAwaiter().GetResult();
            TwinMeter.Asked(Stopwatch.GetElapsedTime(began), past: true);
        }
    }

    /// <summary>How good the readings are.</summary>
    public TwinQuality Quality() => TwinQuality.Of(host.PeekAll<TruckState>(TruckGrain.Kind));

    /// <summary>Plays history: the states at regular instants, as known today (or at another time), from one pass over the log.</summary>
    /// <param name="from">The first instant.</param>
    /// <param name="to">None after this.</param>
    /// <param name="step">Between instants.</param>
    /// <param name="knownAt">When somebody would have asked; null for today.</param>
    public IEnumerable<TwinView> Replay(DateTimeOffset from, DateTimeOffset to, TimeSpan step, DateTimeOffset? knownAt = null)
    {
        var past = new LocalGrainHost(new MemoryGrainStore());
        try
        {
            long known = knownAt is { } k ? EventRouter.Milliseconds(k) : long.MaxValue;
            using var reader = new EventLog(database);
            HashSet<EventKey> without = [.. reader.Withdrawn(known).Select(w => w.Key)];
            var last = new Dictionary<(string, string), long>();
            using IEnumerator<LoggedEvent> events = reader.InOrder(EventRouter.Milliseconds(to), known).GetEnumerator();
            bool more = events.MoveNext();
            for (DateTimeOffset at = from; at <= to; at += step)
            {
                long t = EventRouter.Milliseconds(at);
                Replay(past, UpTo(t), without, last);
                past.AdvanceTo(t);
                past.Drain();
                yield return View(past, t, last);
            }

            IEnumerable<LoggedEvent> UpTo(long t)
            {
                for (; more && events.Current.T <= t; more = events.MoveNext()) yield return events.Current;
            }
        }
        finally
        {
            past.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    /// <summary>Makes the twin take its whole state from the log again, late events included, when it is opened next; until then it takes nothing more.</summary>
    /// <returns>Late events that are now part of it.</returns>
    public long Rebuild()
    {
        lock (gate)
        {
            long late = log.Late().LongCount();
            log.Begin();
            log.Execute(TwinSql.ApplyLate, new { });
            log.Execute(TwinSql.ForgetGrains, new { });
            log.Execute(TwinSql.SetMeta, new { name = "snapshot", value = "0 0" });
            log.Commit(options.Clock());
            failed = true;
            return late;
        }
    }

    private TwinView View(LocalGrainHost of, long now, Dictionary<(string, string), long> last)
    {
        var sides = new List<SideView>();
        foreach (PostState post in of.PeekAll<PostState>(PostGrain.Kind).OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            ILookup<SideKey, AtPost> trucks = post.Trucks.Here.Values.ToLookup(t => new SideKey(t.Side, t.Dir));
            foreach ((SideKey side, Flow flow) in post.Flows.OrderBy(f => f.Key.Side, StringComparer.Ordinal).ThenBy(f => f.Key.Dir))
            {
                long? at = last.TryGetValue((post.Key, side.Side), out long t) ? t : null;
                sides.Add(new SideView(post.Key, side.Side, side.Dir, flow, [.. trucks[side].OrderBy(x => x.Trip, StringComparer.Ordinal).Select(x => new TruckView(x.Trip, x.Unit, x.Phase!.Value, At(x.Since), x.Facts))])
                {
                    LastHeard = at is { } ms ? At(ms) : null,
                    NoData = at is null || now - at > options.StaleAfter,
                });
            }
        }
        LaneView[] lanes = [.. of.PeekAll<LaneState>(LaneGrain.Kind).OrderBy(l => l.Key, StringComparer.Ordinal).Select(LaneView.Of)];
        return new TwinView { At = At(now), Sides = sides, Lanes = lanes };
    }

    private static DateTimeOffset At(long ms) => DateTimeOffset.FromUnixTimeMilliseconds(ms);
}
