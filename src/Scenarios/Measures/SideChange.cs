using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Measures;

/// <summary>One side of a post under one use of a measure: what the measure reads, and where it leaves its notes.</summary>
internal sealed class SideChange(IMeasure measure, MeasureApplication use, CorridorModel model, BorderPost post, SideProcedure side, List<MeasureNote> notes)
{
    private readonly HashSet<string> told = [];

    public CorridorModel Model => model;
    public BorderPost Post => post;
    public SideProcedure Side => side;
    public double Intensity => use.Intensity;

    /// <summary>Rules that are on or off are on from half strength: there is no half rule.</summary>
    public bool SwitchesOn => use.Intensity >= 0.5;

    /// <summary>Operations the use asks for, of those the measure acts on.</summary>
    public IEnumerable<Operation> Operations => measure.Operations.Where(o => use.Operations is null || use.Operations.Contains(o));

    /// <summary>True if nothing is left to do: everything asked for stands at the wanted strength.</summary>
    public bool IsInForce => measure.Operations.Count == 0 ? Step == 0 : Operations.All(o => StepOf(o) == 0);

    /// <summary>Fraction of the way from the present value to the full effect.</summary>
    public double Step => InForceLevels.Remainder(use.Intensity, InForceLevels.Of(side, measure.Name));

    /// <summary>The same for one operation.</summary>
    public double StepOf(Operation operation) => InForceLevels.Remainder(use.Intensity, InForceLevels.Of(side, measure.Name, operation));

    /// <summary>Factor on a present value that a full effect cuts by <paramref name="cut"/>; a part already in force is not cut twice.</summary>
    public double FactorOf(Operation operation, double cut) => Factor(cut, InForceLevels.Of(side, measure.Name, operation));

    /// <summary>The same for a value the operations of a side share: what is in force for any of them counts as in force. A value below 0 raises.</summary>
    public double FactorOfSide(double cut) => Factor(cut, Level);

    /// <summary>Strength already in force here, for whatever operation it is strongest.</summary>
    public double Level => measure.Operations.Select(o => InForceLevels.Of(side, measure.Name, o)).DefaultIfEmpty(InForceLevels.Of(side, measure.Name)).Max();

    /// <summary>From the present value towards a target, never away from it or past it.</summary>
    public static double Raise(double present, double target, double step) => target <= present ? present : present + step * (target - present);

    public double Number(string key) => ((ParameterValue.Number)Value(key)).Value;

    public bool Flag(string key) => ((ParameterValue.Flag)Value(key)).On;

    public IReadOnlyList<string> Posts(string key) => ((ParameterValue.Posts)Value(key)).Ids;

    /// <summary>Whether a declared prerequisite stands here.</summary>
    public bool Has(string prerequisite) => measure.Prerequisites.First(p => p.Name == prerequisite).IsMet(post, side);

    /// <summary>Leaves a note on this side.</summary>
    public void Note(NoteKind kind, string es, string en) =>
        notes.Add(new MeasureNote(kind, measure.Name, post.Id, side.Direction, side.Role, Phrases.Side(post, side), new(es, en)));

    /// <summary>Leaves the note of a missing prerequisite, with what it costs in figures.</summary>
    public void Missing(string prerequisite, string es, string en)
    {
        told.Add(prerequisite);
        Bilingual label = measure.Prerequisites.First(p => p.Name == prerequisite).Label;
        Note(NoteKind.PrerequisiteMissing, $"falta {label.Es}: {es}", $"{label.En} is missing: {en}");
    }

    /// <summary>Notes the prerequisites that are missing and were not noted yet.</summary>
    public void NoteMissing()
    {
        foreach (Prerequisite p in measure.Prerequisites.Where(p => !p.OnlyIfLimiting && !told.Contains(p.Name) && !p.IsMet(post, side)))
            Missing(p.Name, p.Without.Es, p.Without.En);
    }

    private double Factor(double cut, double present) => use.Intensity <= present ? 1 : (1 - cut * use.Intensity) / (1 - cut * present);

    private ParameterValue Value(string key) =>
        use.Parameters.TryGetValue(key, out ParameterValue? value) ? value : measure.Parameters.First(p => p.Key == key).Default;
}
