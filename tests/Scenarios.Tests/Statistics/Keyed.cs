using CorridorTwin.Simulation.Draws;

namespace CorridorTwin.Scenarios.Tests.Statistics;

/// <summary>Samples for tests, by experiment number: repeatable and independent of order.</summary>
internal static class Keyed
{
    /// <summary>The stream of one experiment, under the tests' seed: 1, or what the environment says.</summary>
    public static KeyedStream Stream(int experiment, int purpose = 0) =>
        new(Mix.Combine(Mix.Combine(Mix.Combine(Seed, Mix.HashName("statistics-tests")), (ulong)purpose), (ulong)experiment));

    /// <summary>One standard normal number.</summary>
    public static double Normal(int experiment, int k)
    {
        KeyedStream stream = Stream(experiment, k);
        return Ziggurat.Normal(ref stream);
    }

    /// <summary>A sample of standard normal numbers.</summary>
    public static double[] Normals(int experiment, int count, int purpose = 0)
    {
        KeyedStream stream = Stream(experiment, purpose);
        var values = new double[count];
        for (int i = 0; i < count; i++) values[i] = Ziggurat.Normal(ref stream);
        return values;
    }

    /// <summary>A sample of exponential numbers with mean 1: skewed, as waits are.</summary>
    public static double[] Exponentials(int experiment, int count, int purpose = 0)
    {
        KeyedStream stream = Stream(experiment, purpose);
        var values = new double[count];
        for (int i = 0; i < count; i++) values[i] = -Math.Log(stream.NextOpen());
        return values;
    }

    private static ulong Seed { get; } = Environment.GetEnvironmentVariable("CORRIDOR_TEST_SEED") is { Length: > 0 } text ? ulong.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : 1;
}
