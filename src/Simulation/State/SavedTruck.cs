namespace CorridorTwin.Simulation.State;

/// <summary>A truck inside.</summary>
public sealed record SavedTruck
{
    /// <summary>The source it came from.</summary>
    public required string Source { get; init; }

    /// <summary>Its ordinal in the source: together its identity, from which all its draws follow.</summary>
    public required long Ordinal { get; init; }

    /// <summary>Its class: a value for each attribute. One that the loading model has and this lacks is drawn, given the others.</summary>
    public required IReadOnlyDictionary<string, string> Class { get; init; }

    /// <summary>Position of the present leg in its journey.</summary>
    public required int Leg { get; init; }

    /// <summary>Its journey, if not its source's.</summary>
    public IReadOnlyList<StageName>? Journey { get; init; }

    /// <summary>It belongs to the measured cohort.</summary>
    public bool Measured { get; init; }

    /// <summary>What the present leg has cost so far.</summary>
    public required SavedTrack Track { get; init; }

    /// <summary>Where it is.</summary>
    public required Whereabouts At { get; init; }

    /// <summary>The truck's identity in a message.</summary>
    public override string ToString() => $"truck {Source}#{Ordinal}";
}

/// <summary>The time split and time stamps of a leg so far.</summary>
public sealed record SavedTrack
{
    /// <summary>When the leg began.</summary>
    public required long Start { get; init; }

    /// <summary>Milliseconds of service, documents, closed, blocked, queue and move up to the present wait, service or delay.</summary>
    public required IReadOnlyList<long> Split { get; init; }

    /// <summary>Time stamps t0 to t8; −1 where not reached.</summary>
    public required IReadOnlyList<long> Stamps { get; init; }

    /// <summary>When the declaration is lodged.</summary>
    public required long Lodged { get; init; }

    /// <summary>When it is accepted; may lie ahead.</summary>
    public required long Accepted { get; init; }
}
