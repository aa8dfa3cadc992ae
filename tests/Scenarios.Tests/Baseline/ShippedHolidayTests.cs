using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Simulation.Calendars;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Network;
using CorridorTwin.Simulation.Time;

namespace CorridorTwin.Scenarios.Tests.Baseline;

public class ShippedHolidayTests
{
    private static readonly CorridorModel Model = Shipped.Folder.Baselines[0].Model;

    private static string On(string country, int month, int day, int year = 2024) =>
        string.Join(" ", Model.Holidays.Where(h => h.Countries.Contains(country) && h.Covers(new DateOnly(year, month, day))).Select(h => h.Id));

    /// <summary>Dates of 2024 as calendars print them.</summary>
    [Theory]
    [InlineData("GT", 3, 28, "holy-week holy-thursday")]
    [InlineData("PA", 3, 28, "holy-week")]
    [InlineData("PA", 3, 29, "holy-week good-friday")]
    [InlineData("SV", 3, 30, "holy-week holy-saturday")]
    [InlineData("CR", 3, 30, "holy-week")]
    [InlineData("CR", 4, 1, "")]
    [InlineData("PA", 2, 13, "carnival-tuesday")]
    [InlineData("NI", 5, 1, "labour-day")]
    [InlineData("GT", 9, 15, "independence-day")]
    [InlineData("PA", 9, 15, "")]
    [InlineData("NI", 9, 14, "san-jacinto")]
    [InlineData("HN", 10, 5, "morazan-week")]
    [InlineData("HN", 10, 6, "")]
    [InlineData("PA", 11, 3, "separation-day")]
    [InlineData("PA", 11, 28, "independence-from-spain")]
    [InlineData("PA", 12, 8, "immaculate-conception")]
    [InlineData("NI", 12, 8, "immaculate-conception")]
    [InlineData("CR", 12, 8, "")]
    [InlineData("HN", 12, 25, "christmas")]
    public void The_days_off(string country, int month, int day, string ids) => Assert.Equal(ids, On(country, month, day));

    [Fact]
    public void Every_country_has_its_days() => Assert.All(Model.Countries, c =>
        Assert.InRange(Enumerable.Range(0, 365).Count(d => Model.Holidays.Any(h => h.Id != "holy-week" && h.Countries.Contains(c.Id) && h.Covers(new DateOnly(2025, 1, 1).AddDays(d)))), 8, 14));

    [Fact]
    public void Holy_Week_has_a_quarter_less_freight_and_three_tenths_less_staff()
    {
        // G.holy-week, over all trucks that set out from Monday 25 to Sunday 31 March 2024, and over all desks of definitive trade.
        var monday = new DateOnly(2024, 3, 25);
        NetworkModel dated = Compile(Model with { Period = monday }), usual = Compile(Model);
        double Trucks(NetworkModel network, string source)
        {
            Simulation.Network.SourceRow row = network.Sources[network.SourceNames.ToList().IndexOf(source)];
            double sum = 0;
            for (int i = 0; i < row.RatePerMs.Length && row.RateStarts[i] < 7 * SimDuration.MillisecondsPerDay; i++)
                sum += row.RatePerMs[i] * (Math.Min(row.RateStarts[i + 1], 7 * SimDuration.MillisecondsPerDay) - row.RateStarts[i]);
            return sum;
        }
        string[] streams = [.. Model.Demand.Loaded.Select(s => $"{s.Origin}>{s.Destination}"), .. Model.Demand.Empty.Select(e => $"empty/{e.Post}/{e.Direction}")];
        double month = Model.Demand.MonthProfile[2];
        Assert.InRange(streams.Sum(s => Trucks(dated, s)) / streams.Sum(s => Trucks(usual, s)) / month, 0.73, 0.77);

        CorridorNetwork network = CorridorCompiler.Compile(Model);
        int[] desks = [.. Enumerable.Range(0, network.Stations.Count).Where(s => network.Stations[s].Agency is Agency.Customs or Agency.Sps && network.Stations[s].Lane is "customs" or "inspection" or "review" or "sps")];
        double Hours(NetworkModel n) => desks.Sum(s => Enumerable.Range(0, 7 * 24 * 4).Sum(q => n.Stations[s].Calendar.LevelAt(q * 900_000L + 1)) / 4.0);
        Assert.InRange(Hours(dated) / Hours(usual), 0.67, 0.73);
    }

