using CorridorTwin.Simulation.Calendars;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Engine;
using CorridorTwin.Simulation.Network;
using static CorridorTwin.Scenarios.Tests.Disruptions.DisruptedRun;

namespace CorridorTwin.Scenarios.Tests.Disruptions;

/// <summary>What goes wrong on the shipped corridor does what it says, and nothing else.</summary>
public class ShippedDisruptionTests
{
    private static readonly Lazy<DisruptedRun> Undisturbed = new(() => DisruptedRun.Of());

    [Fact]
    public void Nobody_is_served_at_a_closed_post_and_all_who_came_pass_later()
    {
        // Peñas Blancas has a long line and staff who are called in at night: they must not come either.
        DisruptedRun run = DisruptedRun.Of(new Disruption(DisruptionKind.Closure, "penas-blancas", 2, 30, 1));
        (long from, long to) = (After(48), After(78));
        Assert.DoesNotContain(run.Records, r => r.Kind == TraceKind.Start && run.At(r.Station, "penas-blancas") && r.Time >= from && r.Time < to);
        HashSet<(int, long, int)> begun = [.. run.Records.Where(r => r.Kind == TraceKind.Start && r.Time < from).Select(r => (r.Source, r.Ordinal, r.Row))];
        Assert.All(run.Records.Where(r => r.Kind == TraceKind.End && run.At(r.Station, "penas-blancas") && r.Time >= from && r.Time < to), r => Assert.Contains((r.Source, r.Ordinal, r.Row), begun));

        TraceRecord[] came = [.. run.Records.Where(r => r.Kind == TraceKind.Join && IsGate(run, r) && r.Time >= from && r.Time < to)];
        Dictionary<(int, long, int), long> passed = run.Records.Where(r => r.Kind == TraceKind.End && IsGate(run, r)).GroupBy(r => (r.Source, r.Ordinal, r.Row)).ToDictionary(g => g.Key, g => g.Last().Time);
        Assert.True(came.Length > 100);
        Assert.All(came, r => Assert.True(passed[(r.Source, r.Ordinal, r.Row)] > to));
        run.AssertSound();
    }

    [Fact]
    public void A_closure_shuts_the_stations_of_its_post_and_no_others()
    {
        DisruptedRun run = DisruptedRun.Of(new Disruption(DisruptionKind.Closure, "guasaule", 2, 30, 1)), usual = Undisturbed.Value;
        (long from, long to) = (After(48), After(78));
        foreach (int s in run.StationsOf("guasaule"))
        {
            Assert.Equal((true, true, false), (!run.Corridor.Network.Stations[s].Calendar.IsShut(from - 1), run.Corridor.Network.Stations[s].Calendar.IsShut(from), run.Corridor.Network.Stations[s].Calendar.IsShut(to)));
            AssertEqualOutside(usual, run, s, from, to);
        }
        foreach (string post in Usually.Posts.Select(p => p.Id).Where(id => id != "guasaule"))
        {
            Assert.All(run.StationsOf(post), s => Assert.False(run.Corridor.Network.Stations[s].Calendar.HasClosures));
            Assert.True(run.Records.Count(r => r.Kind == TraceKind.Start && run.At(r.Station, post) && r.Time >= from && r.Time < to) > 100, post);
        }
    }

    [Fact]
    public void An_outage_lengthens_work_begun_at_the_desks_of_its_post_while_it_lasts_and_only_then()
    {
        // Not at six: a shift that begins with the outage begins before it.
        DisruptedRun run = DisruptedRun.Of(new Disruption(DisruptionKind.Outage, "el-amatillo", 1.2625, 9, 3));
        (long from, long to) = (After(30.3), After(39.3));
        var usual = Undisturbed.Value.Services();
        (int slowed, int plain) = (0, 0);
        foreach (((string, long, int) key, (long start, long length, int station)) in run.Services())
        {
            if (station < 0 || !usual.TryGetValue(key, out var same) || same.Station != station) continue;
            bool hit = run.At(station, "el-amatillo") && run.Corridor.Stations[station].Agency is Agency.Customs or Agency.Migration && start >= from && start < to;
            Assert.True(Math.Abs(length - (hit ? 3 : 1) * same.Length) <= (hit ? 2 : 0), $"{key} at {run.Corridor.Network.StationNames[station]}: {same.Length} → {length} ms, begun {(start - from) / (double)Hour:0.00} h into the outage");
            if (hit) slowed++;
            else plain++;
        }
        Assert.True(slowed > 300 && plain > 20_000, $"{slowed} slowed, {plain} as usual");
        run.AssertSound();
    }

