namespace CorridorTwin.Simulation.Draws;

/// <summary>Which part of a mixture a duration comes from, now that it has lasted some time.</summary>
internal static class Posterior
{
    /// <summary>
    /// Picks a part in proportion to weight times survival; -1 when no part can last so long. Logarithms keep
    /// the proportions when every survival is too small for a double.
    /// </summary>
    internal static int Pick(ReadOnlySpan<double> weights, ReadOnlySpan<double> logSurvivals, double uniform)
    {
        double largest = double.NegativeInfinity;
        for (int i = 0; i < weights.Length; i++)
        {
            if (weights[i] > 0.0 && logSurvivals[i] > largest)
            {
                largest = logSurvivals[i];
            }
        }

        if (double.IsNegativeInfinity(largest))
        {
            return -1;
        }

        var odds = new double[weights.Length];
        for (int i = 0; i < odds.Length; i++)
        {
            odds[i] = weights[i] > 0.0 ? weights[i] * PortableMath.Exp(logSurvivals[i] - largest) : 0.0;
        }

        return new DiscreteChoice(odds).Pick(uniform);
    }

    /// <summary>The logarithm of the weighted mean of the survivals.</summary>
    internal static double LogSurvival(ReadOnlySpan<double> weights, ReadOnlySpan<double> logSurvivals)
    {
        double largest = double.NegativeInfinity;
        foreach (double logSurvival in logSurvivals)
        {
            largest = Math.Max(largest, logSurvival);
        }

        if (double.IsNegativeInfinity(largest))
        {
            return largest;
        }

        double sum = 0.0;
        double total = 0.0;
        for (int i = 0; i < weights.Length; i++)
        {
            total += weights[i];
            sum += weights[i] * PortableMath.Exp(logSurvivals[i] - largest);
        }

        return largest + PortableMath.Log(sum / total);
    }
}
