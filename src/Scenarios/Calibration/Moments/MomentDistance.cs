using MathNet.Numerics.LinearAlgebra;

namespace CorridorTwin.Scenarios.Calibration.Moments;

/// <summary>
/// The objective of the simulated method of moments, J = (m − s)ᵀ W (m − s): moments simulated, moments observed, and the inverse of the covariance of
/// their difference as weights (McFadden 1989; Duffie and Singleton 1993).
/// </summary>
public sealed class MomentDistance
{
    private readonly double[] observed;
    private readonly Matrix<double> root;

    /// <summary>An objective.</summary>
    /// <param name="observed">Moments of the study.</param>
    /// <param name="covariance">Covariance of the difference; must be positive definite.</param>
    /// <exception cref="ArgumentException">The covariance does not fit, or is not positive definite.</exception>
    public MomentDistance(IReadOnlyList<double> observed, Matrix<double> covariance)
    {
        if (covariance.RowCount != observed.Count || covariance.ColumnCount != observed.Count) throw new ArgumentException("The covariance has one row and one column for each moment.", nameof(covariance));
        this.observed = [.. observed];
        Covariance = covariance;
        root = covariance.Cholesky().Factor;
    }

    /// <summary>Covariance of the difference.</summary>
    public Matrix<double> Covariance { get; }

    /// <summary>Natural logarithm of the covariance's determinant.</summary>
    public double LogDeterminant => 2 * root.Diagonal().Sum(Math.Log);

    /// <summary>How far simulated moments are from those observed.</summary>
    /// <param name="simulated">In the order of the observed ones.</param>
    public double Of(IReadOnlyList<double> simulated) => Whitened(simulated).DotProduct(Whitened(simulated));

    /// <summary>The difference m − s in units in which all moments are independent with variance 1: J is its square.</summary>
    public Vector<double> Whitened(IReadOnlyList<double> simulated)
    {
        var difference = Vector<double>.Build.Dense(observed.Length, i => simulated[i] - observed[i]);
        // Forward substitution: the factor is lower triangular.
        for (int i = 0; i < observed.Length; i++)
        {
            for (int j = 0; j < i; j++) difference[i] -= root[i, j] * difference[j];
            difference[i] /= root[i, i];
        }
        return difference;
    }
}
