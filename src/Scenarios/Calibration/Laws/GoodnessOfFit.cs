using CorridorTwin.Simulation.Draws;

namespace CorridorTwin.Scenarios.Calibration.Laws;

/// <summary>How well a fitted law describes the times it was fitted to.</summary>
/// <param name="KolmogorovSmirnov">Largest distance between the share of times seen and the law's.</param>
/// <param name="KolmogorovSmirnovP">How often times drawn from the law itself, and fitted anew, lie as far away.</param>
/// <param name="AndersonDarling">The same distance squared and weighted towards the ends; NaN where a time was rounded or not seen to end.</param>
/// <param name="AndersonDarlingP">How often times drawn from the law lie as far away by it.</param>
public sealed record GoodnessOfFit(double KolmogorovSmirnov, double KolmogorovSmirnovP, double AndersonDarling, double AndersonDarlingP)
{
    private static readonly ulong Purpose = Mix.HashName("goodness-of-fit");

    /// <summary>
    /// Tests a law against the times it was fitted to. The tables of the two statistics do not hold when the parameters were estimated, so the null is
    /// drawn: as many times from the fitted law, rounded and cut off as the observed ones are, fitted anew (parametric bootstrap; Stute, Gonzáles
    /// Manteiga and Presedo Quindimil 1993).
    /// </summary>
    /// <param name="law">The fitted law.</param>
    /// <param name="times">What it was fitted to.</param>
    /// <param name="draws">Samples drawn.</param>
    /// <param name="seed">Of the draws.</param>
    public static GoodnessOfFit Of(FittedLaw law, IReadOnlyList<ObservedTime> times, int draws = 199, ulong seed = 1)
    {
        (double ks, double ad) = Distances(law, times);
        var stream = new KeyedStream(Mix.Combine(Mix.Combine(seed, Purpose), Mix.HashName(law.Family.Name)));
        int further = 0, furtherAd = 0;
        for (int b = 0; b < draws; b++)
        {
            var drawn = new ObservedTime[times.Count];
            for (int i = 0; i < drawn.Length; i++) drawn[i] = As(times[i], law.Family.Quantile(law.Parameters, stream.NextInterior()), ref stream);
            if (drawn.All(t => t.IsCensored)) continue;
            (double ksDrawn, double adDrawn) = Distances(LawFit.Of(law.Family, drawn), drawn);
            if (ksDrawn >= ks) further++;
            if (adDrawn >= ad) furtherAd++;
        }
        return new GoodnessOfFit(ks, (1.0 + further) / (draws + 1), ad, double.IsNaN(ad) ? double.NaN : (1.0 + furtherAd) / (draws + 1));
    }

    /// <summary>The statistics alone, without their nulls: (Kolmogorov–Smirnov, Anderson–Darling).</summary>
    public static (double KolmogorovSmirnov, double AndersonDarling) Distances(FittedLaw law, IReadOnlyList<ObservedTime> times)
    {
        double ks = 0;
        // With censored times the share seen is Kaplan and Meier's; without them it is the plain one.
        ObservedTime[] ordered = [.. times.OrderBy(t => t.Middle).ThenBy(t => t.IsCensored)];
        double surviving = 1;
        for (int i = 0; i < ordered.Length; i++)
        {
            int same = i;
            while (same + 1 < ordered.Length && !ordered[same + 1].IsCensored && ordered[same + 1].Middle == ordered[i].Middle) same++;
            if (ordered[i].IsCensored) continue;
            double after = surviving * (1 - (same - i + 1.0) / (ordered.Length - i));
            // A rounded time is compared half a unit to either side, where the shares seen and meant speak of the same instant.
            double half = ordered[i].TwoClocks ? ordered[i].Unit / 2 : (ordered[i].High - ordered[i].Low) / 2;
            ks = Math.Max(ks, Math.Max(
                Math.Abs(1 - surviving - law.Below(ordered[i].Middle - half)),
                Math.Abs(1 - after - law.Below(ordered[i].Middle + half))));
            surviving = after;
            i = same;
        }
        if (ordered.Any(t => !t.IsExact)) return (ks, double.NaN);
        double sum = 0;
        int n = ordered.Length;
        for (int i = 0; i < n; i++)
        {
            double below = Math.Clamp(law.Below(ordered[i].Middle), 1e-15, 1 - 1e-15);
            double mirrored = Math.Clamp(law.Below(ordered[n - 1 - i].Middle), 1e-15, 1 - 1e-15);
            sum += (2 * i + 1) * (Math.Log(below) + Math.Log(1 - mirrored));
        }
        return (ks, -n - sum / n);
    }

    /// <summary>A drawn time, seen as an observed one was.</summary>
    private static ObservedTime As(ObservedTime seen, double drawn, ref KeyedStream stream)
    {
        drawn = Math.Max(drawn, 1e-9);
        if (seen.IsExact) return ObservedTime.Exact(drawn);
        if (seen.IsCensored) return drawn > seen.Low ? seen : ObservedTime.Exact(drawn);
        if (seen.TwoClocks)
        {
            double begun = stream.NextUniform();
            return ObservedTime.Rounded((Math.Round(begun + drawn / seen.Unit) - Math.Round(begun)) * seen.Unit, seen.Unit);
        }
        double width = seen.High - seen.Low, low = Math.Floor(drawn / width) * width;
        return new ObservedTime(low, low + width);
    }
}
