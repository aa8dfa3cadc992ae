using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Twin.Grains;
using CorridorTwin.Twin.Hosting;

namespace CorridorTwin.Twin.Tests.Hosting;

/// <summary>What every host of the grains must do. A host is tested by a class that inherits this and makes one.</summary>
public abstract class HostConformance
{
    private const long Hour = 3_600_000;
    private const long Start = 1_700_000_000_000;

    private static readonly Place Side = new("upper", "GT", Direction.N2S, null, null);
    private static readonly Place Gate = Side with { Stage = "gate", Lane = "gate" };
    private static readonly Place Customs = Side with { Stage = "customs", Lane = "customs" };
    private static readonly GrainId Post = new(PostGrain.Kind, "upper");
    private static readonly GrainId Officers = new(AgencyGrain.Kind, "upper/GT/Customs");

    /// <summary>A host over what a store keeps; a second one over the same store is the host started again.</summary>
    protected abstract IGrainHost Host(IGrainStore store);

    [Fact]
    public async Task What_a_truck_does_reaches_its_lane_its_post_and_the_agency()
    {
        await using IGrainHost host = Host(new MemoryGrainStore());
        await host.TellAsync(Gate.LaneId, new Told(new Reading(Start, 1, Gate with { Stage = null }, Facts.None, ReadingKind.Roster, Agency: Agency.Customs, Priority: 2)));
        await Arrive(host, "T1", Start);
        await Arrive(host, "T2", Start + 1000);
        await Tell(host, "T1", Gate, ReadingKind.WorkStart, Start + 5000);
        Assert.Equal((1, 1), await AtGate(host));
        AgencyState agency = await Drained<AgencyState>(host, Officers);
        Assert.Equal((2, 1, 1), (agency.OnDuty, agency.InService, agency.Waiting));
        Flow flow = (await host.AskAsync<PostState>(Post)).Flows[new SideKey("GT", Direction.N2S)];
        Assert.Equal(new Flow(2, 0, 0, 1, 1), flow);
    }

    [Fact]
    public async Task Many_senders_at_once_lose_nothing_and_never_meet_in_a_grain()
    {
        await using IGrainHost host = Host(new MemoryGrainStore());
        await Task.WhenAll(Enumerable.Range(0, 8).Select(sender => Task.Run(async () =>
        {
            for (int i = 0; i < 100; i++)
            {
                string unit = $"T{sender}-{i}";
                await Arrive(host, unit, Start + i);
                if (i % 2 == 0) await Tell(host, unit, Gate, ReadingKind.WorkStart, Start + Hour + i);
                if (i % 4 == 0) await Tell(host, unit, Gate, ReadingKind.WorkEnd, Start + Hour + 60_000 + i);
            }
        })));
        Assert.Equal((400, 200), await AtGate(host));
        Flow flow = (await host.AskAsync<PostState>(Post)).Flows[new SideKey("GT", Direction.N2S)];
        Assert.Equal(new Flow(800, 0, 0, 400, 400), flow);
    }

    [Fact]
    public async Task Messages_of_one_sender_to_one_grain_are_taken_in_order()
    {
        await using IGrainHost host = Host(new MemoryGrainStore());
        for (int i = 0; i < 500; i++) await host.TellAsync(Officers, new LaneReport("upper/N2S/GT/gate", i, 0, 0, 0, 0, 0));
        Assert.Equal(499, (await host.AskAsync<AgencyState>(Officers)).OnDuty);
    }

    [Fact]
    public async Task Told_twice_counts_once_and_any_order_gives_the_same_state()
    {
        string expected = await Told(r => r);
        Assert.Equal(expected, await Told(r => r.Concat(r)));
        for (int seed = 0; seed < 20; seed++)
        {
            var random = new Random(seed);
            Assert.Equal(expected, await Told(r => r.OrderBy(_ => random.Next())));
        }

        async Task<string> Told(Func<IEnumerable<(string, Place, ReadingKind, long)>, IEnumerable<(string, Place, ReadingKind, long)>> order)
        {
            await using IGrainHost host = Host(new MemoryGrainStore());
            foreach ((string unit, Place place, ReadingKind kind, long t) in order(Script())) await Tell(host, unit, place, kind, t);
            return await Text(host);
        }
    }

