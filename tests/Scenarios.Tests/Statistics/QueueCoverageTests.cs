using CorridorTwin.Scenarios.Statistics;
using CorridorTwin.Simulation.Draws;
using CorridorTwin.Simulation.Engine;
using CorridorTwin.Simulation.Network;
using CorridorTwin.Simulation.Time;
using Xunit.Abstractions;

namespace CorridorTwin.Scenarios.Tests.Statistics;

/// <summary>
/// Coverage on a queue whose mean is known: M/M/1 with one truck every two hours and a service of one hour, Lq = ρ²/(1 − ρ) = 0.5; and
/// with a service ten percent faster, 0.378788. A replication measures so many hours after 200, some
/// 17 relaxation times 1/(1 − √ρ)². Means of 1,000 hours are still skewed, and cost one or two percent of coverage; of 4,000 hardly.
/// </summary>
[Trait("Category", "Long")]
public class QueueCoverageTests(ITestOutputHelper output)
{
    private const double Known = 0.5;
    private const double Faster = 0.25 / 1.1 / 1.1 / (1 - 0.5 / 1.1);
    private const int Replications = 20;
    private static readonly NetworkModel Desk = Model(1);
    private static readonly NetworkModel FasterDesk = Model(1 / 1.1);

    [Fact]
    public void Fixed_replications()
    {
        double share = Coverage.Of(e => Holds(Interval.Of(Sample(Desk, e)), Known), output, "M/M/1, 20 replications");
        Assert.InRange(share, 0.93, 0.97);
    }

    [Fact]
    public void Paired_differences()
    {
        double gain = 0;
        double share = Coverage.Of(
            e =>
            {
                PairedComparison c = PairedComparison.Of(Sample(Desk, e), Sample(FasterDesk, e));
                lock (output) gain += c.VarianceReduction / Coverage.Experiments;
                return Holds(c.Difference, Faster - Known);
            },
            output,
            "M/M/1 against a faster one, 20 pairs");
        output.WriteLine($"variance of the difference {gain:F1} times smaller by pairing");
        Assert.InRange(share, 0.93, 0.97);
        Assert.True(gain > 2);
    }

    [Theory]
    [InlineData(0.10, 1000)]
    [InlineData(0.05, 2000)]
    [InlineData(0.10, 2000)]
    public void Stopping_rule(double relative, double hours)
    {
        long made = 0;
        var target = new Precision(relative);
        double share = Coverage.Of(
            e =>
            {
                var values = new List<double>();
                PrecisionReached reached;
                do
                {
                    values.Add(One(Desk, e, values.Count, hours));
                    if (values.Count < Precision.Minimum) continue;
                    reached = target.Judge(values);
                    if (!reached.Met) continue;
                    Interlocked.Add(ref made, values.Count);
                    return Holds(reached.Interval, Known);
                }
                while (true);
            },
            output,
            $"M/M/1, {hours} hours, stopped at {relative:P0}");
        output.WriteLine($"{made / (double)Coverage.Experiments:F1} replications on average");
        Assert.InRange(share, 0.91, 0.97);
    }

    private static bool Holds(Interval i, double known) => i.Low <= known && known <= i.High;

    private static double[] Sample(NetworkModel model, int experiment) => [.. Enumerable.Range(0, Replications).Select(r => One(model, experiment, r, 4000))];

    private static double One(NetworkModel model, int experiment, int replication, double hours) => Replication.Run(model, new RunOptions
    {
        Seed = Keyed.Stream(experiment).State,
        Replication = replication,
        WarmUp = SimDuration.FromHours(200),
        Length = SimDuration.FromHours(hours),
        Drain = false,
    }).Station("desk").MeanQueue;

    private static NetworkModel Model(double service)
    {
        var b = new NetworkBuilder();
        StageBuilder stage = b.Stage("service", b.Station("desk"), Distribution.Exponential(TimeSpan.FromHours(service)));
        b.Source("trucks").Poisson(perHour: 0.5).To(stage);
        return b.Build();
    }
}
