using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace CorridorTwin.Scenarios.Calibration.Searches;

/// <summary>Where a search ended.</summary>
/// <param name="Point">The best point met.</param>
/// <param name="Value">Its value.</param>
/// <param name="Evaluations">Points tried.</param>
public sealed record SearchResult(double[] Point, double Value, int Evaluations);

/// <summary>Nelder and Mead's simplex: the nearest minimum, without derivatives.</summary>
public static class LocalSearch
{
    /// <summary>Searches from a point.</summary>
    /// <param name="cost">What is to be small; it may take any coordinates, and is never asked of the same point twice for nothing.</param>
    /// <param name="start">Where to begin.</param>
    /// <param name="step">Size of the first simplex in every coordinate.</param>
    /// <param name="most">Points tried at most.</param>
    /// <param name="tolerance">Ends when the values of the simplex differ by less.</param>
    /// <param name="cancellation">Ends it; the best so far is returned.</param>
    public static SearchResult Minimum(Func<IReadOnlyList<double>, double> cost, double[] start, double step, int most = 2000, double tolerance = 1e-9, CancellationToken cancellation = default)
    {
        double[] best = start;
        double least = double.PositiveInfinity;
        int tried = 0;
        double Counted(Vector<double> x)
        {
            if (tried >= most || cancellation.IsCancellationRequested) throw new EnoughException();
            tried++;
            double[] point = x.ToArray();
            double value = cost(point);
            if (value < least) (least, best) = (value, point);
            return value;
        }
        try
        {
            var simplex = new NelderMeadSimplex(tolerance, most);
            simplex.FindMinimum(ObjectiveFunction.Value(Counted), Vector<double>.Build.DenseOfArray(start), Vector<double>.Build.Dense(start.Length, step));
        }
        catch (Exception e) when (e is EnoughException or MaximumIterationsException)
        {
            // Enough was tried: the best met is the answer.
        }
        return new SearchResult(best, least, tried);
    }

    private sealed class EnoughException : Exception;
}
