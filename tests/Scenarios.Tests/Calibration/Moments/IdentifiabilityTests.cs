using CorridorTwin.Scenarios.Calibration.Moments;
using MathNet.Numerics.LinearAlgebra;
using Xunit;

namespace CorridorTwin.Scenarios.Tests.Calibration.Moments;

public sealed class IdentifiabilityTests
{
    [Fact]
    public void DeviationsAndCorrelationAreThoseOfLeastSquares()
    {
        // (GᵀG)⁻¹ of [[1,0],[1,1],[0,2]]: GᵀG = [[2,1],[1,5]], inverse 1/9 [[5,−1],[−1,2]].
        Identifiability told = Identifiability.Of(["a", "b"], Matrix<double>.Build.DenseOfArray(new double[,] { { 1, 0 }, { 1, 1 }, { 0, 2 } }), [1, 1]);
        Assert.Equal(Math.Sqrt(5.0 / 9), told.Deviations[0], 1e-9);
        Assert.Equal(Math.Sqrt(2.0 / 9), told.Deviations[1], 1e-9);
        Assert.Equal(-1 / Math.Sqrt(10), told.Correlation[0, 1], 1e-9);
        Assert.Empty(told.Pairs());
    }

    [Fact]
    public void TheScaleOfAParameterDoesNotMatter()
    {
        var effects = Matrix<double>.Build.DenseOfArray(new double[,] { { 1, 0 }, { 1, 100 }, { 0, 200 } });
        Identifiability told = Identifiability.Of(["a", "b"], effects, [1, 0.01]);
        Assert.Equal(Math.Sqrt(2.0 / 9) / 100, told.Deviations[1], 1e-9);
    }

    [Fact]
    public void ParametersThatMoveAllMomentsAlikeCannotBeToldApart()
    {
        Identifiability told = Identifiability.Of(["gate", "migration", "exit"], Matrix<double>.Build.DenseOfArray(new double[,] { { 1, 1.001, 0 }, { 2, 2, 0 }, { 0, 0, 3 } }), [1, 1, 1]);
        (string one, string other, double correlation) = Assert.Single(told.Pairs());
        Assert.Equal(("gate", "migration"), (one, other));
        Assert.True(correlation < -0.99);
        Assert.True(Math.Abs(told.Weakest[0]) > 0.5 && Math.Abs(told.Weakest[2]) < 0.1);
    }

    [Fact]
    public void AParameterWithoutEffectIsNotSeen() =>
        Assert.True(double.IsPositiveInfinity(Identifiability.Of(["a", "b"], Matrix<double>.Build.DenseOfArray(new double[,] { { 1, 0 }, { 2, 0 } }), [1, 1]).Deviations[1]));
}
