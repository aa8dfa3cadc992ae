namespace CorridorTwin.Simulation.State;

/// <summary>What differed between the model that saved a state and the model it was loaded into, and what became of the trucks concerned.</summary>
/// <param name="Trucks">Trucks loaded; as many as the state holds.</param>
/// <param name="Changes">The differences, in order of kind and place; empty under the same model.</param>
public sealed record RestoreReport(int Trucks, IReadOnlyList<RestoreChange> Changes)
{
    /// <summary>Every place and truck is as it was saved. Service times and routes may still differ: they show from here on.</summary>
    public bool IsUnchanged => Changes.Count == 0;

    /// <inheritdoc/>
    public override string ToString() => IsUnchanged ? $"{Trucks} trucks, nothing changed" : $"{Trucks} trucks\n{string.Join('\n', Changes)}";
}

/// <summary>One difference.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="From">The place it happened to.</param>
/// <param name="To">Where its trucks go instead, or what it is now; null if that says nothing.</param>
/// <param name="Trucks">Trucks (or side tasks) concerned.</param>
public sealed record RestoreChange(RestoreChangeKind Kind, string From, string? To, int Trucks)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Kind}: {From}{(To == null ? "" : $" → {To}")}{(Trucks == 0 ? "" : $" ({Trucks})")}";
}

/// <summary>What can happen to a saved place or truck.</summary>
public enum RestoreChangeKind
{
    /// <summary>Trucks in a queue join another lane of the same stage, or the next stage there is, in order of joining.</summary>
    Rejoined,

    /// <summary>Trucks blocked before a lane or stage that is gone turn to another.</summary>
    Redirected,

    /// <summary>Trucks served at a station that is gone finish without holding a server.</summary>
    FinishesWithoutServer,

    /// <summary>Trucks finish a stage that is gone, or that counts otherwise now, by the rules they entered it with.</summary>
    FinishesFormerStage,

    /// <summary>Trucks wait at a priority level the station no longer has; they keep their order.</summary>
    PriorityLowered,

    /// <summary>Trucks whose journey changed go on along another.</summary>
    JourneyChanged,

    /// <summary>An attribute or value is new to trucks and was drawn for them.</summary>
    AttributeDrawn,

    /// <summary>An attribute or value of trucks is not in the model and was dropped.</summary>
    AttributeDropped,

    /// <summary>A station is new and begins empty.</summary>
    StationAdded,

    /// <summary>A station is gone.</summary>
    StationRemoved,

    /// <summary>Staff follow another calendar from now.</summary>
    StaffChanged,

    /// <summary>A station's rules differ; staff were fitted anew.</summary>
    RulesChanged,

    /// <summary>Failures begin, end, or are counted by another clock.</summary>
    FailuresChanged,

    /// <summary>A source is new and starts now.</summary>
    SourceAdded,

    /// <summary>A source is gone: no more trucks come from it, and the legs of those inside are not reported.</summary>
    SourceRemoved,

    /// <summary>A source's arrivals are of another kind or on other dates and start anew.</summary>
    ArrivalsChanged,

    /// <summary>A disturbance is new and its clock starts now.</summary>
    DisturbanceAdded,

    /// <summary>A disturbance is gone, and over if it lasted.</summary>
    DisturbanceRemoved,

    /// <summary>A disturbance has other dates.</summary>
    DisturbanceChanged,

    /// <summary>The measured window has moved.</summary>
    WindowMoved,
}
