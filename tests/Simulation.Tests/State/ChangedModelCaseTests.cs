using CorridorTwin.Simulation.Calendars;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Draws;
using CorridorTwin.Simulation.Engine;
using CorridorTwin.Simulation.Network;
using CorridorTwin.Simulation.State;
using CorridorTwin.Simulation.Time;

namespace CorridorTwin.Simulation.Tests.State;

/// <summary>Loading under a changed model, worked by hand: trucks arrive each minute and times are fixed, so every end is a sum.</summary>
public class ChangedModelCaseTests
{
    private static readonly RunOptions Options = new() { Length = SimDuration.FromDays(1) };

    private static Distribution Fixed(double minutes) => Distribution.Deterministic(TimeSpan.FromMinutes(minutes));

    private static SimTime[] EachMinute(int trucks) => [.. Enumerable.Range(0, trucks).Select(i => SimTime.FromHours(i / 60.0))];

    /// <summary>Saves the first model at a minute, goes on under the second, and says when each truck ended.</summary>
    private static (double[] Ends, Legs Legs, Replication Run) Change(Action<NetworkBuilder> before, Action<NetworkBuilder> after, double minute)
    {
        var run = new Replication(Built(before), Options);
        run.RunUntil(SimTime.FromHours(minute / 60));
        var legs = new Legs(trace: false);
        CorridorState state = CorridorStateJson.Read(CorridorStateJson.Write(run.Save()));
        Replication changed = Replication.Restore(Built(after), Options, state, legs);
        changed.RunToEnd();
        RunResult r = changed.Result();
        Assert.Empty(r.LittleViolations);
        Assert.Equal(r.Created.Sum(), r.LeftBy.Sum() + r.Inside);
        return ([.. legs.Ended.OrderBy(l => l.Ordinal).Select(l => l.End / 60000.0)], legs, changed);
    }

    private static NetworkModel Built(Action<NetworkBuilder> describe)
    {
        var b = new NetworkBuilder();
        describe(b);
        return b.Build();
    }

    [Fact]
    public void The_queue_of_a_removed_lane_joins_the_other_in_order_and_its_service_ends_without_a_server()
    {
        // Six trucks, 10 minutes each: 0, 2, 4 at lane a and 1, 3, 5 at lane b. At minute 7 lane b goes.
        Action<NetworkBuilder> Lanes(int lanes) => b =>
        {
            StageBuilder gate = b.Stage("gate", b.Station("a"), Fixed(10));
            if (lanes == 2) gate.OrAt(b.Station("b"));
            b.Source("s").At(EachMinute(6)).To(gate);
        };
        (double[] ends, Legs legs, Replication run) = Change(Lanes(2), Lanes(1), 7);
        // 0 ends at 10; 1 was served at b until 11 and still is. Then a serves 2, 4 (already there), 3, 5 (in order).
        Assert.Equal([10, 11, 20, 40, 30, 50], ends);
        Assert.Equal([new(RestoreChangeKind.Rejoined, "main: gate at b", "main: gate", 2), new(RestoreChangeKind.FinishesWithoutServer, "b", "main: gate", 1), new(RestoreChangeKind.StationRemoved, "b", null, 0)], run.Restored!.Changes);
        // Truck 3 came at minute 3 and is served from 30: it waited all the time, whichever the lane.
        Legs.Leg third = legs.Ended.Single(l => l.Ordinal == 3);
        Assert.Equal(27 * 60000, third.Split.Queue);
        Assert.Equal(10 * 60000, third.Split.Service);
    }

    [Fact]
    public void A_stage_that_goes_is_finished_by_those_in_it_and_skipped_by_those_who_wait()
    {
        Action<NetworkBuilder> Stages(bool middle) => b =>
        {
            StageBuilder first = b.Stage("first", b.Station("f"), Fixed(1));
            StationBuilder m = b.Station("m");
            StageBuilder last = b.Stage("last", b.Station("l"), Fixed(2));
            // Declared after the last stage: what comes next is where the route went, not what was declared next.
            first.Then(middle ? b.Stage("middle", m, Fixed(10)).Then(last) : last);
            b.Source("s").At(EachMinute(4)).To(first);
        };
        (double[] ends, _, Replication run) = Change(Stages(true), Stages(false), 6.5);
        // 1, 2 and 3 waited in the middle and go to the last stage at 6.5, each 2 minutes; 0 comes from the middle at 11, behind them.
        Assert.Equal([14.5, 8.5, 10.5, 12.5], ends);
        Assert.Contains(new(RestoreChangeKind.Rejoined, "main: middle at m", "main: last", 3), run.Restored!.Changes);
        Assert.Contains(new(RestoreChangeKind.FinishesFormerStage, "main: middle", "main: last", 1), run.Restored.Changes);
    }

