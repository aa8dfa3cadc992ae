using CorridorTwin.Scenarios.Rollouts;
using CorridorTwin.Scenarios.Rollouts.Matrix;
using CorridorTwin.Scenarios.Store;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Tests.Rollouts;

/// <summary>The corridor of a year: what is in it with the strategy, and what is in it anyway.</summary>
public class YearModelsTests
{
    private static readonly RolloutPlan Plan = RolloutPlan.Of(TestRollout.Shipped, MatrixReading.AsPrinted);
    private static readonly RepresentativeWeeks Ordinary = TestRollout.Shipped.Weeks[0];

    private static CorridorModel Of(RolloutCase at, int year) => YearModels.Of(Plan, at, year, Ordinary).Model;

    private static SideProcedure Entry(CorridorModel model) => model.Post("paso-canoas").Side(Direction.N2S, SideRole.Entry);

    [Fact]
    public void In_the_first_year_both_are_one_model() => Assert.Equal(ModelHash.Of(Of(RolloutCase.Without, 2024)), ModelHash.Of(Of(RolloutCase.With, 2024)));

    [Fact]
    public void What_is_under_contract_is_in_both_from_its_year_on()
    {
        foreach (RolloutCase at in Enum.GetValues<RolloutCase>())
        {
            Assert.False(Entry(Of(at, 2027)).SingleStop);
            Assert.True(Entry(Of(at, 2028)).SingleStop);
        }
    }

    [Fact]
    public void Years_grow_and_bring_their_own_dates()
    {
        CorridorModel model = Of(RolloutCase.Without, 2027);
        Assert.Equal(1.03 * 1.03 * 1.03 - 1, model.Demand.Added, 12);
        Assert.Equal(new DateOnly(2027, 5, 17), model.Period);
        Assert.Equal(new DateOnly(2024, 3, 25), TestRollout.Shipped.Weeks.Single(w => w.Id == "holy-week").In(2024).Start);
    }

    [Fact]
    public void A_measure_reaches_its_own_sides_and_no_others()
    {
        // Advance declaration at Peña Blanca and Peñas Blancas from 2026, at Guasaule later.
        CorridorModel before = Of(RolloutCase.Without, 2026), with = Of(RolloutCase.With, 2026);
        double Share(CorridorModel m, string post) => m.Post(post).Side(Direction.N2S, SideRole.Entry).Declaration.AdvanceShare.GetValueOrDefault(Operation.Import);
        Assert.True(Share(with, "penas-blancas") > Share(before, "penas-blancas"));
        Assert.Equal(Share(before, "guasaule"), Share(with, "guasaule"));
    }

    [Fact]
    public void Works_hinder_their_side_in_their_years()
    {
        double Loss(RolloutCase at, int year, string post, string country) => Of(at, year).Post(post).Sides.Where(s => s.Country == country).Max(s => s.ConstructionLoss);
        // Under contract: in both cases. Of the strategy: with it, in the two years before it opens.
        Assert.Equal([0.05, 0.05, 0, 0], new[] { Loss(RolloutCase.Without, 2025, "penas-blancas", "CR"), Loss(RolloutCase.With, 2025, "penas-blancas", "CR"), Loss(RolloutCase.Without, 2025, "penas-blancas", "NI"), Loss(RolloutCase.Without, 2026, "penas-blancas", "CR") });
        Assert.Equal([0, 0.05, 0.05, 0], new[] { Loss(RolloutCase.Without, 2026, "pedro-de-alvarado", "SV"), Loss(RolloutCase.With, 2025, "pedro-de-alvarado", "SV"), Loss(RolloutCase.With, 2026, "pedro-de-alvarado", "SV"), Loss(RolloutCase.With, 2027, "pedro-de-alvarado", "SV") });
    }

    [Fact]
    public void What_yields_is_laid_over_both_and_leaves_what_has_a_rule()
    {
        CorridorModel model = Of(RolloutCase.With, 2024);
        Assert.Equal(320, model.Post("penas-blancas").Yield.DeferFromQueue);
        Assert.Equal(150, model.Post("guasaule").Yield.DeferFromQueue);
        Assert.All(model.Posts.SelectMany(p => p.Sides).SelectMany(s => s.Stations), s =>
        {
            Assert.NotEmpty(s.Extra);
            Assert.Equal(s.Extra.OrderBy(e => e.FromQueue), s.Extra);
            Assert.True(s.WaitingRoom is not { } room || s.Extra[^1].FromQueue <= Math.Max(room, s.Extra.Count > 1 ? s.Extra[^2].FromQueue + 1 : 0));
        });
    }
}
