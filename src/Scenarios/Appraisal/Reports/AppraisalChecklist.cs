using CorridorTwin.Scenarios.Appraisal.Plans;
using CorridorTwin.Scenarios.Appraisal.Savings;
using CorridorTwin.Scenarios.Appraisal.Valuation;
using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Reports;

namespace CorridorTwin.Scenarios.Appraisal.Reports;

/// <summary>One question a reviewer asks, and where and how it is answered.</summary>
/// <param name="Question">The question.</param>
/// <param name="Answer">The answer.</param>
/// <param name="Sheet">Key of the sheet of the workbook that holds the evidence.</param>
public sealed record ChecklistLine(Bilingual Question, Bilingual Answer, string Sheet);

/// <summary>The reviewer's checklist, line by line (World Bank OP 10.04 and peer-review form; UK TAG A1).</summary>
public static class AppraisalChecklist
{
    /// <summary>The lines.</summary>
    public static IReadOnlyList<ChecklistLine> Of(AppraisalResult r, Stamp stamp, Tongue tongue)
    {
        AppraisalPlan plan = r.Plan;
        PlanSavings s = r.Savings;
        RateResult main = r.Rates[0];
        string F(double x, int d = 1) => tongue.Figures.Rounded(x, d);
        string P(double x) => AppraisalWords.Percent(x);
        YearSavings last = s.Years[^1];
        double growth = plan.Baseline.Model.Demand.GrowthPerYear;
        IEnumerable<(string Country, double Pv)> sides = r.Incidence.GroupBy(i => i.Country).Select(g => (g.Key, g.Sum(i => i.PresentValue)));
        string bySide = string.Join(", ", sides.Select(x => $"{x.Country} {F(x.Pv)}"));
        string who(string language) => string.Join(", ", r.Incidence.GroupBy(i => i.Who).Select(g => $"{AppraisalWords.Of(g.Key).In(language)} {F(g.Sum(i => i.PresentValue))}"));
        string rates = string.Join("; ", r.Rates.Select(x => $"{P(x.Rate)}: {F(x.Npv)}, {F(x.Bcr, 2)}"));
        int infrastructureFree = r.RankedTitles.Count;
        return
        [
            new(new("Problema y falla de mercado", "Problem and market failure"), plan.Problem, "summary"),
            new(new("Con y sin, no antes y después", "With and without, not before and after"), new(
                $"Cada año de {s.Years[0].Year} a {last.Year} se simula sin y con el plan, con los mismos camiones y la misma suerte. Sin: {plan.Without?.Id ?? plan.Baseline.Id}.",
                $"Each year from {s.Years[0].Year} to {last.Year} is simulated without and with the plan, with the same trucks and the same luck. Without: {plan.Without?.Id ?? plan.Baseline.Id}."), "savings"),
            new(new("Alternativas, lo mínimo y lo que no es obra", "Alternatives, the minimum and what is no works"), r.Ranking.Count == 0
                ? new("El plan no nombra alternativas: falta.", "The plan names no alternatives: missing.")
                : new($"{infrastructureFree} comparadas por incrementos: {string.Join(", ", r.Ranking.Select(x => r.RankedTitles[x.Alternative.Name].Es))}. Mejor: {Best(r)?.Es ?? "no hacer nada"}.",
                    $"{infrastructureFree} compared by increments: {string.Join(", ", r.Ranking.Select(x => r.RankedTitles[x.Alternative.Name].En))}. Best: {Best(r)?.En ?? "do nothing"}."), "alternatives"),
            new(new("Pronóstico de demanda", "Demand forecast"), new(
                $"{F(last.Crossings / 1000, 0)} mil cruces en {last.Year}; crece {P(growth)} al año hasta ese año y después no crece: más allá nada se ha simulado.{(s.Beyond.Count > 0 ? $" Desde {s.Beyond[0].Year} la demanda supera la capacidad." : "")}",
                $"{F(last.Crossings / 1000, 0)} thousand crossings in {last.Year}; growth of {P(growth)} a year until then and none after: nothing beyond it has been simulated.{(s.Beyond.Count > 0 ? $" From {s.Beyond[0].Year} on demand is beyond capacity." : "")}"), "savings"),
            new(new("Quién gana y de qué lado", "Who gains, and on which side"), new($"Valor presente al {P(main.Rate)}: {who("es")}. Por país: {bySide}.", $"Present value at {P(main.Rate)}: {who("en")}. By country: {bySide}."), "who"),
            new(new("Clases de costo y base de precios", "Cost classes and price base"), new(
                $"{AppraisalWords.Prices(plan).Es}; sesgo optimista por clase; {(plan.Deflator is null ? "sin montos nominales" : $"deflactor {P(plan.Value("inflation"))} al año para montos nominales")}; {AppraisalWords.Of(main.At.Timing).Es}; {AppraisalWords.Of(plan.ResidualAs).Es}, a lo más {P(plan.MostResidual)} de la inversión.",
                $"{AppraisalWords.Prices(plan).En}; optimism bias by class; {(plan.Deflator is null ? "no nominal amounts" : $"deflator {P(plan.Value("inflation"))} a year for nominal amounts")}; {AppraisalWords.Of(main.At.Timing).En}; {AppraisalWords.Of(plan.ResidualAs).En}, at most {P(plan.MostResidual)} of capital."), "costs"),
            new(new("Cada valor unitario con fuente, año y conversión", "Every unit value with source, year and conversion"), new(
                $"{plan.Assumptions.Count} cifras con fuente, calidad, rango y lugar en su archivo.", $"{plan.Assumptions.Count} figures with source, grade, range and place in their file."), "values"),
            new(new("Evidencia de la simulación", "Evidence of the simulation"), new(
                $"{tongue.Replications(s.Replications)} de {s.Options.Days} días tras {s.Options.WarmUpDays} de calentamiento, semilla {s.Options.Seed}, huella {s.Fingerprint:x16}. Tiempo medio en {last.Year}: {tongue.Figures.LevelWithHalf(last.Level.Without)} h sin, {tongue.Figures.LevelWithHalf(last.Level.With)} h con. Validación: corridor validate --against-references.",
                $"{tongue.Replications(s.Replications)} of {s.Options.Days} days after {s.Options.WarmUpDays} of warm-up, seed {s.Options.Seed}, fingerprint {s.Fingerprint:x16}. Mean time in {last.Year}: {tongue.Figures.LevelWithHalf(last.Level.Without)} h without, {tongue.Figures.LevelWithHalf(last.Level.With)} h with. Validation: corridor validate --against-references."), "savings"),
            new(new("VAN, TIRE, relación beneficio-costo", "NPV, ERR, benefit-cost ratio"), new(
                $"VAN y B/C: {rates}. TIRE: {AppraisalWords.Rates(r.Err, P).Es}.", $"NPV and BCR: {rates}. ERR: {AppraisalWords.Rates(r.Err, P).En}."), "summary"),
            new(new("Sensibilidad, valores críticos, riesgo", "Sensitivity, switching values, risk"), new(
                $"{r.Sensitivity.Count} insumos uno por uno; {r.Risk.Draws} sorteos con todos a la vez y con la incertidumbre de la simulación: P(VAN < 0) = {P(Math.Round(r.Risk.PNegative, 3))}.",
                $"{r.Sensitivity.Count} inputs one at a time; {r.Risk.Draws} draws of all at once with the simulation's uncertainty: P(NPV < 0) = {P(Math.Round(r.Risk.PNegative, 3))}."), "sensitivity"),
            new(new("Distribución y efecto fiscal", "Distribution and fiscal effect"), new(
                $"Tesoro: {F(r.Incidence.Where(i => i.Who == Stakeholder.Treasury).Sum(i => i.PresentValue))} en valor presente. Transferencias aparte: {r.Transfers.Count}.",
                $"Treasury: {F(r.Incidence.Where(i => i.Who == Stakeholder.Treasury).Sum(i => i.PresentValue))} in present value. Transfers apart: {r.Transfers.Count}."), "who"),
            new(new("Lo que no se valora en dinero", "What is not valued in money"), new(
                string.Join(" ", AppraisalNotes.Guards(r, tongue).Select(g => g.Es)), string.Join(" ", AppraisalNotes.Guards(r, tongue).Select(g => g.En))), "summary"),
            new(new("Sostenibilidad: operación y mantenimiento", "Sustainability: operation and maintenance"), new(
                $"{F(r.Rates[0].At.PresentValue(r.Flows.Operating))} en valor presente de operación y mantenimiento; lo que acaba su vida se repone.",
                $"{F(r.Rates[0].At.PresentValue(r.Flows.Operating))} of operation and maintenance in present value; what ends its life is replaced."), "costs"),
            new(new("Límites", "Limits"), new(
                "Solo la frontera terrestre; sin efectos macroeconómicos ni sobre el comercio (contarían dos veces); sin accidentes, pasajeros ni contaminación local; mipymes no se distinguen. Cifras de 2024 ilustrativas hasta cargar un estudio de tiempos de despacho.",
                "The land border only; no effects on trade or the economy at large (they would count twice); no accidents, passengers or local pollution; small firms are not told apart. 2024 figures are illustrative until a Time Release Study is loaded."), "summary"),
            new(new("Archivo reproducible", "Reproducible file"), new($"Archivos {stamp.ScenarioHash[..12]}, datos {stamp.DataHash[..12]}, código {stamp.Commit}. {stamp.Command}", $"Files {stamp.ScenarioHash[..12]}, data {stamp.DataHash[..12]}, code {stamp.Commit}. {stamp.Command}"), "summary"),
        ];
    }

    private static Bilingual? Best(AppraisalResult r) => r.Ranking.LastOrDefault(x => x.Better) is { } best ? r.RankedTitles[best.Alternative.Name] : null;
}
