namespace CorridorTwin.Scenarios.Appraisal.Finance;

/// <summary>Internal rates of return: every rate at which a flow is worth nothing.</summary>
/// <remarks>
/// With s = ln(1 + r) the net present value is a sum of exponentials Σ aᵢ e^(−tᵢ s). Multiplied by e^(k s), k between two years whose
/// amounts differ in sign, it has the same zeros, and its derivative has one change of sign fewer; so zeros are found by recursion,
/// each alone between two neighbouring zeros of the derivative, and none is missed (Descartes' rule; Laguerre 1883). No grid, no guess.
/// </remarks>
public static class InternalRates
{
    private const double Widest = 60;

    /// <summary>All of them, lowest first, as fractions above −1; none if the flow never changes sign or is nothing.</summary>
    /// <param name="flow">Net amounts.</param>
    /// <param name="timing">When within its year an amount falls.</param>
    public static IReadOnlyList<double> All(CashFlow flow, FlowTiming timing = FlowTiming.EndOfYear)
    {
        ArgumentNullException.ThrowIfNull(flow);
        Term[] terms = [.. flow.Values.Select((a, t) => new Term(a, timing == FlowTiming.MidYear && t > 0 ? t - 0.5 : t)).Where(t => t.Amount != 0)];
        return [.. Zeros(terms).Select(Math.Exp).Select(g => g - 1)];
    }

    /// <summary>Changes of sign in the order of years: at most so many internal rates there can be.</summary>
    public static int SignChanges(CashFlow flow) => Changes([.. flow.Values.Where(v => v != 0)]).Count();

    /// <summary>The only one; null if there is none, or more than one: then no single rate says what the flow earns, and <see cref="Modified"/> does.</summary>
    public static double? Only(CashFlow flow, FlowTiming timing = FlowTiming.EndOfYear) => All(flow, timing) is [var only] ? only : null;

    /// <summary>Modified internal rate of return: amounts paid are financed at one rate, amounts received reinvested at another until the last year.</summary>
    /// <returns>The rate as a fraction; null if nothing is paid or nothing received.</returns>
    /// <param name="flow">Net amounts.</param>
    /// <param name="finance">Rate at which negative amounts are discounted to year 0.</param>
    /// <param name="reinvest">Rate at which positive amounts grow to the last year.</param>
    public static double? Modified(CashFlow flow, double finance, double reinvest)
    {
        double paid = -Discounting.At(finance).PresentValue(flow.Select((v, _) => Math.Min(v, 0)));
        double received = Discounting.At(reinvest).PresentValue(flow.Select((v, _) => Math.Max(v, 0))) * Math.Pow(1 + reinvest, flow.Last);
        return paid > 0 && received > 0 && flow.Last > 0 ? Math.Pow(received / paid, 1.0 / flow.Last) - 1 : null;
    }

    private readonly record struct Term(double Amount, double Year);

    private static List<double> Zeros(Term[] terms)
    {
        int[] changes = [.. Changes([.. terms.Select(t => t.Amount)])];
        if (changes.Length == 0) return [];
        // Between the two terms of the middle change of sign: both halves lose it.
        int at = changes[changes.Length / 2];
        double k = (terms[at - 1].Year + terms[at].Year) / 2;
        Term[] shifted = [.. terms.Select(t => new Term(t.Amount, t.Year - k))];
        List<double> turns = changes.Length == 1 ? [] : Zeros([.. shifted.Select(t => new Term(-t.Year * t.Amount, t.Year))]);
        var zeros = new List<double>();
        double from = double.NegativeInfinity;
        foreach (double to in turns.Append(double.PositiveInfinity))
        {
            if (Between(shifted, from, to) is { } zero && (zeros.Count == 0 || zero > zeros[^1] + 1e-12)) zeros.Add(zero);
            from = to;
        }
        return zeros;
    }

    /// <summary>The zero in an interval on which the sum rises or falls only; null if it has none there.</summary>
    private static double? Between(Term[] terms, double from, double to)
    {
        int low = double.IsInfinity(from) ? Math.Sign(terms[^1].Amount) : Sign(terms, from);
        int high = double.IsInfinity(to) ? Math.Sign(terms[0].Amount) : Sign(terms, to);
        if (low == 0) return from;
        if (high == 0) return to;
        if (low == high) return null;
        // A rate beyond e^60 is nobody's return.
        double a = double.IsInfinity(from) ? Outward(terms, double.IsInfinity(to) ? 0 : to, -1, low) : from;
        double b = double.IsInfinity(to) ? Outward(terms, double.IsInfinity(from) ? 0 : from, 1, high) : to;
        if (double.IsNaN(a) || double.IsNaN(b)) return null;
        for (int i = 0; i < 200 && b - a > 1e-16 * Math.Max(1, Math.Abs(a)); i++)
        {
            double middle = a + (b - a) / 2;
            if (middle <= a || middle >= b) break;
            int sign = Math.Sign(Value(terms, middle));
            if (sign == 0) return middle;
            if (sign == low) a = middle;
            else b = middle;
        }
        return a + (b - a) / 2;
    }

    private static double Outward(Term[] terms, double start, int way, int sign)
    {
        for (double step = 1 / 16.0; step <= Widest; step *= 2)
            if (Math.Sign(Value(terms, start + way * step)) == sign) return start + way * step;
        return double.NaN;
    }

    /// <summary>The sum, and that of its terms' sizes, relative to the largest exponential: signs stay, nothing overflows.</summary>
    private static (double Sum, double Size) Sums(Term[] terms, double s)
    {
        double largest = terms.Max(t => -t.Year * s);
        (double sum, double size) = (0, 0);
        foreach (Term t in terms)
        {
            double value = t.Amount * Math.Exp(-t.Year * s - largest);
            sum += value;
            size += Math.Abs(value);
        }
        return (sum, size);
    }

    private static double Value(Term[] terms, double s) => Sums(terms, s).Sum;

    /// <summary>The sign of the sum; zero where it only touches nothing and rounding decides the rest.</summary>
    private static int Sign(Term[] terms, double s)
    {
        (double sum, double size) = Sums(terms, s);
        return Math.Abs(sum) <= 1e-13 * size ? 0 : Math.Sign(sum);
    }

    /// <summary>Positions of the amounts that differ in sign from the one before.</summary>
    private static IEnumerable<int> Changes(double[] amounts) => Enumerable.Range(1, Math.Max(0, amounts.Length - 1)).Where(i => Math.Sign(amounts[i]) != Math.Sign(amounts[i - 1]));
}
