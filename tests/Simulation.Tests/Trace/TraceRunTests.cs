using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Engine;
using CorridorTwin.Simulation.Time;
using CorridorTwin.Simulation.Trace;

namespace CorridorTwin.Simulation.Tests.Trace;

public class TraceRunTests
{
    [Fact]
    public void Tracing_changes_no_bit_of_the_run()
    {
        CorridorNetwork corridor = TraceFixture.Corridor;
        var options = new RunOptions { Seed = 5, Length = SimDuration.FromDays(10) };
        ulong plain = Replication.Run(corridor.Network, options).Fingerprint;
        var scout = new TraceScout(corridor, 0, SimTime.FromDays(10).Milliseconds);
        Assert.Equal(plain, Replication.Run(corridor.Network, options, scout).Fingerprint);
        int told = 0;
        Assert.Equal(plain, Replication.Run(corridor.Network, options, new BorderTrace(corridor, scout.Scope(), _ => told++)).Fingerprint);
        Assert.True(told > 10_000);
    }

    [Fact]
    public void Time_never_runs_backwards_and_the_same_request_gives_the_same_text()
    {
        Assert.True(TraceFixture.Events.Zip(TraceFixture.Events.Skip(1)).All(p => p.First.T <= p.Second.T));
        Assert.Equal(TraceFixture.Text, TraceFixture.Tell(TraceFixture.Corridor, TraceFixture.TenDays));
    }

    [Fact]
    public void Declarations_in_advance_come_before_their_trucks_at_their_own_time()
    {
        var arrived = new Dictionary<(string?, string?), DateTimeOffset>();
        var lodged = new Dictionary<(string?, string?), DateTimeOffset>();
        foreach (BorderEvent e in TraceFixture.Events)
        {
            if (e.Type == BorderEventTypes.QueueEnter) arrived[(e.Trip, e.Side)] = e.T;
            if (e.Type == BorderEventTypes.DeclarationLodged) lodged[(e.Trip, e.Side)] = e.T;
        }
        Assert.True(lodged.Count(d => arrived.TryGetValue(d.Key, out DateTimeOffset at) && d.Value < at.AddHours(-6)) > 100);
        // Some of trucks that arrive only after the window.
        Assert.True(lodged.Keys.Count(k => !arrived.ContainsKey(k)) > 10);
    }

    [Fact]
    public void A_window_holds_the_same_events_as_the_whole_run_and_the_history_of_those_inside()
    {
        TraceRequest request = TraceFixture.TenDays with { From = SimTime.FromDays(4.2), To = SimTime.FromDays(6.1) };
        BorderEvent[] window = [.. new TraceReader(new StringReader(TraceFixture.Tell(TraceFixture.Corridor, request))).Events()];
        DateTimeOffset from = TraceClock.At(request.From, default), to = TraceClock.At(request.To, default);
        Assert.Equal(
            TraceFixture.Events.Where(e => e.T >= from && e.T < to).Select(BorderEventJson.Text),
            window.Where(e => e.T >= from && e.T < to).Select(BorderEventJson.Text));
        BorderEvent[] before = [.. window.Where(e => e.T < from)];
        Assert.NotEmpty(before);
        Assert.Empty(before.Select(BorderEventJson.Text).Except(TraceFixture.Events.Select(BorderEventJson.Text)));
        // Not the whole past: passages that had ended are not told again.
        Assert.DoesNotContain(before, e => e.Type == BorderEventTypes.PostExit);
        Assert.Equal(BorderEventTypes.Heartbeat, window[^1].Type);
        Assert.Equal(to, window[^1].T);
    }

    [Theory]
    [InlineData(4.2)]
    [InlineData(5.1)]
    [InlineData(6.09)]
    public void A_window_alone_gives_the_same_lanes_as_the_whole_run(double day)
    {
        string window = TraceFixture.Tell(TraceFixture.Corridor, TraceFixture.TenDays with { From = SimTime.FromDays(4.2), To = SimTime.FromDays(6.1) });
        DateTimeOffset at = TraceClock.At(SimTime.FromDays(day), default);
        TraceReplay whole = TraceReplay.Read(new StringReader(TraceFixture.Text), at);
        Assert.Equal(whole.Lanes.Select(Described), TraceReplay.Read(new StringReader(window), at).Lanes.Select(Described));
        Assert.True(whole.Lanes.Sum(l => l.Queue.Count) > 10);
        static string Described(LaneState l) =>
            $"{l.Key} {l.Agency} {l.Staff}+{l.Extra}-{l.Down} {l.Outages}: {string.Join(' ', l.Queue)} | {string.Join(' ', l.InService)} | {string.Join(' ', l.Held)}";
    }

