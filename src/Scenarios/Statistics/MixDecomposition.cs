namespace CorridorTwin.Scenarios.Statistics;

/// <summary>Operations of a stratum and the hours they took together.</summary>
/// <param name="Count">How many, 0 or more.</param>
/// <param name="Hours">Sum of their times.</param>
public readonly record struct StratumSum(double Count, double Hours)
{
    /// <summary>Hours of one; NaN without any.</summary>
    public double Mean => Hours / Count;
}

/// <summary>
/// Why a ratio of sums changes: because times change within strata, and because the mix of strata changes. Exact with mid-point weights,
/// ΔI = Σ w̄ₛ Δmₛ + Σ m̄ₛ Δwₛ, where w is a stratum's share of operations, m its mean, a bar the mean of before and after
/// (Bennet's indicator; the decomposition of Oaxaca and Blinder with equal weights).
/// </summary>
/// <param name="Within">Σ w̄ₛ Δmₛ, in the unit of the times.</param>
/// <param name="Mix">Σ m̄ₛ Δwₛ.</param>
public readonly record struct MixDecomposition(double Within, double Mix)
{
    /// <summary>The whole change.</summary>
    public double Total => Within + Mix;

    /// <summary>Decomposes a change.</summary>
    /// <param name="before">Strata before.</param>
    /// <param name="after">Strata after. One that is absent on a side counts there with no operations, and with the mean of the other side: its coming or going is mix.</param>
    /// <exception cref="ArgumentException">There are no operations before or after, or a number is negative or not finite.</exception>
    public static MixDecomposition Of<TKey>(IReadOnlyDictionary<TKey, StratumSum> before, IReadOnlyDictionary<TKey, StratumSum> after)
        where TKey : notnull
    {
        double n0 = Operations(before.Values, nameof(before)), n1 = Operations(after.Values, nameof(after));
        double within = 0, mix = 0;
        foreach (TKey key in before.Keys.Union(after.Keys))
        {
            StratumSum a = before.GetValueOrDefault(key), b = after.GetValueOrDefault(key);
            if (a.Count == 0 && b.Count == 0) continue;
            double w0 = a.Count / n0, w1 = b.Count / n1;
            double m0 = a.Count > 0 ? a.Mean : b.Mean, m1 = b.Count > 0 ? b.Mean : a.Mean;
            within += (w0 + w1) / 2 * (m1 - m0);
            mix += (m0 + m1) / 2 * (w1 - w0);
        }
        return new MixDecomposition(within, mix);
    }

    private static double Operations(IEnumerable<StratumSum> strata, string name)
    {
        double sum = 0;
        foreach (StratumSum s in strata)
        {
            if (!(s.Count >= 0 && double.IsFinite(s.Count) && double.IsFinite(s.Hours))) throw new ArgumentException("Counts are 0 or more, and finite like hours.", name);
            sum += s.Count;
        }
        return sum > 0 ? sum : throw new ArgumentException("There are no operations.", name);
    }
}
