using CorridorTwin.Simulation.Engine;
using CorridorTwin.Simulation.Time;

namespace CorridorTwin.Simulation.Tests.KnownAnswers;

/// <summary>
/// How long and how often to run, from theory and before any run: the relative variance per hour of a time average tells the
/// total length T at which the relative standard error is ε, T = (σ² / mean²) / ε².
/// </summary>
/// <param name="WarmUp">Deleted from each replication.</param>
/// <param name="Length">Measured in each replication.</param>
/// <param name="Replications">At least 20.</param>
internal sealed record Plan(SimDuration WarmUp, SimDuration Length, int Replications)
{
    /// <summary>Aimed at where theory is exact; the test asks for 0.5 %, which leaves room for the error of the standard error.</summary>
    public const double Aim = 0.0038;

    /// <summary>Aimed at where theory is an approximation: half of what the test asks for, so a variance four times too low still passes.</summary>
    public const double CautiousAim = 0.0025;

    private const int Usual = 128;

    public bool Drain { get; init; } = true;
    public bool Trace { get; init; }
    public bool KeepTimes { get; init; }
    public IReadOnlyList<SimTime> Probes { get; init; } = [];

    public RunOptions Options(int replication) => new()
    {
        Seed = TestSeed.Value,
        Replication = replication,
        WarmUp = WarmUp,
        Length = Length,
        Drain = Drain,
        Probes = Probes,
    };

    /// <summary>For the time average of a function of a birth-death process: exact.</summary>
    public static Plan For(BirthDeath chain, Func<int, double> f, double aim = Aim, double times = 1)
    {
        double mean = chain.Mean(f);
        double asymptotic = chain.AsymptoticVariance(f);
        return For(times * asymptotic / (mean * mean), asymptotic / (2 * chain.Variance(f)), aim);
    }

    /// <summary>
    /// For the queue of a station that is not Markov: M/M/c at the same load, times (c_a² + c_s²) / 2, the variability of
    /// arrivals and services (W. Whitt, "Planning queueing simulations", Management Science 35, 1989, section 4: the
    /// relative run length in heavy traffic grows with c_a² + c_s² over (1 − ρ)²).
    /// </summary>
    public static Plan ForStation(double arrivals, double meanService, int servers = 1, double ca2 = 1, double cs2 = 1, double aim = CautiousAim)
    {
        var chain = BirthDeath.Queue(arrivals, 1 / meanService, servers);
        return For(chain, n => Math.Max(0, n - servers), aim, (ca2 + cs2) / 2);
    }

    /// <summary>From a relative variance per hour and a correlation time; the warm-up is 20 correlation times.</summary>
    public static Plan For(double relativeVariance, double correlation, double aim = Aim, int replications = Usual)
    {
        double total = relativeVariance / (aim * aim);
        return new Plan(SimDuration.FromHours(20 * correlation), SimDuration.FromHours(Math.Max(total / replications, 20 * correlation)), replications);
    }

    /// <summary>For the state at fixed instants after the start: as many short replications as the relative variance of one asks for.</summary>
    public static Plan Transient(double until, double relativeVariance, double aim = Aim) =>
        new(SimDuration.Zero, SimDuration.FromHours(until), Math.Max(64, (int)Math.Ceiling(relativeVariance / (aim * aim)))) { Drain = false };
}
