namespace CorridorTwin.Scenarios.Appraisal.Finance;

/// <summary>When within its year an amount falls.</summary>
public enum FlowTiming
{
    /// <summary>At its end: year t is discounted over t years.</summary>
    EndOfYear,
    /// <summary>In its middle: year t over t − ½ years from the first on; year 0 is not discounted.</summary>
    MidYear,
}

/// <summary>Discount rates by year and the timing convention: what turns an amount of a year into one of today.</summary>
/// <remarks>Rates may decline over time: the factor of a year is the product of those of the years before it (HM Treasury, Green Book, annex 6).</remarks>
public sealed record Discounting
{
    private readonly (int FromYear, double Rate)[] steps;

    private Discounting((int FromYear, double Rate)[] steps, FlowTiming timing) => (this.steps, Timing) = (steps, timing);

    /// <summary>When within its year an amount falls.</summary>
    public FlowTiming Timing { get; private init; }

    /// <summary>Rates as fractions, each from a year on; the first from year 1.</summary>
    public IReadOnlyList<(int FromYear, double Rate)> Steps => steps;

    /// <summary>One rate for all years.</summary>
    /// <param name="rate">As a fraction per year, above −1: 0.12 is 12 %.</param>
    /// <param name="timing">When within its year an amount falls.</param>
    /// <exception cref="ArgumentException">The rate is −1 or less, or not finite.</exception>
    public static Discounting At(double rate, FlowTiming timing = FlowTiming.EndOfYear) => new([(1, Checked(rate))], timing);

    /// <summary>Rates that change with the years.</summary>
    /// <param name="steps">First year in which a rate holds, and the rate; the first step is from year 1, the others in rising order.</param>
    /// <param name="timing">When within its year an amount falls.</param>
    /// <exception cref="ArgumentException">Steps out of order, or a rate out of range.</exception>
    public static Discounting Declining(IReadOnlyList<(int FromYear, double Rate)> steps, FlowTiming timing = FlowTiming.EndOfYear)
    {
        ArgumentNullException.ThrowIfNull(steps);
        if (steps.Count == 0 || steps[0].FromYear != 1 || steps.Zip(steps.Skip(1), (a, b) => b.FromYear > a.FromYear).Contains(false))
            throw new ArgumentException("Steps of a discount rate begin in year 1 and rise by year.", nameof(steps));
        return new([.. steps.Select(s => (s.FromYear, Checked(s.Rate)))], timing);
    }

    /// <summary>The same rates with another timing.</summary>
    public Discounting With(FlowTiming timing) => this with { Timing = timing };

    /// <summary>The rate that holds in a year.</summary>
    public double RateIn(int year) => steps.Last(s => s.FromYear <= Math.Max(year, 1)).Rate;

    /// <summary>What one unit of a year is worth in year 0.</summary>
    public double Factor(int year)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(year);
        double factor = 1;
        for (int t = 1; t <= year; t++) factor /= 1 + RateIn(t);
        return Timing == FlowTiming.MidYear && year > 0 ? factor * Math.Sqrt(1 + RateIn(year)) : factor;
    }

    /// <summary>Factors of the years 0 to the last.</summary>
    public double[] Factors(int last) => [.. Enumerable.Range(0, last + 1).Select(Factor)];

    /// <summary>Present value: Σ amount × factor.</summary>
    public double PresentValue(CashFlow flow)
    {
        ArgumentNullException.ThrowIfNull(flow);
        return flow.Values.Select((v, t) => v * Factor(t)).Sum();
    }

    /// <summary>The even yearly amount of years 1 to n that is worth as much as a present value (equivalent annual value).</summary>
    public double EquivalentAnnual(double presentValue, int years) => presentValue / Enumerable.Range(1, years).Sum(Factor);

    private static double Checked(double rate) => double.IsFinite(rate) && rate > -1
        ? rate
        : throw new ArgumentException(FormattableString.Invariant($"A discount rate is a finite fraction above -1; it is {rate}."), nameof(rate));
}
