using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Scenarios.Rollouts.Matrix;

namespace CorridorTwin.Scenarios.Rollouts.Reports;

/// <summary>What a reader must know beside the numbers of a rollout.</summary>
public static class RolloutNotes
{
    /// <summary>Refused years, changes that hang on how long was measured, too few replications.</summary>
    public static IEnumerable<Bilingual> Warnings(RolloutRun run, IReadOnlyList<YearReading> years)
    {
        if (!run.Complete) yield return new($"Interrumpido: réplicas terminadas en todos los años, {run.Replications} de {run.Request.Options.Replications}.", $"Interrupted: replications finished in all years, {run.Replications} of {run.Request.Options.Replications}.");
        if (run.Replications < 2) yield return new("Con menos de dos réplicas no hay intervalo.", "With fewer than two replications there is no interval.");
        foreach (Bilingual refused in years.Select(y => y.Refused).OfType<Bilingual>().Distinct())
            yield return new($"Rechazado: {refused.Es}. Más capacidad, o lo que cede (yield) en el archivo, cambia esto.", $"Refused: {refused.En}. More capacity, or what gives way (yield) in the file, changes this.");
        foreach (((YearRun without, YearRun with), YearReading year) in run.Years.Zip(years).Where(y => y.Second.Refused is null))
            foreach ((WeekRun a, WeekRun b) in without.Weeks.Zip(with.Weeks).Where(w => w.First.IsPlain))
                if (RunHalves.Of(a.Replications, b.Replications, year.Difference, run.Years.Count) is { Depends: true })
                    yield return new($"{year.Year}: la diferencia depende de cuánto se mide en {a.Weeks.Title.Es}.", $"{year.Year}: the difference hangs on how long is measured in {a.Weeks.Title.En}.");
    }

    /// <summary>What slips, equal reasons of several sides as one sentence.</summary>
    public static IEnumerable<Bilingual> Slips(RolloutPlan plan) => plan.Steps
        .Where(s => s.Slips.Count > 0).GroupBy(s => (s.Line.Name, Text: RolloutWords.Joined(s.Slips.Select(x => x.Text))))
        .Select(g => Sentence(g.First().Line.Title, g.Select(s => s.Side), plan, g.Key.Text));

    /// <summary>What acts before something that would make it act fully: the measures' own prerequisites that nothing waits for.</summary>
    public static IEnumerable<Bilingual> Early(RolloutPlan plan)
    {
        foreach (RolloutLine line in plan.Rollout.Lines.Where(l => l.Use is not null))
            foreach (Prerequisite needs in MeasureCatalog.Find(line.Name)!.Prerequisites.Where(p => MeasureCatalog.Find(p.Name) is not null && !line.WaitsFor.Contains(p.Name)))
            {
                var early = plan.Steps.Where(s => s.Line == line && !s.Stands && s.Year is not null).Where(s => Comes(s.Side) is not { } year || year > s.Year).Select(s => s.Side).ToList();
                if (early.Count > 0) yield return Sentence(line.Title, early, plan, new($"rige antes que «{MeasureCatalog.Find(needs.Name)!.Title.Es}»; hasta entonces {needs.Without.Es}", $"in force before '{MeasureCatalog.Find(needs.Name)!.Title.En}'; until then {needs.Without.En}"));

                int? Comes(RolloutSide side) => plan.Rollout.Lines.Any(l => l.Name == needs.Name) ? plan.At(needs.Name, side) is { Stands: true } ? 0 : plan.At(needs.Name, side).Year : null;
            }
    }

    /// <summary>What comes, and what is built, with or without the strategy.</summary>
    public static IEnumerable<Bilingual> Anyway(Rollout rollout) =>
    [
        .. rollout.Committed.Select(c => new Bilingual(
            $"{MeasureCatalog.Find(c.Use.Measure)!.Title.Es} ({string.Join(", ", c.Sides)}) desde {c.From}: {c.Because.Es}", $"{MeasureCatalog.Find(c.Use.Measure)!.Title.En} ({string.Join(", ", c.Sides)}) from {c.From}: {c.Because.En}")),
        .. rollout.Works.Where(w => w.Committed).Select(w => new Bilingual(
            $"En obra {Span(w)} ({string.Join(", ", w.Sides)}), el {100 * w.CapacityLost:0} % del trabajo se pierde: {w.Because.Es}", $"Under construction {Span(w)} ({string.Join(", ", w.Sides)}), {100 * w.CapacityLost:0} % of work lost: {w.Because.En}")),
    ];

    private static string Span(Works w) => w.First == w.Last ? $"{w.First}" : $"{w.First}–{w.Last}";

    /// <summary>Which known contradictions of quantities the data show, and how many more there are.</summary>
    public static Bilingual Contradictions(Rollout rollout)
    {
        IReadOnlyList<MatrixFinding> findings = MatrixCheck.Of(rollout.Matrix, rollout.Contradictions);
        string known = string.Join(", ", rollout.Contradictions.Where(c => findings.Any(f => f.Contradiction == c.Id)).Select(c => c.Id));
        int more = findings.Where(f => f.Contradiction is null).Select(f => f.Row.Id).Distinct().Count();
        return new($"La matriz se contradice en cantidades: {known}, y en {more} filas más.", $"The matrix contradicts itself in quantities: {known}, and in {more} rows more.");
    }

    private static Bilingual Sentence(Bilingual subject, IEnumerable<RolloutSide> sides, RolloutPlan plan, Bilingual rest)
    {
        RolloutSide[] all = [.. sides];
        bool everywhere = all.Length == plan.Rollout.Sides.Count;
        string where = string.Join(", ", all);
        return new($"{subject.Es} ({(everywhere ? "todos los lados" : where)}): {rest.Es}", $"{subject.En} ({(everywhere ? "every side" : where)}): {rest.En}");
    }
}
