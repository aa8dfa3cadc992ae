using System.Numerics;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Time;

namespace CorridorTwin.Scenarios.Experiments;

/// <summary>
/// Clearance times counted by bins of equal relative width, eight to a doubling: what a chart of a distribution needs, at a thousandth
/// of the size, and summable over strata and replications. A quantile read from it is right to within a bin (at most one eighth).
/// </summary>
public sealed class TimeHistogram : IEquatable<TimeHistogram>
{
    private const int PerDoubling = 8;
    private const int FirstPower = 9; // below 2^9 units (51 s) everything is one bin
    private const int Doublings = 18; // the last bin begins at some 3,500 h
    private const double HoursPerUnit = StratumTimes.Unit / (double)SimDuration.MillisecondsPerHour;

    private readonly int[] counts;

    private TimeHistogram(int[] counts)
    {
        this.counts = counts;
        foreach (int count in counts) Total += count;
    }

    /// <summary>Number of bins.</summary>
    public const int Bins = 1 + PerDoubling * Doublings;

    /// <summary>Nothing counted.</summary>
    public static TimeHistogram Empty { get; } = new(new int[Bins]);

    /// <summary>Times in each bin, shortest first.</summary>
    public IReadOnlyList<int> Counts => counts;

    /// <summary>Times counted.</summary>
    public long Total { get; }

    /// <summary>Counts times.</summary>
    /// <param name="times">In units of <see cref="StratumTimes.Unit"/> milliseconds.</param>
    public static TimeHistogram Of(ReadOnlySpan<int> times)
    {
        var counts = new int[Bins];
        foreach (int time in times) counts[BinOf(time)]++;
        return new TimeHistogram(counts);
    }

    /// <summary>From counts by bin; the array is kept, not copied.</summary>
    /// <exception cref="ArgumentException">There are not <see cref="Bins"/> of them, or one is negative.</exception>
    public static TimeHistogram OfCounts(int[] counts) => counts.Length == Bins && !counts.AsSpan().ContainsAnyExceptInRange(0, int.MaxValue)
        ? new TimeHistogram(counts)
        : throw new ArgumentException($"A histogram of times has {Bins} counts of 0 or more.", nameof(counts));

    /// <summary>All of them together.</summary>
    public static TimeHistogram Sum(IEnumerable<TimeHistogram> parts)
    {
        var counts = new int[Bins];
        foreach (TimeHistogram part in parts)
            for (int i = 0; i < Bins; i++) counts[i] += part.counts[i];
        return new TimeHistogram(counts);
    }

    /// <summary>Where a bin begins, hours; that of the number <see cref="Bins"/> is where the last one is taken to end.</summary>
    public static double LowerHours(int bin)
    {
        if (bin == 0) return 0;
        int octave = (bin - 1) / PerDoubling;
        return (1L << (FirstPower + octave)) * (1 + (bin - 1) % PerDoubling / (double)PerDoubling) * HoursPerUnit;
    }

    /// <summary>Share of the times below a number of hours, linear within a bin; NaN if nothing is counted.</summary>
    public double ShareBelow(double hours)
    {
        double below = 0;
        for (int i = 0; i < Bins; i++)
        {
            double low = LowerHours(i);
            double high = LowerHours(i + 1);
            if (hours >= high) below += counts[i];
            else if (hours > low) below += counts[i] * (hours - low) / (high - low);
        }
        return below / Total;
    }

    /// <summary>The quantile in hours, linear within a bin; NaN if nothing is counted.</summary>
    /// <param name="p">Between 0 and 1.</param>
    public double Quantile(double p) => Quantile([(1, this)], p);

    /// <summary>The quantile in hours of several together, each counted so many times; NaN if nothing is counted.</summary>
    /// <param name="parts">Weights of 0 or more, and what they count for.</param>
    /// <param name="p">Between 0 and 1.</param>
    public static double Quantile(IReadOnlyList<(double Weight, TimeHistogram Times)> parts, double p)
    {
        if (!(p >= 0 && p <= 1)) throw new ArgumentException("A quantile's probability lies between 0 and 1.", nameof(p));
        double left = p * parts.Sum(h => h.Weight * h.Times.Total);
        double last = double.NaN;
        for (int i = 0; i < Bins; i++)
        {
            double counted = 0;
            foreach ((double weight, TimeHistogram times) in parts) counted += weight * times.counts[i];
            if (counted <= 0) continue;
            if (left <= counted) return LowerHours(i) + left / counted * (LowerHours(i + 1) - LowerHours(i));
            left -= counted;
            last = LowerHours(i + 1);
        }
        return last;
    }

    /// <summary>Standard deviation in hours, times spread evenly within a bin; 0 if nothing is counted.</summary>
    public double StandardDeviation
    {
        get
        {
            (double sum, double squares) = (0, 0);
            for (int i = 0; i < Bins; i++)
            {
                if (counts[i] == 0) continue;
                double low = LowerHours(i), high = LowerHours(i + 1), middle = (low + high) / 2;
                sum += counts[i] * middle;
                squares += counts[i] * (middle * middle + (high - low) * (high - low) / 12);
            }
            return Total == 0 ? 0 : Math.Sqrt(Math.Max(0, squares / Total - sum / Total * (sum / Total)));
        }
    }

    /// <summary>Mean of the hours beyond a number of them, times spread evenly within a bin; 0 if nothing is counted.</summary>
    public double MeanBeyond(double hours)
    {
        double beyond = 0;
        for (int i = 0; i < Bins; i++)
        {
            double low = LowerHours(i), high = LowerHours(i + 1);
            if (counts[i] == 0 || high <= hours) continue;
            beyond += counts[i] * (low >= hours ? (low + high) / 2 - hours : (high - hours) * (high - hours) / (2 * (high - low)));
        }
        return Total == 0 ? 0 : beyond / Total;
    }

    /// <inheritdoc/>
    public bool Equals(TimeHistogram? other) => other is not null && counts.AsSpan().SequenceEqual(other.counts);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TimeHistogram);

    /// <inheritdoc/>
    public override int GetHashCode() => Total.GetHashCode();

    private static int BinOf(int time)
    {
        if (time < 1 << FirstPower) return 0;
        int power = BitOperations.Log2((uint)time);
        int within = (time >> (power - 3)) & (PerDoubling - 1);
        return Math.Min(1 + (power - FirstPower) * PerDoubling + within, Bins - 1);
    }
}