    [Fact]
    public void A_strike_keeps_its_share_of_every_days_staff_hours_away_in_whole_officers()
    {
        const double Absent = 0.4;
        CorridorNetwork run = CorridorCompiler.Compile(Usually with { Disruptions = [new Disruption(DisruptionKind.Strike, "paso-canoas", 1, 36, Absent)] }, WarmUp);
        for (int s = 0; s < run.Stations.Count; s++)
        {
            bool hit = Usually.Posts[run.Stations[s].PostIndex].Id == "paso-canoas" && run.Stations[s].Lane is not ("approach" or "depot");
            if (!hit)
            {
                for (long t = 0; t < After(96); t += Hour / 4) Assert.Equal(Usual(s).LevelAt(t), run.Network.Stations[s].Calendar.LevelAt(t));
                continue;
            }
            (double usual, double now) = (StaffHours(Usual(s), After(24), After(60)), StaffHours(run.Network.Stations[s].Calendar, After(24), After(60)));
            Assert.InRange(now, (1 - Absent) * usual - 0.05, (1 - Absent) * usual + 0.05);
            for (long t = 0; t < After(96); t += Hour / 4)
            {
                int level = run.Network.Stations[s].Calendar.LevelAt(t);
                if (t < After(24) || t >= After(60)) Assert.Equal(Usual(s).LevelAt(t), level);
                else Assert.InRange(level, 0, Usual(s).LevelAt(t));
            }
        }
    }

    [Fact]
    public void A_desk_of_one_officer_keeps_part_of_its_hours_in_a_strike()
    {
        // The exit has one officer around the clock: at half staff it is open until noon on the first day, and until six on the second, whose noon ends the strike.
        CorridorNetwork run = CorridorCompiler.Compile(Usually with { Disruptions = [new Disruption(DisruptionKind.Strike, "guasaule", 1, 36, 0.5)] }, WarmUp);
        int desk = run.Network.StationNames.ToList().IndexOf("guasaule/N2S/HN/exit");
        Assert.Equal([1, 1, 0, 0, 1, 0, 1], new[] { 23.9, 35.9, 36.1, 47.9, 48.1, 54.1, 60.1 }.Select(h => run.Network.Stations[desk].Calendar.LevelAt(After(h))));
    }

    [Fact]
    public void A_surge_brings_trucks_of_its_own_and_changes_no_other_truck()
    {
        DisruptedRun run = DisruptedRun.Of(new Disruption(DisruptionKind.Strike, "guasaule", 0, 0, 0.1), new Disruption(DisruptionKind.Surge, "penas-blancas", 1, 72, 0.5));
        var usual = Undisturbed.Value;
        (long from, long to) = (After(24), After(96));
        Dictionary<string, int> before = Ordinals(usual), after = Ordinals(run);
        string[] added = [.. after.Keys.Except(before.Keys)];
        // Trucks whose journeys begin at Peñas Blancas: NI–CR both ways, and southbound from NI or northbound from CR beyond; each in a stream of its own.
        Assert.Equal(["CR>GT/surge-1", "CR>NI/surge-1", "CR>SV/surge-1", "NI>CR/surge-1", "empty/penas-blancas/N2S/surge-1", "empty/penas-blancas/S2N/surge-1"], added.Order(StringComparer.Ordinal));
        TraceRecord[] first = [.. run.Records.Where(r => r.Kind == TraceKind.LegStart && r.Leg == 0 && added.Contains(run.Corridor.Network.SourceNames[r.Source]))];
        Assert.All(first, r => Assert.InRange(r.Time, from, to));
        // Tuesday to Thursday: half of the usual arrivals of these days, within four standard deviations.
        double usually = Usually.Demand.Loaded.Where(s => added.Contains($"{s.Origin}>{s.Destination}/surge-1")).Sum(s => s.PerDay) + Usually.Demand.Empty.Where(e => e.Post == "penas-blancas").Sum(e => e.PerDay);
        double expected = 0.5 * usually * Usually.Demand.WeekdayProfile.Skip(1).Take(3).Sum();
        Assert.InRange(first.Length, expected - 4 * Math.Sqrt(expected), expected + 4 * Math.Sqrt(expected));

        var known = Arrivals(usual);
        var again = Arrivals(run);
        Assert.All(known.Where(a => a.Value.At < to), a => Assert.Equal(a.Value, again[a.Key]));
        var services = usual.Services();
        var now = run.Services();
        Assert.True(services.Count(s => now.ContainsKey(s.Key)) > 20_000);
        Assert.All(services.Where(s => now.ContainsKey(s.Key)), s => Assert.Equal(s.Value.Length, now[s.Key].Length));
        run.AssertSound();
    }

