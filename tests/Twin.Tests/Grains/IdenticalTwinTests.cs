using System.Buffers.Binary;
using System.Security.Cryptography;
using CorridorTwin.Simulation.Tests.Trace;
using CorridorTwin.Simulation.Trace;
using CorridorTwin.Twin.Grains;
using CorridorTwin.Twin.Hosting;
using CorridorTwin.Twin.Ingest;

namespace CorridorTwin.Twin.Tests.Grains;

/// <summary>A hidden simulation feeds the grains with every read: their state equals the hidden one. The replay that is asked is itself held against the engine in the simulator's tests.</summary>
public class IdenticalTwinTests
{
    [Fact]
    public async Task The_state_equals_the_hidden_simulations_at_every_checked_instant()
    {
        await using var host = new LocalGrainHost(new MemoryGrainStore());
        var router = new EventRouter();
        var reader = new TraceReader(new StringReader(TraceFixture.Text));
        var hidden = new TraceReplay(reader.Header);
        await OpenLanes(host, reader.Header);
        DateTimeOffset check = reader.Header.From.AddHours(1);
        int checks = 0, queued = 0;
        foreach (BorderEvent e in reader.Events())
        {
            while (e.T > check)
            {
                await host.DrainAsync();
                queued += AssertSame(hidden, host);
                checks++;
                check = check.AddMinutes(53);
            }
            hidden.Apply(e);
            if (router.Of(e) is { } to) await host.TellAsync(to, router.Tell(e, KeyOf(e)));
        }
        Assert.True(checks > 200, $"{checks} checks");
        Assert.True(queued > 1000, $"{queued} trucks seen in lines");
        Assert.Equal(0, host.Counts.Faults);
        Assert.All(host.PeekAll<TruckState>(TruckGrain.Kind), t => Assert.All(t.Legs, l => Assert.Equal((0, 0), (l.Now.Missed, l.Now.Contradicted))));
    }

    internal static ulong KeyOf(BorderEvent e)
    {
        using var json = new BorderEventJson();
        return BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(json.Canonical(e)));
    }

    internal static async Task OpenLanes(IGrainHost host, TraceHeader header)
    {
        ulong key = 0;
        foreach (TraceSide side in header.Sides)
            foreach (TraceLane lane in side.Lanes)
            {
                var place = new Place(side.Post, side.Side, side.Dir, null, lane.Lane);
                await host.TellAsync(place.LaneId, new Told(new Reading(0, ++key, place, Facts.None, ReadingKind.Roster, Agency: lane.Agency, Priority: lane.Staff, Extra: lane.Extra)));
                for (int i = 0; i < lane.Down; i++) await host.TellAsync(place.LaneId, new Told(new Reading(1, ++key, place, Facts.None, ReadingKind.Down, Reason.Breakdown, lane.Agency)));
            }
    }

    /// <summary>Lines in their order, who is served and held, staff and failures, and who is on which side.</summary>
    internal static int AssertSame(TraceReplay hidden, LocalGrainHost host)
    {
        var different = new List<string>();
        int queued = 0;
        foreach (Simulation.Trace.LaneState lane in hidden.Lanes)
        {
            var id = new GrainId(LaneGrain.Kind, Place.LaneKey(lane.Key.Post, lane.Key.Dir, lane.Key.Side, lane.Key.Lane));
            Twin.Grains.LaneState twin = host.Peek<Twin.Grains.LaneState>(id) ?? LaneGrain.Initial(id.Key);
            (IReadOnlyList<AtLane> queue, IReadOnlyList<AtLane> served, IReadOnlyList<AtLane> held) = twin.Standing();
            queued += lane.Queue.Count;
            Compare($"{lane.Key} line", InOrder(lane.Queue.Select(o => (o.Trip, o.Stage, o.Priority, Since: o.Since.ToUnixTimeMilliseconds()))), InOrder(queue.Select(a => (a.Trip, a.Stage, a.Priority, a.Since))));
            Compare($"{lane.Key} served", Of(lane.InService), Of(served));
            Compare($"{lane.Key} held", Of(lane.Held), Of(held));
            Compare($"{lane.Key} staff", $"{lane.Staff} {lane.Extra} {lane.Down} {lane.Outages}", $"{twin.Levels.Staff} {twin.Levels.Extra} {twin.Levels.Down} {twin.Levels.Outages}");
            Compare($"{lane.Key} counts", $"{lane.Queue.Count} {lane.InService.Count} {lane.Held.Count}", $"{twin.Counts.Waiting} {twin.Counts.InService} {twin.Counts.Held}");
        }
        string there = string.Join('\n', hidden.Inside.Select(p => $"{p.Trip} {p.Side} {(p.Stamps[1] != null ? "inside" : "")} {p.Stamps[0]!.Value.ToUnixTimeMilliseconds()}").Order(StringComparer.Ordinal));
        string seen = string.Join('\n', host.PeekAll<TruckState>(TruckGrain.Kind).SelectMany(t => t.Legs.Where(l => l.Now.Phase is Phase.Queue or Phase.Inside).Select(l => $"{l.Trip} {l.Side} {(l.Now.Stamps[1] >= 0 ? "inside" : "")} {l.Now.Stamps[0]}")).Order(StringComparer.Ordinal));
        Compare("sides", there, seen);
        foreach (PostState post in host.PeekAll<PostState>(PostGrain.Kind))
            Compare($"{post.Key} flow", $"{hidden.Inside.Count(p => p.Post == post.Key)} True", $"{post.Flows.Values.Sum(f => f.Queue + f.Inside)} {post.Flows.Values.All(f => f.IsConserved)}");
        Assert.True(different.Count == 0, string.Join("\n", different.Take(4)));
        return queued;

        void Compare(string what, string expected, string found)
        {
            if (expected != found) different.Add($"{hidden.Now:O} {what}:\n{expected}\n  but\n{found}");
        }

        static string Of<T>(IEnumerable<T> who) => string.Join('|', who.Select(w => w is LaneOccupant o ? $"{o.Trip} {o.Stage}" : w is AtLane a ? $"{a.Trip} {a.Stage}" : "").Order(StringComparer.Ordinal));

        // Who joined in the same millisecond has no order of its own.
        static string InOrder(IEnumerable<(string Trip, string Stage, int Priority, long Since)> line) =>
            string.Join('|', line.Chunk(1).Select(c => c[0]).GroupBy(o => (o.Priority, o.Since)).Select(g => string.Join('&', g.Select(o => $"{o.Trip} {o.Stage}").Order(StringComparer.Ordinal))));
    }
}
