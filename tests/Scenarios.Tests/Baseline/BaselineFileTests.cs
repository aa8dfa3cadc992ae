using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Tests.Inputs;
using CorridorTwin.Simulation.Calendars;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Draws;

namespace CorridorTwin.Scenarios.Tests.Baseline;

public class BaselineFileTests
{
    private static readonly BaselineFile Shipped = BaselineFile.Load(Repository.Baseline).OrThrow();

    private static BaselineFile Small(string from = "", string to = "")
    {
        using Workspace workspace = Workspace.WithBaseline(from, to);
        return BaselineFile.Load(Path.Combine(workspace.Folder, "small.yaml")).OrThrow();
    }

    [Fact]
    public void Every_figure_stands_in_the_line_it_names()
    {
        string[] lines = File.ReadAllLines(Repository.Baseline);
        Assert.All(Shipped.Figures, f => Assert.Contains(f.Text, lines[f.Mark.Line - 1], StringComparison.Ordinal));
        Assert.Equal(Shipped.Figures.Count, Shipped.Figures.Select(f => f.Path).Distinct().Count());
    }

    [Fact]
    public void Writing_every_figure_back_where_it_stood_changes_no_figure()
    {
        BaselineFile again = Shipped.With(Shipped.Figures.Select(f => (f.Path, f.Text)));
        Assert.Equal(Shipped.Figures.Select(f => f with { Range = null }), again.Figures.Select(f => f with { Range = null }));
    }

    [Fact]
    public void A_figure_keeps_value_unit_source_grade_range_note_and_line()
    {
        BaselineFile small = Small("growth: 3 %/year", "growth: {value: 3 %/year, source: B.growth, grade: assumption, range: [1 %/year, 5 %/year], note: bank}");
        Figure figure = small.Figures.Single(f => f.Path == "demand.growth");
        Assert.Equal(("3 %/year", 3.0, "%/year", (1.0, 5.0), true, 9), (figure.Text, figure.Value, figure.Unit, figure.Range!.Value, figure.SourceExpected, figure.Mark.Line));
        Assert.Equal(new Provenance("B.growth", Grade.Assumption, "bank"), figure.Provenance);
    }

    [Fact]
    public void A_range_is_told_in_the_unit_of_its_value()
    {
        Figure figure = Small("lead: 24 h", "lead: {value: lognormal 24 h cv 0.5, range: [720 min, 3 d]}").Figures.Single(f => f.Path == "defaults.exit.declaration.lead");
        Assert.Equal(24, figure.Value, 1e-12);
        Assert.Equal((12.0, 72.0), figure.Range);
    }

    [Fact]
    public void Provenance_of_a_section_holds_for_figures_without_their_own_and_for_them_only()
    {
        BaselineFile small = Small("costs:\n", "costs:\n  provenance: {source: H, grade: read, note: n}\n  fees: {value: 1 USD/crossing, source: C, grade: derived}\n");
        Provenance Of(string path) => small.Figures.Single(f => f.Path == path).Provenance;
        Assert.Equal(new Provenance("H", Grade.Read, "n"), Of("costs.diesel"));
        Assert.Equal(new Provenance("C", Grade.Derived, null), Of("costs.fees"));
        Assert.Equal(Provenance.None, Of("demand.growth"));
        Assert.Equal(Provenance.None, Of("defaults.exit.declaration.lead"));
    }

    [Fact]
    public void Units_and_laws_reach_the_model()
    {
        CorridorModel model = Small().Model;
        Stage gate = model.Posts[0].Side(Direction.N2S, SideRole.Exit).Stages.Single();
        Assert.Equal(Distribution.Gamma(TimeSpan.FromMinutes(8), 0.5), gate.Service[Operation.Export]);
        Assert.Equal(Distribution.Gamma(TimeSpan.FromMinutes(1.5), 0.5), gate.Service[Operation.Import]);
        Assert.Equal(Distribution.Gamma(TimeSpan.FromMinutes(6), 0.5), gate.Service[Operation.Transit]);
        Assert.Equal(Distribution.Deterministic(TimeSpan.FromMinutes(1)), gate.Service[Operation.Empty]);
        Assert.Equal(0.03, model.Demand.GrowthPerYear, 1e-12);
        Assert.Equal([new LoadedStream("NI", "CR", 96), new LoadedStream("CR", "NI", 100)], model.Demand.Loaded);
        Assert.Equal(12, model.Costs.SpoilageAfterHours);
        Assert.Equal(0.0025, model.Costs.SpoilagePerHour, 1e-12);
        Assert.Equal(0.008, model.Costs.TimeValueDry, 1e-12);
        Assert.Equal(new ChannelShares(0.2, 0.15), model.Posts[0].Sides[0].Risk.Customs[Operation.Import]);
        Assert.Null(model.Posts[0].Sides[0].Stations.Single().WaitingRoom);
        Assert.Equal(-6, model.Countries[0].UtcOffsetHours);
    }

    [Fact]
    public void Profiles_are_scaled_to_mean_one()
    {
        IReadOnlyList<double> week = Small("weekdays: [1, 1, 1, 1, 1, 1, 1]", "weekdays: [2, 2, 2, 2, 2, 4, 0]").Model.Demand.WeekdayProfile;
        Assert.Equal([1, 1, 1, 1, 1, 2, 0], week);
    }

