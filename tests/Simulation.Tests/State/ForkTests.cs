using CorridorTwin.Simulation.Engine;
using CorridorTwin.Simulation.Network;
using CorridorTwin.Simulation.State;
using CorridorTwin.Simulation.Time;

namespace CorridorTwin.Simulation.Tests.State;

/// <summary>One state, several futures.</summary>
public class ForkTests
{
    private static readonly NetworkModel Model = RichNetwork.Build();

    private static CorridorState At(double hours, RunOptions? options = null)
    {
        var run = new Replication(Model, options ?? RichNetwork.Options);
        run.RunUntil(SimTime.FromHours(hours));
        return run.Save();
    }

    private static (Legs Legs, Replication Run) Future(NetworkModel model, RunOptions options, CorridorState state)
    {
        var legs = new Legs();
        Replication run = Replication.Restore(model, options, state, legs);
        run.RunToEnd();
        return (legs, run);
    }

    [Fact]
    public void Pausing_between_events_changes_nothing()
    {
        var whole = new Replication(Model, RichNetwork.Options);
        whole.RunToEnd();
        var paused = new Replication(Model, RichNetwork.Options);
        for (long t = 0; !paused.Finished; t += 1_234_567)
        {
            paused.RunUntil(new SimTime(t));
            Assert.True(paused.Finished || paused.Now.Milliseconds == t);
        }
        Assert.Equal(RunText.Of(whole), RunText.Of(paused));
        CorridorState between = At(10.123456);
        Assert.Equal(RunText.Of(whole), RunText.Of(Future(Model, RichNetwork.Options, between).Run));
    }

    [Fact]
    public void Two_forks_of_one_state_do_not_touch_each_other_or_the_run_they_come_from()
    {
        var run = new Replication(Model, RichNetwork.Options);
        run.RunUntil(SimTime.FromHours(9));
        CorridorState state = run.Save();
        string before = CorridorStateJson.Write(state);
        Replication first = Future(Model, RichNetwork.Options, state).Run;
        Future(RichNetwork.Build(p => p.SecondLane = false), RichNetwork.Options, state);
        Replication second = Future(Model, RichNetwork.Options, state).Run;
        Assert.Equal(before, CorridorStateJson.Write(state));
        Assert.Equal(before, CorridorStateJson.Write(run.Save()));
        run.RunToEnd();
        Assert.Equal(RunText.Of(run), RunText.Of(first));
        Assert.Equal(RunText.Of(run), RunText.Of(second));
    }

    [Fact]
    public void Another_replication_keeps_what_is_drawn_and_draws_another_future()
    {
        CorridorState state = At(9);
        RunOptions other = RichNetwork.Options with { Replication = 4 };
        Replication run = Replication.Restore(Model, other, state);
        Assert.True(run.Restored!.IsUnchanged);
        // All that is due is still due, and the next events are the same; the ends differ.
        CorridorState loaded = run.Save();
        Assert.Equal(state.Trucks.Select(t => t.At.Due), loaded.Trucks.Select(t => t.At.Due));
        Assert.Equal(state.Sources.Select(s => s.Arrivals!.Due), loaded.Sources.Select(s => s.Arrivals!.Due));
        (Legs same, Replication a) = Future(Model, RichNetwork.Options, state);
        (Legs different, Replication b) = Future(Model, other, state);
        Assert.NotEqual(a.Fingerprint, b.Fingerprint);
        Assert.Equal(same.Records[0].Time, different.Records[0].Time);
        Assert.NotEqual(same.Ended.Select(l => l.End), different.Ended.Select(l => l.End));
        Assert.Equal(RunText.Of(b), RunText.Of(Future(Model, other, state).Run));
    }

