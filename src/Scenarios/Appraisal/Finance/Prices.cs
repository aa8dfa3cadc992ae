namespace CorridorTwin.Scenarios.Appraisal.Finance;

/// <summary>A price index by calendar year: what turns amounts of each year's prices into those of one year and back.</summary>
/// <param name="FirstYear">Calendar year of t = 0.</param>
/// <param name="Yearly">Inflation by calendar year: prices of that year relative to the year before, less 1.</param>
public sealed record Deflator(int FirstYear, Func<int, double> Yearly)
{
    /// <summary>The same inflation every year.</summary>
    public static Deflator Constant(int firstYear, double inflation) => new(firstYear, _ => inflation);

    /// <summary>Prices of a year relative to those of another.</summary>
    public double Index(int year, int relativeTo)
    {
        double index = 1;
        for (int y = relativeTo + 1; y <= year; y++) index *= 1 + Yearly(y);
        for (int y = year + 1; y <= relativeTo; y++) index /= 1 + Yearly(y);
        return index;
    }

    /// <summary>A nominal flow in constant prices of a year.</summary>
    /// <exception cref="ArgumentException">The flow says it is in constant prices already.</exception>
    public CashFlow ToReal(CashFlow nominal, int priceYear) => nominal.Basis.PriceYear is not null
        ? throw new ArgumentException($"The flow is in {nominal.Basis} already.", nameof(nominal))
        : nominal.Select((v, t) => v / Index(FirstYear + t, priceYear)).In(PriceBasis.Real(nominal.Basis.Currency, priceYear));

    /// <summary>A flow of constant prices of a year in those of each year.</summary>
    public CashFlow ToNominal(CashFlow real, int priceYear) => real.Basis.PriceYear is { } stated && stated != priceYear
        ? throw new ArgumentException($"The flow is in {real.Basis}, not in prices of {priceYear}.", nameof(real))
        : real.Select((v, t) => v * Index(FirstYear + t, priceYear)).In(PriceBasis.Nominal(real.Basis.Currency));

    /// <summary>The real rate of a nominal one: (1 + n) / (1 + i) − 1 (Fisher).</summary>
    public static double RealRate(double nominal, double inflation) => (1 + nominal) / (1 + inflation) - 1;

    /// <summary>The nominal rate of a real one.</summary>
    public static double NominalRate(double real, double inflation) => (1 + real) * (1 + inflation) - 1;
}

/// <summary>Economic value per unit of market price: what labour, foreign exchange and taxes make of it.</summary>
public static class ShadowPrice
{
    /// <summary>The factor of a cost from its components: Σ share × conversion factor.</summary>
    /// <exception cref="ArgumentException">Shares that do not add up to 1.</exception>
    public static double Factor(params IReadOnlyList<(double Share, double Conversion)> components) => Math.Abs(components.Sum(c => c.Share) - 1) < 1e-9
        ? components.Sum(c => c.Share * c.Conversion)
        : throw new ArgumentException(FormattableString.Invariant($"Shares of a cost add up to 1; these add up to {components.Sum(c => c.Share)}."), nameof(components));
}

/// <summary>How much dearer projects of a class turn out than appraised (Mott MacDonald for HM Treasury, 2002).</summary>
public static class OptimismBias
{
    /// <summary>The uplift of a project of several classes: Σ share × uplift × (1 − what of it is already managed).</summary>
    public static double Weighted(IReadOnlyList<(double Share, double Uplift, double Managed)> classes) => Math.Abs(classes.Sum(c => c.Share) - 1) < 1e-9
        ? classes.Sum(c => c.Share * c.Uplift * (1 - c.Managed))
        : throw new ArgumentException(FormattableString.Invariant($"Shares of capital add up to 1; these add up to {classes.Sum(c => c.Share)}."), nameof(classes));
}

/// <summary>What assets are still worth after the last year, by a declared convention.</summary>
public static class ResidualValue
{
    /// <summary>Straight line: the share of the life not yet used.</summary>
    /// <param name="capital">What it cost.</param>
    /// <param name="life">Years it serves.</param>
    /// <param name="used">Years it has served.</param>
    public static double StraightLine(double capital, double life, double used) => life > 0
        ? capital * Math.Max(0, 1 - used / life)
        : throw new ArgumentException(FormattableString.Invariant($"A life is above 0 years; it is {life}."), nameof(life));

    /// <summary>Present value, at the last year, of the net flows the assets would still bring, at most a share of capital.</summary>
    public static double RemainingFlows(IReadOnlyList<double> later, double rate, double mostOfCapital, double capital) =>
        Math.Clamp(later.Select((v, i) => v / Math.Pow(1 + rate, i + 1)).Sum(), 0, mostOfCapital * capital);
}
