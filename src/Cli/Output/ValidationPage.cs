using System.Text;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Proofs;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Scenarios.Statistics;
using CorridorTwin.Scenarios.Studies;
using CorridorTwin.Scenarios.Studies.Validations;
using CorridorTwin.Simulation.Corridor;
using Spectre.Console;

namespace CorridorTwin.Cli.Output;

/// <summary>A model beside a study: the verdicts, one table per post.</summary>
internal sealed class ValidationPage(StudyValidation validation, Bilingual title, CorridorModel model, bool fitted, Tongue tongue)
{
    private const int MostRejects = 10;

    /// <summary>What was read of a study, in words: rows used and not, and the first of those.</summary>
    public static string Read(Study study, Tongue tongue, int width)
    {
        var page = new StringBuilder();
        int used = study.Rows.Count + study.Counts.Count + study.Summaries.Count;
        string window = study.Window is { } w ? tongue.Say($", del {w.From:yyyy-MM-dd} al {w.To:yyyy-MM-dd}", $", {w.From:yyyy-MM-dd} to {w.To:yyyy-MM-dd}") : "";
        page.AddLines(tongue.Say(
            $"{Path.GetFileName(study.Source)}: {used} filas usadas, {study.Rejected.Count} rechazadas{window}{(study.Simulated ? "; SIMULADO" : "")}.",
            $"{Path.GetFileName(study.Source)}: {used} rows used, {study.Rejected.Count} rejected{window}{(study.Simulated ? "; SIMULATED" : "")}."), width);
        if (study.Rejected.Count == 0) return page.ToString();
        page.AddLines(tongue.Say("Rechazadas: ", "Rejected: ") + tongue.Say(StudyFigures.Counted(study.Rejected)), width);
        foreach (RejectedRow r in study.Rejected.Take(MostRejects)) page.AddLines($"  {study.Source}:{r.Line}: {r.Field}{(r.Given is { } given ? $" '{given}'" : "")}{(r.Field.Length > 0 || r.Given is not null ? ": " : "")}{tongue.Say(r.Reason)}", width);
        if (study.Rejected.Count > MostRejects) page.AddLines(tongue.Say($"  … y {study.Rejected.Count - MostRejects} más; con --out quedan todas en rejected.csv", $"  … and {study.Rejected.Count - MostRejects} more; with --out all are kept in rejected.csv"), width);
        return page.ToString();
    }

    /// <summary>The page.</summary>
    public string Render(Stamp stamp, int width)
    {
        var page = new StringBuilder(Read(validation.Study, tongue, width));
        page.AddLines(tongue.Say($"{title.Es}: {validation.Options.Replications} semanas simuladas, encuestadas como el estudio. Horas.", $"{title.En}: {validation.Options.Replications} simulated weeks, surveyed as the study was. Hours."), width);
        if (fitted) page.AddLines("! " + tongue.Say("Esta línea base se ajustó a este mismo estudio: el veredicto dice cómo ajusta, no cuánto vale para otras semanas. Use otra semana.", "This baseline was fitted to this very study: the verdict says how well it fits, not what it is worth for other weeks. Use another week."), width);
        foreach (BorderPost post in model.Posts.Where(p => validation.Rows.Any(r => r.Post == p.Id)))
            page.Append('\n').Append(Words.Of(post, tongue)).Append('\n').Append(TextTable.Render(Of(post), width));
        if (validation.Flows.Count > 0) page.Append('\n').Append(TextTable.Render(Flows(), width));
        page.Append('\n');
        foreach (TheilRow t in validation.Theil)
            page.AddLines(tongue.Say(
                $"Theil, {(t.Post ?? "todos")}: U1 {t.Split.U1:0.000}; el error de las medias es {Percent(t.Split.Bias)} sesgo, {Percent(t.Split.Variance)} varianza, {Percent(t.Split.Covariance)} covarianza.",
                $"Theil, {(t.Post ?? "all")}: U1 {t.Split.U1:0.000}; the error of the means is {Percent(t.Split.Bias)} bias, {Percent(t.Split.Variance)} variance, {Percent(t.Split.Covariance)} covariance."), width);
        foreach (Drift drift in validation.Drifts) page.AddLines(tongue.Say(drift.Words(Words.Of(model.Post(drift.Post), tongue))), width);
        foreach (Bilingual note in validation.Notes) page.AddLines(tongue.Say(note), width);
        int strata = validation.Strata.Count(), inside = validation.Strata.Count(r => r.Verdict == StudyVerdict.Inside), outside = validation.Strata.Count(r => r.Verdict == StudyVerdict.Outside);
        page.AddLines(tongue.Say(
            $"{inside} dentro, {strata - inside - outside} dudosos, {outside} fuera, de {strata} estratos.",
            $"{inside} inside, {strata - inside - outside} doubtful, {outside} outside, of {strata} strata."), width);
        page.AddLines(tongue.Say(ReportTexts.Illustrative), width);
        page.Append(StampLines.Render(stamp, tongue));
        return page.ToString();
    }

