using CorridorTwin.Scenarios.Statistics;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Studies.Validations;

/// <summary>A model held to a study: a verdict for each post, side, direction and operation.</summary>
public sealed record StudyValidation
{
    private static readonly double[] Shares = [.. Enumerable.Range(1, 19).Select(i => i * 0.05)];

    /// <summary>The study.</summary>
    public required Study Study { get; init; }

    /// <summary>How it was compared.</summary>
    public required ValidationOptions Options { get; init; }

    /// <summary>The strata, from the north; after those of a post the post as a whole.</summary>
    public required IReadOnlyList<ValidationRow> Rows { get; init; }

    /// <summary>The strata alone.</summary>
    public IEnumerable<ValidationRow> Strata => Rows.Where(r => !r.IsWhole);

    /// <summary>Hourly flows; empty where the study counts none.</summary>
    public required IReadOnlyList<FlowRow> Flows { get; init; }

    /// <summary>Theil's split of the means, of each post with two strata or more and of all.</summary>
    public required IReadOnlyList<TheilRow> Theil { get; init; }

    /// <summary>Whether the days of each post leave the model as they go by; of posts with rows on five days or more, against five weeks or more.</summary>
    public required IReadOnlyList<Drift> Drifts { get; init; }

    /// <summary>What a reader must be told.</summary>
    public required IReadOnlyList<Bilingual> Notes { get; init; }

    /// <summary>Compares.</summary>
    /// <param name="study">The study.</param>
    /// <param name="model">The model.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Told of weeks simulated and weeks in all; from several threads.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static StudyValidation Of(Study study, CorridorModel model, ValidationOptions options, Action<int, int>? progress = null, CancellationToken cancellation = default)
    {
        SimulatedWeeks weeks = SimulatedWeeks.Of(study, model, options, progress, cancellation);
        var order = model.Posts.Select((p, i) => (p.Id, i)).ToDictionary(p => p.Id, p => p.i);
        ValidationRow[] rows =
        [
            .. study.Rows.GroupBy(r => r.Stratum).OrderBy(g => order[g.Key.Post]).ThenBy(g => g.Key.Direction).ThenBy(g => g.First().Role).ThenBy(g => g.Key.Operation)
                .Select(g => OfRows(g.Key, [.. g], study.Measure, weeks, options)).OfType<ValidationRow>(),
            .. study.Summaries.OrderBy(s => order[s.Post]).Select(s => OfSummary(s, weeks, options)),
        ];
        rows = [.. rows.GroupBy(r => r.Post).SelectMany(g => Whole(g.Key, [.. g], weeks, options) is { } whole ? [.. g, whole] : g.AsEnumerable())];
        FlowRow[] flows = [.. study.Counts.GroupBy(c => (c.Post, c.Side, c.Direction)).OrderBy(g => order[g.Key.Post]).Select(g => Flow(g.Key.Post, g.Key.Side, g.Key.Direction, [.. g], weeks))];
        return new StudyValidation { Study = study, Options = options, Rows = rows, Flows = flows, Theil = Splits(rows), Drifts = [.. Drift.Of(study, weeks).OrderBy(d => order[d.Post])], Notes = [ValidationRule.Text(options), .. study.Lacks] };
    }

