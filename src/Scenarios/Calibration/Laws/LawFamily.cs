namespace CorridorTwin.Scenarios.Calibration.Laws;

/// <summary>A family of laws a stage time may follow: those the input files can name.</summary>
public abstract class LawFamily
{
    /// <summary>Its name in files.</summary>
    public abstract string Name { get; }

    /// <summary>Parameters that are estimated.</summary>
    public abstract int Parameters { get; }

    /// <summary>Families in the order in which they are tried.</summary>
    public static IReadOnlyList<LawFamily> All { get; } =
        [new ExponentialFamily(), new LognormalFamily(), new GammaFamily(), new ErlangFamily(), new UniformFamily(), new TriangularFamily()];

    /// <summary>The family with a name of files.</summary>
    public static LawFamily Of(string name) => All.FirstOrDefault(f => f.Name == name) ?? throw new ArgumentException($"No family of laws is called '{name}'.", nameof(name));

    /// <summary>Parameters that make all the observed times most likely, found at once; null if that takes a search.</summary>
    /// <param name="times">All known exactly.</param>
    protected internal abstract double[]? Closed(IReadOnlyList<double> times);

    /// <summary>Where a search begins, in coordinates that may take any value.</summary>
    protected internal abstract double[] Start(IReadOnlyList<double> times);

    /// <summary>Parameters at a point of the search.</summary>
    /// <param name="free">Coordinates that may take any value.</param>
    /// <param name="times">The times, each by its middle: where a family's bounds depend on them.</param>
    protected internal abstract double[] Natural(IReadOnlyList<double> free, IReadOnlyList<double> times);

    /// <summary>Logarithm of the density, per minute.</summary>
    public abstract double LogDensity(double[] p, double x);

    /// <summary>P(T ≤ x).</summary>
    public abstract double Below(double[] p, double x);

    /// <summary>P(T > x).</summary>
    public virtual double Above(double[] p, double x) => 1 - Below(p, x);

    /// <summary>The time below which a share of all times lies, minutes.</summary>
    public abstract double Quantile(double[] p, double share);

    /// <summary>Mean, minutes.</summary>
    public abstract double Mean(double[] p);

    /// <summary>Standard deviation over mean.</summary>
    public abstract double Cv(double[] p);

    /// <summary>The law as a file writes it: <c>lognormal 8.3 min cv 0.52</c>.</summary>
    public abstract string Text(double[] p);

    /// <summary>A number of minutes as a file writes it, to four figures.</summary>
    protected static string Minutes(double minutes) => FormattableString.Invariant($"{Rounded(minutes)} min");

    /// <summary>To four significant figures: more would pretend.</summary>
    protected static double Rounded(double value)
    {
        if (value == 0) return 0;
        double scale = Math.Pow(10, 3 - Math.Floor(Math.Log10(Math.Abs(value))));
        return Math.Round((double)Math.Round((decimal)(value * scale)) / scale, 9);
    }
}