    [Fact]
    public void A_surge_follows_the_hours_of_the_day_and_the_year()
    {
        CorridorModel grown = Growth.ToYear(Usually, 2024, 2027) with { Disruptions = [new Disruption(DisruptionKind.Surge, null, 1.5, 24, 0.3)] };
        NetworkModel network = CorridorCompiler.Compile(grown, WarmUp).Network;
        double At(string name, double hours)
        {
            SourceRow row = network.Sources[network.SourceNames.ToList().IndexOf(name)];
            long t = row.Cycle > 0 ? After(hours) % row.Cycle : After(hours);
            return t >= row.RateStarts[^1] ? 0 : row.RatePerMs[Array.FindLastIndex(row.RateStarts, s => s <= t)];
        }
        foreach (double hours in new[] { 36.1, 40.5, 46.5, 50.5, 59.9 })
            Assert.Equal(0.3, At("GT>PA/surge-1", hours) / (At("GT>PA", hours) + At("GT>PA/added", hours)), 9);
        Assert.Equal((0, 0), (At("GT>PA/surge-1", 35.9), At("GT>PA/surge-1", 60.1)));
    }

    private static bool IsGate(DisruptedRun run, TraceRecord r) => run.At(r.Station, "penas-blancas") && run.Corridor.Stations[r.Station] is { Lane: "gate", Role: SideRole.Exit };

    private static CapacityCalendar Usual(int station) => Undisturbed.Value.Corridor.Network.Stations[station].Calendar;

    private static void AssertEqualOutside(DisruptedRun a, DisruptedRun b, int s, long from, long to)
    {
        for (long t = 0; t < After(120); t += Hour / 4)
            if (t < from || t >= to) Assert.Equal(a.Corridor.Network.Stations[s].Calendar.LevelAt(t), b.Corridor.Network.Stations[s].Calendar.LevelAt(t));
    }

    private static double StaffHours(CapacityCalendar calendar, long from, long to)
    {
        double sum = 0;
        for (long t = from; t < to;)
        {
            long next = Math.Min(to, calendar.NextChange(t));
            sum += calendar.LevelAt(t) * (double)(next - t) / Hour;
            t = next;
        }
        return sum;
    }

    private static Dictionary<string, int> Ordinals(DisruptedRun run) =>
        run.Records.Where(r => r.Kind == TraceKind.LegStart && r.Leg == 0).GroupBy(r => run.Corridor.Network.SourceNames[r.Source]).ToDictionary(g => g.Key, g => g.Count());

    private static Dictionary<(string, long), (long At, int Class)> Arrivals(DisruptedRun run)
    {
        var first = new Dictionary<(string, long), (long, int)>();
        foreach (TraceRecord r in run.Records.Where(r => r.Kind == TraceKind.LegStart && r.Leg == 0))
            first.TryAdd((run.Corridor.Network.SourceNames[r.Source], r.Ordinal), (r.Time, r.ClassIndex));
        return first;
    }
}
