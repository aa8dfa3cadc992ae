using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Simulation.Corridor;
using static CorridorTwin.Scenarios.Tests.Measures.SyntheticCorridor;

namespace CorridorTwin.Scenarios.Tests.Measures;

public class SimplifiedMsmeDeclarationTests
{
    [Fact]
    public void Only_their_definitive_trade_is_served_sooner()
    {
        SideProcedure entry = new SimplifiedMsmeDeclaration().Apply(Whole, new("SimplifiedMsmeDeclaration")).Model.Post("north").Side(Direction.N2S, SideRole.Entry);
        Stage customs = entry.StageOf(StageKind.Customs)!;
        Assert.Equal([(Operation.Import, 0.8)], customs.MsmeFactor.Select(f => (f.Key, Math.Round(f.Value, 12))));
        Assert.Equal(0.7, entry.Declaration.MsmePreparationFactor, 1e-12);
        Assert.Equal(Whole.Post("north").Side(Direction.N2S, SideRole.Entry).StageOf(StageKind.Customs)!.Service, customs.Service);
    }

    [Fact]
    public void An_exit_side_that_prepares_no_declaration_keeps_its_track()
    {
        CorridorModel model = With(s => s.Role == SideRole.Exit ? s with { Declaration = s.Declaration with { Preparation = new Dictionary<Operation, Simulation.Draws.Distribution>() } } : s, Whole);
        SideProcedure exit = new SimplifiedMsmeDeclaration().Apply(model, new("SimplifiedMsmeDeclaration")).Model.Post("north").Side(Direction.N2S, SideRole.Exit);
        Assert.Equal(1, exit.Declaration.MsmePreparationFactor);
        Assert.Equal(0.8, exit.StageOf(StageKind.Customs)!.MsmeFactor[Operation.Export], 1e-12);
    }
}
