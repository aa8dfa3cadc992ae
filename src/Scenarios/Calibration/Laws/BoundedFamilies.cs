namespace CorridorTwin.Scenarios.Calibration.Laws;

/// <summary>Uniform from a least to a greatest time.</summary>
internal sealed class UniformFamily : LawFamily
{
    public override string Name => "uniform";
    public override int Parameters => 2;
    protected internal override double[] Closed(IReadOnlyList<double> times) => [times.Min(), Math.Max(times.Max(), times.Min() + 1e-6)];
    protected internal override double[] Start(IReadOnlyList<double> times) => Bounds.Start(times);
    protected internal override double[] Natural(IReadOnlyList<double> free, IReadOnlyList<double> times)
    {
        (double low, double high) = Bounds.Of(free, times);
        return [low, high];
    }

    public override double LogDensity(double[] p, double x) => x >= p[0] && x <= p[1] ? -Math.Log(p[1] - p[0]) : double.NegativeInfinity;
    public override double Below(double[] p, double x) => Math.Clamp((x - p[0]) / (p[1] - p[0]), 0, 1);
    public override double Quantile(double[] p, double share) => p[0] + share * (p[1] - p[0]);
    public override double Mean(double[] p) => (p[0] + p[1]) / 2;
    public override double Cv(double[] p) => (p[1] - p[0]) / Math.Sqrt(12) / Mean(p);
    public override string Text(double[] p) => $"{Name} {Minutes(p[0])} {Minutes(p[1])}";
}

/// <summary>Triangular: least, likeliest and greatest time.</summary>
internal sealed class TriangularFamily : LawFamily
{
    public override string Name => "triangular";
    public override int Parameters => 3;
    protected internal override double[]? Closed(IReadOnlyList<double> times) => null;
    protected internal override double[] Start(IReadOnlyList<double> times) => [.. Bounds.Start(times), 0];

    protected internal override double[] Natural(IReadOnlyList<double> free, IReadOnlyList<double> times)
    {
        (double low, double high) = Bounds.Of(free, times);
        return [low, low + (high - low) / (1 + Math.Exp(-free[2])), high];
    }

    public override double LogDensity(double[] p, double x)
    {
        if (x < p[0] || x > p[2]) return double.NegativeInfinity;
        double height = 2 / (p[2] - p[0]);
        double rising = p[1] > p[0] ? (x - p[0]) / (p[1] - p[0]) : 1, falling = p[2] > p[1] ? (p[2] - x) / (p[2] - p[1]) : 1;
        return Math.Log(height * Math.Max(1e-300, x < p[1] ? rising : falling));
    }

    public override double Below(double[] p, double x)
    {
        if (x <= p[0]) return 0;
        if (x >= p[2]) return 1;
        return x < p[1] ? (x - p[0]) * (x - p[0]) / ((p[2] - p[0]) * (p[1] - p[0])) : 1 - (p[2] - x) * (p[2] - x) / ((p[2] - p[0]) * (p[2] - p[1]));
    }

    public override double Quantile(double[] p, double share)
    {
        double at = (p[1] - p[0]) / (p[2] - p[0]);
        return share < at ? p[0] + Math.Sqrt(share * (p[2] - p[0]) * (p[1] - p[0])) : p[2] - Math.Sqrt((1 - share) * (p[2] - p[0]) * (p[2] - p[1]));
    }

    public override double Mean(double[] p) => (p[0] + p[1] + p[2]) / 3;

    public override double Cv(double[] p) =>
        Math.Sqrt((p[0] * p[0] + p[1] * p[1] + p[2] * p[2] - p[0] * p[1] - p[0] * p[2] - p[1] * p[2]) / 18) / Mean(p);

    public override string Text(double[] p) => $"{Name} {Minutes(p[0])} {Minutes(p[1])} {Minutes(p[2])}";
}

/// <summary>The ends of a bounded law, as coordinates that may take any value: how far beyond the shortest and longest time seen, as a share of their distance.</summary>
internal static class Bounds
{
    internal static double[] Start(IReadOnlyList<double> times) => [Math.Log(0.05), Math.Log(0.05)];

    internal static (double Low, double High) Of(IReadOnlyList<double> free, IReadOnlyList<double> times)
    {
        double least = times.Min(), most = times.Max(), spread = Math.Max(1e-6, most - least);
        return (Math.Max(0, least - Math.Exp(Math.Min(5, free[0])) * spread), most + Math.Exp(Math.Min(5, free[1])) * spread);
    }
}