    [Fact]
    public void Lanes_fail_and_computers_go_out_where_the_model_says()
    {
        BorderEvent[] down = [.. TraceFixture.Events.Where(e => e.Type == BorderEventTypes.ResourceDown)];
        Assert.Equal(["exit", "gate", "scanner"], down.Where(e => e.Ext.Reason == EventReasons.Breakdown).Select(e => e.Lane!).Distinct().Order());
        BorderEvent[] outages = [.. down.Where(e => e.Ext.Reason == EventReasons.Outage)];
        Assert.All(outages, e => Assert.True(e is { Post: "lower", Agency: Agency.Customs or Agency.Migration }));
        int each = TraceFixture.Corridor.Stations.Count(s => s.PostIndex == 1 && s.Agency is Agency.Customs or Agency.Migration && s.Lane != "depot");
        Assert.True(outages.Length > each && outages.Length % each == 0, $"{outages.Length} lanes out, {each} at a time");
    }

    [Fact]
    public void A_rejected_declaration_is_rejected_after_it_is_lodged_and_before_it_is_accepted()
    {
        int rejected = 0;
        foreach (IGrouping<(string?, string?), BorderEvent> passage in TraceFixture.Events.GroupBy(e => (e.Trip, e.Side)))
        {
            if (passage.FirstOrDefault(e => e.Type == BorderEventTypes.DeclarationRejected) is not { } r) continue;
            rejected++;
            Assert.True(passage.Single(e => e.Type == BorderEventTypes.DeclarationLodged).T < r.T);
            Assert.All(passage.Where(e => e.Type == BorderEventTypes.DeclarationAccepted), a => Assert.True(a.T > r.T));
        }
        Assert.True(rejected > 50, $"{rejected} rejected");
    }

    [Fact]
    public void Every_type_reason_outcome_and_flag_occurs()
    {
        string[] elsewhere = [BorderEventTypes.LeverOn, BorderEventTypes.LeverOff];
        Assert.Equal(BorderEventTypes.All.Except(elsewhere).Order(), TraceFixture.Events.Select(e => e.Type).Distinct().Order());
        string[] reasons = [EventReasons.Documents, EventReasons.Closed, EventReasons.Blocked, EventReasons.Suspended, EventReasons.Breakdown, EventReasons.Outage];
        Assert.Equal(reasons.Order(), TraceFixture.Events.Select(e => e.Ext.Reason).OfType<string>().Distinct().Order());
        Assert.Equal(Enum.GetValues<EventOutcome>(), TraceFixture.Events.Select(e => e.Outcome).OfType<EventOutcome>().Distinct().Order());
        Assert.Equal(Enum.GetValues<RiskChannel>(), TraceFixture.Events.Select(e => e.Chan).OfType<RiskChannel>().Distinct().Order());
        Assert.Equal((CargoFlags)31, TraceFixture.Events.Aggregate(CargoFlags.None, (all, e) => all | e.Cls));
        Assert.Contains(TraceFixture.Events, e => e is { Ext.Reason: EventReasons.Blocked, Lane: null });
        Assert.Contains(TraceFixture.Events, e => e is { Ext.Reason: EventReasons.Blocked, Lane: not null });
        Assert.Contains(TraceFixture.Events, e => e.Ext.Vehicle == "bus");
        Assert.Contains(TraceFixture.Events, e => e is { Lane: "approach", Stage: "approach" });
        Assert.Contains(TraceFixture.Events, e => e.Lane == "depot");
    }

    [Fact]
    public void Panama_keeps_its_own_clock()
    {
        Assert.All(TraceFixture.Events, e => Assert.Equal(TimeSpan.FromHours(e.Side == "PA" ? -5 : -6), e.T.Offset));
        Assert.Equal(DayOfWeek.Monday, TraceClock.Epoch.DayOfWeek);
        Assert.Equal("2024-02-05T01:00:00.000-05:00", WireTime.Text(TraceClock.At(SimTime.Zero, TimeSpan.FromHours(-5))));
        Assert.Equal(new SimTime(12_345_678), TraceClock.ToSim(TraceClock.At(new SimTime(12_345_678), TimeSpan.FromHours(-5))));
    }

    [Fact]
    public void A_cancelled_trace_has_no_last_line()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var text = new StringWriter();
        Assert.Throws<OperationCanceledException>(() => TraceRun.Write(TraceFixture.Corridor, TraceFixture.TenDays, text, source.Token));
        Assert.DoesNotContain(BorderEventTypes.Heartbeat, text.ToString());
    }
}
