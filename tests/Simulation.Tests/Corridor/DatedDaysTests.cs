using CorridorTwin.Simulation.Calendars;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Engine;
using CorridorTwin.Simulation.Time;
using CorridorTwin.Simulation.Trace;
using static CorridorTwin.Simulation.Tests.Corridors.DatedCorridor;

namespace CorridorTwin.Simulation.Tests.Corridors;

public class DatedDaysTests
{
    private static readonly DateOnly Eve = new(2024, 12, 24), Holiday = new(2024, 12, 25), After = new(2024, 12, 26);

    [Fact]
    public void Staff_of_the_country_stay_away_and_no_others()
    {
        CorridorNetwork corridor = Compile(With(Christmas("GT") with { Staff = [new HolidayStaff(0) { Agencies = [Agency.Customs], Except = ["gate"] }] }));
        Assert.Equal((2, 0, 2), (Staff(corridor, "upper/N2S/GT/customs", Eve, 9), Staff(corridor, "upper/N2S/GT/customs", Holiday, 9), Staff(corridor, "upper/N2S/GT/customs", After, 9)));
        Assert.Equal(1, Staff(corridor, "upper/N2S/GT/gate", Holiday, 9));
        Assert.Equal(2, Staff(corridor, "upper/N2S/GT/migration", Holiday, 9));
        Assert.Equal(3, Staff(corridor, "upper/N2S/SV/customs", Holiday, 9));
    }

    [Fact]
    public void What_is_not_a_whole_officer_works_the_first_part_of_each_shift()
    {
        // Two officers 06–12 and 13–18: a quarter of them is half an officer, 06–09 and 13:00–15:30.
        CorridorNetwork corridor = Compile(With(Christmas("GT") with { Staff = [new HolidayStaff(0.25)] }));
        Assert.Equal([0, 1, 1, 0, 0, 0, 1, 1, 0], new[] { 5.9, 6.1, 8.9, 9.1, 11.9, 12.5, 13.1, 15.4, 15.6 }.Select(h => Staff(corridor, "upper/N2S/GT/customs", Holiday, h)));
    }

    [Fact]
    public void A_night_belongs_to_the_evening_on_which_it_begins()
    {
        // Migration: two officers by day, one 18–06.
        CorridorNetwork corridor = Compile(With(Christmas("GT") with { Staff = [new HolidayStaff(0)] }));
        int On(DateOnly date, double hour) => Staff(corridor, "upper/N2S/GT/migration", date, hour);
        Assert.Equal((1, 1), (On(Eve, 23), On(Holiday, 5.9)));
        Assert.Equal((0, 0, 0), (On(Holiday, 6.1), On(Holiday, 23), On(After, 5.9)));
        Assert.Equal((2, 1), (On(After, 6.1), On(After, 23)));
    }

    [Fact]
    public void A_day_is_that_of_the_sides_own_clock()
    {
        // Panama keeps UTC−5: its gate, staffed around the clock, shuts when it is 23:00 in Guatemala.
        CorridorNetwork corridor = Compile(With(Christmas("PA") with { Staff = [new HolidayStaff(0)], Traffic = 0.5 }));
        Assert.Equal([1, 0, 0, 1], new[] { (Eve, 23.9), (Holiday, 0.1), (Holiday, 23.9), (After, 0.1) }.Select(t => Staff(corridor, "lower/S2N/PA/gate", t.Item1, t.Item2, -5)));
        Assert.Equal([1, 0], new[] { 22.9, 23.1 }.Select(h => Staff(corridor, "lower/S2N/PA/gate", Eve, h)));
        double usual = Rate(corridor, "PA>GT", Eve, 23.5, -5);
        Assert.Equal(0.5, Rate(corridor, "PA>GT", Holiday, 0.5, -5) / usual, 12);
        Assert.Equal(1, Rate(corridor, "GT>PA", Holiday, 0.5) / Rate(corridor, "GT>PA", Eve, 0.5), 12);
    }

    [Fact]
    public void Of_several_holidays_the_fewest_staff_and_trucks_hold()
    {
        Holiday week = Christmas("GT") with { Id = "week", On = new DayRule.Once(Eve), Days = 3, Traffic = 0.8, Staff = [new HolidayStaff(0.5)] };
        CorridorNetwork corridor = Compile(With(week, Christmas("GT") with { Traffic = 0.9, Staff = [new HolidayStaff(0)] }));
        Assert.Equal((1, 0, 1), (Staff(corridor, "upper/N2S/GT/customs", Eve, 9), Staff(corridor, "upper/N2S/GT/customs", Holiday, 9), Staff(corridor, "upper/N2S/GT/customs", After, 9)));
        Assert.Equal(0.8, Rate(corridor, "GT>SV", Holiday, 9) / Rate(corridor, "SV>GT", Holiday, 9), 12);
    }

    [Fact]
    public void The_first_line_that_fits_holds()
    {
        CorridorNetwork corridor = Compile(With(Christmas("GT", "SV") with { Staff = [new HolidayStaff(0) { Stations = ["customs"], Countries = ["SV"] }, new HolidayStaff(0.5)] }));
        Assert.Equal((1, 0, 1), (Staff(corridor, "upper/N2S/GT/customs", Holiday, 9), Staff(corridor, "upper/S2N/SV/customs", Holiday, 9), Staff(corridor, "upper/S2N/SV/inspection", Holiday, 9)));
    }

