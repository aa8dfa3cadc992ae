using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Attributions;

/// <summary>A prerequisite that does not stand before the measures and that no other contributor brings.</summary>
/// <param name="Measure">Name of the measure that needs it.</param>
/// <param name="Need">What it needs.</param>
public sealed record AbsentNeed(string Measure, Prerequisite Need)
{
    /// <summary>Those of a set of contributors, as far as the measures remark on them when all are applied.</summary>
    public static IReadOnlyList<AbsentNeed> Of(IReadOnlyList<Contributor> contributors, CorridorModel before)
    {
        MeasureApplication[] uses = [.. contributors.SelectMany(c => c.Uses).Where(u => u.Intensity > 0)];
        (Contributor Who, CorridorModel Model)[] alone = [.. contributors.Select(c => (c, MeasureCatalog.Apply(before, c.Uses).Model))];
        string[] remarked = [.. MeasureCatalog.Apply(before, uses).Notes.Where(n => n.Kind == NoteKind.PrerequisiteMissing).Select(n => n.Measure).Distinct()];
        return
        [
            .. MeasureCatalog.All.Where(m => remarked.Contains(m.Name)).SelectMany(m => m.Prerequisites.Where(p => !p.OnlyIfLimiting).Select(p => (m, p))).Where(x =>
            {
                MeasureApplication[] own = [.. uses.Where(u => u.Measure == x.m.Name)];
                // What a measure needs it cannot bring itself, though it may look so once it has acted.
                // A pillar may hold both the measure and the one it needs.
                return uses.All(u => u.Measure != x.p.Name) && own.Any(u => IsUnmet(x.p, u, before)) && !own.Any(u => alone.Any(a => a.Who.Uses.All(o => o.Measure != x.m.Name) && Brings(x.p, u, before, a.Model)));
            }).Select(x => new AbsentNeed(x.m.Name, x.p)),
        ];
    }

    /// <summary>Whether a prerequisite, for a use of a measure, stands in one model at a side where it does not in another.</summary>
    internal static bool Brings(Prerequisite need, MeasureApplication use, CorridorModel before, CorridorModel after) =>
        Sides(before, after).Any(s => use.Covers(s.Was, s.Side) && !need.IsMet(s.Was, s.Side) && need.IsMet(s.Becomes, s.Later));

    private static bool IsUnmet(Prerequisite need, MeasureApplication use, CorridorModel model) =>
        Sides(model, model).Any(s => use.Covers(s.Was, s.Side) && !need.IsMet(s.Was, s.Side));

    private static IEnumerable<(BorderPost Was, SideProcedure Side, BorderPost Becomes, SideProcedure Later)> Sides(CorridorModel before, CorridorModel after) =>
        before.Posts.Zip(after.Posts).SelectMany(p => p.First.Sides.Zip(p.Second.Sides, (was, later) => (p.First, was, p.Second, later)));
}
