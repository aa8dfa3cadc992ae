using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Measures;

/// <summary>What all measures of this library share: they act side by side, leave alone what already is in force, and say so.</summary>
public abstract class SideMeasure : IMeasure
{
    /// <inheritdoc/>
    public string Name => GetType().Name;

    /// <inheritdoc/>
    public abstract Bilingual Title { get; }

    /// <inheritdoc/>
    public abstract Bilingual Summary { get; }

    /// <inheritdoc/>
    public abstract Bilingual Mechanism { get; }

    /// <inheritdoc/>
    public abstract StrategyReference Strategy { get; }

    /// <inheritdoc/>
    public abstract IReadOnlyList<MeasureParameter> Parameters { get; }

    /// <inheritdoc/>
    public virtual IReadOnlyList<Prerequisite> Prerequisites => [];

    /// <inheritdoc/>
    public virtual IReadOnlyList<Guard> Guards => [];

    /// <inheritdoc/>
    public virtual IReadOnlyList<Operation> Operations => [];

    /// <inheritdoc/>
    public abstract IReadOnlyList<string> Touches { get; }

    /// <inheritdoc/>
    public MeasureOutcome Apply(CorridorModel model, MeasureApplication use)
    {
        var notes = new List<MeasureNote>();
        if (use.Intensity <= 0) return new MeasureOutcome(model, notes);
        CorridorModel changed = model.EditSides((post, side) => use.Covers(post, side) ? Change(use, model, post, side, notes) : side);
        return new MeasureOutcome(ReferenceEquals(changed, model) ? model : ChangeCorridor(model, changed, use), notes);
    }

    /// <summary>The side under the measure; the same object if there is nothing to change (and a note saying why).</summary>
    private protected abstract SideProcedure Change(SideChange change);

    /// <summary>True of what stands for the measures that build on it even where it has nothing to change itself: a maintenance plan before the machines.</summary>
    private protected virtual bool Prepares => false;

    /// <summary>Whether a use puts the measure in force; false while it only gets in the way, like works that are not finished.</summary>
    private protected virtual bool Stands(SideChange change) => true;

    /// <summary>What the measure changes of the corridor as a whole, once its sides are changed.</summary>
    private protected virtual CorridorModel ChangeCorridor(CorridorModel before, CorridorModel after, MeasureApplication use) => after;

    private SideProcedure Change(MeasureApplication use, CorridorModel model, BorderPost post, SideProcedure side, List<MeasureNote> notes)
    {
        var change = new SideChange(this, use, model, post, side, notes);
        if (change.IsInForce)
        {
            change.Note(NoteKind.AlreadyInForce, "ya está en vigor; no cambia nada.", "already in force; nothing changed.");
            return side;
        }
        int before = notes.Count;
        SideProcedure changed = Change(change);
        if (ReferenceEquals(changed, side))
        {
            if (notes.Count == before)
                change.Note(NoteKind.NothingToChange, "no hay nada que esta medida pueda cambiar.", "there is nothing this measure could change.");
            if (!Prepares) return side;
        }
        else
        {
            change.NoteMissing();
        }
        return !Stands(change) ? changed : InForceLevels.Record(changed, Name, use.Operations is null || Operations.Count == 0 ? null : [.. change.Operations], use.Intensity);
    }
}