    [Fact]
    public void Months_count_by_date_also_in_the_warm_up()
    {
        // The warm-up begins on Monday 9 December; the window of two weeks ends on 5 January.
        CorridorNetwork corridor = Compile(With());
        double december = Rate(corridor, "GT>SV", new(2024, 12, 9), 9), january = Rate(corridor, "GT>SV", new(2025, 1, 1), 9);
        Assert.Equal(new DateOnly(2024, 12, 9), corridor.FirstDay);
        Assert.Equal(1.4, december / january, 12);
        Assert.Equal(Rate(Compile(Ordinary), "GT>SV", Start, 9), january, 12);
    }

    [Fact]
    public void The_desk_is_closed_if_told_so()
    {
        // A declaration that needs an hour, lodged at 08:00 of the holiday, is accepted the morning after.
        long lodged = WarmUp.Milliseconds + 2 * SimDuration.MillisecondsPerDay + 8 * SimDuration.MillisecondsPerHour;
        long Accepted(bool open)
        {
            CorridorNetwork corridor = Compile(With(Christmas("GT", "SV", "PA") with { DeskOpen = open }));
            return corridor.Network.Desks.Select(d => d.AdvanceOpen(lodged, SimDuration.MillisecondsPerHour)).Min() - lodged;
        }
        Assert.Equal(1, Accepted(true) / (double)SimDuration.MillisecondsPerHour);
        // Panama's desk opens at 06:00 there, which is 05:00 here.
        Assert.Equal(22, Accepted(false) / (double)SimDuration.MillisecondsPerHour);
    }

    [Fact]
    public void Ordinary_weeks_know_no_holidays()
    {
        CorridorModel with = Ordinary with { Holidays = [Christmas("GT", "SV", "PA") with { On = new DayRule.Yearly(2, 7), Staff = [new HolidayStaff(0)], Traffic = 0 }] };
        Assert.Equal(Fingerprint(Ordinary), Fingerprint(with));
        Assert.NotEqual(Fingerprint(Ordinary), Fingerprint(with with { Period = new DateOnly(2024, 2, 5) }));
    }

    [Fact]
    public void Trucks_stay_who_they_are()
    {
        // Months and holidays that change nothing: the same trucks at the same instants. A busier month: the same trucks, sooner.
        CorridorModel flat = Ordinary with { Demand = Ordinary.Demand with { MonthProfile = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1] } };
        Dictionary<(string, long), (int Class, long At)> usual = First(flat), dated = First(flat with { Period = Start }), busy = First(Ordinary with { Period = Start });
        Assert.True(usual.Count > 1000);
        Assert.All(usual, t => Assert.Equal((t.Value.Class, 0), (dated[t.Key].Class, Math.Abs(t.Value.At - dated[t.Key].At) <= 1 ? 0 : 1)));
        Assert.All(usual, t => Assert.Equal(t.Value.Class, busy[t.Key].Class));
        Assert.True(usual.Average(t => t.Value.At - busy[t.Key].At) > SimDuration.MillisecondsPerHour);
    }

    [Fact]
    public void Nothing_is_lost_or_counted_twice_over_the_holidays()
    {
        RunResult run = Replication.Run(Compile(With(Christmas("GT", "SV", "PA") with { Staff = [new HolidayStaff(0.4)], Traffic = 0.5, DeskOpen = false })).Network,
            new RunOptions { WarmUp = WarmUp, Length = SimDuration.FromDays(14) });
        Assert.Equal(0, run.CohortInside);
        Assert.Empty(run.LittleViolations);
        Assert.Equal(run.Created.Sum(), run.LeftBy.Sum() + run.Inside);
    }

    [Fact]
    public void A_trace_is_told_in_its_own_dates()
    {
        var text = new StringWriter();
        TraceRun.Write(Compile(With()), new TraceRequest { From = SimTime.FromDays(16), To = SimTime.FromDays(16.1) }, text);
        TraceReplay replay = TraceReplay.Read(new StringReader(text.ToString()));
        Assert.True(replay.Complete);
        Assert.Equal(new DateTimeOffset(2024, 12, 25, 0, 0, 0, TimeSpan.FromHours(-6)), replay.Header.From);
        Assert.Contains("\"t\":\"2024-12-25T01:", text.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("2024-02", text.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_period_begins_on_a_Monday_after_whole_weeks()
    {
        Assert.Throws<ArgumentException>(() => CorridorCompiler.Compile(With() with { Period = new DateOnly(2024, 12, 24) }, WarmUp));
        Assert.Throws<ArgumentException>(() => CorridorCompiler.Compile(With(), SimDuration.FromDays(10)));
    }

    private static ulong Fingerprint(CorridorModel model) =>
        Replication.Run(CorridorCompiler.Compile(model).Network, new RunOptions { Length = SimDuration.FromDays(5) }).Fingerprint;

    private static Dictionary<(string, long), (int Class, long At)> First(CorridorModel model)
    {
        var first = new Arrivals(Compile(model));
        Replication.Run(first.Corridor.Network, new RunOptions { Length = SimDuration.FromDays(14), Drain = false }, first);
        return first.Seen.Where(s => s.Key.Item2 < 150).ToDictionary();
    }

    /// <summary>When each truck begins its first leg, and what it is.</summary>
    private sealed class Arrivals(CorridorNetwork corridor) : RunObserver
    {
        public CorridorNetwork Corridor => corridor;
        public Dictionary<(string, long), (int Class, long At)> Seen { get; } = [];
        public override bool WantsTrace => true;

        public override void Traced(in TraceRecord record)
        {
            if (record.Kind == TraceKind.LegStart && record.Leg == 0) Seen.TryAdd((corridor.Network.SourceNames[record.Source], record.Ordinal), (record.ClassIndex, record.Time));
        }
    }
}