    [Fact]
    public void Forks_under_two_models_pair_trucks_and_their_luck()
    {
        // More room at customs changes waits, not who comes when, nor how long anyone is served.
        CorridorState state = At(6).FromNow();
        RunOptions options = RichNetwork.Options with { WarmUp = SimDuration.Zero, Length = SimDuration.FromHours(10), Probes = [] };
        NetworkModel roomy = RichNetwork.Build(p => p.CustomsRoom = null);
        Legs a = Future(Model, options, state).Legs;
        Legs b = Future(roomy, options, state).Legs;
        var pairs = a.Ended.Join(b.Ended, l => (l.Source, l.Ordinal, l.Position), l => (l.Source, l.Ordinal, l.Position), (x, y) => (x, y)).ToList();
        Assert.InRange(pairs.Count, 40, int.MaxValue);
        Assert.All(pairs, p => Assert.Equal(p.x.Class, p.y.Class));
        // Trucks come at the same times in both.
        Assert.All(pairs.Where(p => p.x.Position == 0 && p.x.Measured), p => Assert.Equal(p.x.Start, p.y.Start));
        double x = Correlation([.. pairs.Select(p => (double)p.x.Split.Service)], [.. pairs.Select(p => (double)p.y.Split.Service)]);
        Assert.InRange(x, 0.6, 1);
    }

    [Fact]
    public void A_window_from_now_measures_what_comes_from_now()
    {
        CorridorState state = At(20);
        RunOptions options = RichNetwork.Options with { WarmUp = SimDuration.FromHours(1), Length = SimDuration.FromHours(5), Probes = [SimTime.FromHours(22)] };
        // Without saying so the run would keep its window, and these options ask for another.
        CorridorStateException e = Assert.Throws<CorridorStateException>(() => Replication.Restore(Model, options, state));
        Assert.Contains("FromNow", e.Message);
        (Legs legs, Replication run) = Future(Model, options, state.FromNow());
        Assert.All(legs.Ended.Where(l => l.Measured && l.Position == 0), l => Assert.InRange(l.Start, SimTime.FromHours(21).Milliseconds, SimTime.FromHours(26).Milliseconds));
        Assert.Equal(0, run.Result().CohortInside);
        Assert.Single(run.Result().Probes);
        Assert.Empty(run.Result().LittleViolations);
        // Or the trucks here now are the cohort: with a window too short for others, they are all of it.
        CorridorState present = state.FromNow(measurePresent: true);
        (Legs those, Replication until) = Future(Model, options with { WarmUp = SimDuration.Zero, Length = new SimDuration(1), Probes = [] }, present);
        Assert.Equal(0, until.Result().CohortInside);
        Assert.True(those.Ended.Count(l => l.Measured) >= state.Trucks.Count(t => t.At.Stage.Procedure != "road") / 2);
    }

    [Fact]
    public void A_longer_window_lets_arrivals_that_had_stopped_go_on()
    {
        RunOptions stops = RichNetwork.Options with { ArrivalsStop = true };
        RunOptions longer = stops with { Length = SimDuration.FromHours(60) };
        var whole = new Replication(Model, longer);
        whole.RunToEnd();
        // Saved after the last arrival of the short window was held back, but before the window closes.
        (_, Replication run) = Future(Model, longer, At(35.9, stops));
        Assert.Equal(whole.Result().Created, run.Result().Created);
        Assert.Equal(whole.Result().Inside, run.Result().Inside);
    }

    [Fact]
    public void An_observer_cannot_save_in_the_middle_of_an_event()
    {
        var saver = new Saver();
        var run = new Replication(Model, RichNetwork.Options, saver);
        saver.Run = run;
        Assert.Throws<InvalidOperationException>(() => run.RunToEnd());
    }

    private sealed class Saver : RunObserver
    {
        public Replication? Run { get; set; }

        public override void LegEnded(in LegRecord leg) => Run!.Save();
    }

    private static double Correlation(double[] x, double[] y)
    {
        double mx = x.Average(), my = y.Average();
        return x.Zip(y, (a, b) => (a - mx) * (b - my)).Sum() / Math.Sqrt(x.Sum(a => (a - mx) * (a - mx)) * y.Sum(b => (b - my) * (b - my)));
    }
}