    private static ValidationRow? OfRows(StudyStratum at, IReadOnlyList<StudyRow> rows, ClearanceMeasure measure, SimulatedWeeks weeks, ValidationOptions options)
    {
        Lifetime[] times = [.. rows.Where(r => r.Hours(measure) is >= 0).Select(r => new Lifetime(r.Hours(measure)!.Value, r.Censored))];
        if (times.Length == 0) return null;
        double[][] simulated = weeks.Times(r => r.Stratum == at, measure);
        double[] all = [.. simulated.SelectMany(w => w).Order()];
        double[] values = [.. times.Select(t => t.Time)];
        bool censored = times.Any(t => t.Censored);
        SurvivalMean mean = KaplanMeier.Mean(times);
        double? sampling = times.Length < 2 ? null : censored ? mean.StandardError * mean.StandardError : Student.Moments(values).Variance / values.Length;
        EquivalenceResult? test = sampling is not { } spread || all.Length == 0 ? null : Test(mean.Mean, spread, values.Length - 1, simulated, options);
        // What censored trucks would have taken is not known: bands and distances are told only of those that left.
        double[] left = censored ? [.. times.Where(t => !t.Censored).Select(t => t.Time)] : values;
        bool both = all.Length > 0 && left.Length > 0;
        BandCoverage? half = both ? Scores.Coverage(all, left, 0.5) : null;
        BandCoverage? ninety = both ? Scores.Coverage(all, left, 0.9) : null;
        (StudyVerdict verdict, Bilingual reason) = ValidationRule.Of(times.Length, test, half, ninety, options);
        return new ValidationRow
        {
            Post = at.Post, Side = at.Side, Direction = at.Direction, Operation = at.Operation, Measure = measure, Trucks = times.Length, Censored = times.Count(t => t.Censored), Observed = mean.Mean,
            Simulated = MeanOf(simulated), Equivalence = test, Sampling = sampling, Distance = both ? KolmogorovSmirnov.Test(left, all) : null, Half = half, Ninety = ninety,
            Quantiles = both ? [.. Shares.Select(s => (s, Observed: KaplanMeier.Quantile(times, s))).Where(q => q.Observed is not null).Select(q => new QuantilePair(q.s, q.Observed!.Value, Scores.Quantile(all, q.s)))] : [],
            Verdict = verdict, Reason = reason,
        };
    }

    /// <summary>
    /// The post as a whole: its strata weighted by the traffic of the model, so that a study that times equally many of each is compared with what it
    /// would have found of the traffic. What single strata are too small to tell, all of them together may.
    /// </summary>
    private static ValidationRow? Whole(string post, ValidationRow[] strata, SimulatedWeeks weeks, ValidationOptions options)
    {
        ValidationRow[] own = [.. strata.Where(r => r.Side is not null && r.Direction is not null && r.Operation is not null && r.Sampling is not null && double.IsFinite(r.Simulated.Mean))];
        if (own.Length < 2) return null;
        double[][][] times = [.. own.Select(r => weeks.Times(t => t.Post == post && t.Side == r.Side && t.Direction == r.Direction && t.Operation == r.Operation, r.Measure))];
        double all = times.Sum(t => t.Sum(w => (double)w.Length));
        double[] weight = [.. times.Select(t => t.Sum(w => (double)w.Length) / all)];
        // A week without trucks of a stratum has the stratum's mean.
        double[][] means = [.. Enumerable.Range(0, options.Replications).Select(w => new[] { own.Select((r, i) => weight[i] * (times[i][w].Length > 0 ? times[i][w].Average() : r.Simulated.Mean)).Sum() })];
        double observed = own.Select((r, i) => weight[i] * r.Observed).Sum();
        double sampling = own.Select((r, i) => weight[i] * weight[i] * r.Sampling!.Value).Sum();
        double degrees = sampling * sampling / own.Select((r, i) => Math.Pow(weight[i] * weight[i] * r.Sampling!.Value, 2) / (r.Trucks - 1)).Sum();
        EquivalenceResult? test = sampling > 0 ? Test(observed, sampling, degrees, means, options) : null;
        int trucks = own.Sum(r => r.Trucks);
        (StudyVerdict verdict, Bilingual reason) = ValidationRule.Of(trucks, test, null, null, options);
        return new ValidationRow
        {
            Post = post, Side = null, Direction = null, Operation = null, IsWhole = true, Measure = own[0].Measure, Trucks = trucks, Censored = own.Sum(r => r.Censored), Observed = observed, Simulated = MeanOf(means), Equivalence = test,
            Sampling = sampling, Distance = null, Half = null, Ninety = null, Quantiles = [], Verdict = verdict, Reason = reason,
        };
    }