    [Fact]
    public async Task A_reading_that_is_withdrawn_has_never_been()
    {
        await using IGrainHost host = Host(new MemoryGrainStore()), without = Host(new MemoryGrainStore());
        (string Unit, Place Place, ReadingKind Kind, long T)[] script = [.. Script()];
        (string Unit, Place Place, ReadingKind Kind, long T) wrong = script[^2];
        foreach ((string unit, Place place, ReadingKind kind, long t) in script) await Tell(host, unit, place, kind, t);
        foreach ((string unit, Place place, ReadingKind kind, long t) in script.Where(s => s != wrong)) await Tell(without, unit, place, kind, t);
        await host.TellAsync(new GrainId(TruckGrain.Kind, wrong.Unit), new Withdrawn(Key(wrong.Unit, wrong.Place, wrong.Kind, wrong.T)));
        Assert.Equal(await Text(without), await Text(host));
    }

    [Fact]
    public async Task A_wake_up_comes_when_its_time_has_come_and_not_before()
    {
        var store = new MemoryGrainStore();
        await using IGrainHost host = Host(store);
        await host.AdvanceAsync(Start);
        await Arrive(host, "T1", Start);
        await host.AdvanceAsync(Start + TwinRules.LostAfter - 1);
        Assert.Equal((1, 0), await AtGate(host));
        await host.AdvanceAsync(Start + TwinRules.LostAfter);
        Assert.Equal((0, 0), await AtGate(host));
        await host.FlushAsync(1);
        Assert.Equal(["T1@upper"], store.Outbox().Select(n => n.About));
        // Seen after all: it counts again.
        await Tell(host, "T1", Gate, ReadingKind.WorkStart, Start + TwinRules.LostAfter + Hour);
        Assert.Equal((0, 1), await AtGate(host));
    }

    [Fact]
    public async Task Wake_ups_are_asked_for_again_after_a_restart()
    {
        var store = new MemoryGrainStore();
        await using (IGrainHost host = Host(store))
        {
            await host.AdvanceAsync(Start);
            await Arrive(host, "T1", Start);
            await host.DrainAsync();
            await host.FlushAsync(1);
        }
        await using IGrainHost again = Host(store);
        await again.AdvanceAsync(Start + TwinRules.LostAfter);
        Assert.Equal((0, 0), await AtGate(again));
        await again.FlushAsync(2);
        Assert.Single(store.Outbox());
    }

    [Fact]
    public async Task What_was_flushed_survives_and_what_was_not_can_be_told_again()
    {
        (string Unit, Place Place, ReadingKind Kind, long T)[] script = [.. Script()];
        string expected;
        await using (IGrainHost whole = Host(new MemoryGrainStore()))
        {
            foreach ((string unit, Place place, ReadingKind kind, long t) in script) await Tell(whole, unit, place, kind, t);
            expected = await Text(whole);
        }
        for (int stop = 0; stop <= script.Length; stop += 3)
        {
            var store = new MemoryGrainStore();
            await using (IGrainHost host = Host(store))
            {
                foreach ((string unit, Place place, ReadingKind kind, long t) in script[..stop]) await Tell(host, unit, place, kind, t);
                await host.FlushAsync(stop);
                foreach ((string unit, Place place, ReadingKind kind, long t) in script[stop..]) await Tell(host, unit, place, kind, t);
            }
            await using IGrainHost again = Host(store);
            Assert.Equal(stop, store.Mark.UpTo);
            foreach ((string unit, Place place, ReadingKind kind, long t) in script[(int)store.Mark.UpTo..]) await Tell(again, unit, place, kind, t);
            Assert.Equal(expected, await Text(again));
        }
    }

    [Fact]
    public async Task A_store_that_fails_keeps_nothing_of_the_flush_and_the_next_one_keeps_all()
    {
        var store = new FailingStore();
        await using (IGrainHost host = Host(store))
        {
            await Arrive(host, "T1", Start);
            await host.FlushAsync(1);
            await Arrive(host, "T2", Start);
            store.Fails = true;
            await Assert.ThrowsAsync<IOException>(async () => await host.FlushAsync(2));
            store.Fails = false;
            Assert.Equal((2, 0), await AtGate(host));
            await host.FlushAsync(2);
        }
        await using IGrainHost again = Host(store);
        Assert.Equal((2, 0), await AtGate(again));
    }

    [Fact]
    public async Task A_grain_that_slept_knows_what_it_knew()
    {
        var store = new MemoryGrainStore();
        await using IGrainHost host = Host(store);
        await host.AdvanceAsync(Start);
        await Arrive(host, "T1", Start);
        await host.FlushAsync(1);
        await host.AdvanceAsync(Start + 24 * Hour);
        await host.FlushAsync(2);
        await host.FlushAsync(3);
        await Tell(host, "T1", Gate, ReadingKind.WorkStart, Start + 24 * Hour);
        TruckState truck = await host.AskAsync<TruckState>(new GrainId(TruckGrain.Kind, "T1"));
        Assert.Equal(Start, truck.Legs.Single().Now.Stamps[0]);
        Assert.Equal((0, 1), await AtGate(host));
    }

