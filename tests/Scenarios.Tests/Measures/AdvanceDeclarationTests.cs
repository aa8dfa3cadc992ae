using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Draws;
using static CorridorTwin.Scenarios.Tests.Measures.SyntheticCorridor;

namespace CorridorTwin.Scenarios.Tests.Measures;

public class AdvanceDeclarationTests
{
    private static SideProcedure Entry(CorridorModel model) => model.Post("north").Side(Direction.N2S, SideRole.Entry);

    private static CorridorModel Apply(CorridorModel model, MeasureApplication use) => new AdvanceDeclaration().Apply(model, use).Model;

    private static MeasureApplication Use => new("AdvanceDeclaration");

    [Theory]
    [InlineData(1, 0.80)]
    [InlineData(0.5, 0.55)] // half of the way from 30 % to 80 %
    public void Raises_the_advance_share_to_the_compliance_level(double intensity, double share) =>
        Assert.Equal(share, Entry(Apply(Model, Use with { Intensity = intensity })).Declaration.AdvanceShare[Operation.Import], 1e-12);

    [Fact]
    public void Leaves_transit_empties_and_rejections_alone()
    {
        SideProcedure side = Entry(Apply(Model, Use));
        Assert.Equal([Operation.Import], side.Declaration.AdvanceShare.Keys);
        Assert.Equal([Operation.Import], side.StageOf(StageKind.Customs)!.ServiceInAdvance.Keys);
        Assert.Equal(0.05, side.Declaration.RejectedShare);
    }

    [Fact]
    public void Lowers_nothing_where_more_declare_already()
    {
        CorridorModel model = With(s => s with { Declaration = s.Declaration with { AdvanceShare = new Dictionary<Operation, double> { [Operation.Import] = 0.85, [Operation.Export] = 0.85 } } });
        MeasureOutcome outcome = new AdvanceDeclaration().Apply(model, Use);
        Assert.Same(model, outcome.Model);
        Assert.All(outcome.Notes, n => Assert.Equal(NoteKind.NothingToChange, n.Kind));
        Assert.Equal(8, outcome.Notes.Count);
    }

    [Fact]
    public void Takes_a_fifth_off_the_desk_time_where_the_baseline_gives_none() =>
        Assert.Equal(Minutes(8).Scale(0.8), Entry(Apply(Model, Use)).StageOf(StageKind.Customs)!.ServiceInAdvance[Operation.Import]);

    [Fact]
    public void Keeps_a_shorter_time_of_the_baseline()
    {
        var own = new Dictionary<Operation, Distribution> { [Operation.Import] = Minutes(3) };
        CorridorModel model = With(s => s.EditStage(StageKind.Customs, c => s.Role == SideRole.Entry ? c with { ServiceInAdvance = own } : c));
        Assert.Equal(Minutes(3), Entry(Apply(model, Use)).StageOf(StageKind.Customs)!.ServiceInAdvance[Operation.Import]);
    }

    [Fact]
    public void Fewer_pay_on_arrival()
    {
        // A quarter of advance declarants prepays: 92.5 % of trucks paid on arrival before, 80 % do now.
        Assert.Equal(0.80 / 0.925, Entry(Apply(Model, Use)).StageOf(StageKind.Payment)!.Share[Operation.Import], 1e-12);
    }

    [Fact]
    public void For_exports_only_it_leaves_imports_and_later_imports_still_can_follow()
    {
        CorridorModel exports = Apply(Model, Use with { Operations = [Operation.Export] });
        Assert.Same(Entry(Model), Entry(exports));
        CorridorModel both = Apply(exports, Use with { Operations = [Operation.Import] });
        Assert.Equal(0.80, Entry(both).Declaration.AdvanceShare[Operation.Import]);
        Assert.DoesNotContain(ModelLeaves.Changed(Apply(Model, Use), both), p => !p.Contains(".InForce.", StringComparison.Ordinal));
    }

    [Fact]
    public void In_force_for_one_operation_it_is_not_for_the_other()
    {
        CorridorModel model = With(s => s with { InForce = new Dictionary<string, double> { ["AdvanceDeclaration.Export"] = 1 } });
        CorridorModel changed = Apply(model, Use);
        Assert.Same(model.Post("north").Side(Direction.N2S, SideRole.Exit).Declaration, changed.Post("north").Side(Direction.N2S, SideRole.Exit).Declaration);
        Assert.Equal(0.80, Entry(changed).Declaration.AdvanceShare[Operation.Import]);
    }
}
