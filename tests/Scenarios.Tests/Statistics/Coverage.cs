using Xunit.Abstractions;

namespace CorridorTwin.Scenarios.Tests.Statistics;

/// <summary>Repeats an experiment with a known answer many times and counts how often a statement about it held.</summary>
internal static class Coverage
{
    /// <summary>Experiments of a study.</summary>
    public const int Experiments = 2000;

    /// <summary>The share of experiments in which the statement held.</summary>
    public static double Of(Func<int, bool> held, ITestOutputHelper output, string what, int experiments = Experiments)
    {
        int count = 0;
        Parallel.For(0, experiments, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, e =>
        {
            if (held(e)) Interlocked.Increment(ref count);
        });
        double share = count / (double)experiments;
        output.WriteLine($"{what}: {share:P2} of {experiments}");
        return share;
    }
}
