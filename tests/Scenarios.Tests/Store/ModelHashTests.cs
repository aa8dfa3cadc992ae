using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Scenarios.Store;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Draws;

namespace CorridorTwin.Scenarios.Tests.Store;

public class ModelHashTests
{
    private static readonly CorridorModel Model = Shipped.Folder.Baselines[0].Model;

    [Fact]
    public void The_same_files_give_the_same_hash() =>
        Assert.Equal(ModelHash.Of(Model), ModelHash.Of(ScenarioFolder.Load(Repository.Scenarios).Baselines[0].Model));

    [Fact]
    public void The_last_bit_of_a_number_counts() =>
        Assert.NotEqual(ModelHash.Of(Model), ModelHash.Of(Model with { CapacityFactor = Math.BitIncrement(1.0) }));

    [Fact]
    public void Every_shipped_scenario_has_its_own()
    {
        string[] hashes = [ModelHash.Of(Model), .. Shipped.Folder.Scenarios.Select(s => ModelHash.Of(MeasureCatalog.Apply(s.ModelBeforeMeasures(), s.Measures.Select(m => m.Application)).Model))];
        Assert.Equal(hashes.Length, hashes.Distinct().Count());
    }

    [Fact]
    public void A_measure_of_zero_intensity_gives_the_hash_of_none() =>
        Assert.Equal(ModelHash.Of(Model), ModelHash.Of(MeasureCatalog.Apply(Model, [new MeasureApplication("SmartBorder") { Intensity = 0 }]).Model));

    [Fact]
    public void The_order_of_a_mapping_does_not_count_but_that_of_a_list_does()
    {
        CorridorModel turned = Model with { Demand = Model.Demand with { CargoShares = Model.Demand.CargoShares.Reverse().ToDictionary() } };
        Assert.Equal(ModelHash.Of(Model), ModelHash.Of(turned));
        Assert.NotEqual(ModelHash.Of(Model), ModelHash.Of(Model with { Demand = Model.Demand with { WeekdayProfile = [.. Model.Demand.WeekdayProfile.Reverse()] } }));
    }

    [Theory]
    [MemberData(nameof(Laws))]
    public void Laws_that_differ_have_different_hashes(Distribution a, Distribution b) => Assert.NotEqual(With(a), With(b));

    public static TheoryData<Distribution, Distribution> Laws => new()
    {
        { Distribution.Lognormal(TimeSpan.FromHours(1), 0.5), Distribution.Gamma(TimeSpan.FromHours(1), 0.5) },
        { Distribution.Empirical([TimeSpan.FromHours(1), TimeSpan.FromHours(3)]), Distribution.Empirical([TimeSpan.FromHours(3), TimeSpan.FromHours(1)]) },
        { Distribution.Mixture((1, Distribution.Exponential(TimeSpan.FromHours(1))), (2, Distribution.Exponential(TimeSpan.FromHours(2)))), Distribution.Mixture((2, Distribution.Exponential(TimeSpan.FromHours(1))), (1, Distribution.Exponential(TimeSpan.FromHours(2)))) },
    };

    private static string With(Distribution travel) => ModelHash.Of(Model with { Roads = [.. Model.Roads.Select(r => r with { Travel = travel })] });
}
