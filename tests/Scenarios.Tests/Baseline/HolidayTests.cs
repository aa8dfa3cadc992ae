using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Tests.Inputs;
using CorridorTwin.Simulation.Calendars;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Tests.Baseline;

public class HolidayTests
{
    private const string Names = "en: x, es: x, countries: [CR]";

    private static Workspace Small(string holidays)
    {
        var workspace = new Workspace();
        workspace.Write("small.yaml", Workspace.SmallBaseline + "holidays:\n" + string.Concat(holidays.Split('\n').Select(l => $"  {l}\n")));
        return workspace;
    }

    [Fact]
    public void A_day_takes_from_the_section_what_it_does_not_say()
    {
        using Workspace workspace = Small($$"""
            traffic: 0.5 x
            desk: closed
            staff: [{agencies: [customs], except: [gate], present: 25 %}]
            days:
              first: {en: First, es: Primero, countries: all, date: 01-01}
              second: {en: Second, es: Segundo, countries: [NI], date: easter -3, days: 2, traffic: 0.8 x, desk: open, staff: [{posts: [penas-blancas], stations: [gate], roles: [exit], directions: [S2N], present: 0 %}]}
              third: {en: Third, es: Tercero, countries: [CR], date: 2024-10-02, staff: []}
            """);
        IReadOnlyList<Holiday> days = BaselineFile.Load(Path.Combine(workspace.Folder, "small.yaml")).OrThrow().Model.Holidays;
        Assert.Equal(["first", "second", "third"], days.Select(d => d.Id));
        Assert.Equal([new DayRule.Yearly(1, 1), new DayRule.FromEaster(-3), new DayRule.Once(new(2024, 10, 2))], days.Select(d => d.On));
        Assert.Equal([(0.5, false, 1), (0.8, true, 2), (0.5, false, 1)], days.Select(d => (d.Traffic, d.DeskOpen, d.Days)));
        Assert.Equal(["NI CR", "NI", "CR"], days.Select(d => string.Join(' ', d.Countries)));
        Assert.Equal((0.25, "gate"), (days[0].Staff[0].Present, Assert.Single(days[0].Staff[0].Except)));
        Assert.Equal((0, "penas-blancas gate Exit S2N"), (days[1].Staff[0].Present, $"{days[1].Staff[0].Posts![0]} {days[1].Staff[0].Stations![0]} {days[1].Staff[0].Roles![0]} {days[1].Staff[0].Directions![0]}"));
        Assert.Empty(days[2].Staff);
    }

    [Theory]
    [InlineData("days: {a: {" + Names + ", date: 02-31}}", "small.yaml:56: holidays.days.a.date '02-31': no such day in that month; expected a day such as '12-25' each year, '2024-10-03' once, or 'easter -3' from Easter Sunday; did you mean '02-29'?")]
    [InlineData("days: {a: {" + Names + ", date: 13-01}}", "small.yaml:56: holidays.days.a.date '13-01': no such month; expected a day such as '12-25' each year, '2024-10-03' once, or 'easter -3' from Easter Sunday; did you mean '12-01'?")]
    [InlineData("days: {a: {" + Names + ", date: 2025-02-29}}", "small.yaml:56: holidays.days.a.date '2025-02-29': no such day in that month; expected a day such as '12-25' each year, '2024-10-03' once, or 'easter -3' from Easter Sunday; did you mean '2025-02-28'?")]
    [InlineData("days: {a: {" + Names + ", date: easter -300}}", "small.yaml:56: holidays.days.a.date 'easter -300': too far from Easter; expected a day such as '12-25' each year, '2024-10-03' once, or 'easter -3' from Easter Sunday; did you mean 'easter -100'?")]
    [InlineData("days: {a: {" + Names + ", date: Christmas}}", "small.yaml:56: holidays.days.a.date 'Christmas': not a day; expected a day such as '12-25' each year, '2024-10-03' once, or 'easter -3' from Easter Sunday")]
    [InlineData("days: {a: {en: x, es: x, countries: [CRI], date: 12-25}}", "small.yaml:56: holidays.days.a.countries[0] 'CRI': no such country; expected one of NI, CR; did you mean 'CR'?")]
    [InlineData("days: {a: {" + Names + ", date: 12-25}, b: {" + Names + ", date: 12-25}}", "small.yaml:56: holidays.days.b.date '12-25': CR: that day is 'a' already")]
    [InlineData("days: {a: {" + Names + ", date: 12-25}, b: {" + Names + ", date: 2024-12-25}}", "small.yaml:56: holidays.days.b.date '2024-12-25': CR: that day is 'a' already")]
    [InlineData("days: {a: {" + Names + ", date: easter -3}, b: {" + Names + ", date: easter  - 3}}", "small.yaml:56: holidays.days.b.date 'easter  - 3': CR: that day is 'a' already")]
    [InlineData("days: {a: {" + Names + ", date: 12-25, days: 61}}", "small.yaml:56: holidays.days.a.days '61': too high; expected 1 to 60")]
    [InlineData("days: {a: {" + Names + ", date: 12-25, traffic: -1 x}}", "small.yaml:56: holidays.days.a.traffic '-1 x': negative; expected 0 x to 10 x")]
    [InlineData("days: {a: {" + Names + ", date: 12-25, desk: opne}}", "small.yaml:56: holidays.days.a.desk 'opne': no such word here; expected one of open, closed; did you mean 'open'?")]
    [InlineData("days: {a: {en: x, es: x, countries: [CR]}}", "small.yaml:56: holidays.days.a.date: missing; expected a day such as '12-25' each year, '2024-10-03' once, or 'easter -3' from Easter Sunday")]
    [InlineData("staff: [{present: 120 %}]", "small.yaml:56: holidays.staff[0].present '120 %': too high; expected 0 % to 100 %")]
    [InlineData("staff: [{stations: [gates], present: 0 %}]", "small.yaml:56: holidays.staff[0].stations[0] 'gates': no such station on those sides; expected one of gate; did you mean 'gate'?")]
    [InlineData("staff: [{posts: [penas-blanca], present: 0 %}]", "small.yaml:56: holidays.staff[0].posts[0] 'penas-blanca': no such border post; expected one of penas-blancas; did you mean 'penas-blancas'?")]
    public void A_wrong_day_is_named(string holidays, string line)
    {
        using Workspace workspace = Small(holidays);
        Assert.Equal([line], workspace.Lines());
    }

