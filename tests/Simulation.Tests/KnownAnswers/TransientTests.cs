using CorridorTwin.Simulation.Network;
using CorridorTwin.Simulation.Time;
using Xunit.Abstractions;
using static CorridorTwin.Simulation.Tests.KnownAnswers.Times;

namespace CorridorTwin.Simulation.Tests.KnownAnswers;

/// <summary>Known answers 43 to 46: the state at given instants after a given start. As many short replications as the variance at those instants asks for.</summary>
public class TransientTests(ITestOutputHelper output)
{
    [Fact]
    public void Case43_Mm1FromEmpty() =>
        FromStart(0.8, 1, 0, BirthDeath.Queue(0.8, 1, 1), (1, 0.551552), (5, 1.469461), (10, 2.030282), (50, 3.405039), (200, 3.962982));

    [Fact]
    public void Case44_OverloadFromEmpty() =>
        FromStart(1.2, 1, 0, new BirthDeath(_ => 1.2, _ => 1, 120), (8, 3.750084), (24, 8.121505));

    [Fact]
    public void Case45_WarmStart() =>
        FromStart(2, 3, 10, BirthDeath.Queue(2, 1, 3), (1, 9.000598), (2, 8.024959), (5, 5.755479), (20, 3.108555));

    /// <summary>The sine as its means over each minute of the day; the number present is Poisson, so its variance is its mean.</summary>
    [Fact]
    public void Case46_ArrivalsByHour()
    {
        var b = new NetworkBuilder();
        StageBuilder service = b.Stage("service", b.Station("yard").Servers(200), Exp(2));
        double Integral(double t) => 20 * t - 10 * 24 / (2 * Math.PI) * Math.Cos(2 * Math.PI * t / 24);
        (SimDuration, double)[] steps = [.. Enumerable.Range(0, 1440).Select(m => (Span(m / 60.0), 60 * (Integral((m + 1) / 60.0) - Integral(m / 60.0))))];
        b.Source("trucks").Poisson(Span(24), steps).To(service);
        (double, double)[] known = [(3, 38.196329), (6, 54.114374), (12, 48.139979), (18, 24.299409), (48, 31.781243)];
        Run(b.Build(), 1 / 24.299409, known);
    }

    private void FromStart(double arrivals, int servers, int present, BirthDeath chain, params (double Time, double Mean)[] known)
    {
        foreach ((double time, double mean) in known) Assert.Equal(mean, chain.At(time, present).Mean, 1e-5);
        var b = new NetworkBuilder();
        StageBuilder service = b.Stage("service", b.Station("desk").Servers(servers), Exp(1));
        if (present > 0) b.Source("there already").AtStart(present).To(service);
        b.Source("trucks").Poisson(arrivals).To(service);
        Run(b.Build(), known.Max(k => chain.At(k.Time, present).Variance / (k.Mean * k.Mean)), known);
    }

    private void Run(NetworkModel model, double relativeVariance, (double Time, double Mean)[] known)
    {
        Plan plan = Plan.Transient(known[^1].Time, relativeVariance) with { Probes = [.. known.Select(k => Clock(k.Time))] };
        var experiment = new Experiment(model, plan);
        for (int i = 0; i < known.Length; i++)
        {
            int probe = i;
            experiment.Expect($"E[N({known[i].Time})]", known[i].Mean, o => o.Run.Probes[probe][0]);
        }
        experiment.Run(output);
    }
}
