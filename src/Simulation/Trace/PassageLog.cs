using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Engine;
using CorridorTwin.Simulation.Time;

namespace CorridorTwin.Simulation.Trace;

/// <summary>
/// Writes down every truck that joins a side's line within a window of one run, with the stamps of the side and the service times of its
/// stages: the complete table from which a survey draws. One pass, and no event is made.
/// </summary>
public sealed class PassageLog : RunObserver
{
    private const int EventsAtOnce = 4096;

    private readonly TraceTables tables;
    private readonly ChannelReading channels;
    private readonly long from;
    private readonly long to;
    private readonly Func<string, string, Direction, bool> wanted;
    private readonly Dictionary<(int Source, long Ordinal), Passage> open = [];
    private readonly List<Passage> all = [];
    private readonly DateTimeOffset epoch;
    private readonly Dictionary<(string Post, Direction Direction), string> exits;

    private PassageLog(CorridorNetwork corridor, SimTime from, SimTime to, Func<string, string, Direction, bool> wanted)
    {
        tables = new TraceTables(corridor);
        channels = new ChannelReading(corridor);
        exits = corridor.Corridor.Posts.SelectMany(p => Enum.GetValues<Direction>().Select(d => (Key: (p.Id, d), p))).ToDictionary(x => x.Key, x => x.p.CountryOf(x.Key.d, SideRole.Exit));
        epoch = TraceClock.EpochOf(corridor);
        (this.from, this.to, this.wanted) = (from.Milliseconds, to.Milliseconds, wanted);
    }

    /// <inheritdoc/>
    public override bool WantsTrace => true;

    /// <summary>Runs one replication and returns the trucks that joined a side's line in the window, in the order in which they did.</summary>
    /// <param name="corridor">The corridor.</param>
    /// <param name="seed">Seed of the experiment.</param>
    /// <param name="replication">Number of the replication.</param>
    /// <param name="window">Beginning of the window, and its end, not included.</param>
    /// <param name="until">When observation ends; a truck still inside then has no t8.</param>
    /// <param name="wanted">Sides that are observed: post, country, direction.</param>
    /// <param name="cancellation">Ends it without a result.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static IReadOnlyList<Passage> Of(
        CorridorNetwork corridor, ulong seed, int replication, (SimTime From, SimTime To) window, SimTime until, Func<string, string, Direction, bool> wanted, CancellationToken cancellation = default)
    {
        var log = new PassageLog(corridor, window.From, window.To, wanted);
        var options = new RunOptions { Seed = seed, Replication = replication, Length = new SimDuration(until.Milliseconds), Drain = false };
        var run = new Replication(corridor.Network, options, log);
        while (!run.Finished && run.Now.Milliseconds < until.Milliseconds)
        {
            cancellation.ThrowIfCancellationRequested();
            run.RunEvents(EventsAtOnce);
        }
        // The last batch may have gone beyond the end of observation.
        foreach (Passage p in log.all) p.CutAt(until.Milliseconds);
        return log.all;
    }

    /// <inheritdoc/>
    public override void Traced(in TraceRecord r)
    {
        if (r.Source < 0 || r.Time < from && r.Kind == TraceKind.LegStart) return;
        if (r.Kind == TraceKind.LegStart)
        {
            Begin(r);
            return;
        }
        if (!open.TryGetValue((r.Source, r.Ordinal), out Passage? passage) || passage.Leg != r.Leg) return;
        RowWords row = tables.Rows[r.Row];
        switch (r.Kind)
        {
            case TraceKind.Lodged: passage.Set(2, r.Time); break;
            case TraceKind.Pass when row.Agency == Agency.Customs:
                passage.Set(3, r.Time);
                passage.Channel = channels.Of(r.Row, r.ClassIndex, r.Key);
                break;
            case TraceKind.Join when row.Releases: passage.Set(7, r.Time); break;
            case TraceKind.Start when row.Works: Start(passage, row, r.Time); break;
            case TraceKind.End when row.Works: End(passage, row, r.Time); break;
            case TraceKind.LegEnd:
                passage.Set(8, r.Time);
                open.Remove((r.Source, r.Ordinal));
                break;
            case TraceKind.Leave: open.Remove((r.Source, r.Ordinal)); break;
        }
    }

    private void Begin(in TraceRecord r)
    {
        if (r.Time >= to || tables.Streams[r.Source].Vehicle is not null) return;
        ProcedureWords leg = tables.Procedures[tables.Rows[r.Row].Procedure];
        if (leg.Place is not { } place || leg.Operation is not { } operation || !wanted(place.Post, place.Side, place.Dir)) return;
        StreamWords stream = tables.Streams[r.Source];
        var passage = new Passage(epoch, place.Offset, r.Leg)
        {
            Unit = TruckPseudonym.Of(stream.Hash, r.Ordinal), Key = r.Key, Post = place.Post, Side = place.Side, Direction = place.Dir, Operation = operation, IsExit = exits[(place.Post, place.Dir)] == place.Side, Flags = tables.Classes[r.ClassIndex],
        };
        passage.Set(0, r.Time);
        open[(r.Source, r.Ordinal)] = passage;
        all.Add(passage);
    }

    private static void Start(Passage passage, RowWords row, long time)
    {
        if (row.Arrives) passage.Set(1, time);
        if (row.Start == BorderEventTypes.InspectionStart) passage.Set(4, time);
        if (row.Stage is { } stage) passage.Begin(stage, row.Agency, time);
    }

    private static void End(Passage passage, RowWords row, long time)
    {
        if (row.End == BorderEventTypes.InspectionEnd) passage.Last(5, time);
        if (row.Pays) passage.Set(6, time);
        if (row.Stage is { } stage) passage.End(stage, time);
    }
}
