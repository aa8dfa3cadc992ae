using CorridorTwin.Simulation.Network;
using CorridorTwin.Simulation.Time;
using Xunit.Abstractions;
using static CorridorTwin.Simulation.Tests.KnownAnswers.Times;

namespace CorridorTwin.Simulation.Tests.KnownAnswers;

/// <summary>Known answers 47 and 48: Poisson arrivals whose rate changes in steps.</summary>
public class ArrivalTests(ITestOutputHelper output)
{
    [Fact]
    public void Case47_TwoCycles()
    {
        // The rarest count, 12.6 on average, has a relative variance of 1 / 12.6.
        Experiment e = Arrivals(10, [(0, 5), (3.2, 1.5), (7.9, 3)], 20, 1 / 12.6);
        foreach ((double from, double to, double mean) in new[] { (0, 3.2, 32), (3.2, 7.9, 14.1), (7.9, 10, 12.6) })
        {
            double Count(Outcome o) => o.Legs.StartsBetween(from, to) + o.Legs.StartsBetween(10 + from, 10 + to);
            e.Expect($"mean of [{from}, {to})", mean, Count);
            // The variance of a Poisson count is its mean; a variance is known less well, sqrt(2 / n).
            e.Expect($"variance of [{from}, {to})", mean, o => (Count(o) - mean) * (Count(o) - mean), 0.025);
        }
        e.Run(output);
    }

    /// <summary>A generator that draws the next gap at the present rate steps over the busy window nearly always.</summary>
    [Fact]
    public void Case48_BusyWindowIsNotSteppedOver() =>
        Arrivals(100, [(0, 0.1), (55, 10), (58, 0.1)], 100, 1 / 4.2)
            .Expect("in the window", 30, o => o.Legs.StartsBetween(55, 58))
            .Expect("before", 5.5, o => o.Legs.StartsBetween(0, 55))
            .Expect("after", 4.2, o => o.Legs.StartsBetween(58, 100))
            .Run(output);

    private static Experiment Arrivals(double cycle, (double Start, double PerHour)[] rates, double until, double relativeVariance)
    {
        var b = new NetworkBuilder();
        b.Source("trucks").Poisson(Span(cycle), [.. rates.Select(r => (Span(r.Start), r.PerHour))]).To(b.Pass("gate"));
        return new Experiment(b.Build(), Plan.Transient(until, relativeVariance) with { KeepTimes = true });
    }
}
