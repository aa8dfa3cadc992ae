using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Appraisal.Savings;
using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Scenarios.Reports;

namespace CorridorTwin.Scenarios.Appraisal.Reports;

/// <summary>What a reader of an appraisal must be told beside its numbers.</summary>
public static class AppraisalNotes
{
    private const int MostWorseOff = 3;

    /// <summary>Warnings: what limits the result.</summary>
    public static IEnumerable<Bilingual> Warnings(AppraisalResult result)
    {
        PlanSavings s = result.Savings;
        if (!s.Complete) yield return new("Interrumpido: solo cuentan las réplicas terminadas.", "Interrupted: only finished replications count.");
        if (s.Replications < 2) yield return new("Con una sola réplica no se ve la incertidumbre de la simulación.", "With one replication the simulation's uncertainty is not seen.");
        if (s.Options.Days < Settling.Days)
            yield return new($"Con menos de {Settling.Days} días no se ve si las colas se estabilizan.", $"With fewer than {Settling.Days} days it is not seen whether the queues settle.");
        if (s.Beyond.Count > 0)
            yield return new(
                $"Desde {s.Beyond[0].Year} las colas no se estabilizan: la demanda supera la capacidad. Ahorro y tráfico se mantienen en los de {s.Years[^1].Year}.",
                $"From {s.Beyond[0].Year} on the queues do not settle: demand is beyond capacity. Saving and traffic are held at those of {s.Years[^1].Year}.");
        if (result.Err.Count > 1)
            yield return new("Hay varias tasas de retorno: ninguna dice cuánto rinde el plan; vale la modificada.", "There are several rates of return: none says what the plan earns; the modified one counts.");
        if (Math.Abs(result.HalfError) > Finance.UserBenefit.Tolerance)
            yield return new($"La regla de la mitad yerra en {AppraisalWords.Percent(result.HalfError)}: se usa la integral.", $"The rule of a half errs by {AppraisalWords.Percent(result.HalfError)}: the integral is used.");
    }

    /// <summary>Guards: what the gain costs that is not money.</summary>
    public static IEnumerable<Bilingual> Guards(AppraisalResult result, Tongue tongue)
    {
        YearSavings last = result.Savings.Years[^1];
        string N(double x) => tongue.Figures.Rounded(x, 1);
        yield return new(
            $"Detección en {last.Year}, por 1000 cruces: {N(last.Examined.Without)} examinados sin el plan, {N(last.Examined.With)} con él; {N(last.Found.Without)} y {N(last.Found.With)} hallazgos esperados. No se valora en dinero.",
            $"Detection in {last.Year}, per 1,000 crossings: {N(last.Examined.Without)} examined without the plan, {N(last.Examined.With)} with it; {N(last.Found.Without)} and {N(last.Found.With)} finds expected. Not valued in money.");
        if (result.WorseOff.Count == 0) yield return new("Nadie espera más por el plan, hasta donde alcanzan las réplicas.", "Nobody waits longer because of the plan, as far as the replications can tell.");
        foreach (var (key, hours) in result.WorseOff.Take(MostWorseOff))
        {
            string post = result.Plan.Baseline.Model.Posts[key.Post!.Value] is var p ? tongue.Say(p.NameEs, p.NameEn) : "";
            Bilingual cargo = key.Cargo is { } c ? Words.Of(c) : Words.Of(key.Operation!.Value);
            string country = Valuation.IncidenceReading.CountryOf(result.Plan, key);
            yield return new(
                $"Espera más: {post}, lado {country}, {Words.Of(key.Direction!.Value).Es}, {Words.Of(key.Operation!.Value).Es}, {cargo.Es}: {tongue.Figures.Change(hours)} h.",
                $"Waits longer: {post}, {country} side, {Words.Of(key.Direction!.Value).En}, {Words.Of(key.Operation!.Value).En}, {cargo.En}: {tongue.Figures.Change(hours)} h.");
        }
        foreach (Bilingual note in result.Savings.Notes.Where(n => n.Kind == NoteKind.PrerequisiteMissing).Select(n => n.Text).Distinct().Take(4)) yield return note;
    }
}
