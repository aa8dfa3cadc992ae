using CorridorTwin.Scenarios.Statistics;

namespace CorridorTwin.Scenarios.Tests.Statistics;

public class ControlVariatesTests
{
    private static readonly double[] Y = [31.2, 28.4, 35.9, 30.1, 27.3, 33.8, 29.9, 36.4, 26.8, 32.2];
    private static readonly double[] C = [5.10, 4.82, 5.63, 5.02, 4.71, 5.38, 4.95, 5.71, 4.60, 5.18];

    [Fact]
    public void One_control()
    {
        ControlVariates v = ControlVariates.Of(Y, C, 5);
        Assert.Equal(9.034665, v.Coefficients[0], 1e-5);
        Assert.Equal(30.206187, v.Controlled.Mean, 1e-5);
        Assert.Equal(31.2, v.Raw.Mean, 1e-5);
        Assert.Equal(0.997655, v.Correlation, 1e-5);
        Assert.Equal(0.004684, v.VarianceLeft, 1e-5);
        Assert.Equal(0.186840, v.Controlled.HalfWidth, 1e-5);
        Assert.Equal(2.410610, v.Raw.HalfWidth, 1e-5);
    }

    [Fact]
    public void A_control_of_opposite_sign() => Assert.Equal(-0.997655, ControlVariates.Of(Y, [.. C.Select(c => -c)], -5).Correlation, 1e-5);

    [Fact]
    public void Two_controls_that_explain_everything_leave_nothing()
    {
        double[] d = [1, -2, 0.5, 3, 1, 1, -1, 0, 2, 4];
        ControlVariates v = ControlVariates.Of([.. C.Select((c, i) => 3 + 2 * c - 7000 * d[i])], [C, d], [5, 1]);
        Assert.Equal(3 + 10 - 7000, v.Controlled.Mean, 6);
        Assert.Equal(0, v.Controlled.HalfWidth, 6);
        Assert.Equal(2, v.Coefficients[0], 6);
        Assert.Equal(-7000, v.Coefficients[1], 6);
        Assert.Equal(1, v.Correlation, 9);
    }

    [Fact]
    public void Two_controls_agree_with_the_regression_at_their_means()
    {
        double[] d = [1, -2, 0.5, 3, 1, 1, -1, 0, 2, 4];
        ControlVariates v = ControlVariates.Of(Y, [C, d], [5, 0.8]);
        // Ordinary regression with the controls taken off their means: the intercept, its error from (XᵀX)⁻¹.
        var x = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(10, 3, (i, j) => j == 0 ? 1 : j == 1 ? C[i] - 5 : d[i] - 0.8);
        var y = MathNet.Numerics.LinearAlgebra.Vector<double>.Build.Dense(Y);
        var inverse = x.TransposeThisAndMultiply(x).Inverse();
        var b = inverse * x.TransposeThisAndMultiply(y);
        double s2 = (y - x * b).L2Norm() * (y - x * b).L2Norm() / 7;
        Assert.Equal(b[0], v.Controlled.Mean, 8);
        Assert.Equal(MathNet.Numerics.Distributions.StudentT.InvCDF(0, 1, 7, 0.975) * Math.Sqrt(s2 * inverse[0, 0]), v.Controlled.HalfWidth, 8);
        Assert.Equal(b[2], v.Coefficients[1], 8);
    }

    [Fact]
    public void Bad_arguments_are_refused()
    {
        Assert.Throws<ArgumentException>(() => ControlVariates.Of([1, 2], [1, 2], 0));
        Assert.Throws<ArgumentException>(() => ControlVariates.Of(Y, C[1..], 5));
        Assert.Throws<ArgumentException>(() => ControlVariates.Of(Y, C, double.NaN));
        Assert.Throws<ArgumentException>(() => ControlVariates.Of(Y, [C], [5, 6]));
        Assert.Throws<ArgumentException>(() => ControlVariates.Of(Y, [], []));
        Assert.Throws<ArgumentException>(() => ControlVariates.Of(Y, C, 5, 1.1));
        Assert.Contains("does not vary", Assert.Throws<ArgumentException>(() => ControlVariates.Of(Y, new double[10], 5)).Message);
        Assert.Contains("say the same", Assert.Throws<ArgumentException>(() => ControlVariates.Of(Y, [C, [.. C.Select(c => 2 * c + 1)]], [5, 11])).Message);
    }
}
