using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Simulation.Corridor;
using static CorridorTwin.Scenarios.Tests.Measures.SyntheticCorridor;

namespace CorridorTwin.Scenarios.Tests.Measures;

public class CoordinatedBorderManagementTests
{
    private static MeasureApplication Use => new("CoordinatedBorderManagement");

    private static SideProcedure Entry(CorridorModel model, string post = "north") => model.Post(post).Side(Direction.N2S, SideRole.Entry);

    [Fact]
    public void Inspects_jointly_where_two_agencies_inspect()
    {
        CorridorModel changed = new CoordinatedBorderManagement().Apply(Model, Use).Model;
        Assert.True(Entry(changed).JointInspection);
        Assert.False(changed.Post("north").Side(Direction.N2S, SideRole.Exit).JointInspection);
    }

    [Fact]
    public void Recognises_less_without_risk_management_and_says_how_much()
    {
        MeasureOutcome alone = new CoordinatedBorderManagement().Apply(Model, Use);
        Assert.Equal(0.15, Entry(alone.Model).Recognition, 1e-12);
        Assert.Contains(alone.Notes, n => n.Kind == NoteKind.PrerequisiteMissing && n.Remark.Es.Contains("falta RiskManagement: el reconocimiento se reduce a 15 %", StringComparison.Ordinal));
        MeasureOutcome both = MeasureCatalog.Apply(Model, [Use, new("RiskManagement")]);
        Assert.Equal(0.30, Entry(both.Model).Recognition, 1e-12);
        Assert.DoesNotContain(both.Notes, n => n.Measure == Use.Measure && n.Text.En.Contains("RiskManagement", StringComparison.Ordinal));
    }

    [Fact]
    public void Says_that_the_agencies_keep_different_hours()
    {
        static bool Hours(MeasureNote n) => n.Kind == NoteKind.PrerequisiteMissing && n.Text.En.Contains("a common inspection schedule is missing", StringComparison.Ordinal);
        MeasureOutcome outcome = new CoordinatedBorderManagement().Apply(Model, Use);
        Assert.Equal(4, outcome.Notes.Count(Hours)); // the four entry sides: customs 06–18, plant health 08–16
        CorridorModel same = With(s => s.EditStations(t => t with { Roster = DayWithLunch(4, 2) }));
        Assert.DoesNotContain(new CoordinatedBorderManagement().Apply(same, Use).Notes, Hours);
    }

    [Fact]
    public void A_single_stop_comes_only_to_the_posts_named()
    {
        MeasureApplication use = Use with { Parameters = new Dictionary<string, ParameterValue> { ["single-stop-posts"] = new ParameterValue.Posts(["south"]) } };
        CorridorModel changed = new CoordinatedBorderManagement().Apply(Model, use).Model;
        Assert.False(Entry(changed).SingleStop);
        Assert.True(Entry(changed, "south").SingleStop);
        Assert.False(changed.Post("south").Side(Direction.N2S, SideRole.Exit).SingleStop);
        Assert.False(Entry(new CoordinatedBorderManagement().Apply(Model, Use).Model, "south").SingleStop);
    }

    [Fact]
    public void Below_half_strength_switches_stay_off_and_that_is_said()
    {
        MeasureOutcome outcome = new CoordinatedBorderManagement().Apply(Model, Use with { Intensity = 0.4 });
        Assert.False(Entry(outcome.Model).JointInspection);
        Assert.Equal(0.06, Entry(outcome.Model).Recognition, 1e-12);
        Assert.Contains(outcome.Notes, n => n.Kind == NoteKind.Limited);
    }
}