    [Fact]
    public void At_Guasaule_Honduran_customs_close_and_transit_goes_on()
    {
        CorridorNetwork corridor = CorridorCompiler.Compile(Model with { Period = new DateOnly(2024, 9, 9) });
        int At(string station, double day) => corridor.Network.Stations[corridor.Network.StationNames.ToList().IndexOf(station)].Calendar.LevelAt(SimTime.FromDays(day).Milliseconds);
        // Sunday 15 September at nine in the morning.
        Assert.Equal((0, 1), (At("guasaule/N2S/HN/customs", 6 + 9 / 24.0), At("guasaule/N2S/HN/transit-desk", 6 + 9 / 24.0)));
        Assert.True(At("guasaule/N2S/NI/customs", 6 + 9 / 24.0) > 0);
        Assert.True(At("guasaule/N2S/HN/customs", 5 + 9 / 24.0) > 0);
    }

    [Theory]
    [InlineData("schedule-harmonization")]
    [InlineData("smart-border")]
    [InlineData("ecfcc-2030")]
    public void Measures_that_change_rosters_keep_the_holidays(string scenario)
    {
        // Over Independence Day, the share of staff-hours that definitive trade keeps in the five countries is as before the measure.
        Weeks weeks = Weeks.From(new DateOnly(2024, 9, 9));
        Scenario s = Shipped.Folder.Find(scenario).OrThrow();
        CorridorModel after = MeasureCatalog.Apply(s.ModelBeforeMeasures(weeks), s.Measures.Select(m => m.Application)).Model;
        Assert.Equal(Model.Holidays, after.Holidays);
        double kept = Kept(after), before = Kept(Model with { Period = weeks.Start });
        Assert.InRange(kept, before - 0.03, before + 0.03);
        Assert.InRange(before, 0.35, 0.55);
    }

    [Fact]
    public void A_night_stays_whole_when_hours_are_harmonised()
    {
        // Nobody who was off on the holiday stands at the desk in the small hours after it.
        MeasureOutcome changed = MeasureCatalog.Apply(Model, [new MeasureApplication("ScheduleHarmonization")]);
        Shift[] nights = [.. changed.Model.Posts.SelectMany(p => p.Sides).SelectMany(s => s.Stations).SelectMany(s => s.Roster.Shifts).Where(s => s.Minutes < 1440 && s.FromMinute + s.Minutes > 1440)];
        Assert.NotEmpty(nights);
        foreach (StationSpec station in changed.Model.Posts.SelectMany(p => p.Sides).SelectMany(s => s.Stations))
        {
            int[] levels = station.Roster.MinuteLevels();
            foreach (Shift late in station.Roster.Shifts.Where(s => s.ToMinute == 1440 && s.FromMinute > 720))
                Assert.DoesNotContain(station.Roster.Shifts, early => early.FromMinute == 0 && early.ToMinute < 720 && early.Staff == late.Staff && early.Days.SetEquals(late.Days));
        }
    }

    /// <summary>Staff-hours kept of shifts that begin on Sunday 15 September, nights to their end, relative to the Sunday after; all countries but Panama.</summary>
    private static double Kept(CorridorModel model)
    {
        CorridorNetwork corridor = CorridorCompiler.Compile(model);
        int[] desks = [.. Enumerable.Range(0, corridor.Stations.Count).Where(s => corridor.Stations[s].Country != "PA" && corridor.Stations[s].Agency is Agency.Customs or Agency.Sps && corridor.Stations[s].Lane is not ("gate" or "transit-desk" or "payment" or "exit" or "approach" or "depot"))];
        double Hours(double day) => desks.Where(s => corridor.Stations[s].Country != "PA").Sum(s => Enumerable.Range(0, 96).Sum(q => corridor.Network.Stations[s].Calendar.LevelAt(SimTime.FromDays(day + (q + 0.5) / 96).Milliseconds)));
        return 1 - (Hours(13) + Hours(14) - Hours(6) - Hours(7)) / Hours(13);
    }

    private static NetworkModel Compile(CorridorModel model) => CorridorCompiler.Compile(model, default, SimDuration.FromDays(7)).Network;
}
