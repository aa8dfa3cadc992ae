using CorridorTwin.Twin;
using CorridorTwin.Twin.Ingest;

namespace CorridorTwin.Dashboard.Live.Api;

/// <summary>What became of the lines that were sent. What is counted here as accepted, duplicate or late is on the disk and will not be lost.</summary>
/// <param name="Source">The source they were taken as: the key's.</param>
/// <param name="Lines">Lines read, empty ones left out.</param>
/// <param name="Accepted">Events taken into log and state.</param>
/// <param name="Duplicate">Events that were there already: sending twice does no harm.</param>
/// <param name="Late">Events taken into the log, too late for the state until it is rebuilt.</param>
/// <param name="OutOfOrder">Of those accepted, older than one of their source before them.</param>
/// <param name="UnknownType">Of a type this version does not know: kept, without effect.</param>
/// <param name="Corrected">Events withdrawn by corrections among these.</param>
/// <param name="Refused">Lines set aside, by reason.</param>
/// <param name="RefusedLines">The first hundred of them.</param>
/// <param name="TornAt">The body ended within a line that is no event: where that line begins; send it again, whole. Null if the end is whole.</param>
/// <param name="Bytes">Bytes of the body, unpacked, that need not be sent again.</param>
/// <param name="Events">Events in the twin's log after this.</param>
public sealed record IngestAnswer(
    string Source, long Lines, long Accepted, long Duplicate, long Late, long OutOfOrder, long UnknownType, long Corrected,
    IReadOnlyDictionary<string, long> Refused, IReadOnlyList<RefusedLine> RefusedLines, long? TornAt, long Bytes, long Events)
{
    /// <summary>Of a report.</summary>
    internal static IngestAnswer Of(string source, IngestReport r, IReadOnlyList<RefusedLine> refused, long events) =>
        new(source, r.Lines, r.Accepted, r.Duplicates, r.Late, r.OutOfOrder, r.UnknownType, r.Corrected, r.Refused, refused, r.TornAt, r.Bytes, events);
}

/// <summary>A line that was not taken. The line itself is not told: it may bear a plate, and its sender has it.</summary>
/// <param name="Offset">Where it begins in the body, unpacked, bytes.</param>
/// <param name="Length">How long it is, with its end, bytes.</param>
/// <param name="Reason">Why: one of the words of <c>docs/twin.md</c>, such as <c>malformed</c>.</param>
/// <param name="Detail">In one sentence.</param>
public sealed record RefusedLine(long Offset, long Length, string Reason, string Detail)
{
    /// <summary>Of a line set aside.</summary>
    internal static RefusedLine Of(QuarantinedLine q) => new(q.Position, q.Length, q.Reason, q.Detail);
}