    private Table Of(BorderPost post)
    {
        Table table = TextTable.Create(
            (tongue.Say("Lado", "Side"), false), (tongue.Say("Operación", "Operation"), false), ("N", true), (tongue.Say("Observado", "Observed"), true), (tongue.Say("Simulado", "Simulated"), true),
            (tongue.Say("Dif. (90 %)", "Diff. (90 %)"), true), (tongue.Say("Margen", "Margin"), true), ("KS p", true), ("50 %", true), ("90 %", true), (tongue.Say("Veredicto", "Verdict"), false));
        foreach (ValidationRow r in validation.Rows.Where(r => r.Post == post.Id))
        {
            string side = string.Join(' ', new[] { r.Direction?.ToString(), r.Side }.OfType<string>());
            table.Add(
                r.IsWhole ? tongue.Say("el puesto", "the post") : side.Length > 0 ? side : tongue.Say("todos", "all"), r.Operation is { } o ? tongue.Say(Words.Of(o)) : tongue.Say("todas", "all"), $"{r.Trucks}", Hours(r.Observed), tongue.Figures.LevelWithHalf(r.Simulated),
                r.Equivalence is { } e ? $"{Hours(e.Interval.Low)} … {Hours(e.Interval.High)}" : Figures.None, r.Equivalence is { } m ? $"±{Hours(m.Margin)}" : Figures.None,
                r.Distance is { } d ? (d.P < 0.001 ? "<0.001" : tongue.Figures.Rounded(d.P, 3)) : Figures.None, Percent(r.Half?.Share), Percent(r.Ninety?.Share), tongue.Say(ValidationFigures.WordOf(r.Verdict)));
        }
        return table;
    }

    private Table Flows()
    {
        Table table = TextTable.Create((tongue.Say("Flujo", "Flow"), false), (tongue.Say("Horas", "Hours"), true), (tongue.Say("Contados/h", "Counted/h"), true), (tongue.Say("Simulados/h", "Simulated/h"), true), ("GEH < 5", true), (tongue.Say("GEH mayor", "Largest GEH"), true), (tongue.Say("Veredicto", "Verdict"), false));
        foreach (FlowRow f in validation.Flows)
            table.Add($"{f.Post} {f.Direction} {f.Side}", $"{f.Hours}", tongue.Figures.Rounded(f.Counted, 1), tongue.Figures.Rounded(f.Simulated, 1), Percent(f.ShareBelow5), tongue.Figures.Rounded(f.Largest, 1), tongue.Say(ValidationFigures.WordOf(f.Verdict)));
        return table;
    }

    private string Hours(double hours) => double.IsFinite(hours) ? tongue.Figures.Rounded(hours, 2) : Figures.None;

    private static string Percent(double? share) => share is { } s && double.IsFinite(s) ? $"{100 * s:0} %" : Figures.None;
}
