using CorridorTwin.Twin;
using CorridorTwin.Twin.Ingest;

namespace CorridorTwin.Dashboard.Live.Api;

/// <summary>What became of the lines of each source, and how good the readings are.</summary>
/// <param name="Events">Events in the log.</param>
/// <param name="Clock">The twin's clock: how far the slowest source that is alive has come; null before the first event.</param>
/// <param name="Sources">The sources.</param>
/// <param name="Quality">How good the readings of the trucks in memory are.</param>
/// <param name="RefusedLines">The hundred lines set aside last, the newest first, without what they say.</param>
public sealed record CountersAnswer(long Events, DateTimeOffset? Clock, IReadOnlyList<SourceAnswer> Sources, TwinQuality Quality, IReadOnlyList<QuarantinedAnswer> RefusedLines)
{
    /// <summary>Of a twin.</summary>
    internal static CountersAnswer Of(LiveTwin twin) => new(
        twin.Events, twin.Events == 0 ? null : twin.State().At, [.. twin.Figures().Select(SourceAnswer.Of)], twin.Quality(),
        [.. twin.Quarantined().Select(q => new QuarantinedAnswer(q.Source, q.Recorded, q.Position, q.Length, q.Reason, q.Detail))]);
}

/// <summary>A source.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Newest">Time of its newest event; null if it has told none.</param>
/// <param name="LastHeard">When it was last heard; null if never.</param>
/// <param name="SkewMilliseconds">How much later than others its clock reads the same passages; null for fewer than five.</param>
/// <param name="Simulated">It has told simulated events.</param>
/// <param name="Lines">Its lines by what became of them.</param>
public sealed record SourceAnswer(string Name, DateTimeOffset? Newest, DateTimeOffset? LastHeard, long? SkewMilliseconds, bool Simulated, IReadOnlyDictionary<string, long> Lines)
{
    /// <summary>Of a source.</summary>
    internal static SourceAnswer Of(SourceFigures f) => new(f.Name, f.Newest, f.Heard, f.Skew, f.Simulated, f.Counters);
}

/// <summary>A line that was not taken.</summary>
/// <param name="Source">Whose.</param>
/// <param name="Recorded">When.</param>
/// <param name="Offset">Where it began in what was sent, bytes.</param>
/// <param name="Length">How long it was.</param>
/// <param name="Reason">Why.</param>
/// <param name="Detail">In one sentence.</param>
public sealed record QuarantinedAnswer(string Source, DateTimeOffset Recorded, long Offset, long Length, string Reason, string Detail);

/// <summary>The program lives.</summary>
/// <param name="Status"><c>ok</c>.</param>
/// <param name="Version">Of the program.</param>
/// <param name="Since">When it started.</param>
public sealed record HealthAnswer(string Status, string Version, DateTimeOffset Since);

/// <summary>Whether events are taken here.</summary>
/// <param name="Ready">They are.</param>
/// <param name="Twin">How the program stands to the twin's file: Absent, Keeping, InUse or Unusable.</param>
/// <param name="Writable">The file can be written.</param>
/// <param name="Log">The last batch of the log is as it was written; null where there is none to look at.</param>
/// <param name="Problem">What is wrong, in the reader's language; null if nothing.</param>
public sealed record ReadinessAnswer(bool Ready, TwinStanding Twin, bool Writable, bool? Log, string? Problem);
