namespace CorridorTwin.Scenarios.Appraisal.Finance;

/// <summary>Where the residual value stands in a benefit-cost ratio; the net present value does not depend on it.</summary>
public enum ResidualAs
{
    /// <summary>With the benefits.</summary>
    Benefit,
    /// <summary>Taken off the costs.</summary>
    NegativeCost,
}

/// <summary>A project's flows by kind, each as a positive amount where it is what its name says.</summary>
/// <param name="Benefits">What users, agencies and society gain; negative in a year in which they lose.</param>
/// <param name="Capital">Investment.</param>
/// <param name="Operating">Operation and maintenance.</param>
/// <param name="Residual">What the assets are still worth.</param>
public sealed record ProjectFlows(CashFlow Benefits, CashFlow Capital, CashFlow Operating, CashFlow Residual)
{
    /// <summary>Benefits and residual less costs.</summary>
    public CashFlow Net => Benefits + Residual - Capital - Operating;

    /// <summary>Capital and operating cost.</summary>
    public CashFlow Costs => Capital + Operating;

    /// <summary>Net present value.</summary>
    public double Npv(Discounting at) => at.PresentValue(Net);

    /// <summary>Benefit-cost ratio by a declared convention; NaN where the costs are worth nothing.</summary>
    public double Bcr(Discounting at, ResidualAs residual)
    {
        double benefits = at.PresentValue(Benefits), costs = at.PresentValue(Costs), left = at.PresentValue(Residual);
        (double above, double below) = residual == ResidualAs.Benefit ? (benefits + left, costs) : (benefits, costs - left);
        return below > 0 ? above / below : double.NaN;
    }

    /// <summary>Net present value per unit of discounted capital; NaN without capital.</summary>
    public double NpvPerCapital(Discounting at) => at.PresentValue(Capital) is > 0 and var capital ? Npv(at) / capital : double.NaN;

    /// <summary>First-year rate of return: benefits of the opening year per unit of capital spent until then, compounded to it. Below the discount rate, the project is worth putting off.</summary>
    /// <param name="opening">The first year of benefits.</param>
    /// <param name="at">Rates at which capital is compounded.</param>
    public double FirstYearReturn(int opening, Discounting at)
    {
        double capital = Enumerable.Range(0, opening + 1).Sum(t => Capital[t] * at.Factor(t)) / at.Factor(opening);
        return capital > 0 ? Benefits[opening] / capital : double.NaN;
    }

    /// <summary>Every flow times a factor.</summary>
    public ProjectFlows Times(double factor) => new(factor * Benefits, factor * Capital, factor * Operating, factor * Residual);

    /// <summary>Costs and residual at shadow prices.</summary>
    /// <param name="factor">Economic value per unit of market price: see <see cref="ShadowPrice"/>.</param>
    public ProjectFlows AtShadowPrice(double factor) => this with { Capital = factor * Capital, Operating = factor * Operating, Residual = factor * Residual };

    /// <summary>Capital made dearer by optimism bias, and with it the residual that is a share of it.</summary>
    /// <param name="uplift">As a fraction: 0.44 for 44 %.</param>
    /// <param name="residualScales">The residual grows with the capital.</param>
    public ProjectFlows WithOptimismBias(double uplift, bool residualScales = true) => this with { Capital = (1 + uplift) * Capital, Residual = residualScales ? (1 + uplift) * Residual : Residual };

    /// <summary>Benefits one or more years later, everything else as planned.</summary>
    public ProjectFlows BenefitsDelayed(int years) => this with { Benefits = Benefits.Delayed(years) };
}
