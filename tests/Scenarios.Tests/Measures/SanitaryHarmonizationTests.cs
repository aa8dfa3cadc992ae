using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Simulation.Corridor;
using static CorridorTwin.Scenarios.Tests.Measures.SyntheticCorridor;

namespace CorridorTwin.Scenarios.Tests.Measures;

public class SanitaryHarmonizationTests
{
    private static readonly SanitaryHarmonization Measure = new();

    [Fact]
    public void Inspections_samples_and_the_desk_fall_for_imports()
    {
        MeasureOutcome outcome = Measure.Apply(Whole, new("SanitaryHarmonization"));
        SideProcedure entry = outcome.Model.Post("north").Side(Direction.N2S, SideRole.Entry);
        Assert.Equal(0.035, entry.Risk.SpsInspection[Operation.Import], 1e-12);
        Assert.Equal(0.014, entry.StageOf(StageKind.Laboratory)!.Share[Operation.Import], 1e-12);
        Assert.Equal(12 * 60_000 * 0.9, entry.StageOf(StageKind.Sps)!.Service[Operation.Import].MeanMilliseconds, 1e-6);
        // 5 % of 1,000 examined, 30 % of them no longer, 6.5 % of which would have found something.
        Assert.Contains(outcome.Notes, n => n.Kind == NoteKind.SideEffect && n.Text.En.Contains("15 fewer plant and animal health inspections and 0.98 fewer expected finds", StringComparison.Ordinal));
    }

    [Fact]
    public void Certificates_alone_leave_inspections_and_samples()
    {
        var use = new MeasureApplication("SanitaryHarmonization")
        {
            Parameters = new Dictionary<string, ParameterValue> { ["inspection-cut"] = new ParameterValue.Number(0), ["laboratory-cut"] = new ParameterValue.Number(0) },
        };
        SideProcedure before = Whole.Posts[0].Sides[1], entry = Measure.Apply(Whole, use).Model.Posts[0].Sides[1];
        Assert.Equal(before.Risk, entry.Risk);
        Assert.Equal(before.StageOf(StageKind.Laboratory), entry.StageOf(StageKind.Laboratory));
        Assert.NotEqual(before.StageOf(StageKind.Sps), entry.StageOf(StageKind.Sps));
    }

    [Fact]
    public void An_exit_side_has_nothing_to_change()
    {
        MeasureOutcome outcome = Measure.Apply(Whole, new("SanitaryHarmonization") { Roles = [SideRole.Exit] });
        Assert.Same(Whole, outcome.Model);
        Assert.All(outcome.Notes, n => Assert.Equal(NoteKind.NothingToChange, n.Kind));
    }
}
