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
        return new MeasureOutcome(changed, notes);
    }

    /// <summary>The side under the measure; the same object if there is nothing to change (and a note saying why).</summary>
    private protected abstract SideProcedure Change(SideChange change);

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
            return side;
        }
        change.NoteMissing();
        return InForceLevels.Record(changed, Name, use.Operations is null || Operations.Count == 0 ? null : [.. change.Operations], use.Intensity);
    }
}