    private static ValidationRow OfSummary(StudySummary s, SimulatedWeeks weeks, ValidationOptions options)
    {
        double[][] simulated = weeks.Times(r => r.Post == s.Post && (s.Side is null || s.Side == r.Side) && (s.Direction is null || s.Direction == r.Direction) && (s.Operation is null || s.Operation == r.Operation), s.Measure);
        double[] all = [.. simulated.SelectMany(w => w).Order()];
        // A study that does not tell how much trucks differ is taken to have them differ as in the model.
        double deviation = s.Deviation ?? (all.Length > 1 ? Math.Sqrt(Student.Moments(all).Variance) : double.NaN);
        double? sampling = s.Count < 2 || !double.IsFinite(deviation) ? null : deviation * deviation / s.Count;
        EquivalenceResult? test = sampling is not { } spread || all.Length < 2 ? null : Test(s.Mean, spread, s.Count - 1, simulated, options);
        (StudyVerdict verdict, Bilingual reason) = ValidationRule.Of(s.Count, test, null, null, options);
        return new ValidationRow
        {
            Post = s.Post, Side = s.Side, Direction = s.Direction, Operation = s.Operation, Measure = s.Measure, Trucks = s.Count, Censored = 0, Observed = s.Mean, Simulated = MeanOf(simulated), Equivalence = test,
            Sampling = sampling, Distance = null, Half = null, Ninety = null, Quantiles = s.Median is { } median && all.Length > 0 ? [new QuantilePair(0.5, median, Scores.Quantile(all, 0.5))] : [], Verdict = verdict, Reason = reason,
        };
    }

    /// <summary>
    /// The observed week is one of many: its mean differs from the model's by the sampling of its trucks and by what kind of week it was.
    /// How weeks differ is told by the simulated ones: variance s²/n + v(1 + 1/R), v the variance of the weeks' means.
    /// </summary>
    private static EquivalenceResult? Test(double observed, double sampling, double degrees, double[][] simulated, ValidationOptions options)
    {
        double[] means = [.. simulated.Where(w => w.Length > 0).Select(w => w.Average())];
        if (means.Length < 2 || !double.IsFinite(sampling)) return null;
        (double mean, double between) = Student.Moments(means);
        double margin = Math.Max(options.Margin * observed, options.LeastMarginHours);
        return Equivalence.Of(mean - observed, between * (1 + 1.0 / means.Length), means.Length - 1, sampling, degrees, margin, options.Alpha, means.Length);
    }

    private static Interval MeanOf(double[][] simulated) => Interval.Of([.. simulated.Where(w => w.Length > 0).Select(w => w.Average())]);

    private static FlowRow Flow(string post, string side, Direction direction, HourlyCount[] counts, SimulatedWeeks weeks)
    {
        double[] modelled = [.. counts.Select(c => weeks.Flow(post, side, direction, c.Hour))];
        double[] geh = [.. counts.Zip(modelled, (c, m) => Geh.Of(m, c.Count))];
        double below = geh.Count(g => g < Geh.Acceptable) / (double)geh.Length;
        return new FlowRow(post, side, direction, counts.Length, counts.Average(c => c.Count), modelled.Average(), below, geh.Max(), below >= FlowRow.Wanted ? StudyVerdict.Inside : StudyVerdict.Outside);
    }

    private static TheilRow[] Splits(IReadOnlyList<ValidationRow> rows)
    {
        ValidationRow[] told = [.. rows.Where(r => !r.IsWhole && double.IsFinite(r.Simulated.Mean) && double.IsFinite(r.Observed))];
        TheilRow? Of(string? post, ValidationRow[] of) => of.Length < 2 ? null : new TheilRow(post, of.Length, TheilResult.Of([.. of.Select(r => r.Observed)], [.. of.Select(r => r.Simulated.Mean)]));
        string[] posts = [.. told.Select(r => r.Post).Distinct()];
        return [.. posts.Select(p => Of(p, [.. told.Where(r => r.Post == p)])).Append(posts.Length > 1 ? Of(null, told) : null).OfType<TheilRow>()];
    }
}
