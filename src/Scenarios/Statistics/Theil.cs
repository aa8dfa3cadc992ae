namespace CorridorTwin.Scenarios.Statistics;

/// <summary>Theil's inequality of predictions and what happened, and where the error lies.</summary>
/// <param name="U1">Coefficient of 1961: 0 for perfect, 1 for the worst.</param>
/// <param name="U2">Coefficient of 1966 for values in order of time: error relative to the value before, over that of predicting no change; below 1 is better than that. NaN where a value before is 0 or nothing changes.</param>
/// <param name="Bias">Share of the mean squared error due to unequal means.</param>
/// <param name="Variance">Share due to unequal spread.</param>
/// <param name="Covariance">Share that is left: unsystematic. The three add up to 1; NaN without error.</param>
/// <param name="MeanAbsolutePercent">Mean of |error| / |actual|, per cent; NaN where an actual value is 0.</param>
public readonly record struct TheilResult(double U1, double U2, double Bias, double Variance, double Covariance, double MeanAbsolutePercent)
{
    /// <summary>Theil's split for values that belong together pair by pair.</summary>
    /// <param name="actual">What happened.</param>
    /// <param name="predicted">What was predicted.</param>
    /// <exception cref="ArgumentException">Fewer than two pairs, or not finite.</exception>
    public static TheilResult Of(IReadOnlyList<double> actual, IReadOnlyList<double> predicted)
    {
        Require.Pairs(actual, predicted, 2, nameof(actual), nameof(predicted));
        int n = actual.Count;
        double meanA = actual.Average(), meanP = predicted.Average();
        double mse = 0, error = 0, change = 0, squaresA = 0, squaresP = 0, spreadA = 0, spreadP = 0, cross = 0, percent = 0;
        for (int i = 0; i < n; i++)
        {
            double a = actual[i], p = predicted[i];
            mse += (p - a) * (p - a) / n;
            squaresA += a * a / n;
            squaresP += p * p / n;
            spreadA += (a - meanA) * (a - meanA) / n;
            spreadP += (p - meanP) * (p - meanP) / n;
            cross += (a - meanA) * (p - meanP) / n;
            if (i > 0)
            {
                error += (p - a) * (p - a) / (actual[i - 1] * actual[i - 1]);
                change += (a - actual[i - 1]) * (a - actual[i - 1]) / (actual[i - 1] * actual[i - 1]);
            }
            percent += 100 * Math.Abs((p - a) / a) / n;
        }
        double sA = Math.Sqrt(spreadA), sP = Math.Sqrt(spreadP);
        return new TheilResult(
            Math.Sqrt(mse) / (Math.Sqrt(squaresA) + Math.Sqrt(squaresP)), change > 0 && double.IsFinite(error / change) ? Math.Sqrt(error / change) : double.NaN,
            (meanP - meanA) * (meanP - meanA) / mse, (sP - sA) * (sP - sA) / mse, 2 * (sP * sA - cross) / mse, double.IsFinite(percent) ? percent : double.NaN);
    }
}
