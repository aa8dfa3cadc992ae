using MathNet.Numerics.LinearAlgebra;

namespace CorridorTwin.Scenarios.Calibration.Moments;

/// <summary>
/// What moments can tell of parameters near the best fit, from how far each parameter moves each moment (in units in which moments are independent
/// with variance 1).
/// </summary>
/// <param name="Names">Parameters.</param>
/// <param name="Deviations">Standard deviation of each estimate from the moments alone, in the parameter's own unit; infinite where they say nothing.</param>
/// <param name="Correlation">Correlation of the estimates.</param>
/// <param name="Singular">Singular values of the matrix with its columns scaled to steps, greatest first.</param>
/// <param name="Weakest">The combination of parameters that moves the moments least, by parameter: two that stand here with weight cannot be told apart.</param>
public sealed record Identifiability(IReadOnlyList<string> Names, IReadOnlyList<double> Deviations, Matrix<double> Correlation, IReadOnlyList<double> Singular, IReadOnlyList<double> Weakest)
{
    /// <summary>Correlation, in size, from which two parameters cannot be told apart.</summary>
    public const double Confounded = 0.95;

    // Below this share of the greatest singular value a combination is not seen at all.
    private const double Blind = 1e-6;

    /// <summary>From effects.</summary>
    /// <param name="names">Parameters.</param>
    /// <param name="effects">Change of the whitened moments for one unit of each parameter: a row for each moment.</param>
    /// <param name="steps">A step of each parameter, by which columns are made comparable.</param>
    public static Identifiability Of(IReadOnlyList<string> names, Matrix<double> effects, IReadOnlyList<double> steps)
    {
        int k = names.Count;
        Matrix<double> scaled = Matrix<double>.Build.Dense(effects.RowCount, k, (i, j) => effects[i, j] * steps[j]);
        // Fewer moments than parameters: rows of nothing make the decomposition whole.
        if (scaled.RowCount < k) scaled = scaled.Stack(Matrix<double>.Build.Dense(k - scaled.RowCount, k));
        var svd = scaled.Svd();
        double floor = Math.Max(1e-9, svd.S[0] * Blind);
        Matrix<double> covariance = Matrix<double>.Build.Dense(k, k);
        for (int d = 0; d < k; d++)
        {
            Vector<double> right = svd.VT.Row(d);
            covariance += right.OuterProduct(right) / Math.Pow(Math.Max(svd.S[d], floor), 2);
        }
        double[] deviation = [.. Enumerable.Range(0, k).Select(i => Math.Sqrt(covariance[i, i]))];
        return new Identifiability(
            names, [.. deviation.Select((d, i) => d * floor > 0.5 ? double.PositiveInfinity : d * steps[i])],
            Matrix<double>.Build.Dense(k, k, (i, j) => i == j ? 1 : covariance[i, j] / (deviation[i] * deviation[j])),
            [.. svd.S], [.. svd.VT.Row(k - 1)]);
    }

    /// <summary>Pairs that cannot be told apart, with their correlation.</summary>
    public IEnumerable<(string One, string Other, double Correlation)> Pairs()
    {
        for (int i = 0; i < Names.Count; i++)
            for (int j = 0; j < i; j++)
                if (Math.Abs(Correlation[i, j]) >= Confounded) yield return (Names[j], Names[i], Correlation[i, j]);
    }
}
