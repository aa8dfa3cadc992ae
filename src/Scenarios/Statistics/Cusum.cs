namespace CorridorTwin.Scenarios.Statistics;

/// <summary>
/// Cumulative sums of deviations (Page 1954), upward and downward: C⁺ = max(0, C⁺ + z − k), C⁻ = max(0, C⁻ − z − k). One that passes its bound raises an alarm, and the
/// last time it was zero before tells when the change began.
/// </summary>
/// <param name="Up">C⁺ after each deviation.</param>
/// <param name="Down">C⁻ after each.</param>
/// <param name="Alarm">The first deviation, from 0, at which either passes the bound; null if none does.</param>
/// <param name="Since">The first deviation of the run that led to the alarm; null without one.</param>
public sealed record Cusum(IReadOnlyList<double> Up, IReadOnlyList<double> Down, int? Alarm, int? Since)
{
    /// <summary>Usual allowance, in standard deviations: half of a shift of one that is to be found soon.</summary>
    public const double Allowance = 0.5;

    /// <summary>Usual bound, in standard deviations: of independent deviations of a process that did not change one in 168 raises an alarm (Montgomery, Introduction to Statistical Quality Control).</summary>
    public const double Bound = 4;

    /// <summary>The alarm was raised by values above what was expected.</summary>
    public bool Upward => Alarm is { } at && Up[at] >= Down[at];

    /// <summary>The greatest value of either sum.</summary>
    public double Largest => Up.Concat(Down).DefaultIfEmpty(0).Max();

    /// <summary>From deviations.</summary>
    /// <param name="deviations">In order; in standard deviations from what is expected.</param>
    /// <param name="allowance">k: deviations of less do not add up.</param>
    /// <param name="bound">h.</param>
    /// <exception cref="ArgumentException">A deviation is not finite, or the allowance or the bound is negative.</exception>
    public static Cusum Of(IReadOnlyList<double> deviations, double allowance = Allowance, double bound = Bound)
    {
        if (deviations.Any(z => !double.IsFinite(z)) || !(allowance >= 0) || !(bound >= 0)) throw new ArgumentException("Deviations are finite; allowance and bound are 0 or more.", nameof(deviations));
        var (up, down) = (new double[deviations.Count], new double[deviations.Count]);
        (int? alarm, int? since) = (null, null);
        for (int i = 0; i < up.Length; i++)
        {
            up[i] = Math.Max(0, (i > 0 ? up[i - 1] : 0) + deviations[i] - allowance);
            down[i] = Math.Max(0, (i > 0 ? down[i - 1] : 0) - deviations[i] - allowance);
            if (alarm is not null || Math.Max(up[i], down[i]) <= bound) continue;
            double[] path = up[i] >= down[i] ? up : down;
            (alarm, since) = (i, Array.FindLastIndex(path, i, c => c == 0) + 1);
        }
        return new Cusum(up, down, alarm, since);
    }
}
