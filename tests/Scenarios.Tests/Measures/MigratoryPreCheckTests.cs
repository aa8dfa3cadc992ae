using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Simulation.Corridor;
using static CorridorTwin.Scenarios.Tests.Measures.SyntheticCorridor;

namespace CorridorTwin.Scenarios.Tests.Measures;

public class MigratoryPreCheckTests
{
    private static MeasureApplication Use(double intensity = 1, bool single = false) => new("MigratoryPreCheck")
    {
        Intensity = intensity, Parameters = new Dictionary<string, ParameterValue> { ["single-control"] = new ParameterValue.Flag(single) },
    };

    private static SideProcedure Side(MeasureOutcome outcome, SideRole role) => outcome.Model.Post("north").Side(Direction.N2S, role);

    [Fact]
    public void Half_of_the_drivers_take_two_fifths_less()
    {
        Stage migration = Side(new MigratoryPreCheck().Apply(Whole, Use()), SideRole.Entry).StageOf(StageKind.Migration)!;
        Assert.Equal((0.5, 0.6), (migration.PrecheckedShare, migration.PrecheckedFactor));
        Assert.Equal(Minutes(5), migration.Service[Operation.Import]);
    }

    [Fact]
    public void A_single_control_is_the_exit_sides()
    {
        MeasureOutcome outcome = new MigratoryPreCheck().Apply(Whole, Use(single: true));
        Assert.Null(Side(outcome, SideRole.Entry).StageOf(StageKind.Migration));
        Assert.NotNull(Side(outcome, SideRole.Exit).StageOf(StageKind.Migration));
    }

    [Fact]
    public void A_single_control_is_in_force_or_not()
    {
        MeasureOutcome outcome = new MigratoryPreCheck().Apply(Whole, Use(0.4, single: true));
        Assert.Equal(0.2, Side(outcome, SideRole.Entry).StageOf(StageKind.Migration)!.PrecheckedShare, 1e-12);
        Assert.Contains(outcome.Notes, n => n.Kind == NoteKind.Limited && n.Role == SideRole.Entry);
    }

    [Fact]
    public void A_single_stop_has_no_migration_of_its_own()
    {
        CorridorModel model = With(s => s.Role == SideRole.Entry ? s with { SingleStop = true } : s, Whole);
        MeasureOutcome outcome = new MigratoryPreCheck().Apply(model, Use());
        Assert.Same(model.Post("north").Side(Direction.N2S, SideRole.Entry), Side(outcome, SideRole.Entry));
        Assert.Contains(outcome.Notes, n => n.Kind == NoteKind.NothingToChange && n.Role == SideRole.Entry);
    }
}
