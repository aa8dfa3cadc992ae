using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Studies;

/// <summary>A time release study: what was observed, what could not be used, and what it cannot tell.</summary>
public sealed record Study
{
    /// <summary>The file, or for an emulated one its name.</summary>
    public required string Source { get; init; }

    /// <summary>Fingerprint of what was read: SHA-256 of the file's bytes; of an emulated study, of what it was made from.</summary>
    public required string Hash { get; init; }

    /// <summary>Trucks timed, in the order of the file.</summary>
    public required IReadOnlyList<StudyRow> Rows { get; init; }

    /// <summary>Lines that cannot be used and why; none is dropped without being here.</summary>
    public IReadOnlyList<RejectedRow> Rejected { get; init; } = [];

    /// <summary>Trucks an hour, where the source counts them.</summary>
    public IReadOnlyList<HourlyCount> Counts { get; init; } = [];

    /// <summary>Means and medians by stratum, where nobody shared rows.</summary>
    public IReadOnlyList<StudySummary> Summaries { get; init; } = [];

    /// <summary>What it lacks and what follows from that, in words: <c>no t0: compared on M_gate</c>.</summary>
    public IReadOnlyList<Bilingual> Lacks { get; init; } = [];

    /// <summary>Which clearance time it can be compared on: M_side where there is t0, else M_gate.</summary>
    public ClearanceMeasure Measure { get; init; }

    /// <summary>First and last instant of its stamps t0 (t1 without t0); null where it has no rows.</summary>
    public (DateTimeOffset From, DateTimeOffset To)? Window { get; init; }

    /// <summary>Trucks that came in its window by stratum, timed or not, where that is known (an emulated survey); empty where it is not.</summary>
    public IReadOnlyDictionary<StudyStratum, int> Population { get; init; } = new Dictionary<StudyStratum, int>();

    /// <summary>Made by the simulator: a label every user of it repeats.</summary>
    public bool Simulated { get; init; }
}

/// <summary>What rows are compared by.</summary>
/// <param name="Post">Border post id.</param>
/// <param name="Side">Country of the side.</param>
/// <param name="Direction">Which way.</param>
/// <param name="Operation">Official operation.</param>
public readonly record struct StudyStratum(string Post, string Side, Direction Direction, Operation Operation);

/// <summary>A line that cannot be used.</summary>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="Field">Column as the file names it; empty for the line as a whole.</param>
/// <param name="Given">What stands there; null for nothing.</param>
/// <param name="Reason">What is wrong with it.</param>
/// <param name="Kind">The same as one word, for counts.</param>
public sealed record RejectedRow(int Line, string Field, string? Given, Bilingual Reason, RejectKind Kind);

/// <summary>Why a line cannot be used.</summary>
public enum RejectKind
{
    /// <summary>Cells too few or too many, or an unfinished line.</summary>
    Shape,
    /// <summary>A word no list knows: post, side, operation.</summary>
    Unknown,
    /// <summary>A cell that must be filled is empty.</summary>
    Missing,
    /// <summary>Not a date and time, or one that does not exist.</summary>
    Date,
    /// <summary>Later than the study can be.</summary>
    Future,
    /// <summary>Stamps out of order: exit before arrival.</summary>
    Order,
    /// <summary>Longer than any truck stays.</summary>
    TooLong,
    /// <summary>The same truck on the same side at the same time twice.</summary>
    Duplicate,
    /// <summary>Two posts faster than the road allows, or two places at once.</summary>
    Teleport,
    /// <summary>A formula or error value in a spreadsheet.</summary>
    Formula,
    /// <summary>A number that is none, or is out of range.</summary>
    Number,
    /// <summary>Bytes that are not text.</summary>
    Encoding,
}

/// <summary>Trucks counted in one hour.</summary>
/// <param name="Post">Border post id.</param>
/// <param name="Side">Country of the side.</param>
/// <param name="Direction">Which way.</param>
/// <param name="Hour">Beginning of the hour, local time of the side.</param>
/// <param name="Count">Trucks that arrived in it.</param>
public sealed record HourlyCount(string Post, string Side, Direction Direction, DateTimeOffset Hour, double Count);

/// <summary>What a study tells of one stratum when it shares no rows.</summary>
/// <param name="Line">Line of the file.</param>
/// <param name="Post">Border post id.</param>
/// <param name="Side">Country of the side; null for both together.</param>
/// <param name="Direction">Null for both.</param>
/// <param name="Operation">Null for all.</param>
/// <param name="Measure">Which clearance time.</param>
/// <param name="Mean">Hours.</param>
/// <param name="Median">Hours; null if not told.</param>
/// <param name="Count">Trucks timed.</param>
public sealed record StudySummary(int Line, string Post, string? Side, Direction? Direction, Operation? Operation, ClearanceMeasure Measure, double Mean, double? Median, int Count)
{
    /// <summary>Standard deviation, hours; null if not told.</summary>
    public double? Deviation { get; init; }
}
