namespace CorridorTwin.Scenarios.Statistics;

/// <summary>
/// Several comparisons read together: p-values and intervals that stay honest for the whole family, whatever the dependence
/// between the comparisons (they share draws, and often the baseline).
/// </summary>
public static class MultipleComparisons
{
    /// <summary>Bonferroni: each p times the number of comparisons, at most 1.</summary>
    /// <exception cref="ArgumentException">No p-value, or one outside 0 to 1.</exception>
    public static double[] Bonferroni(IReadOnlyList<double> p)
    {
        Require.Probabilities(p, nameof(p));
        return [.. p.Select(x => Math.Min(1, x * p.Count))];
    }

    /// <summary>Holm's step-down p-values: the i-th smallest times (k − i + 1), made monotone; never above Bonferroni's.</summary>
    /// <remarks>S. Holm, "A simple sequentially rejective multiple test procedure", Scandinavian Journal of Statistics 6 (1979).</remarks>
    /// <exception cref="ArgumentException">No p-value, or one outside 0 to 1.</exception>
    public static double[] Holm(IReadOnlyList<double> p)
    {
        Require.Probabilities(p, nameof(p));
        int[] order = [.. Enumerable.Range(0, p.Count).OrderBy(i => p[i])];
        var adjusted = new double[p.Count];
        double largest = 0;
        for (int rank = 0; rank < order.Length; rank++)
        {
            largest = Math.Max(largest, Math.Min(1, p[order[rank]] * (p.Count - rank)));
            adjusted[order[rank]] = largest;
        }
        return adjusted;
    }

    /// <summary>Paired comparisons as a family.</summary>
    /// <param name="differences">Per comparison, one paired difference per replication; two or more each.</param>
    /// <param name="confidence">Joint confidence of the simultaneous intervals; comparisons are told apart at 1 − confidence.</param>
    /// <exception cref="ArgumentException">No comparison, fewer than two differences, one not finite, or a confidence out of range.</exception>
    public static IReadOnlyList<FamilyMember> Of(IReadOnlyList<IReadOnlyList<double>> differences, double confidence = 0.95)
    {
        ArgumentNullException.ThrowIfNull(differences);
        Require.Confidence(confidence);
        if (differences.Count == 0) throw new ArgumentException("A family has at least one comparison.", nameof(differences));
        foreach (IReadOnlyList<double> d in differences) Require.Sample(d, 2, nameof(differences));
        double[] p = [.. differences.Select(P)];
        double[] bonferroni = Bonferroni(p);
        double[] holm = Holm(p);
        double each = 1 - (1 - confidence) / differences.Count;
        return [.. differences.Select((d, i) => new FamilyMember(Interval.Of(d, confidence), Interval.Of(d, each), p[i], bonferroni[i], holm[i], holm[i] <= 1 - confidence))];
    }

    private static double P(IReadOnlyList<double> d)
    {
        (double mean, double variance) = Student.Moments(d);
        return Student.TwoSidedP(d.Count - 1, mean == 0 ? 0 : mean / Math.Sqrt(variance / d.Count));
    }
}

/// <summary>One comparison of a family.</summary>
/// <param name="Plain">The difference and its own interval, as if it were the only one.</param>
/// <param name="Simultaneous">
/// Bonferroni's interval at 1 − α/k: all of the family's hold together with the joint confidence. Holm's test tells a little
/// more apart than these intervals do; it has no two-sided intervals of its own that are narrower and say how large a difference is.
/// </param>
/// <param name="P">Two-sided p-value of this comparison alone.</param>
/// <param name="BonferroniP">Adjusted by Bonferroni.</param>
/// <param name="HolmP">Adjusted by Holm.</param>
/// <param name="ToldApart">Whether Holm tells the two scenarios apart.</param>
public sealed record FamilyMember(Interval Plain, Interval Simultaneous, double P, double BonferroniP, double HolmP, bool ToldApart);
