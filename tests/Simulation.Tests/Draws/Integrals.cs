namespace CorridorTwin.Simulation.Tests.Draws;

internal static class Integrals
{
    /// <summary>
    /// E[S - elapsed | S > elapsed] by the trapezoidal rule in the logarithm of the time left, from a
    /// billionth of the scale to a hundred thousand times it.
    /// </summary>
    internal static double MeanResidual(Func<double, double> survival, double elapsed, double scale)
    {
        const double Step = 0.002;
        double sum = 0.0;
        for (double y = Math.Log(1e-9); y < Math.Log(1e5); y += Step)
        {
            double left = scale * Math.Exp(y);
            sum += survival(elapsed + left) * left * Step;
        }

        return sum / survival(elapsed);
    }
}
