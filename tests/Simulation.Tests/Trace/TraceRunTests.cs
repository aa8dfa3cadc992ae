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
