using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Simulation.Corridor;
using static CorridorTwin.Scenarios.Tests.Measures.SyntheticCorridor;

namespace CorridorTwin.Scenarios.Tests.Measures;

public class ElectronicDocumentsTests
{
    private static SideProcedure Entry(CorridorModel model) => model.Post("north").Side(Direction.N2S, SideRole.Entry);

    [Fact]
    public void Desk_preparation_and_rejections_fall_by_their_parameters()
    {
        SideProcedure before = Entry(Whole), after = Entry(new ElectronicDocuments().Apply(Whole, new("ElectronicDocuments")).Model);
        Stage was = before.StageOf(StageKind.Customs)!, now = after.StageOf(StageKind.Customs)!;
        Assert.Equal(0.9 * was.Service[Operation.Import].MeanMilliseconds, now.Service[Operation.Import].MeanMilliseconds, 1e-6);
        Assert.Equal(0.9 * was.ServiceInAdvance[Operation.Import].MeanMilliseconds, now.ServiceInAdvance[Operation.Import].MeanMilliseconds, 1e-6);
        Assert.Equal(was.Service[Operation.Empty], now.Service[Operation.Empty]);
        Assert.Equal(0.8 * before.Declaration.Preparation[Operation.Import].MeanMilliseconds, after.Declaration.Preparation[Operation.Import].MeanMilliseconds, 1e-6);
        Assert.Equal(0.8 * before.Declaration.RejectedShare, after.Declaration.RejectedShare, 1e-12);
    }

    [Fact]
    public void Where_a_third_stands_only_the_rest_is_added()
    {
        CorridorModel part = With(s => s with { InForce = new Dictionary<string, double> { ["ElectronicDocuments"] = 0.33 } }, Whole);
        Stage was = Entry(part).StageOf(StageKind.Customs)!, now = Entry(new ElectronicDocuments().Apply(part, new("ElectronicDocuments")).Model).StageOf(StageKind.Customs)!;
        // Full strength is 0.9 of a time without any; what is measured today is 0.967 of it.
        Assert.Equal(0.9 / (1 - 0.1 * 0.33), now.Service[Operation.Import].MeanMilliseconds / was.Service[Operation.Import].MeanMilliseconds, 1e-9);
    }

    [Fact]
    public void A_third_is_too_little_for_what_builds_on_it()
    {
        CorridorModel Standing(double strength) => With(s => s with { InForce = new Dictionary<string, double> { ["ElectronicDocuments"] = strength } }, Whole);
        bool Lacks(double strength) => new AdvanceDeclaration().Apply(Standing(strength), new("AdvanceDeclaration")).Notes.Any(n => n.Kind == NoteKind.PrerequisiteMissing);
        Assert.Equal((true, false), (Lacks(0.33), Lacks(0.5)));
    }
}
