using CorridorTwin.Scenarios.Statistics;

namespace CorridorTwin.Scenarios.Studies.Validations;

/// <summary>A quantile of both.</summary>
/// <param name="Share">Share of trucks that take no longer.</param>
/// <param name="Observed">Hours.</param>
/// <param name="Simulated">Hours.</param>
public readonly record struct QuantilePair(double Share, double Observed, double Simulated);

/// <summary>One stratum, observed and simulated.</summary>
public sealed record ValidationRow
{
    /// <summary>Border post id.</summary>
    public required string Post { get; init; }

    /// <summary>Country of the side; null where the study gives both together.</summary>
    public required string? Side { get; init; }

    /// <summary>Which way; null for both.</summary>
    public required CorridorTwin.Simulation.Corridor.Direction? Direction { get; init; }

    /// <summary>Official operation; null for all.</summary>
    public required CorridorTwin.Simulation.Corridor.Operation? Operation { get; init; }

    /// <summary>It is the post as a whole: its strata weighted by the model's traffic.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Which clearance time.</summary>
    public required ClearanceMeasure Measure { get; init; }

    /// <summary>Trucks observed.</summary>
    public required int Trucks { get; init; }

    /// <summary>Of these, those that had not left.</summary>
    public required int Censored { get; init; }

    /// <summary>Observed mean, hours; by Kaplan–Meier where trucks had not left.</summary>
    public required double Observed { get; init; }

    /// <summary>Simulated mean over the weeks, hours, with its 95 % interval.</summary>
    public required Interval Simulated { get; init; }

    /// <summary>The test that the means differ by less than the margin; the difference is simulated less observed, and knows both the study's sampling and how weeks differ.</summary>
    public required EquivalenceResult? Equivalence { get; init; }

    /// <summary>Variance of the observed mean by the sampling of its trucks, hours²; null where it cannot be told.</summary>
    public double? Sampling { get; init; }

    /// <summary>Kolmogorov–Smirnov; null where there are no rows.</summary>
    public required KolmogorovSmirnovResult? Distance { get; init; }

    /// <summary>How many of the observed fall into the simulated 50 % band; null where there are no rows.</summary>
    public required BandCoverage? Half { get; init; }

    /// <summary>The same for the 90 % band.</summary>
    public required BandCoverage? Ninety { get; init; }

    /// <summary>Quantiles of both, 5 % to 95 %; empty where there are no rows.</summary>
    public required IReadOnlyList<QuantilePair> Quantiles { get; init; }

    /// <summary>How they agree.</summary>
    public required StudyVerdict Verdict { get; init; }

    /// <summary>Why.</summary>
    public required Bilingual Reason { get; init; }
}

/// <summary>Hourly flows of one side.</summary>
/// <param name="Post">Border post id.</param>
/// <param name="Side">Country of the side.</param>
/// <param name="Direction">Which way.</param>
/// <param name="Hours">Hours counted.</param>
/// <param name="Counted">Trucks an hour, mean of the counts.</param>
/// <param name="Simulated">Trucks an hour, mean of the same hours of the week.</param>
/// <param name="ShareBelow5">Share of the hours whose GEH is below 5.</param>
/// <param name="Largest">Largest GEH.</param>
/// <param name="Verdict">Inside where at least 85 % of the hours are below 5.</param>
public sealed record FlowRow(string Post, string Side, CorridorTwin.Simulation.Corridor.Direction Direction, int Hours, double Counted, double Simulated, double ShareBelow5, double Largest, StudyVerdict Verdict)
{
    /// <summary>Share of hours below <see cref="Geh.Acceptable"/> that is asked for.</summary>
    public const double Wanted = 0.85;
}

/// <summary>Theil's split of the means of a post's strata.</summary>
/// <param name="Post">Border post id; null for all.</param>
/// <param name="Strata">Strata.</param>
/// <param name="Split">The split.</param>
public sealed record TheilRow(string? Post, int Strata, TheilResult Split);
