using CorridorTwin.Scenarios.Appraisal.Finance;

namespace CorridorTwin.Scenarios.Tests.Appraisal.Finance;

/// <summary>E1 to E3 of the worked example, to the printed digits.</summary>
public class WorkedExampleTests
{
    private static readonly ProjectFlows E1 = WorkedExample.Flows;
    private static readonly Discounting Six = Discounting.At(0.06);

    [Fact]
    public void Net_flow_by_year() => Equal6(
        [-95.000000, -45.822462, 26.005728, 26.881900, 27.784357, 28.713888, 29.671304, 30.657444, 31.673167, 32.719362, 80.296943], E1.Net.Values);

    [Theory]
    [InlineData(0.035, 254.384364, 176.492364, 32.964725, 110.856725, 1.628111, 1.772372, 0.724691, 114.428236)]
    [InlineData(0.06, 222.505277, 172.137184, 25.965357, 76.333450, 1.443445, 1.522217, 0.503506, 81.398583)]
    [InlineData(0.10, 182.300405, 166.298978, 17.927763, 33.929189, 1.204025, 1.228678, 0.226882, 40.222074)]
    [InlineData(0.12, 166.071371, 163.794999, 14.971756, 17.248127, 1.105303, 1.115897, 0.116093, 23.792252)]
    public void Rates_side_by_side(double rate, double pvb, double pvc, double residual, double npv, double asBenefit, double asCost, double perCapital, double midYear)
    {
        Discounting at = Discounting.At(rate);
        Equal6(
            [pvb, pvc, residual, npv, asBenefit, asCost, perCapital, midYear],
            [
                at.PresentValue(E1.Benefits), at.PresentValue(E1.Costs), at.PresentValue(E1.Residual), E1.Npv(at), E1.Bcr(at, ResidualAs.Benefit),
                E1.Bcr(at, ResidualAs.NegativeCost), E1.NpvPerCapital(at), E1.Npv(at.With(FlowTiming.MidYear)),
            ]);
    }

    [Fact]
    public void Rates_of_return_and_payback()
    {
        Equal6([14.446374], [.. InternalRates.All(E1.Net).Select(r => 100 * r)]);
        Equal6(
            [13.346152, 6.057581, 7.389622, 9.332851],
            [100 * InternalRates.Modified(E1.Net, 0.12, 0.12)!.Value, Payback.Simple(E1.Net)!.Value, Payback.Discounted(E1.Net, Six)!.Value, Payback.Discounted(E1.Net, Discounting.At(0.12))!.Value]);
    }

    [Fact]
    public void Switching_values()
    {
        double npv = E1.Npv(Six), benefits = Six.PresentValue(E1.Benefits), capital = Six.PresentValue(E1.Capital), residual = Six.PresentValue(E1.Residual);
        Equal6(
            [-34.306355, 44.344544, 50.350627, 60.756457],
            [.. new[] { benefits, -Six.PresentValue(E1.Costs), -capital, residual - capital }.Select(part => 100 * SwitchingValue.Linear(npv, part)!.Value)]);
        Equal6([1.970809], [SwitchingValue.Search(h => WorkedExample.With(h).Npv(Six), WorkedExample.HoursSaved, 0, 10)!.Value]);
    }

    [Fact]
    public void A_year_of_delay()
    {
        ProjectFlows late = E1.BenefitsDelayed(1);
        Equal6([44.249284, 10.532337], [late.Npv(Six), 100 * InternalRates.Only(late.Net)!.Value]);
    }

    [Theory]
    [InlineData(0.03, 72.564298, 13.830744)]
    [InlineData(0.15, 57.487688, 11.648988)]
    [InlineData(0.44, 21.052547, 7.705693)]
    public void Optimism_bias(double uplift, double npv, double irr)
    {
        ProjectFlows dearer = E1.WithOptimismBias(uplift);
        Equal6([npv, irr], [dearer.Npv(Six), 100 * InternalRates.Only(dearer.Net)!.Value]);
    }

    [Fact]
    public void Shadow_prices()
    {
        double factor = ShadowPrice.Factor((0.3, 0.8), (0.7, 0.9));
        Equal6([0.87, 95.335788, 17.835132], [factor, E1.AtShadowPrice(factor).Npv(Six), 100 * InternalRates.Only(E1.AtShadowPrice(factor).Net)!.Value]);
    }

    [Fact]
    public void A_declining_schedule()
    {
        Discounting declining = Discounting.Declining([(1, 0.035), (6, 0.03)]);
        Assert.Equal(0.726293450, declining.Factor(10), 9);
        Equal6([113.425096], [E1.Npv(declining)]);
    }

    [Fact]
    public void Distribution()
    {
        CashFlow Part(double perHour) => CashFlow.By(10, t => WorkedExample.Benefit(t, 3 * perHour));
        Incidence who = new Incidence().Gains("carriers", Part(WorkedExample.Carrier)).Gains("shippers", Part(WorkedExample.Cargo)).Gains("society", Part(WorkedExample.Carbon));
        Equal6([179.431918, 39.765993, 3.307367], [.. who.PresentValues(Six).Values]);
        Assert.Equal(222.505277, Six.PresentValue(who.Total), 6);
    }

    [Theory]
    [InlineData(-0.5, 452536.661745, 27120000, 1780992.83, 28900992.833142, 28791241.050911, 0.381199)]
    [InlineData(-1.0, 511973.575557, 27120000, 3795904.21, 30915904.211396, 30604249.828665, 1.018337)]
    [InlineData(-1.5, 579217.031960, 27120000, 6075457.38, 33195457.383460, 32572730.281659, 1.911805)]
    public void Rule_of_a_half(double elasticity, double crossings, double existing, double induced, double half, double integral, double error)
    {
        var demand = new DemandCurve(400_000, 310, elasticity);
        UserBenefit gain = UserBenefit.Of(demand, 242.20);
        Equal6([crossings, existing, half, integral, error], [demand.At(242.20), gain.Existing, gain.RuleOfHalf, gain.Integral, 100 * gain.Error]);
        Assert.Equal(integral, UserBenefit.Of(demand.At, 310, 242.20).Integral, 6);
        Assert.Equal(induced, gain.Induced, 2);
        Assert.Equal(gain.Error > UserBenefit.Tolerance ? gain.Integral : gain.RuleOfHalf, gain.Counted);
    }

    [Fact]
    public void Monte_Carlo_against_the_exact_answer()
    {
        RiskInput[] inputs = [new("benefits", RiskLaw.Triangular(0.6, 1.0, 1.2)), new("capital", RiskLaw.Triangular(0.9, 1.0, 1.6))];
        RiskResult risk = MonteCarlo.Run(inputs, x => 222.505277 * x[0] + 25.965357 - 20.533411 - 151.603774 * x[1]);
        // Four standard errors of 100,000 draws.
        Assert.Equal(36.232469, risk.Mean, 4 * risk.MeanError);
        Assert.Equal(36.320640, risk.Sd, 0.4);
        Assert.Equal(0.167127, risk.PNegative, 4 * risk.PNegativeError);
        Assert.Equal(-27.0412, risk.P5, 1.0);
        Assert.Equal(38.1883, risk.P50, 0.7);
        Assert.Equal(92.3190, risk.P95, 0.7);
        Assert.InRange(risk.ExpectedLoss, -4, -1);
    }

    private static void Equal6(IReadOnlyList<double> expected, IReadOnlyList<double> actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        for (int i = 0; i < expected.Count; i++) Assert.Equal(expected[i], actual[i], 6.01e-7);
    }
}
