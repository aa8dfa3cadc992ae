using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Measures;

/// <summary>The model a measure gives, and what a reader must know about how it was applied.</summary>
/// <param name="Model">The new model; the given one where nothing changed.</param>
/// <param name="Notes">In the order of posts and sides.</param>
public sealed record MeasureOutcome(CorridorModel Model, IReadOnlyList<MeasureNote> Notes);

/// <summary>Kinds of note.</summary>
public enum NoteKind
{
    /// <summary>It stood there already in the baseline, or by an earlier entry: nothing changed.</summary>
    AlreadyInForce,
    /// <summary>Something it needs does not stand there.</summary>
    PrerequisiteMissing,
    /// <summary>There is nothing there for it to act on.</summary>
    NothingToChange,
    /// <summary>It does less, or something else, than its parameters say.</summary>
    Limited,
    /// <summary>A quantity the change moves, for a guard.</summary>
    SideEffect,
}

/// <param name="Kind">What kind of remark.</param>
/// <param name="Measure">Name of the measure.</param>
/// <param name="Post">Border post id.</param>
/// <param name="Direction">Direction of the side.</param>
/// <param name="Role">Exit or entry side.</param>
/// <param name="Place">The side in words.</param>
/// <param name="Remark">What there is to say, without the place: equal remarks of several sides can be shown as one.</param>
public sealed record MeasureNote(NoteKind Kind, string Measure, string Post, Direction Direction, SideRole Role, Bilingual Place, Bilingual Remark)
{
    /// <summary>Place and remark as one sentence.</summary>
    public Bilingual Text => new($"{Place.Es}: {Remark.Es}", $"{Place.En}: {Remark.En}");
}
