using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Simulation.Corridor;
using static CorridorTwin.Scenarios.Tests.Measures.SyntheticCorridor;

namespace CorridorTwin.Scenarios.Tests.Measures;

public class AuthorizedEconomicOperatorTests
{
    private static readonly AuthorizedEconomicOperator Measure = new();

    private static MeasureApplication Use(bool mutual, double intensity = 1) => new("AuthorizedEconomicOperator")
    {
        Intensity = intensity, Parameters = new Dictionary<string, ParameterValue> { ["mutual-recognition"] = new ParameterValue.Flag(mutual) },
    };

    [Fact]
    public void Without_mutual_recognition_only_the_export_of_the_exit_side_trusts_them()
    {
        MeasureOutcome outcome = Measure.Apply(Whole, Use(false));
        SideProcedure exit = outcome.Model.Post("north").Side(Direction.N2S, SideRole.Exit), entry = outcome.Model.Post("north").Side(Direction.N2S, SideRole.Entry);
        Assert.Equal((0.7, 1.0), (Math.Round(exit.Risk.AeoFactorOf(Operation.Export), 12), exit.Risk.AeoFactorOf(Operation.Transit)));
        Assert.Equal((1.0, 1.0), (entry.Risk.AeoFactorOf(Operation.Import), entry.Risk.AeoFactorOf(Operation.Transit)));
        Assert.Contains(outcome.Notes, n => n.Role == SideRole.Entry && n.Text.En.Contains("without mutual recognition", StringComparison.Ordinal));
    }

    [Fact]
    public void With_mutual_recognition_every_side_does()
    {
        CorridorModel model = Measure.Apply(Whole, Use(true)).Model;
        Assert.All(model.Posts.SelectMany(p => p.Sides), s => Assert.All(s.Risk.Customs.Keys, o => Assert.Equal(0.7, s.Risk.AeoFactorOf(o), 12)));
    }

    [Fact]
    public void A_baseline_that_already_trusts_them_is_trusted_more()
    {
        CorridorModel model = With(s => s with { Risk = s.Risk with { AeoFactor = 0.5 } }, Whole);
        Assert.Equal(0.35, Measure.Apply(model, Use(true)).Model.Posts[0].Sides[1].Risk.AeoFactorOf(Operation.Import), 1e-12);
    }

    [Theory]
    [InlineData(1, null, 0.10)]
    [InlineData(0.5, null, 0.075)]
    [InlineData(1, "south", 0.075)]
    public void More_operators_are_certified_as_far_as_the_programme_reaches(double intensity, string? post, double share)
    {
        MeasureApplication use = Use(true, intensity) with { Posts = post is null ? null : [post] };
        CorridorModel once = Measure.Apply(Whole, use).Model;
        Assert.Equal(share, once.Demand.AeoShare, 1e-12);
        Assert.Equal(share, Measure.Apply(once, use).Model.Demand.AeoShare, 1e-12);
        Assert.Equal(0.10, Measure.Apply(once, Use(true)).Model.Demand.AeoShare, 1e-12);
    }

    [Fact]
    public void A_corridor_with_more_of_them_keeps_its_share() =>
        Assert.Equal(0.3, Measure.Apply(Whole with { Demand = Whole.Demand with { AeoShare = 0.3 } }, Use(true)).Model.Demand.AeoShare);
}
