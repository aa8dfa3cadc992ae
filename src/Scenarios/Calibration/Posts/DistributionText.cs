using System.Globalization;
using CorridorTwin.Simulation.Draws;

namespace CorridorTwin.Scenarios.Calibration.Posts;

/// <summary>Laws of the model as files write them.</summary>
internal static class DistributionText
{
    private const double Minute = 60_000;

    /// <summary>The words of a law.</summary>
    /// <exception cref="ArgumentException">Files have no words for it.</exception>
    public static string Of(Distribution law) => law switch
    {
        DeterministicDistribution => $"fixed {Time(law.MeanMilliseconds)}",
        ExponentialDistribution => $"exponential {Time(law.MeanMilliseconds)}",
        LognormalDistribution l => $"lognormal {Time(l.MeanMilliseconds)} cv {Number(l.Cv)}",
        GammaDistribution g => $"gamma {Time(g.MeanMilliseconds)} cv {Number(g.Cv)}",
        ErlangDistribution => $"erlang {Time(law.MeanMilliseconds)} k {Number(Math.Round(1 / (law.Cv * law.Cv)))}",
        _ => throw new ArgumentException($"Files have no words for {law.GetType().Name} here.", nameof(law)),
    };

    /// <summary>Mean of a law, minutes.</summary>
    public static double Minutes(Distribution law) => law.MeanMilliseconds / Minute;

    private static string Time(double milliseconds) => $"{Number(milliseconds / Minute)} min";

    private static string Number(double value) => Math.Round(value, 4).ToString("R", CultureInfo.InvariantCulture);
}
