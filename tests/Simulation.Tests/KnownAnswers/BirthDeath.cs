namespace CorridorTwin.Simulation.Tests.KnownAnswers;

/// <summary>
/// A birth-death process on 0, 1, …, top: what M/M/c queues and their relatives are. Gives the stationary law and, for any
/// function f of the number present, the asymptotic variance of its time average, from which run lengths follow:
/// <c>σ² = 2 Σ_j (1 / (λ_j π_j)) [Σ_{i ≤ j} π_i (f(i) − f̄)]²</c>
/// (W. Whitt, "Asymptotic formulas for Markov processes with applications to simulation", Operations Research 40, 1992, eq. 7).
/// </summary>
internal sealed class BirthDeath
{
    private readonly double[] birth;
    private readonly double[] death;

    public BirthDeath(Func<int, double> birth, Func<int, double> death, int top)
    {
        this.birth = [.. Enumerable.Range(0, top).Select(birth)];
        this.death = [.. Enumerable.Range(0, top + 1).Select(n => n == 0 ? 0 : death(n))];
        Shares = new double[top + 1];
        Shares[0] = 1;
        for (int n = 0; n < top; n++) Shares[n + 1] = Shares[n] * this.birth[n] / this.death[n + 1];
        double sum = Shares.Sum();
        for (int n = 0; n <= top; n++) Shares[n] /= sum;
    }

    /// <summary>The stationary probabilities.</summary>
    public double[] Shares { get; }

    /// <summary>M/M/c with unlimited room: cut off where less than 1e-12 is left, or after <paramref name="room"/> waiting.</summary>
    public static BirthDeath Queue(double arrivals, double rate, int servers, int? room = null)
    {
        double rho = arrivals / (rate * servers);
        int waiting = room ?? (int)Math.Ceiling(28 / -Math.Log(rho));
        return new BirthDeath(_ => arrivals, n => rate * Math.Min(n, servers), servers + waiting);
    }

    public double Mean(Func<int, double> f) => Shares.Select((p, n) => p * f(n)).Sum();

    public double Variance(Func<int, double> f)
    {
        double mean = Mean(f);
        return Mean(n => (f(n) - mean) * (f(n) - mean));
    }

    /// <summary>The limit of T × Var(time average of f over T).</summary>
    public double AsymptoticVariance(Func<int, double> f)
    {
        double mean = Mean(f);
        double[] part = [.. Shares.Select((p, n) => p * (f(n) - mean))];
        // All parts sum to 0. Beyond the middle what is left above is summed instead: there the sum from below is rounding error.
        var partial = new double[birth.Length];
        int middle = Array.FindIndex(Shares, p => p == Shares.Max());
        for (int j = 0; j < middle; j++) partial[j] = (j == 0 ? 0 : partial[j - 1]) + part[j];
        for (int j = birth.Length - 1; j >= middle; j--) partial[j] = (j == birth.Length - 1 ? 0 : partial[j + 1]) - part[j + 1];
        double sum = 0;
        for (int j = 0; j < birth.Length; j++) sum += partial[j] * partial[j] / (birth[j] * Shares[j]);
        return 2 * sum;
    }

    /// <summary>Mean and variance of the number present at an instant, by uniformisation: the law is that of a chain with Poisson(Λt) steps.</summary>
    public (double Mean, double Variance) At(double t, int from)
    {
        double[] p = new double[Shares.Length];
        p[from] = 1;
        double top = Enumerable.Range(0, Shares.Length).Max(Leave);
        int rounds = (int)Math.Ceiling(top * t / 100);
        for (int i = 0; i < rounds; i++) p = Step(p, top, top * t / rounds);
        double mean = p.Select((q, n) => q * n).Sum();
        return (mean, p.Select((q, n) => q * (n - mean) * (n - mean)).Sum());
    }

    private double Leave(int n) => (n < birth.Length ? birth[n] : 0) + death[n];

    private double[] Step(double[] p, double top, double steps)
    {
        double[] sum = new double[p.Length];
        double weight = Math.Exp(-steps);
        for (int k = 0; k < steps + 20 * Math.Sqrt(steps) + 20; k++)
        {
            for (int n = 0; n < p.Length; n++) sum[n] += weight * p[n];
            weight *= steps / (k + 1);
            var next = new double[p.Length];
            for (int n = 0; n < p.Length; n++)
            {
                next[n] += p[n] * (1 - Leave(n) / top);
                if (n < birth.Length) next[n + 1] += p[n] * birth[n] / top;
                if (n > 0) next[n - 1] += p[n] * death[n] / top;
            }
            p = next;
        }
        return sum;
    }
}
