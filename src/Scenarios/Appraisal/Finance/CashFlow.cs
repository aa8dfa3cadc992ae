namespace CorridorTwin.Scenarios.Appraisal.Finance;

/// <summary>What an amount is measured in. Amounts of different bases are never added.</summary>
/// <param name="Currency">ISO 4217 code; empty where none is stated.</param>
/// <param name="PriceYear">The year whose prices they are (real); null for the prices of each year itself (nominal).</param>
public readonly record struct PriceBasis(string Currency, int? PriceYear)
{
    /// <summary>Not stated: fits only what is not stated either.</summary>
    public static PriceBasis Unstated { get; } = new("", null);

    /// <summary>Constant prices of a year.</summary>
    public static PriceBasis Real(string currency, int year) => new(currency, year);

    /// <summary>Prices of each year.</summary>
    public static PriceBasis Nominal(string currency) => new(currency, null);

    /// <inheritdoc/>
    public override string ToString() => Currency is null or "" ? "no stated prices" : PriceYear is { } year ? $"constant {year} {Currency}" : $"nominal {Currency}";
}

/// <summary>Amounts by year, t = 0 to the last. Signed: what comes in is positive. Immutable.</summary>
/// <remarks>Flows add only if they are equally long and in the same prices: a nominal cost cannot slip into a real benefit.</remarks>
public sealed class CashFlow
{
    private readonly double[] values;

    private CashFlow(double[] values, PriceBasis basis)
    {
        if (values.Length == 0) throw new ArgumentException("A cash flow has at least one year.", nameof(values));
        for (int t = 0; t < values.Length; t++)
            if (!double.IsFinite(values[t])) throw new ArgumentException(FormattableString.Invariant($"Every amount must be a finite number; that of year {t} is {values[t]}."), nameof(values));
        (this.values, Basis) = (values, basis);
    }

    /// <summary>Amounts by year from t = 0.</summary>
    public IReadOnlyList<double> Values => values;

    /// <summary>What they are measured in.</summary>
    public PriceBasis Basis { get; }

    /// <summary>The last year; the flow has one amount more.</summary>
    public int Last => values.Length - 1;

    /// <summary>The amount of a year.</summary>
    public double this[int year] => values[year];

    /// <summary>Sum without discounting.</summary>
    public double Total => values.Sum();

    /// <summary>A flow of amounts from t = 0.</summary>
    /// <exception cref="ArgumentException">There are none, or one is not finite.</exception>
    public static CashFlow Of(params IEnumerable<double> amounts) => new([.. amounts], PriceBasis.Unstated);

    /// <summary>A flow by a rule.</summary>
    /// <param name="last">Last year.</param>
    /// <param name="amount">Amount of each year.</param>
    /// <param name="basis">What amounts are measured in.</param>
    public static CashFlow By(int last, Func<int, double> amount, PriceBasis basis = default) =>
        last < 0 ? throw new ArgumentException("The last year is 0 or later.", nameof(last)) : new([.. Enumerable.Range(0, last + 1).Select(amount)], Stated(basis));

    /// <summary>Nothing, from t = 0 to the last year.</summary>
    public static CashFlow Zero(int last, PriceBasis basis = default) => By(last, _ => 0, basis);

    /// <summary>The same amounts, said to be in other prices. Converts nothing: see <see cref="Deflator"/>.</summary>
    public CashFlow In(PriceBasis basis) => new(values, basis);

    /// <summary>Each amount changed.</summary>
    public CashFlow Select(Func<double, int, double> change) => new([.. values.Select(change)], Basis);

    /// <summary>The flow some years later, over the same years: what would fall beyond the last is lost.</summary>
    public CashFlow Delayed(int years) => years < 0
        ? throw new ArgumentException("A delay is 0 years or more.", nameof(years))
        : new([.. values.Select((_, t) => t < years ? 0 : values[t - years])], Basis);

    /// <summary>Year by year.</summary>
    /// <exception cref="ArgumentException">Different lengths or prices.</exception>
    public static CashFlow operator +(CashFlow a, CashFlow b) => Together(a, b, 1);

    /// <inheritdoc cref="op_Addition"/>
    public static CashFlow operator -(CashFlow a, CashFlow b) => Together(a, b, -1);

    /// <summary>All amounts times a factor.</summary>
    public static CashFlow operator *(double factor, CashFlow flow) => flow.Select((v, _) => factor * v);

    /// <summary>Signs turned.</summary>
    public static CashFlow operator -(CashFlow flow) => -1 * flow;

    /// <summary>All flows together; nothing if there are none.</summary>
    public static CashFlow Sum(IEnumerable<CashFlow> flows, int last, PriceBasis basis = default) => flows.Aggregate(Zero(last, basis), (a, b) => a + b);

    private static PriceBasis Stated(PriceBasis basis) => basis.Currency is null ? PriceBasis.Unstated : basis;

    private static CashFlow Together(CashFlow a, CashFlow b, int sign)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        if (a.Last != b.Last) throw new ArgumentException($"Flows must cover the same years; one ends in year {a.Last}, the other in year {b.Last}.");
        if (a.Basis != b.Basis) throw new ArgumentException($"Flows must be in the same prices; one is in {a.Basis}, the other in {b.Basis}.");
        return new([.. a.values.Select((v, t) => v + sign * b.values[t])], a.Basis);
    }
}
