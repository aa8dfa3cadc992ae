namespace CorridorTwin.Simulation.Tests.KnownAnswers;

/// <summary>The theory that plans the runs, held to closed forms of its own.</summary>
public class BirthDeathTests
{
    /// <summary>Asymptotic variance of the number in an M/M/1 queue: 2 ρ (1 + ρ) / (1 − ρ)⁴ (Whitt 1989, eq. 20, service rate 1).</summary>
    [Theory]
    [InlineData(0.5)]
    [InlineData(0.8)]
    [InlineData(0.9)]
    public void AsymptoticVarianceOfMm1(double rho)
    {
        double known = 2 * rho * (1 + rho) / Math.Pow(1 - rho, 4);
        Assert.Equal(1, BirthDeath.Queue(rho, 1, 1).AsymptoticVariance(n => n) / known, 1e-6);
    }

    /// <summary>M/M/∞ is an autoregression with rate μ: variance a, asymptotic variance 2 a / μ. Its far tail must not drown in rounding.</summary>
    [Fact]
    public void AsymptoticVarianceOfServersForAll()
    {
        var chain = new BirthDeath(_ => 6, n => 2 * n, 60);
        Assert.Equal(3, chain.Variance(n => n), 1e-9);
        Assert.Equal(3, chain.AsymptoticVariance(n => n), 1e-9);
    }

    /// <summary>From empty, the number in M/M/∞ is Poisson with mean a (1 − e^{−μt}).</summary>
    [Fact]
    public void StateAtAnInstant()
    {
        double known = 3 * (1 - Math.Exp(-1));
        (double mean, double variance) = new BirthDeath(_ => 6, n => 2 * n, 60).At(0.5, 0);
        Assert.Equal(known, mean, 1e-9);
        Assert.Equal(known, variance, 1e-9);
    }
}
