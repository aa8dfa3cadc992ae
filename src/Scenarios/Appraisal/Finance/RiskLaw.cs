using CorridorTwin.Scenarios.Statistics;
using CorridorTwin.Simulation.Draws;
using MathNet.Numerics.Distributions;

namespace CorridorTwin.Scenarios.Appraisal.Finance;

/// <summary>How likely the values of an uncertain input are, as an inverse distribution function.</summary>
public abstract record RiskLaw
{
    /// <summary>The value below which a share of the values lies.</summary>
    /// <param name="share">Strictly between 0 and 1.</param>
    public abstract double Quantile(double share);

    /// <summary>Mean.</summary>
    public abstract double Mean { get; }

    /// <summary>Most likely near the mode, less and less towards the ends.</summary>
    /// <exception cref="ArgumentException">Ends or mode out of order.</exception>
    public static RiskLaw Triangular(double least, double mode, double most) => least <= mode && mode <= most && double.IsFinite(most - least)
        ? new TriangularLaw(least, mode, most)
        : throw new ArgumentException(FormattableString.Invariant($"A triangular law has least ≤ mode ≤ most; these are {least}, {mode}, {most}."));

    /// <summary>All values between two ends alike.</summary>
    /// <exception cref="ArgumentException">Ends out of order.</exception>
    public static RiskLaw Uniform(double least, double most) => least <= most && double.IsFinite(most - least)
        ? new UniformLaw(least, most)
        : throw new ArgumentException(FormattableString.Invariant($"A uniform law has least ≤ most; these are {least}, {most}."));

    /// <summary>A positive value with a long upper tail.</summary>
    /// <param name="mean">Mean, above 0.</param>
    /// <param name="cv">Standard deviation by mean, 0 or above.</param>
    public static RiskLaw Lognormal(double mean, double cv)
    {
        Require.Positive(mean, "mean", nameof(mean));
        if (!(cv >= 0 && double.IsFinite(cv))) throw new ArgumentException("A coefficient of variation is 0 or more.", nameof(cv));
        return new LognormalLaw(mean, Math.Sqrt(Math.Log(1 + cv * cv)));
    }

    /// <summary>One of several values: a risk that happens or not.</summary>
    /// <param name="outcomes">Probabilities and values; the probabilities add up to 1.</param>
    public static RiskLaw Discrete(params IReadOnlyList<(double Probability, double Value)> outcomes)
    {
        if (outcomes.Count == 0 || outcomes.Any(o => !(o.Probability >= 0) || !double.IsFinite(o.Value)) || Math.Abs(outcomes.Sum(o => o.Probability) - 1) > 1e-9)
            throw new ArgumentException("Probabilities of a discrete risk are 0 or more and add up to 1.", nameof(outcomes));
        return new DiscreteLaw([.. outcomes.Where(o => o.Probability > 0).OrderBy(o => o.Value)]);
    }

    /// <summary>One value.</summary>
    public static RiskLaw Certain(double value) => Discrete((1, value));

    private sealed record TriangularLaw(double Least, double Mode, double Most) : RiskLaw
    {
        public override double Mean => (Least + Mode + Most) / 3;

        public override double Quantile(double share)
        {
            double width = Most - Least;
            if (width == 0) return Mode;
            double below = (Mode - Least) / width;
            return share <= below ? Least + width * Math.Sqrt(share * below) : Most - width * Math.Sqrt((1 - share) * (1 - below));
        }
    }

    private sealed record UniformLaw(double Least, double Most) : RiskLaw
    {
        public override double Mean => (Least + Most) / 2;

        public override double Quantile(double share) => Least + share * (Most - Least);
    }

    private sealed record LognormalLaw(double Expected, double Sigma) : RiskLaw
    {
        public override double Mean => Expected;

        public override double Quantile(double share) => Expected * PortableMath.Exp(Sigma * Normal.InvCDF(0, 1, share) - Sigma * Sigma / 2);
    }

    private sealed record DiscreteLaw((double Probability, double Value)[] Outcomes) : RiskLaw
    {
        public override double Mean => Outcomes.Sum(o => o.Probability * o.Value);

        public override double Quantile(double share)
        {
            foreach ((double probability, double value) in Outcomes)
                if ((share -= probability) < 0) return value;
            return Outcomes[^1].Value;
        }
    }
}

/// <summary>An uncertain input of an appraisal.</summary>
/// <param name="Name">Its name: its draws hang on it, so another input more or less moves none of them.</param>
/// <param name="Law">How likely its values are.</param>
public sealed record RiskInput(string Name, RiskLaw Law);
