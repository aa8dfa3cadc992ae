namespace CorridorTwin.Twin.Ingest;

/// <summary>What became of the lines of a stream.</summary>
public sealed record IngestReport
{
    /// <summary>Lines read, empty ones left out.</summary>
    public long Lines { get; init; }

    /// <summary>Events taken into the log and the state.</summary>
    public long Accepted { get; init; }

    /// <summary>Events that were there already.</summary>
    public long Duplicates { get; init; }

    /// <summary>Events taken into the log, too late for the state: a rebuild takes them in.</summary>
    public long Late { get; init; }

    /// <summary>Events accepted that were older than one of their source before them.</summary>
    public long OutOfOrder { get; init; }

    /// <summary>Events of a type this version does not know: kept, without effect.</summary>
    public long UnknownType { get; init; }

    /// <summary>Events withdrawn by corrections in the stream.</summary>
    public long Corrected { get; init; }

    /// <summary>Lines refused, by reason (<see cref="Refusal"/>).</summary>
    public IReadOnlyDictionary<string, long> Refused { get; init; } = new Dictionary<string, long>();

    /// <summary>The stream ended within a line that was no event: where that line begins, to go on from there.</summary>
    public long? TornAt { get; init; }

    /// <summary>Bytes that need not be read again.</summary>
    public long Bytes { get; init; }
}

/// <summary>How a stream is taken.</summary>
public sealed record IngestOptions
{
    /// <summary>Name of the source.</summary>
    public required string Source { get; init; }

    /// <summary>The stream is CSV; null to see by its first line.</summary>
    public bool? Csv { get; init; }

    /// <summary>Called after each commit: bytes of the stream and events of the log that will never be lost.</summary>
    public Action<long, long>? Committed { get; init; }

    /// <summary>Called for each line that was set aside, once that is kept.</summary>
    public Action<QuarantinedLine>? Refused { get; init; }
}
