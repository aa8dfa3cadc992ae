using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Tests.Inputs;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Tests;

public class WeeksTests
{
    [Theory]
    [InlineData("2024-12-02", 28, "del 2 al 29 de diciembre de 2024", "2 to 29 December 2024", "2024-12-02/2024-12-29")]
    [InlineData("2024-11-25", 28, "del 25 de noviembre al 22 de diciembre de 2024", "25 November to 22 December 2024", "2024-11-25/2024-12-22")]
    [InlineData("2024-12-23", 14, "del 23 de diciembre de 2024 al 5 de enero de 2025", "23 December 2024 to 5 January 2025", "2024-12-23/2025-01-05")]
    [InlineData("2027-03-22", 1, "22 de marzo de 2027", "22 March 2027", "2027-03-22/2027-03-22")]
    public void Dates_in_words(string start, int days, string es, string en, string interval)
    {
        Weeks weeks = Weeks.From(DateOnly.Parse(start, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal((new Bilingual(es, en), interval), (weeks.Say(days), weeks.Interval(days)));
    }

    [Fact]
    public void Weeks_without_dates_are_ordinary() =>
        Assert.Equal((new Bilingual("semanas ordinarias", "ordinary weeks"), "ordinary weeks"), (new Weeks(2027, null).Say(28), new Weeks(2027, null).Interval(28)));

    [Fact]
    public void Ordinary_weeks_of_the_baselines_year_leave_the_model_as_it_is()
    {
        CorridorModel model = Shipped.Folder.Baselines[0].Model;
        Assert.Same(model, new Weeks(2024, null).Of(model, 2024));
        Assert.Equal(new DateOnly(2027, 3, 22), Weeks.From(new(2027, 3, 22)).Of(model, 2024).Period);
        Assert.Equal(0.092727, Weeks.From(new(2027, 3, 22)).Of(model, 2024).Demand.Added, 6);
    }

    [Theory]
    [InlineData("period: {start: 2024-12-03}", "x.yaml:4: period.start '2024-12-03': a Tuesday; expected a Monday from 2024 to 2040, such as '2024-12-02'; did you mean '2024-12-02'?")]
    [InlineData("period: {start: 2024-12-06}", "x.yaml:4: period.start '2024-12-06': a Friday; expected a Monday from 2024 to 2040, such as '2024-12-02'; did you mean '2024-12-09'?")]
    [InlineData("period: {start: 2024-02-31}", "x.yaml:4: period.start '2024-02-31': no such day in that month; expected a Monday from 2024 to 2040, such as '2024-12-02'; did you mean '2024-02-26'?")]
    [InlineData("period: {start: 2019-06-03}", "x.yaml:4: period.start '2019-06-03': outside the years known; expected a Monday from 2024 to 2040, such as '2024-12-02'; did you mean '2024-01-01'?")]
    [InlineData("period: {start: 2050-01-03}", "x.yaml:4: period.start '2050-01-03': outside the years known; expected a Monday from 2024 to 2040, such as '2024-12-02'; did you mean '2040-12-31'?")]
    [InlineData("period: {start: December}", "x.yaml:4: period.start 'December': not a date; expected a Monday from 2024 to 2040, such as '2024-12-02'")]
    [InlineData("period: {}", "x.yaml:4: period.start: missing; expected a Monday from 2024 to 2040, such as '2024-12-02'")]
    [InlineData("period: 2024-12-02", "x.yaml:4: period '2024-12-02': a single value stands here; expected a mapping with start")]
    [InlineData("period: {start: 2025-12-01}\nyear: 2027", "x.yaml:5: year '2027': the period begins on 2025-12-01; expected 2025")]
    public void A_wrong_period_is_named(string text, string line)
    {
        using Workspace workspace = Workspace.WithBaseline();
        workspace.Write("x.yaml", Workspace.SmallScenario + text + "\n");
        Assert.Equal([line], workspace.Lines());
    }

    [Fact]
    public void Growth_follows_the_period_and_both_are_inherited()
    {
        using Workspace workspace = Workspace.WithBaseline();
        workspace.Write("x.yaml", Workspace.SmallScenario + "period: {start: 2026-06-01}\n");
        workspace.Write("y.yaml", "id: y\ntitle: {en: x, es: x}\nextends: what-if\n");
        workspace.Write("z.yaml", "id: z\ntitle: {en: x, es: x}\nextends: what-if\nyear: 2030\n");
        ScenarioFolder folder = workspace.Load();
        var june = new DateOnly(2026, 6, 1);
        Assert.Equal([("what-if", new Weeks(2026, june)), ("y", new Weeks(2026, june))], folder.Scenarios.Select(s => (s.Id, s.Weeks)));
        CorridorModel model = folder.Find("y").OrThrow().ModelBeforeMeasures();
        Assert.Equal((june, 1.03 * 1.03 - 1), (model.Period, model.Demand.Added));
        Assert.Equal(["z.yaml:4: year '2030': the period begins on 2026-06-01; expected 2026"], workspace.Lines());
    }

    [Fact]
    public void A_dated_scenario_meets_the_baseline_of_the_same_dates()
    {
        // A scenario that changes nothing but the dates: no difference, and other levels than those of ordinary weeks.
        using Workspace workspace = new();
        string file = workspace.Write("x.yaml", "id: x\ntitle: {en: x, es: x}\nextends: 2024-baseline\nperiod: {start: 2024-12-23}\n");
        ScenarioFolder folder = ScenarioFolder.Load(Repository.Scenarios, alsoFile: file);
        var request = new ComparisonRequest
        {
            Baseline = folder.Baselines[0], Scenarios = [folder.Find("x").OrThrow()], CapacitySensitivity = false,
            Options = new ExperimentOptions { Replications = 2, Days = 7, WarmUpDays = 7 },
        };
        Comparison comparison = ComparisonRun.Run(request, new LocalExecutor());
        ScenarioComparison dated = Assert.Single(comparison.Scenarios);
        Assert.Equal((2024, (DateOnly?)new DateOnly(2024, 12, 23)), (dated.Year, dated.Period));
        Assert.All(dated.Indicators, i => Assert.Equal((0, 0), (i.Difference.Mean, i.Difference.HalfWidth)));
        double Operations(string id) => comparison.Breakdown.Where(r => r.Scenario == id && r.Row.Role != null && r.Row.Cargo == null).Sum(r => r.Count);
        Assert.InRange(Operations("x") / Operations("2024-baseline"), 1.02, 1.16); // December 1.15, Christmas half of a day
        Assert.Equal("del 23 al 29 de diciembre de 2024", Stamp.Of(request, comparison, "c").Period.Es);
        Comparison asked = ComparisonRun.Run(request with { Period = new DateOnly(2024, 12, 23), Scenarios = [Shipped.Folder.Find("risk-management").OrThrow()] }, new LocalExecutor());
        Assert.Equal(Operations("x"), asked.Breakdown.Where(r => r.Scenario == "2024-baseline" && r.Row.Role != null && r.Row.Cargo == null).Sum(r => r.Count));
    }
}
