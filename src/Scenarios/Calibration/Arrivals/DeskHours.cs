namespace CorridorTwin.Scenarios.Calibration.Arrivals;

/// <summary>When a desk serves, from the times of day at which it finished with trucks.</summary>
/// <param name="AroundTheClock">No time of day without services is longer than chance would make it.</param>
/// <param name="FromMinute">First minute of the day in which it serves; 0 around the clock.</param>
/// <param name="ToMinute">The minute at which it stops; 1440 around the clock.</param>
/// <param name="Tolerance">How far the true ends may lie outward of the two, minutes: 95 % of the time no further.</param>
/// <param name="Count">Services seen.</param>
public sealed record DeskHours(bool AroundTheClock, double FromMinute, double ToMinute, double Tolerance, int Count)
{
    private const double Day = 1440;

    /// <summary>
    /// The longest time of day without a service is the time it is shut, unless so long a gap would come by chance more than once in twenty at the rate of
    /// the rest: n e^(−n g / T) ≤ 0.05 (the largest of n spacings).
    /// </summary>
    /// <param name="minutes">Minutes after local midnight of each service, pooled over days.</param>
    /// <returns>Null with fewer than ten services.</returns>
    public static DeskHours? Of(IEnumerable<double> minutes)
    {
        double[] at = [.. minutes.Select(m => (m % Day + Day) % Day).Order()];
        int n = at.Length;
        if (n < 10) return null;
        int before = 0;
        double gap = 0;
        for (int i = 0; i < n; i++)
        {
            double next = i + 1 < n ? at[i + 1] : at[0] + Day;
            if (next - at[i] <= gap) continue;
            (gap, before) = (next - at[i], i);
        }
        double open = Day - gap;
        // The rate within the hours it serves; the gap itself is what is being judged.
        bool chance = open <= 0 || n * Math.Exp(-n * gap / Day) > 0.05;
        double tolerance = -Math.Log(0.05) * Math.Max(open, 1) / n;
        return chance ? new DeskHours(true, 0, Day, 0, n) : new DeskHours(false, at[(before + 1) % n], at[before], tolerance, n);
    }
}