    [Fact]
    public void Rosters_days_wraps_and_midnight_reach_the_model()
    {
        BaselineFile small = Small(
            "- {days: all, hours: \"06:00-22:00\", staff: 2}\n",
            "- {days: [sat-mon, wed], hours: \"18:00-06:00\", staff: 1}\n          - {days: fri, hours: \"08:00-24:00\", staff: 3}\n");
        Roster roster = small.Model.Posts[0].Sides[0].Stations.Single().Roster;
        Assert.Equal(new HashSet<DayOfWeek> { DayOfWeek.Saturday, DayOfWeek.Sunday, DayOfWeek.Monday, DayOfWeek.Wednesday }, roster.Shifts[0].Days);
        Assert.Equal((1080, 360, 720), (roster.Shifts[0].FromMinute, roster.Shifts[0].ToMinute, roster.Shifts[0].Minutes));
        Assert.Equal((480, 1440, 3), (roster.Shifts[1].FromMinute, roster.Shifts[1].ToMinute, roster.Shifts[1].Staff));
    }

    [Fact]
    public void A_direction_overrides_its_post_and_that_the_defaults_field_by_field()
    {
        BaselineFile small = Small("    south: CR\n", """
                south: CR
                both:
                  exit:
                    stages: {gate: {service: {export: 4 min, empty: none}}}
                S2N:
                  exit:
                    stages: {gate: {service: {export: 2 min}}}
                    stations: {gate: {roster: [{days: sun, hours: "00:00-24:00", staff: 7}]}}
                  entry:
                    stages: {gate: none, exit: {station: gate, service: {import: 1 min}}}

            """);
        BorderPost post = small.Model.Posts[0];
        double Minutes(Direction direction, Operation operation) => post.Side(direction, SideRole.Exit).Stages.Single().Service[operation].MeanMilliseconds / 60_000;
        Assert.Equal(4, Minutes(Direction.N2S, Operation.Export), 1e-9);
        Assert.Equal(2, Minutes(Direction.S2N, Operation.Export), 1e-9);
        Assert.Equal(6, Minutes(Direction.S2N, Operation.Transit), 1e-9);
        Assert.False(post.Side(Direction.S2N, SideRole.Exit).Stages.Single().Service.ContainsKey(Operation.Empty));
        Assert.Equal(7, post.Side(Direction.S2N, SideRole.Exit).Stations.Single().Roster.Shifts.Single().Staff);
        Assert.Equal(2, post.Side(Direction.N2S, SideRole.Exit).Stations.Single().Roster.Shifts.Single().Staff);
        Assert.Equal(StageKind.Exit, post.Side(Direction.S2N, SideRole.Entry).Stages.Single().Kind);
        Assert.Equal(8, post.Side(Direction.N2S, SideRole.Entry).Stages.Single().Service[Operation.Export].MeanMilliseconds / 60_000, 1e-9);
    }

    [Fact]
    public void With_replaces_one_value_and_leaves_the_rest()
    {
        BaselineFile changed = Shipped.With("defaults.exit.stages.gate.service.export", "2 min");
        double Gate(BaselineFile file) => file.Model.Post("guasaule").Side(Direction.N2S, SideRole.Exit).Stages[0].Service[Operation.Export].MeanMilliseconds / 60_000;
        Assert.Equal((1.0, 2.0), (Math.Round(Gate(Shipped), 9), Math.Round(Gate(changed), 9)));
        Assert.Single(Shipped.Figures.Zip(changed.Figures), p => p.First.Value != p.Second.Value);
    }

    [Theory]
    [InlineData("defaults.exit.nowhere", "1 min", "no such value in the file")]
    [InlineData("defaults.exit.stages", "1 min", "no such value in the file")]
    [InlineData("defaults.exit.stages.gate.service.export", "1 km", "does not measure a duration")]
    [InlineData("demand.hours[99]", "1", "no such value in the file")]
    public void With_refuses_a_wrong_path_or_value(string path, string value, string message)
    {
        BaselineFile small = Small();
        Assert.Contains(message, Assert.Throws<InputException>(() => small.With(path, value)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_source_is_named_with_the_nearest()
    {
        using Workspace workspace = Workspace.WithBaseline("growth: 3 %/year", "growth: {value: 3 %/year, source: B.grwoth}");
        workspace.Write("data/sources.csv", "id,quantity,value,unit,place_year,source,grade\nB.growth,\"Growth, a year\",3,%,2024,x,assumption\n");
        Assert.Equal(["small.yaml:9: demand.growth.source 'B.grwoth': no such source; expected an id of scenarios/data/sources.csv; did you mean 'B.growth'?"], workspace.Lines());
    }

    [Theory]
    [InlineData("id,what\n", "data/sources.csv:1: not a table of sources; expected id,quantity,value,unit,place_year,source,grade")]
    [InlineData("id,quantity,value,unit,place_year,source,grade\na,,,,,,\nb,,,,,,\na,,,,,,\n", "data/sources.csv:4: id 'a': already in line 2")]
    [InlineData("", "data/sources.csv:1: not a table of sources; expected id,quantity,value,unit,place_year,source,grade")]
    public void A_wrong_table_of_sources_is_named(string table, string line)
    {
        using Workspace workspace = Workspace.WithBaseline();
        workspace.Write("data/sources.csv", table);
        Assert.Equal([line], workspace.Lines());
    }

    [Fact]
    public void An_unknown_measure_in_force_is_named()
    {
        using Workspace workspace = Workspace.WithBaseline("    south: CR\n", "    south: CR\n    N2S: {exit: {in-force: {RiskManagment: 100 %}}}\n");
        Assert.EndsWith("did you mean 'RiskManagement'?", Assert.Single(workspace.Lines()), StringComparison.Ordinal);
    }
}