    [Fact]
    public void Removed_stages_in_a_row_are_passed_by_to_the_first_that_is_left()
    {
        Action<NetworkBuilder> Stages(params string[] names) => b =>
        {
            StageBuilder? before = null;
            foreach (string name in names)
            {
                StageBuilder stage = b.Stage(name, b.Station("at " + name), Fixed(10));
                before?.Then(stage);
                if (before == null) b.Source("s").At(SimTime.Zero).To(stage);
                before = stage;
            }
        };
        Assert.Equal([20], Change(Stages("a", "b", "c", "d"), Stages("a", "d"), 5).Ends);
        Assert.Equal([30], Change(Stages("a", "b", "c", "d"), Stages("x", "d"), 15).Ends);
        // Nothing left: the leg ends with the stage.
        Assert.Equal([10], Change(Stages("a", "b", "c"), Stages("a"), 5).Ends);
        // An added stage is met by those before it.
        Assert.Equal([30], Change(Stages("a", "c"), Stages("a", "b", "c"), 5).Ends);
        // And not by those behind it.
        Assert.Equal([20], Change(Stages("a", "c"), Stages("a", "b", "c"), 15).Ends);
    }

    [Fact]
    public void Service_begun_keeps_its_end_and_service_to_come_takes_the_new_time()
    {
        Action<NetworkBuilder> Service(double minutes) => b => b.Source("s").At(EachMinute(3)).To(b.Stage("serve", b.Station("desk"), Fixed(minutes)));
        Assert.Equal([10, 13, 16], Change(Service(10), Service(3), 5).Ends);
    }

    [Fact]
    public void Staff_follow_the_new_calendar_from_now()
    {
        Action<NetworkBuilder> Staff(CapacityCalendar calendar, ShiftEnd end = ShiftEnd.Finish) => b =>
            b.Source("s").At(EachMinute(3)).To(b.Stage("serve", b.Station("desk").Scheduled(calendar, end), Fixed(10)));
        CapacityCalendar one = CapacityCalendar.Constant(1);
        CapacityCalendar lunch = CapacityCalendar.Steps(0, (SimTime.Zero, 0), (SimTime.FromHours(1), 2));
        // More servers at once.
        Assert.Equal([10, 15, 15], Change(Staff(one), Staff(CapacityCalendar.Constant(3)), 5).Ends);
        // Closed at once until 60: running service finishes, or stops and is finished later; the wait is for closed staff.
        (double[] ends, Legs legs, _) = Change(Staff(one), Staff(lunch), 5);
        Assert.Equal([10, 70, 70], ends);
        Assert.Equal(55 * 60000, legs.Ended.Single(l => l.Ordinal == 1).Split.Closed);
        Assert.Equal(4 * 60000, legs.Ended.Single(l => l.Ordinal == 1).Split.Queue);
        Assert.Equal([65, 70, 75], Change(Staff(one), Staff(lunch, ShiftEnd.SuspendResume), 5).Ends);
        Assert.Equal([70, 70, 80], Change(Staff(one), Staff(lunch, ShiftEnd.SuspendRestart), 5).Ends);
        // Open at once.
        Assert.Equal([15, 25, 35], Change(Staff(lunch), Staff(one), 5).Ends);
    }

    [Fact]
    public void A_truck_blocked_before_a_station_that_goes_turns_to_what_there_is()
    {
        Action<NetworkBuilder> Yard(bool full) => b =>
        {
            StageBuilder gate = b.Stage("gate", b.Station("gate"), Fixed(1));
            if (full) gate.Then(b.Stage("desk", b.Station("desk").WaitingRoom(0), Fixed(30)));
            else gate.Then(b.Stage("desk", b.Station("hall"), Fixed(5)));
            b.Source("s").At(EachMinute(3)).To(gate);
        };
        // 0 is at the desk from 1 to 31 and finishes there. 1 holds the gate from 2; at 10 it goes to the hall, and the gate serves 2.
        (double[] ends, Legs legs, _) = Change(Yard(true), Yard(false), 10);
        Assert.Equal([31, 15, 20], ends);
        Assert.Equal(8 * 60000, legs.Ended.Single(l => l.Ordinal == 1).Split.Blocked);
    }

