using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Simulation.Corridor;
using static CorridorTwin.Scenarios.Tests.Measures.SyntheticCorridor;

namespace CorridorTwin.Scenarios.Tests.Measures;

public class InfrastructureTests
{
    private static MeasureApplication Use(double intensity = 1, params (string Key, ParameterValue Value)[] parameters) =>
        new("Infrastructure") { Intensity = intensity, Parameters = parameters.ToDictionary(p => p.Key, p => p.Value) };

    private static SideProcedure Entry(CorridorModel model) => model.Post("north").Side(Direction.N2S, SideRole.Entry);

    private static int Gate(SideProcedure side) => side.Stations.Single(s => s.Name == "gate").Roster.MinuteLevels().Max();

    [Fact]
    public void A_lane_is_added_with_its_officer_and_yards_grow()
    {
        MeasureOutcome outcome = new Infrastructure().Apply(Whole, Use());
        Assert.Equal((2, 30), (Gate(Entry(outcome.Model)), Entry(outcome.Model).Stations.Single(s => s.Name == "migration").WaitingRoom));
        Assert.Contains(outcome.Notes, n => n.Kind == NoteKind.SideEffect && n.Text.En.Contains("168 more staff-hours per week", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0.4, 1)]
    [InlineData(0.5, 2)]
    [InlineData(1, 3)]
    public void Lanes_come_whole(double intensity, int officers) =>
        Assert.Equal(officers, Gate(Entry(new Infrastructure().Apply(Whole, Use(intensity, ("gate-lanes", new ParameterValue.Number(2)))).Model)));

    [Fact]
    public void Under_construction_everything_is_lost_and_nothing_won()
    {
        var works = Use(1, ("under-construction", new ParameterValue.Flag(true)));
        MeasureOutcome outcome = new Infrastructure().Apply(Whole, works);
        Assert.Equal(0.05, Entry(outcome.Model).ConstructionLoss);
        Assert.Equal(1, Gate(Entry(outcome.Model)));
        Assert.False(InForceLevels.Anywhere(Entry(outcome.Model), "Infrastructure"));
        Assert.Empty(ModelLeaves.Changed(outcome.Model, new Infrastructure().Apply(outcome.Model, works).Model));
    }

    [Fact]
    public void What_is_finished_is_not_rebuilt()
    {
        CorridorModel done = new Infrastructure().Apply(Whole, Use()).Model;
        MeasureOutcome again = new Infrastructure().Apply(done, Use(1, ("under-construction", new ParameterValue.Flag(true))));
        Assert.Same(done, again.Model);
        Assert.All(again.Notes, n => Assert.Equal(NoteKind.AlreadyInForce, n.Kind));
    }

    [Fact]
    public void A_single_stop_gets_no_gate_lane_but_stands()
    {
        CorridorModel model = With(s => s.Role == SideRole.Entry ? s with { SingleStop = true } : s, Whole);
        SideProcedure entry = Entry(new Infrastructure().Apply(model, Use()).Model);
        Assert.Equal(1, Gate(entry));
        Assert.True(InForceLevels.Stands(entry, "Infrastructure"));
    }
}
