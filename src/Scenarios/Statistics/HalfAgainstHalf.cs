namespace CorridorTwin.Scenarios.Statistics;

/// <summary>
/// Whether a result depends on how long the run was: the second half of the measured window against the first, paired by replication.
/// A queue that still grows, or a start not yet forgotten, shows here.
/// </summary>
/// <param name="Difference">Second half less first.</param>
public sealed record HalfAgainstHalf(Interval Difference)
{
    /// <summary>True where the halves differ beyond the interval: mark the result.</summary>
    public bool DependsOnRunLength => Difference.ExcludesZero;

    /// <summary>Compares the halves.</summary>
    /// <param name="first">Result over the first half, one value per replication; two or more.</param>
    /// <param name="second">Over the second half of the same replications.</param>
    /// <param name="confidence">Between 0 and 1. Every (1 − confidence)-th sound result is marked too.</param>
    /// <exception cref="ArgumentException">Fewer than two values, unequal numbers, one not finite, or a confidence out of range.</exception>
    public static HalfAgainstHalf Of(IReadOnlyList<double> first, IReadOnlyList<double> second, double confidence = 0.95)
    {
        Require.Pairs(first, second, 2, nameof(first), nameof(second));
        return new HalfAgainstHalf(Interval.Paired(first, second, confidence));
    }
}
