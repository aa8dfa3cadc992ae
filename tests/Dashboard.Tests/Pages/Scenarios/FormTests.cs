using CorridorTwin.Dashboard.Pages.Scenarios;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Differences;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Dashboard.Tests.Pages.Scenarios;

public class FormTests
{
    private const string Rich = """
        id: rich
        title: {es: Rico, en: Rich}
        extends: advance-declaration
        year: 2030
        period: {start: 2030-12-02}
        demand:
          growth: {value: 2.5 %/year, source: B.growth, grade: assumption, note: kept}
          added: 10 %
          cargo: {perishable: 25 %}
        disruptions:
          - {kind: strike, post: guasaule, start: 36 h, length: 2 d, absent: 60 %}
          - {kind: closure, start: 3 d, length: 12 h}
          - {kind: outage, post: el-amatillo, start: 1.5 d, length: 90 min, slowdown: 4 x}
        measures:
          - {measure: RiskManagement, posts: [guasaule, el-amatillo], countries: [HN], directions: [N2S], roles: [entry], operations: [import, transit], intensity: 50 %, parameters: {red-cut: {value: 25 %, note: mine}}}
          - {measure: RiskManagement, posts: [penas-blancas]}
          - {measure: ScheduleHarmonization, parameters: {staff-neutral: false}}
          - {measure: CoordinatedBorderManagement, parameters: {single-stop-posts: [paso-canoas], joint-inspection: yes}}
          - {measure: SmartBorder, parameters: {outage-hours: 2 d}}
        """;

    private static readonly ScenarioFolder Folder = ScenarioFolder.Load(Repository.Scenarios);
    private static readonly CorridorModel Corridor = Folder.Baselines[0].Model;

    public static TheoryData<string> Shipped => [.. Folder.Scenarios.Select(s => s.Id)];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void A_shipped_scenario_through_the_form_is_the_same_model(string id)
    {
        Scenario scenario = Folder.Find(id).OrThrow();
        Same(File.ReadAllText(scenario.Mark.File), scenario);
    }

    [Fact]
    public void So_is_one_that_uses_every_field_and_nothing_the_form_does_not_know_is_lost()
    {
        Scenario scenario = Read("rich", Rich);
        string written = Same(Rich, scenario);
        Assert.Contains("note: kept", written);
        Assert.Contains("note: mine", written);
        Assert.Contains("perishable", written);
    }

    [Fact]
    public void A_second_round_writes_the_same_file()
    {
        string once = Written(Rich), twice = Written(once);
        Assert.Equal(once, twice);
    }

    [Theory]
    [InlineData("80", "%", "80 %")]
    [InlineData("1e2", "%", "1e2 %")]
    [InlineData("90 min", "h", "90 min")]
    [InlineData("yes", "", "yes")]
    [InlineData("3", "", "3")]
    public void A_bare_number_gets_the_unit_of_its_field(string typed, string unit, string written) => Assert.Equal(written, FormNumbers.Written(typed, unit));

    [Theory]
    [InlineData("1,5", true, "1.5")]
    [InlineData("1,5", false, "1,5")]
    [InlineData("1.5", true, "1.5")]
    [InlineData("-0,25 %", true, "-0.25 %")]
    public void A_decimal_comma_is_taken_where_the_reader_writes_one(string typed, bool comma, string read) => Assert.Equal(read, FormNumbers.Typed(typed, comma));

    private static string Same(string text, Scenario scenario)
    {
        string written = Written(text);
        Scenario again = Read(scenario.Id, written);
        CorridorModel one = MeasureCatalog.Apply(scenario.ModelBeforeMeasures(), scenario.Measures.Select(m => m.Application)).Model;
        CorridorModel two = MeasureCatalog.Apply(again.ModelBeforeMeasures(), again.Measures.Select(m => m.Application)).Model;
        Assert.Empty(ModelDifference.Of(one, two));
        Assert.Equal(one.Disruptions, two.Disruptions);
        Assert.Equal((scenario.Title, scenario.Description, scenario.Extends, scenario.Year), (again.Title, again.Description, again.Extends, again.Year));
        Assert.Equal(scenario.Period, again.Period);
        return written;
    }

    private static string Written(string text) => YamlText.Of(new TreeOfForm(new FormOfTree(Corridor).Of((MapNode)YamlTree.Parse("x", text, new Problems())!, text), Corridor).Write().Root);

    private static Scenario Read(string id, string text)
    {
        ScenarioFolder with = Folder.With(Path.Combine(Repository.Scenarios, id + ".yaml"), text);
        Assert.Empty(with.Problems.Select(p => p.ToString()));
        return with.Find(id).OrThrow();
    }
}
