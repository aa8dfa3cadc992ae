using CorridorTwin.Scenarios.Calibration.Laws;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Draws;
using MathNet.Numerics.Distributions;

namespace CorridorTwin.Scenarios.Calibration.Posts;

/// <summary>
/// Laws of service times that were seen: operations and directions of a stage are pooled unless a likelihood ratio test (5 %) says that they differ; then the family is chosen by Schwarz's criterion and its fit tested.
/// </summary>
internal static class StageLawFits
{
    /// <summary>Fewest times from which a law is set.</summary>
    public const int Fewest = 20;

    /// <summary>Why a law is kept.</summary>
    public static Bilingual TooFewTimes { get; } = new($"menos de {Fewest} tiempos", $"fewer than {Fewest} times");

    /// <summary>A law fitted to some samples together.</summary>
    public sealed record Pool(IReadOnlyList<StageSample> Samples, FittedLaw? Law, GoodnessOfFit? Fit)
    {
        /// <summary>Times seen.</summary>
        public int Count => Samples.Sum(s => s.Times.Count);
    }

    /// <summary>Fits all samples of a post.</summary>
    public static IReadOnlyList<Pool> Of(IEnumerable<StageSample> samples, CalibrationOptions options) =>
        [.. samples.GroupBy(s => (s.Role, s.Stage, s.InAdvance)).SelectMany(g => Pools([.. g])).Select(p => Fitted(p, options))];

    /// <summary>All of a stage together, if one law does for them; else those that the baseline gives one law; else each alone.</summary>
    private static IEnumerable<StageSample[]> Pools(StageSample[] alike)
    {
        if (Alike(alike)) return [alike];
        return alike.GroupBy(s => s.Law).SelectMany(g => g.ToArray() is var same && Alike(same) ? [same] : same.Select(s => new[] { s }));
    }

    private static bool Alike(StageSample[] samples)
    {
        StageSample[] told = [.. samples.Where(s => s.Times.Count >= LawFit.Least)];
        // Nothing says that what was hardly seen is like the rest, but that the baseline takes it so.
        if (told.Length < samples.Length && samples.Select(s => s.Law).Distinct().Count() > 1) return false;
        if (told.Length < 2) return true;
        LawFamily family = LawFamily.Of("lognormal");
        double apart = told.Sum(s => LawFit.Of(family, s.Times).LogLikelihood), together = LawFit.Of(family, [.. told.SelectMany(s => s.Times)]).LogLikelihood;
        return 2 * (apart - together) <= ChiSquared.InvCDF(family.Parameters * (told.Length - 1), 0.95);
    }

    private static Pool Fitted(StageSample[] samples, CalibrationOptions options)
    {
        ObservedTime[] times = [.. samples.SelectMany(s => s.Times)];
        if (times.Length < Fewest) return new Pool(samples, null, null);
        FittedLaw law = LawFit.Choose(times)[0];
        return new Pool(samples, law, GoodnessOfFit.Of(law, times, options.Bootstrap, options.Seed));
    }

    /// <summary>The model's law for a fitted one: what a file with its words would give.</summary>
    public static Distribution Model(FittedLaw law) => law.Family.Name switch
    {
        "exponential" => Distribution.Exponential(TimeSpan.FromMinutes(law.Mean)),
        "lognormal" => Distribution.Lognormal(TimeSpan.FromMinutes(law.Mean), law.Cv),
        "gamma" => Distribution.Gamma(TimeSpan.FromMinutes(law.Mean), law.Cv),
        "erlang" => Distribution.Erlang(TimeSpan.FromMinutes(law.Mean), (int)Math.Round(1 / (law.Cv * law.Cv))),
        "uniform" => Distribution.Uniform(TimeSpan.FromMinutes(law.Parameters[0]), TimeSpan.FromMinutes(law.Parameters[1])),
        _ => Distribution.Triangular(TimeSpan.FromMinutes(law.Parameters[0]), TimeSpan.FromMinutes(law.Parameters[1]), TimeSpan.FromMinutes(law.Parameters[2])),
    };

    /// <summary>The figures of a pool.</summary>
    public static IEnumerable<CalibratedFigure> Figures(Pool pool, string post)
    {
        double mean = pool.Law?.Mean ?? pool.Samples.SelectMany(s => s.Times).Average(t => t.Middle);
        double half = pool.Law is { } fitted ? 1.96 * fitted.Mean * fitted.Cv / Math.Sqrt(pool.Count) : double.NaN;
        foreach (StageSample sample in pool.Samples)
        {
            string before = Words(sample.Law);
            yield return new CalibratedFigure
            {
                Path = sample.Path(post), Before = before, After = pool.Law?.Text ?? before, Old = DistributionText.Minutes(sample.Law), Estimate = mean, Low = mean - half, High = mean + half, Unit = "min",
                Count = pool.Count, Finding = pool.Law is null ? Finding.TooFew : Finding.Measured, Fit = Fit(pool),
            };
        }
    }

    private static Bilingual Fit(Pool pool)
    {
        if (pool.Law is not { } law || pool.Fit is not { } fit) return TooFewTimes;
        string p = FormattableString.Invariant($"KS {fit.KolmogorovSmirnov:0.000}, p {fit.KolmogorovSmirnovP:0.00}");
        if (double.IsFinite(fit.AndersonDarling)) p += FormattableString.Invariant($"; AD {fit.AndersonDarling:0.00}, p {fit.AndersonDarlingP:0.00}");
        string how = pool.Samples.Count > 1 ? $" ({pool.Samples.Count})" : "";
        return fit.KolmogorovSmirnovP < 0.05
            ? new($"{law.Family.Name}: ninguna familia describe bien los tiempos; {p}{how}", $"{law.Family.Name}: no family describes the times well; {p}{how}")
            : Bilingual.Same($"{law.Family.Name}: {p}{how}");
    }

    /// <summary>A law of the model as a file writes it; of one that files cannot write, its mean.</summary>
    public static string Words(Distribution law)
    {
        try
        {
            return DistributionText.Of(law);
        }
        catch (ArgumentException)
        {
            return FormattableString.Invariant($"{DistributionText.Minutes(law):0.####} min");
        }
    }
}
