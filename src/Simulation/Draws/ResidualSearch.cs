namespace CorridorTwin.Simulation.Draws;

/// <summary>Two ways to draw what is left of a duration: try until one is long enough, or invert the survival function.</summary>
internal static class ResidualSearch
{
    private const int MostTries = 4096;
    private const int Halvings = 60; // leaves a relative error below that of a double

    /// <summary>Draws whole durations until one exceeds the elapsed time; false when none of 4096 does.</summary>
    internal static bool TryReject(Sampler sampler, ref KeyedStream stream, double elapsed, out double residual)
    {
        for (int i = 0; i < MostTries; i++)
        {
            double duration = sampler.Sample(ref stream);
            if (duration > elapsed)
            {
                residual = duration - elapsed;
                return true;
            }
        }

        residual = 0.0;
        return false;
    }

    /// <summary>
    /// Finds the residual whose log survival ratio, a falling function that is 0 at 0, equals
    /// <paramref name="target"/>; always finite and above 0.
    /// </summary>
    internal static double Invert(Func<double, double> logRatio, double target, double guess)
    {
        double high = Math.Clamp(guess, 1e-300, 1e300);
        while (high < 1e300 && logRatio(high) > target)
        {
            high *= 2.0;
        }

        while (high > 1e-300 && logRatio(0.5 * high) <= target)
        {
            high *= 0.5;
        }

        double low = 0.5 * high;
        for (int i = 0; i < Halvings; i++)
        {
            double middle = low + 0.5 * (high - low);
            if (logRatio(middle) > target)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return high;
    }
}
