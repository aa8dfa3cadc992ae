using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Simulation.Corridor;
using static CorridorTwin.Scenarios.Tests.Measures.SyntheticCorridor;

namespace CorridorTwin.Scenarios.Tests.Measures;

public class RiskManagementTests
{
    private static RiskProfile Entry(CorridorModel model) => model.Post("north").Side(Direction.N2S, SideRole.Entry).Risk;

    private static MeasureApplication Use(params (string Key, double Value)[] parameters) => new("RiskManagement")
    {
        Parameters = parameters.ToDictionary(p => p.Key, p => (ParameterValue)new ParameterValue.Number(p.Value)),
    };

    private static MeasureOutcome Apply(MeasureApplication use) => new RiskManagement().Apply(Model, use);

    [Fact]
    public void Cuts_red_and_yellow_by_the_weaker_end_of_what_is_published()
    {
        ChannelShares import = Entry(Apply(Use()).Model).Customs[Operation.Import];
        Assert.Equal(0.105, import.Red, 1e-12);
        Assert.Equal(0.14, import.Yellow, 1e-12);
    }

    [Fact]
    public void Random_selection_stays() // transit has 0.5 % red: below the floor, so untouched; exports go from 3 % to the floor, not to 0.9 %
    {
        RiskProfile exit = Apply(Use(("red-cut", 0.7))).Model.Post("north").Side(Direction.N2S, SideRole.Exit).Risk;
        Assert.Equal(0.02, exit.Customs[Operation.Export].Red, 1e-12);
        Assert.Equal(0.005, exit.Customs[Operation.Transit].Red);
    }

    [Fact]
    public void Each_examination_finds_what_it_found_unless_told_otherwise()
    {
        Assert.Equal(0.065, Entry(Apply(Use()).Model).HitRate);
        Assert.Equal(0.065 * 1.2, Entry(Apply(Use(("hit-rate-gain", 0.2))).Model).HitRate, 1e-12);
    }

    [Fact]
    public void The_hit_rate_rises_once_although_operations_come_one_by_one()
    {
        CorridorModel transit = Apply(Use(("hit-rate-gain", 0.2)) with { Operations = [Operation.Transit] }).Model;
        CorridorModel both = new RiskManagement().Apply(transit, Use(("hit-rate-gain", 0.2)) with { Operations = [Operation.Import] }).Model;
        Assert.Equal(0.065 * 1.2, Entry(both).HitRate, 1e-12);
    }

    [Fact]
    public void Says_how_many_inspections_and_finds_are_lost()
    {
        // 15 % to 10.5 % red: 45 fewer of 1,000, which found 45 × 6.5 % = 2.9.
        Assert.Contains(Apply(Use()).Notes, n => n.Kind == NoteKind.SideEffect && n.Text.En.Contains("per 1,000 import operations, 45 fewer inspections and 2.9", StringComparison.Ordinal));
    }

    [Fact]
    public void Plant_health_is_cut_only_on_request()
    {
        Assert.Same(Entry(Model).SpsInspection, Entry(Apply(Use()).Model).SpsInspection);
        Assert.Equal(0.04, Entry(Apply(Use(("sps-cut", 0.2))).Model).SpsInspection[Operation.Import], 1e-12);
    }

    [Fact]
    public void Half_strength_then_full_does_not_cut_twice()
    {
        CorridorModel half = Apply(Use() with { Intensity = 0.5 }).Model;
        Assert.Equal(0.1275, Entry(half).Customs[Operation.Import].Red, 1e-12);
        Assert.Equal(0.105, Entry(new RiskManagement().Apply(half, Use()).Model).Customs[Operation.Import].Red, 1e-12);
    }

    [Fact]
    public void Says_where_data_in_advance_are_missing()
    {
        Assert.Contains(Apply(Use()).Notes, n => n.Kind == NoteKind.PrerequisiteMissing && n.Text.En.Contains("data in advance is missing", StringComparison.Ordinal));
        CorridorModel declared = new AdvanceDeclaration().Apply(Model, new("AdvanceDeclaration")).Model;
        Assert.DoesNotContain(new RiskManagement().Apply(declared, Use()).Notes, n => n.Kind == NoteKind.PrerequisiteMissing);
    }
}
