namespace CorridorTwin.Scenarios.Statistics;

/// <summary>Two samples compared by the largest distance between their distribution functions.</summary>
/// <param name="Distance">The distance D.</param>
/// <param name="P">Probability of a distance as large between two samples of one distribution, two-sided.</param>
/// <param name="Exact">P is exact for samples without ties; else by Kolmogorov's limit.</param>
public readonly record struct KolmogorovSmirnovResult(double Distance, double P, bool Exact);

/// <summary>The two-sample Kolmogorov–Smirnov test.</summary>
/// <remarks>
/// Exact p by counting the lattice paths from (0,0) to (m,n) that stay closer to the diagonal than D (Hodges 1958); the limit by Kolmogorov's
/// series for √(mn/(m+n)) D. With ties, as minutes bring them, the exact count errs on the safe side: it says larger p than is true.
/// </remarks>
public static class KolmogorovSmirnov
{
    /// <summary>Most pairs for which paths are counted; beyond, the limit.</summary>
    public const long MostExact = 4_000_000;

    /// <summary>Tests two samples.</summary>
    /// <exception cref="ArgumentException">A sample is empty or holds no finite numbers.</exception>
    public static KolmogorovSmirnovResult Test(IReadOnlyList<double> a, IReadOnlyList<double> b)
    {
        Require.Sample(a, 1, nameof(a));
        Require.Sample(b, 1, nameof(b));
        long scaled = Scaled(a, b);
        double distance = scaled / ((double)a.Count * b.Count);
        bool exact = (long)a.Count * b.Count <= MostExact;
        return new KolmogorovSmirnovResult(distance, exact ? ExactP(a.Count, b.Count, scaled) : LimitP(a.Count, b.Count, distance), exact);
    }

    /// <summary>P by Kolmogorov's limit.</summary>
    public static double LimitP(int m, int n, double distance)
    {
        double x = Math.Sqrt((double)m * n / (m + n)) * distance;
        if (x < 0.2) return 1;
        double sum = 0;
        for (int k = 1; k < 200; k++)
        {
            double term = Math.Exp(-2.0 * k * k * x * x);
            sum += k % 2 == 1 ? term : -term;
            if (term < 1e-18) break;
        }
        return Math.Clamp(2 * sum, 0, 1);
    }

    /// <summary>D times both sizes, a whole number.</summary>
    private static long Scaled(IReadOnlyList<double> a, IReadOnlyList<double> b)
    {
        double[] x = [.. a.Order()], y = [.. b.Order()];
        long i = 0, j = 0, most = 0;
        while (i < x.Length && j < y.Length)
        {
            double at = Math.Min(x[i], y[j]);
            while (i < x.Length && x[i] == at) i++;
            while (j < y.Length && y[j] == at) j++;
            most = Math.Max(most, Math.Abs(i * y.Length - j * x.Length));
        }
        return most;
    }

    /// <summary>Share of the paths that reach the distance; each step is divided at once by the number of ways, so that nothing overflows.</summary>
    private static double ExactP(int m, int n, long scaled)
    {
        if (scaled == 0) return 1;
        // inside[j]: probability that a random path comes to (i, j) without having reached the distance.
        var inside = new double[n + 1];
        for (int i = 0; i <= m; i++)
        {
            for (int j = 0; j <= n; j++)
            {
                if (i == 0 && j == 0) inside[j] = 1;
                else
                {
                    double fromLeft = j > 0 ? inside[j - 1] * (double)j / (i + j) : 0;
                    double fromBelow = i > 0 ? inside[j] * (double)i / (i + j) : 0;
                    inside[j] = fromLeft + fromBelow;
                }
                if (Math.Abs((long)i * n - (long)j * m) >= scaled) inside[j] = 0;
            }
        }
        return Math.Clamp(1 - inside[n], 0, 1);
    }
}