    [Fact]
    public async Task An_unknown_kind_is_refused_and_a_message_for_others_changes_nothing()
    {
        await using IGrainHost host = Host(new MemoryGrainStore());
        await Assert.ThrowsAsync<ArgumentException>(async () => await host.TellAsync(new GrainId("ship", "1"), new Woken(0)));
        await host.TellAsync(Post, new Withdrawn(1));
        Assert.Empty((await host.AskAsync<PostState>(Post)).Trucks.All);
    }

    private static IEnumerable<(string Unit, Place Place, ReadingKind Kind, long T)> Script()
    {
        for (int i = 0; i < 6; i++)
        {
            string unit = $"T{i}";
            long t = Start + i * 600_000;
            yield return (unit, Side, ReadingKind.QueueEnter, t);
            yield return (unit, Gate, ReadingKind.LaneEnter, t);
            yield return (unit, Side, ReadingKind.PostArrive, t + 60_000);
            yield return (unit, Gate, ReadingKind.WorkStart, t + 60_000);
            yield return (unit, Gate, ReadingKind.WorkEnd, t + 120_000);
            yield return (unit, Customs, ReadingKind.LaneEnter, t + 120_000);
            if (i % 2 != 0) continue;
            yield return (unit, Customs, ReadingKind.WorkStart, t + 240_000);
            yield return (unit, Customs, ReadingKind.WorkEnd, t + 300_000);
            yield return (unit, Side, ReadingKind.PostExit, t + 300_000);
        }
    }

    private static ulong Key(string unit, Place place, ReadingKind kind, long t) => (ulong)string.Create(null, $"{unit}{place.Lane}{kind}{t}").Aggregate(17L, (h, c) => h * 1_000_003 + c);

    private static async Task Arrive(IGrainHost host, string unit, long t)
    {
        await Tell(host, unit, Side, ReadingKind.QueueEnter, t);
        await Tell(host, unit, Gate, ReadingKind.LaneEnter, t);
    }

    private static ValueTask Tell(IGrainHost host, string unit, Place place, ReadingKind kind, long t) =>
        host.TellAsync(new GrainId(TruckGrain.Kind, unit), new Told(new Reading(t, Key(unit, place, kind, t), place, Facts.None, kind), $"{unit}@upper"));

    private static async Task<(int Waiting, int InService)> AtGate(IGrainHost host)
    {
        Twin.Grains.LaneState lane = await Drained<Twin.Grains.LaneState>(host, Gate.LaneId);
        Assert.Equal(lane.Standing().Queue.Count, lane.Counts.Waiting);
        return (lane.Counts.Waiting, lane.Counts.InService);
    }

    private static async Task<TState> Drained<TState>(IGrainHost host, GrainId id)
        where TState : class
    {
        await host.DrainAsync();
        return await host.AskAsync<TState>(id);
    }

    /// <summary>Everything the script's grains know.</summary>
    private static async Task<string> Text(IGrainHost host)
    {
        await host.DrainAsync();
        var text = new List<string>
        {
            Json(await host.AskAsync<Twin.Grains.LaneState>(Gate.LaneId)), Json(await host.AskAsync<Twin.Grains.LaneState>(Customs.LaneId)), Json(await host.AskAsync<PostState>(Post)),
        };
        for (int i = 0; i < 6; i++) text.Add(Json(await host.AskAsync<TruckState>(new GrainId(TruckGrain.Kind, $"T{i}"))));
        return string.Join('\n', text);

        static string Json<T>(T state) => System.Text.Encoding.UTF8.GetString(GrainJson.Write(state));
    }

    private sealed class FailingStore : IGrainStore
    {
        private readonly MemoryGrainStore inner = new();
        public bool Fails { get; set; }
        public (long UpTo, long Now) Mark => inner.Mark;
        public byte[]? Load(GrainId id) => inner.Load(id);
        public IEnumerable<(GrainId Id, byte[] State)> All() => inner.All();
        public void Save(IReadOnlyCollection<(GrainId Id, byte[]? State)> changes, IReadOnlyCollection<Note> notes, long upTo, long now)
        {
            if (Fails) throw new IOException("disk full");
            inner.Save(changes, notes, upTo, now);
        }
        public IReadOnlyList<Note> Outbox() => inner.Outbox();
        public void Delivered(string noteId) => inner.Delivered(noteId);
    }
}