    [Fact]
    public void Inspections_that_become_joint_are_not_done_twice()
    {
        Action<NetworkBuilder> Inspect(bool joint) => b =>
        {
            ProcedureBuilder p = b.Procedure("side");
            StageBuilder gate = p.Stage("gate", b.Station("gate"), Fixed(1));
            StageBuilder customs = p.Stage("customs", b.Station("customs"), Fixed(10));
            StageBuilder plants = p.Stage("plants", b.Station("sps"), Fixed(7));
            StageBuilder pay = p.Stage("pay", b.Station("bank"), Fixed(1));
            if (joint) gate.Then(p.InParallel("both", customs, plants).Then(pay));
            else
            {
                gate.Then(customs);
                customs.Then(plants);
                plants.Then(pay);
            }
            b.Source("s").At(EachMinute(3)).To(gate);
        };
        // One after the other to joint at 5: truck 0 is at customs until 11 and has plants (7) left; 1 and 2 wait at customs and start both.
        // Customs: 1 from 11, 2 from 21. Plants: 1 from 5 to 12, 2 to 19, then 0 (ready at 11) to 26.
        Assert.Equal([27, 22, 32], Change(Inspect(false), Inspect(true), 5).Ends);
        // And back, at 5: truck 0 has both under way, until 11 and 8; 1 and 2 wait for both and each side task ends when it is served.
        // Customs 11, 21, 31; plants 8, 15, 22: pay at 11, 21, 31.
        Assert.Equal([12, 22, 32], Change(Inspect(true), Inspect(false), 5).Ends);
    }

    [Fact]
    public void Trucks_on_a_leg_that_goes_end_it_and_go_on_with_the_rest_of_their_journey()
    {
        Action<NetworkBuilder> Journey(bool waits) => b =>
        {
            StageBuilder? later = waits ? b.Procedure("yield").Measures(false, false, false).Delay("later", Fixed(30)) : null;
            StageBuilder exit = b.Procedure("exit").Stage("exit", b.Station("x"), Fixed(5));
            StageBuilder entry = b.Procedure("entry").Stage("entry", b.Station("e"), Fixed(5));
            b.Source("s").At(SimTime.Zero).To(later == null ? [exit, entry] : [later, exit, entry]);
        };
        (double[] ends, Legs legs, Replication run) = Change(Journey(true), Journey(false), 10);
        Assert.Equal([35, 40], ends);
        Assert.Equal(["exit", "entry"], legs.Ended.Select(l => run.Model.ProcedureNames[l.Procedure]));
        Assert.Contains(run.Restored!.Changes, c => c is { Kind: RestoreChangeKind.JourneyChanged, To: "exit" });
        // One leg on, the new journey is one leg shorter.
        Assert.Equal([35, 40], Change(Journey(true), Journey(false), 32).Ends);
    }

    [Fact]
    public void Trucks_of_a_source_that_goes_finish_their_journey_and_stay_counted()
    {
        Action<NetworkBuilder> Sources(bool surge) => b =>
        {
            StageBuilder serve = b.Stage("serve", b.Station("desk"), Fixed(10));
            b.Source("s").At(SimTime.Zero).To(serve);
            if (surge) b.Source("surge").At(SimTime.FromHours(1.0 / 60), SimTime.FromHours(1)).To(serve);
        };
        (double[] ends, _, Replication run) = Change(Sources(true), Sources(false), 5);
        // Not reported: the model that runs knows no such source. Nobody comes from it any more.
        Assert.Equal([10], ends);
        RunResult r = run.Result();
        Assert.Equal(["s", "surge"], r.Model.SourceNames);
        Assert.Equal([1, 1], r.Created);
        Assert.Equal(2, r.LeftBy[0]);
    }

    [Fact]
    public void A_truck_without_an_attribute_the_model_has_draws_it_as_if_it_had_always_had_it()
    {
        Action<NetworkBuilder> Classes(bool origin) => b =>
        {
            b.Attribute("cargo", ("general", 0.5), ("perishable", 0.5));
            if (origin) b.Attribute("origin", ["north", "south"], c => c.Is("cargo", "general") ? [0.9, 0.1] : [0.2, 0.8]);
            b.Source("s").At(EachMinute(40)).To(b.Stage("serve", b.Station("desk"), Fixed(1000)));
        };
        var with = new Replication(Built(Classes(true)), Options);
        var without = new Replication(Built(Classes(false)), Options);
        with.RunEvents(40);
        without.RunEvents(40);
        CorridorState drawn = Replication.Restore(Built(Classes(true)), Options, without.Save()).Save();
        Assert.Equal(with.Save().Trucks.Select(t => string.Join(' ', t.Class)), drawn.Trucks.Select(t => string.Join(' ', t.Class)));
        Assert.Contains(drawn.Trucks, t => t.Class["origin"] == "south");
    }
}