    [Fact]
    public void A_line_about_no_side_at_all_is_named()
    {
        using Workspace workspace = new();
        workspace.Write("b.yaml", File.ReadAllText(Repository.Baseline).Replace("posts: [guasaule], countries: [HN]", "posts: [guasaule], countries: [CR]", StringComparison.Ordinal));
        Assert.EndsWith("holidays.staff[0].countries: no side of those posts is theirs; expected one of HN, NI", Assert.Single(workspace.Lines()), StringComparison.Ordinal);
        Assert.EndsWith("holidays.staff[0].countries: ningún lado de esos puestos es de esos países; se esperaba uno de estos: HN, NI", Assert.Single(workspace.Lines("es")), StringComparison.Ordinal);
    }

    [Fact]
    public void Different_days_may_fall_on_one_date()
    {
        using Workspace workspace = Small("days: {a: {" + Names + ", date: easter -6, days: 7}, b: {" + Names + ", date: easter -3}, c: {en: x, es: x, countries: [NI], date: easter -3}}");
        Assert.Empty(workspace.Lines());
    }

    [Fact]
    public void A_scenario_may_change_add_and_take_away_days()
    {
        using Workspace workspace = Small("traffic: 0.5 x\ndays: {a: {" + Names + ", date: 12-25}, b: {" + Names + ", date: 12-26}}");
        workspace.Write("x.yaml", Workspace.SmallScenario + "holidays: {traffic: 0.7 x, days: {a: {days: 2}, b: none, c: {en: y, es: y, countries: all, date: 05-01}}}\n");
        workspace.Write("y.yaml", "id: y\ntitle: {en: x, es: x}\nextends: what-if\nholidays: {days: {c: {traffic: 0.1 x}}}\n");
        ScenarioFolder folder = workspace.Load();
        Assert.Empty(folder.Problems.Select(p => p.ToString()));
        Assert.Equal([("a", 2, 0.7), ("c", 1, 0.7)], folder.Find("what-if").OrThrow().ModelBeforeMeasures().Holidays.Select(h => (h.Id, h.Days, h.Traffic)));
        Assert.Equal([("a", 0.7), ("c", 0.1)], folder.Find("y").OrThrow().ModelBeforeMeasures().Holidays.Select(h => (h.Id, h.Traffic)));
        workspace.Write("z.yaml", "id: z\ntitle: {en: x, es: x}\nextends: small\nholidays: {days: {d: {en: y, es: y, countries: [CR], date: 12-25}}}\n");
        Assert.Equal(["z.yaml:4: holidays.days.d.date '12-25': CR: that day is 'a' already"], workspace.Lines());
    }
}
