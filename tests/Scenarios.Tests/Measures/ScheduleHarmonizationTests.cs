using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Simulation.Calendars;
using CorridorTwin.Simulation.Corridor;
using static CorridorTwin.Scenarios.Tests.Measures.SyntheticCorridor;

namespace CorridorTwin.Scenarios.Tests.Measures;

public class ScheduleHarmonizationTests
{
    private static readonly ScheduleHarmonization Measure = new();

    private static MeasureApplication Use(params (string Key, ParameterValue Value)[] parameters) =>
        new("ScheduleHarmonization") { Parameters = parameters.ToDictionary(p => p.Key, p => p.Value) };

    /// <summary>Customs of both sides open from 06 to 18 local time, plant health from 08 to 16, the gate like customs.</summary>
    private static CorridorModel Daytime { get; } = With(s => s.EditStations(t => t.Name == "gate" ? t with { Roster = Day(6, 18, 1) } : t));

    /// <summary>The new hours staffed on top of the old.</summary>
    private static MeasureApplication Extra => Use(("staff-neutral", new ParameterValue.Flag(false)));

    private static int[] Levels(CorridorModel model, string post, Direction direction, SideRole role, string station) =>
        model.Post(post).Side(direction, role).Stations.Single(s => s.Name == station).Roster.MinuteLevels();

    private static (int First, int Last) OpenHours(int[] levels) => (Array.FindIndex(levels, l => l > 0) / 60, (Array.FindLastIndex(levels, 1439, l => l > 0) + 1) / 60);

    [Fact]
    public void Every_agency_keeps_the_hours_of_the_longest()
    {
        CorridorModel changed = Measure.Apply(Daytime, Extra).Model;
        Assert.Equal((6, 18), OpenHours(Levels(changed, "north", Direction.N2S, SideRole.Entry, "sps")));
        Assert.Equal((6, 18), OpenHours(Levels(changed, "north", Direction.N2S, SideRole.Entry, "customs")));
    }

    [Fact]
    public void Panama_is_an_hour_ahead()
    {
        // 06–18 in Costa Rica is 07–19 in Panama: the common hours run from Panama's opening to Costa Rica's closing.
        CorridorModel changed = Measure.Apply(Daytime, Extra).Model;
        Assert.Equal((6, 19), OpenHours(Levels(changed, "south", Direction.N2S, SideRole.Entry, "gate")));
        Assert.Equal((5, 18), OpenHours(Levels(changed, "south", Direction.N2S, SideRole.Exit, "gate")));
    }

    [Fact]
    public void With_the_same_staff_the_night_is_taken_from_the_day()
    {
        CorridorModel changed = Measure.Apply(Model, Use()).Model; // the gate never closes
        int[] before = Levels(Model, "north", Direction.N2S, SideRole.Entry, "customs"), after = Levels(changed, "north", Direction.N2S, SideRole.Entry, "customs");
        Assert.Equal(before.Sum(), after.Sum());
        Assert.All(after, level => Assert.InRange(level, 1, 4));
        // 84 of 280 spare officer-hours go to the night: the day keeps two or more at almost every hour, and four nowhere.
        Assert.True(after.Skip(6 * 60).Take(720).Average() > 2.5);
    }

    [Fact]
    public void Where_nobody_can_be_spared_the_hours_stay_and_it_is_said()
    {
        MeasureOutcome outcome = Measure.Apply(Daytime, Use());
        Assert.Equal((8, 16), OpenHours(Levels(outcome.Model, "north", Direction.N2S, SideRole.Entry, "sps")));
        Assert.Contains(outcome.Notes, n => n.Kind == NoteKind.Limited && n.Post == "north" && n.Remark.En.EndsWith("wholly or in part: sps.", StringComparison.Ordinal));
        Assert.DoesNotContain(outcome.Notes, n => n.Kind == NoteKind.SideEffect);
    }

    [Fact]
    public void What_can_be_spared_opens_a_part()
    {
        // Two officers for two hours and one for six: two spare officer-hours a day, for four closed hours.
        var roster = new Roster([new(Shift.EveryDay, 480, 600, 2), new(Shift.EveryDay, 600, 960, 1)]);
        CorridorModel model = With(s => s.EditStations(t => t.Name == "gate" ? t with { Roster = Day(6, 18, 1) } : t.Name == "sps" ? t with { Roster = roster } : t));
        int[] after = Levels(Measure.Apply(model, Use()).Model, "north", Direction.N2S, SideRole.Entry, "sps");
        Assert.Equal((7, 17), OpenHours(after));
        Assert.Equal(roster.MinuteLevels().Sum(), after.Sum());
    }

