namespace CorridorTwin.Scenarios.Statistics;

/// <summary>A time, or how long it had lasted when it was last seen.</summary>
/// <param name="Time">Zero or more.</param>
/// <param name="Censored">It had not ended.</param>
public readonly record struct Lifetime(double Time, bool Censored);

/// <summary>A step of the survival curve.</summary>
/// <param name="Time">When something ended.</param>
/// <param name="Survival">Share that lasts longer.</param>
public readonly record struct SurvivalStep(double Time, double Survival);

/// <summary>What is known of the mean of times some of which had not ended.</summary>
/// <param name="Mean">Area under the survival curve.</param>
/// <param name="StandardError">By Greenwood's formula; NaN where it cannot be told.</param>
/// <param name="Restricted">The longest is censored: the curve does not come down to 0, and the mean is that of times cut at <paramref name="Until"/>, less than the whole.</param>
/// <param name="Until">The longest time seen.</param>
public readonly record struct SurvivalMean(double Mean, double StandardError, bool Restricted, double Until);

/// <summary>Kaplan and Meier's estimate of how long things last when some were not seen to the end (Journal of the American Statistical Association 53, 1958): trucks still inside when a survey ends count for as long as they were seen.</summary>
public static class KaplanMeier
{
    /// <summary>The survival curve: one step at each time at which something ended.</summary>
    /// <exception cref="ArgumentException">A time is negative or not finite.</exception>
    public static IReadOnlyList<SurvivalStep> Curve(IReadOnlyList<Lifetime> lifetimes)
    {
        Check(lifetimes);
        var steps = new List<SurvivalStep>();
        double survival = 1;
        foreach ((double time, int ended, int atRisk) in Events(lifetimes))
        {
            survival *= (double)(atRisk - ended) / atRisk;
            steps.Add(new SurvivalStep(time, survival));
        }
        return steps;
    }

    /// <summary>The mean: the area under the curve up to the longest time seen. Without censored times it is the plain mean.</summary>
    /// <exception cref="ArgumentException">A time is negative or not finite.</exception>
    public static SurvivalMean Mean(IReadOnlyList<Lifetime> lifetimes)
    {
        Check(lifetimes);
        if (lifetimes.Count == 0) return new SurvivalMean(double.NaN, double.NaN, false, double.NaN);
        double longest = lifetimes.Max(l => l.Time);
        (double Time, int Ended, int AtRisk)[] events = [.. Events(lifetimes)];
        double area = 0, survival = 1, at = 0;
        var after = new double[events.Length];
        for (int i = 0; i < events.Length; i++)
        {
            area += survival * (events[i].Time - at);
            (at, survival) = (events[i].Time, survival * (events[i].AtRisk - events[i].Ended) / events[i].AtRisk);
            after[i] = area;
        }
        area += survival * (longest - at);
        double variance = 0;
        for (int i = 0; i < events.Length; i++)
        {
            (_, int ended, int risk) = events[i];
            double beyond = area - after[i];
            if (risk > ended) variance += beyond * beyond * ended / ((double)risk * (risk - ended));
        }
        // The longest of all may be censored and end at once with another that is not: then the curve is not at 0.
        return new SurvivalMean(area, events.Length > 0 ? Math.Sqrt(variance) : double.NaN, survival > 0, longest);
    }

    /// <summary>The time that a share of them outlasts; null where the curve does not come down so far.</summary>
    /// <param name="lifetimes">The times.</param>
    /// <param name="share">Between 0 and 1: 0.5 for the median.</param>
    /// <exception cref="ArgumentException">A time is negative or not finite, or the share is out of range.</exception>
    public static double? Quantile(IReadOnlyList<Lifetime> lifetimes, double share)
    {
        Require.Fraction(share, "share", nameof(share));
        foreach (SurvivalStep step in Curve(lifetimes))
            if (step.Survival <= 1 - share + 1e-12) return step.Time;
        return null;
    }

    /// <summary>Times at which something ended, how many did, and how many were still there.</summary>
    private static IEnumerable<(double Time, int Ended, int AtRisk)> Events(IReadOnlyList<Lifetime> lifetimes)
    {
        Lifetime[] sorted = [.. lifetimes.OrderBy(l => l.Time)];
        for (int i = 0; i < sorted.Length;)
        {
            int next = i, ended = 0;
            for (; next < sorted.Length && sorted[next].Time == sorted[i].Time; next++)
                if (!sorted[next].Censored) ended++;
            if (ended > 0) yield return (sorted[i].Time, ended, sorted.Length - i);
            i = next;
        }
    }

    private static void Check(IReadOnlyList<Lifetime> lifetimes)
    {
        ArgumentNullException.ThrowIfNull(lifetimes);
        foreach (Lifetime l in lifetimes)
            if (!(l.Time >= 0 && double.IsFinite(l.Time))) throw new ArgumentException(FormattableString.Invariant($"Every time must be a finite number of 0 or more; one is {l.Time}."), nameof(lifetimes));
    }
}
