using CorridorTwin.Scenarios.Calibration.Searches;

namespace CorridorTwin.Scenarios.Calibration.Laws;

/// <summary>
/// Maximum likelihood: ln L = Σ ln f(x) over times known exactly + Σ ln [F(high) − F(low)] over those known to an interval
/// + Σ ln [1 − F(low)] over those not seen to end.
/// </summary>
public static class LawFit
{
    /// <summary>Fewest times a law is fitted to.</summary>
    public const int Least = 5;

    private const double Tiny = 1e-300;

    /// <summary>Fits one family.</summary>
    /// <exception cref="ArgumentException">Fewer than <see cref="Least"/> times, or none seen to end.</exception>
    public static FittedLaw Of(LawFamily family, IReadOnlyList<ObservedTime> times)
    {
        if (times.Count < Least) throw new ArgumentException($"A law is fitted to at least {Least} times; there are {times.Count}.", nameof(times));
        if (times.All(t => t.IsCensored)) throw new ArgumentException("No time was seen to end.", nameof(times));
        double[] middles = [.. times.Select(t => Math.Max(1e-6, t.Middle))];
        if (times.All(t => t.IsExact) && family.Closed(middles) is { } closed) return Fitted(family, closed, times);
        (ObservedTime, int)[] together = Together(times);
        double Cost(IReadOnlyList<double> free)
        {
            double value = -LogLikelihood(family, family.Natural(free, middles), together);
            return double.IsFinite(value) ? value : 1e100;
        }
        SearchResult best = LocalSearch.Minimum(Cost, family.Start(middles), 0.2);
        // Begun anew from where it ended: a simplex that has shrunk too soon opens again.
        best = LocalSearch.Minimum(Cost, best.Point, 0.1);
        return Fitted(family, family.Natural(best.Point, middles), times);
    }

    /// <summary>The same fits for several families, the best by Schwarz's criterion first; families that cannot be fitted are left out.</summary>
    /// <param name="times">The times.</param>
    /// <param name="families">Null for all.</param>
    public static IReadOnlyList<FittedLaw> Choose(IReadOnlyList<ObservedTime> times, IReadOnlyList<LawFamily>? families = null) =>
        [.. (families ?? LawFamily.All).Select(f => Of(f, times)).Where(f => double.IsFinite(f.LogLikelihood)).OrderBy(f => f.Bic)];

    /// <summary>Logarithm of the likelihood.</summary>
    public static double LogLikelihood(LawFamily family, double[] p, IReadOnlyList<ObservedTime> times) => LogLikelihood(family, p, Together(times));

    private static double LogLikelihood(LawFamily family, double[] p, (ObservedTime Time, int Count)[] times)
    {
        double sum = 0;
        foreach ((ObservedTime t, int count) in times)
        {
            sum += count * (t.IsExact ? family.LogDensity(p, t.Low)
                : t.IsCensored ? Math.Log(Math.Max(Tiny, family.Above(p, t.Low)))
                : Math.Log(Math.Max(Tiny, t.TwoClocks ? Triangular(family, p, t) : Between(family, p, t.Low, t.High))));
        }
        return sum;
    }

    /// <summary>P of a recorded difference of two rounded clocks: the weight of a true time falls in a straight line to nothing one unit away, here in four pieces.</summary>
    private static double Triangular(LawFamily family, double[] p, ObservedTime t)
    {
        double half = t.Unit / 2, d = t.Middle;
        return (Between(family, p, d - t.Unit, d - half) + Between(family, p, d + half, d + t.Unit)) / 4 + Between(family, p, d - half, d + half) * 3 / 4;
    }

    // In the upper tail the difference of survivals keeps the digits that the difference of F loses.
    private static double Between(LawFamily family, double[] p, double low, double high) => family.Below(p, low) is var below && below > 0.5
        ? family.Above(p, low) - family.Above(p, high)
        : family.Below(p, high) - below;

    /// <summary>Times recorded in whole minutes are few different ones.</summary>
    private static (ObservedTime Time, int Count)[] Together(IReadOnlyList<ObservedTime> times) => [.. times.GroupBy(t => t).Select(g => (g.Key, g.Count()))];

    private static FittedLaw Fitted(LawFamily family, double[] p, IReadOnlyList<ObservedTime> times) => new(family, p, LogLikelihood(family, p, times), times.Count);
}
