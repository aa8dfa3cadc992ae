using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Engine;
using CorridorTwin.Simulation.Network;
using CorridorTwin.Simulation.State;
using CorridorTwin.Simulation.Tests.State;

namespace CorridorTwin.Scenarios.Tests.Promises;

/// <summary>The shipped corridor, before and after all measures, saved in the middle of whatever happens to it.</summary>
public class SavedCorridorTests
{
    private const string Before = "2024-baseline", After = "ecfcc-2030";

    private static readonly string[] Wanted =
    [
        "outage", "closed hours", "scanner down", "staff called in", "blocked truck", "declaration awaited", "declaration pending", "warm-up", "window open", "window closed",
    ];

    private sealed record Moment(string Json, int Legs);

    [Theory]
    [InlineData(Before)]
    [InlineData(After)]
    public void Restored_it_goes_on_as_if_never_stopped(string scenario) => GoesOn(scenario, 30);

    [Theory]
    [Trait("Category", "Long")]
    [InlineData(Before)]
    [InlineData(After)]
    public void Restored_at_hundreds_of_instants_it_goes_on_as_if_never_stopped(string scenario) => GoesOn(scenario, 600);

    /// <summary>From each of many states one event further is the same state to the last field, so that no instant between is special.</summary>
    [Theory]
    [InlineData(Before)]
    [InlineData(After)]
    public void One_event_further_is_the_same_state(string scenario)
    {
        NetworkModel network = BadWeek.Compile(Shipped.Model(scenario)).Network;
        var run = new Replication(network, BadWeek.Options());
        run.RunEvents(20_000);
        for (int i = 0; i < 25; i++)
        {
            Replication other = Replication.Restore(network, BadWeek.Options(), CorridorStateJson.Read(CorridorStateJson.Write(run.Save())));
            run.RunEvents(1);
            other.RunEvents(1);
            Assert.Equal(CorridorStateJson.Write(run.Save()), CorridorStateJson.Write(other.Save()));
            run.RunEvents(1000 + i);
        }
    }

    public static TheoryData<string> Measures => [.. MeasureCatalog.Names, "all, taken back"];

    /// <summary>A measure switched on (or all switched off) in mid-run: who is inside goes on under the new rules and leaves.</summary>
    [Theory]
    [MemberData(nameof(Measures))]
    public void Forked_under_another_model_it_loads_and_ends(string change)
    {
        CorridorModel before = MeasureCatalog.Names.Contains(change) ? Shipped.Baseline : Shipped.Model(After);
        CorridorModel after = MeasureCatalog.Names.Contains(change) ? MeasureCatalog.Apply(Shipped.Baseline, [new MeasureApplication(change)]).Model : Shipped.Baseline;
        NetworkModel next = BadWeek.Compile(after).Network;
        foreach (Moment moment in (before == Shipped.Baseline ? BaselineMoments : AllMeasuresMoments).Value)
        {
            CorridorState state = CorridorStateJson.Read(moment.Json);
            var legs = new Legs(trace: false);
            Replication fork = Replication.Restore(next, BadWeek.Options(), state, legs);
            Assert.Equal(state.Trucks.Count, fork.Restored!.Trucks);
            Assert.Equal(state.Inside, fork.Inside);
            string loaded = CorridorStateJson.Write(fork.Save());
            fork.RunToEnd();
            RunResult result = fork.Result();
            Assert.Empty(result.LittleViolations);
            Assert.Equal(0, result.CohortInside);
            Assert.Equal(result.Created.Sum(), result.LeftBy.Sum() + result.Inside);
            if (!state.Finished) Assert.NotEmpty(legs.Ended);
            // The mixture of two models is as good a state as any.
            Replication again = Replication.Restore(next, BadWeek.Options(), CorridorStateJson.Read(loaded));
            again.RunToEnd();
            Assert.Equal(RunText.Of(fork), RunText.Of(again));
        }
    }

    private static readonly Lazy<List<Moment>> BaselineMoments = new(() => Moments(BadWeek.Compile(Shipped.Baseline).Network, 3, 0, null).Found);
    private static readonly Lazy<List<Moment>> AllMeasuresMoments = new(() => Moments(BadWeek.Compile(Shipped.Model(After)).Network, 3, 0, null).Found);

    private static void GoesOn(string scenario, int instants)
    {
        NetworkModel network = BadWeek.Compile(Shipped.Model(scenario)).Network;
        string[] wanted = scenario == After ? [.. Wanted, "joint inspection"] : Wanted;
        var seen = new HashSet<string>();
        // Under any seed: as many replications as it takes to see all, within reason.
        for (int r = 0; r < 8 && !seen.IsSupersetOf(wanted); r++)
        {
            // After the first only what has not been seen yet.
            (List<Moment> moments, string end, Legs whole) = Moments(network, r == 0 ? instants : 0, r, seen);
            foreach (Moment moment in moments)
            {
                var rest = new Legs(trace: false);
                Replication restored = Replication.Restore(network, BadWeek.Options(r), CorridorStateJson.Read(moment.Json), rest);
                Assert.True(restored.Restored!.IsUnchanged, restored.Restored.ToString());
                restored.RunToEnd();
                Assert.Equal(end, RunText.Of(restored));
                Assert.Equal(whole.Ended[moment.Legs..], rest.Ended);
            }
        }
        string[] missing = [.. wanted.Except(seen)];
        Assert.True(missing.Length == 0, "never seen: " + string.Join("; ", missing));
    }

    /// <summary>Runs to the end, saving evenly spread over the events and, if told what has been seen, whenever something else is there.</summary>
    private static (List<Moment> Found, string End, Legs Whole) Moments(NetworkModel network, int instants, int replication, HashSet<string>? seen)
    {
        var whole = new Legs(trace: false);
        var scout = new Replication(network, BadWeek.Options(replication));
        scout.RunToEnd();
        var run = new Replication(network, BadWeek.Options(replication), whole);
        var moments = new List<Moment>();
        long every = scout.Events / Math.Max(seen == null ? 1 : 120, instants), last = -1;
        while (true)
        {
            CorridorState state = run.Save();
            bool something = seen != null && BadWeek.SeenIn(state).Count(seen.Add) > 0;
            bool due = instants > 0 && run.Events * instants / scout.Events > last;
            if (due) last = run.Events * instants / scout.Events;
            if (something || due) moments.Add(new Moment(CorridorStateJson.Write(state), whole.Ended.Count));
            if (run.Finished) return (moments, RunText.Of(run), whole);
            run.RunEvents(every);
        }
    }
}