    [Fact]
    public void Staff_added_is_told()
    {
        MeasureOutcome outcome = Measure.Apply(Daytime, Extra);
        Assert.Contains(outcome.Notes, n => n.Kind == NoteKind.SideEffect && n.Post == "north" && n.Role == SideRole.Entry && n.Remark.En.Contains("28 more staff-hours", StringComparison.Ordinal)); // sps, 4 h a day
    }

    [Fact]
    public void With_the_same_staff_no_station_of_the_shipped_baseline_works_more_hours()
    {
        Scenario scenario = ScenarioFolder.Load(Repository.Scenarios).Scenarios.Single(s => s.Id == "schedule-harmonization");
        CorridorModel before = scenario.ModelBeforeMeasures(), after = MeasureCatalog.Apply(before, scenario.Measures.Select(m => m.Application)).Model;
        foreach (BorderPost post in before.Posts)
            foreach (SideProcedure side in post.Sides)
                foreach (StationSpec station in side.Stations)
                {
                    double hours = after.Post(post.Id).Side(side.Direction, side.Role).Stations.Single(s => s.Name == station.Name).Roster.WeeklyStaffHours;
                    Assert.InRange(hours, station.Roster.WeeklyStaffHours - 1e-6, station.Roster.WeeklyStaffHours + 1);
                }
    }

    [Fact]
    public void With_extra_staff_the_day_stays_and_the_night_gets_its_share()
    {
        MeasureApplication extra = Use(("staff-neutral", new ParameterValue.Flag(false)), ("night-staff-share", new ParameterValue.Number(0.5)));
        int[] after = Levels(Measure.Apply(Model, extra).Model, "north", Direction.N2S, SideRole.Entry, "customs");
        Assert.Equal(4, after[10 * 60]);
        Assert.Equal(2, after[2 * 60]);
    }

    [Fact]
    public void Half_strength_opens_half_of_each_closed_window_from_both_ends()
    {
        CorridorModel changed = Measure.Apply(Daytime, Extra with { Intensity = 0.5 }).Model; // sps 08–16 within 06–18: two closed hours at each end
        Assert.Equal((7, 17), OpenHours(Levels(changed, "north", Direction.N2S, SideRole.Entry, "sps")));
    }

    [Fact]
    public void Lunch_is_taken_at_the_same_moment_on_both_sides()
    {
        // Panama's noon is 11:00 in Costa Rica, the exit side: it moves to 13:00 local.
        int[] after = Levels(Measure.Apply(Daytime, Use(("staff-neutral", new ParameterValue.Flag(false)))).Model, "south", Direction.N2S, SideRole.Entry, "customs");
        Assert.Equal((4, 2), (after[12 * 60 + 30], after[13 * 60 + 30]));
    }

    [Fact]
    public void The_declaration_desk_follows_unless_told_not_to()
    {
        static int Open(CorridorModel m) => m.Post("north").Side(Direction.N2S, SideRole.Entry).Declaration.Desk.MinuteLevels().Count(l => l > 0);
        Assert.Equal(7 * 1440, Open(Measure.Apply(Model, Use()).Model));
        Assert.Equal(7 * 720, Open(Measure.Apply(Model, Use(("declaration-desk", new ParameterValue.Flag(false)))).Model));
    }

    [Fact]
    public void Where_all_keep_the_same_hours_nothing_changes()
    {
        CorridorModel same = With(s => s with { Declaration = s.Declaration with { Desk = Roster.AroundTheClock(1) } });
        same = same with { Posts = [.. same.Posts.Select(p => p with { Sides = [.. p.Sides.Select(s => s.EditStations(t => t with { Roster = Roster.AroundTheClock(2) }))] })] };
        MeasureOutcome outcome = Measure.Apply(same, Use());
        Assert.Same(same, outcome.Model);
        Assert.All(outcome.Notes, n => Assert.Equal(NoteKind.NothingToChange, n.Kind));
    }
}
