using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Simulation.Corridor;
using static CorridorTwin.Scenarios.Tests.Measures.SyntheticCorridor;

namespace CorridorTwin.Scenarios.Tests.Measures;

public class AdvanceEmptyUnitsTests
{
    private static SideProcedure Apply(CorridorModel model) => new AdvanceEmptyUnits().Apply(model, new("AdvanceEmptyUnits")).Model.Post("north").Side(Direction.N2S, SideRole.Exit);

    [Fact]
    public void Most_empties_are_announced_and_take_half_the_time()
    {
        SideProcedure side = Apply(Whole);
        Assert.Equal(0.60, side.Declaration.AdvanceShare[Operation.Empty], 1e-12);
        Assert.Equal(60_000, side.StageOf(StageKind.Customs)!.ServiceInAdvance[Operation.Empty].MeanMilliseconds, 1e-6);
        Assert.Equal(Whole.Posts[0].Sides[0].Declaration.AdvanceShare[Operation.Export], side.Declaration.AdvanceShare[Operation.Export]);
    }

    [Fact]
    public void A_side_that_already_announces_more_keeps_its_share_and_its_own_time()
    {
        CorridorModel model = With(s => s with
        {
            Declaration = s.Declaration with { AdvanceShare = s.Declaration.AdvanceShare.With(Operation.Empty, 0.7) },
        }, Whole);
        Assert.Same(model.Posts[0].Sides[0], Apply(model));
        CorridorModel timed = With(s => s.EditStage(StageKind.Customs, c => c with { ServiceInAdvance = c.ServiceInAdvance.With(Operation.Empty, Minutes(1.5)) }), Whole);
        Assert.Equal(Minutes(1.5), Apply(timed).StageOf(StageKind.Customs)!.ServiceInAdvance[Operation.Empty]);
    }
}
