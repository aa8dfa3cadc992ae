using MathNet.Numerics.LinearAlgebra;

namespace CorridorTwin.Scenarios.Statistics;

/// <summary>
/// A mean corrected for luck that is known: where the draws brought more trucks or longer services than their known average, the
/// output is moved to what it would have been, by regression.
/// </summary>
/// <remarks>
/// Lavenberg and Welch, Management Science 27 (1981): the estimate is the regression of the output on the controls at the controls'
/// known means, its interval that of a regression line there, t_{n−q−1}. With Y and controls jointly normal it is exact.
/// </remarks>
/// <param name="Raw">Mean and interval without controls.</param>
/// <param name="Controlled">Mean and interval with them.</param>
/// <param name="Coefficients">b*, one per control; Cov(Y, C)/Var(C) with a single one.</param>
/// <param name="Correlation">Multiple correlation ρ of output and controls, signed with a single control; 1 − ρ² is the share of variance left.</param>
public sealed record ControlVariates(Interval Raw, Interval Controlled, IReadOnlyList<double> Coefficients, double Correlation)
{
    /// <summary>Share of the output's variance that the controls do not explain, 1 − ρ².</summary>
    public double VarianceLeft => 1 - Correlation * Correlation;

    /// <summary>One control.</summary>
    /// <param name="values">The output, one value per replication.</param>
    /// <param name="control">The control in the same replications.</param>
    /// <param name="mean">The control's known expectation.</param>
    /// <param name="confidence">Between 0 and 1.</param>
    /// <exception cref="ArgumentException">As of <see cref="Of(IReadOnlyList{double}, IReadOnlyList{IReadOnlyList{double}}, IReadOnlyList{double}, double)"/>.</exception>
    public static ControlVariates Of(IReadOnlyList<double> values, IReadOnlyList<double> control, double mean, double confidence = 0.95)
    {
        ControlVariates several = Of(values, [control], [mean], confidence);
        return several with { Correlation = Math.CopySign(several.Correlation, several.Coefficients[0]) };
    }

    /// <summary>Several controls.</summary>
    /// <param name="values">The output, one value per replication; at least two more than controls.</param>
    /// <param name="controls">Per control, its value in the same replications.</param>
    /// <param name="means">Each control's known expectation.</param>
    /// <param name="confidence">Between 0 and 1.</param>
    /// <exception cref="ArgumentException">Too few values, unequal numbers, one not finite, a confidence out of range, or controls that do not vary or say the same.</exception>
    public static ControlVariates Of(IReadOnlyList<double> values, IReadOnlyList<IReadOnlyList<double>> controls, IReadOnlyList<double> means, double confidence = 0.95)
    {
        ArgumentNullException.ThrowIfNull(controls);
        int q = controls.Count;
        Require.Confidence(confidence);
        Require.AtLeast(q, 1, "number of controls", nameof(controls));
        Require.Sample(values, q + 2, nameof(values));
        foreach (IReadOnlyList<double> c in controls) Require.Pairs(values, c, q + 2, nameof(values), nameof(controls));
        Require.Sample(means, 1, nameof(means));
        if (means.Count != q) throw new ArgumentException($"Each of the {q} controls has a known mean; {means.Count} are given.", nameof(means));
        int n = values.Count;
        double mean = Student.Moments(values).Mean;
        (double Mean, double Variance)[] moments = [.. controls.Select(Student.Moments)];
        if (moments.Any(m => m.Variance == 0)) throw new ArgumentException("A control that does not vary explains nothing.", nameof(controls));
        // Standardised controls keep the conditioning independent of their units.
        Matrix<double> x = Matrix<double>.Build.Dense(n, q, (i, j) => (controls[j][i] - moments[j].Mean) / Math.Sqrt(moments[j].Variance));
        Vector<double> y = Vector<double>.Build.Dense(n, i => values[i] - mean);
        var qr = x.QR(MathNet.Numerics.LinearAlgebra.Factorization.QRMethod.Thin);
        if (qr.R.Diagonal().AbsoluteMinimum() < 1e-10 * Math.Sqrt(n)) throw new ArgumentException("The controls say the same: one is a combination of the others.", nameof(controls));
        Vector<double> b = qr.Solve(y);
        double total = y.DotProduct(y);
        Vector<double> residual = y - x * b;
        double left = residual.DotProduct(residual);
        Vector<double> off = Vector<double>.Build.Dense(q, j => (moments[j].Mean - means[j]) / Math.Sqrt(moments[j].Variance));
        // offᵀ(XᵀX)⁻¹off = |R⁻ᵀ off|²
        Vector<double> reach = qr.R.Transpose().Solve(off);
        double controlled = mean - off.DotProduct(b);
        double half = Student.TwoSided(n - q - 1, confidence) * Math.Sqrt(left / (n - q - 1) * (1.0 / n + reach.DotProduct(reach)));
        return new ControlVariates(
            Interval.Of(values, confidence),
            new Interval(controlled, controlled - half, controlled + half, n),
            [.. b.Select((value, j) => value / Math.Sqrt(moments[j].Variance))],
            total == 0 ? 0 : Math.Sqrt(Math.Max(0, 1 - left / total)));
    }
}
