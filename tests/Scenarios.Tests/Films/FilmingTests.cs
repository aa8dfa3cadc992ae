using CorridorTwin.Scenarios.Films;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Tests.Trace;
using CorridorTwin.Simulation.Time;
using CorridorTwin.Simulation.Trace;

namespace CorridorTwin.Scenarios.Tests.Films;

/// <summary>The shipped corridor filmed: every picture against what the engine itself counts.</summary>
public class FilmingTests
{
    private static readonly FilmSubject Subject = new(Shipped.Folder.Baselines.Single().Model, "2024-baseline") { WarmUpDays = 7, Replication = 0 };

    private static readonly Lazy<WeekFilm> Week = new(() => Filming.Shoot(Subject));

    [Fact]
    public void Pictures_show_as_many_at_each_lane_as_the_engine_counts()
    {
        WeekFilm film = Week.Value;
        int[] pictures = [0, 1, 100, 288, 400, 1099, 2015];
        CorridorNetwork corridor = CorridorCompiler.Compile(Subject.Model, SimDuration.FromDays(Subject.WarmUpDays));
        EngineRun engine = EngineRun.To(corridor, Subject.Seed, SimTime.FromDays(Subject.WarmUpDays + 7), [.. pictures.Select(At)]);
        var lanes = film.Lanes.Select((l, i) => (Key: KeyOf(film, l), Number: i)).ToDictionary(l => l.Key, l => l.Number);
        Assert.Equal(corridor.Stations.Count, lanes.Count);
        for (int p = 0; p < pictures.Length; p++)
        {
            int[] counted = engine.Result.Probes[p];
            Assert.True(counted.Sum() > 300, $"{counted.Sum()} vehicles");
            for (int s = 0; s < counted.Length; s++)
            {
                FilmLane lane = film.Lanes[lanes[ReplayAgainstEngine.KeyOf(corridor, s)]];
                Assert.Equal(counted[s], lane.Busy[pictures[p]] + lane.Waiting[pictures[p]]);
            }
        }
    }

    [Fact]
    public void Pictures_show_the_trucks_whose_stamps_say_that_they_were_there()
    {
        WeekFilm film = Week.Value;
        int[] pictures = [0, 300, 777, 1500];
        CorridorNetwork corridor = CorridorCompiler.Compile(Subject.Model, SimDuration.FromDays(Subject.WarmUpDays));
        // Far beyond the last picture, so that all who were inside then have left.
        EngineRun engine = EngineRun.To(corridor, Subject.Seed, SimTime.FromDays(Subject.WarmUpDays + 16));
        foreach (int picture in pictures)
        {
            long now = At(picture).Milliseconds;
            var there = engine.Legs.Where(l => l.Value.Stamps[0] <= now && l.Value.End > now).ToArray();
            foreach (FilmSide side in film.Sides)
            {
                var here = there.Where(l => l.Key.Trip.EndsWith("@" + side.Post, StringComparison.Ordinal) && l.Key.Side == side.Country && GoesHere(side, l.Key.Trip, l.Value)).ToArray();
                Assert.Equal((picture, side.Post, side.Country, side.Direction, here.Length), (picture, side.Post, side.Country, side.Direction, side.Queue[picture] + side.Inside[picture]));
                Assert.Equal(here.Count(l => l.Value.Stamps[1] > now), (int)side.Queue[picture]);
            }
        }

        // A country has one exit and one entry side at a post; the trip's other side tells which this leg is.
        bool GoesHere(FilmSide side, string trip, EngineRun.Leg leg)
        {
            FilmSide other = film.Sides.First(s => s.Post == side.Post && s.Direction == side.Direction && s.Role != side.Role);
            bool otherIsLater = !engine.Legs.TryGetValue((trip, other.Country), out EngineRun.Leg? o) || o.Stamps[0] >= leg.End;
            return (side.Role == SideRole.Exit) == otherIsLater;
        }
    }

    [Fact]
    public void Clearance_times_are_those_of_the_trucks_that_left()
    {
        WeekFilm film = Week.Value;
        CorridorNetwork corridor = CorridorCompiler.Compile(Subject.Model, SimDuration.FromDays(Subject.WarmUpDays));
        EngineRun engine = EngineRun.To(corridor, Subject.Seed, SimTime.FromDays(Subject.WarmUpDays + 7));
        var left = engine.Legs.Values.Where(l => l.End >= At(0).Milliseconds).ToArray();
        Assert.True(left.Length > 30_000);
        Assert.Equal(left.Length, film.Sides.Sum(s => s.Left));
        Assert.Equal(left.Sum(l => (l.End - l.Stamps[0]!.Value) / 3_600_000.0), film.Sides.Sum(s => s.LeftHours), 3);
    }

    [Fact]
    public void News_of_lanes_agree_with_who_is_on_duty()
    {
        WeekFilm film = Week.Value;
        Assert.Contains(film.Events, e => e.Kind == FilmEventKind.OutageBegins);
        Assert.Contains(film.Events, e => e.Kind == FilmEventKind.CalledIn);
        // A scanner that is out of order when its shift begins has staff and serves nobody.
        HashSet<int> fragile = [.. film.Events.Where(e => e.Kind == FilmEventKind.BreaksDown).Select(e => e.Lane)];
        int told = 0;
        foreach (FilmEvent e in film.Events.Where(e => e.Kind == FilmEventKind.Opens && e.Minute < 7 * 1440 - 10))
        {
            bool changesAgain = film.Events.Any(o => o.Lane == e.Lane && o != e && o.Minute >= e.Minute && o.Minute <= e.Minute + WeekFilm.Step);
            if (changesAgain || fragile.Contains(e.Lane)) continue;
            Assert.True(film.Lanes[e.Lane].OnDuty[e.Minute / WeekFilm.Step + 1] >= e.Value, $"{e}");
            told++;
        }
        Assert.True(told > 100);
    }

    [Fact]
    public void Hours_average_their_pictures()
    {
        WeekFilm film = Week.Value;
        double[][] all = film.ByHour(null);
        double expected = Enumerable.Range(2 * 288 + 9 * 12, 12).Average(i => film.Sides.Sum(s => s.Queue[i] + s.Inside[i]));
        Assert.Equal(expected, all[2][9], 9);
        Assert.Equal(expected, film.Sides.Select(s => s.Post).Distinct().Sum(p => film.ByHour(p)[2][9]), 6);
    }

    private static SimTime At(int picture) => SimTime.FromDays(Subject.WarmUpDays) + SimDuration.FromMinutes(picture * WeekFilm.Step);

    private static LaneKey KeyOf(WeekFilm film, FilmLane lane) => new(film.Sides[lane.Side].Post, film.Sides[lane.Side].Country, film.Sides[lane.Side].Direction, lane.Name);
}
