using CorridorTwin.Scenarios;

namespace CorridorTwin.Dashboard.Pages.Appraisal;

/// <summary>Texts of the appraisal.</summary>
public static class AppraisalTexts
{
    public static Bilingual Link { get; } = new("Evaluación económica", "Appraisal");
    public static Bilingual Heading { get; } = new("Lo que vale un plan", "What a plan is worth");
    public static Bilingual Lead { get; } = new(
        "Un plan de inversión, simulado año por año con y sin él: cuánto vale, para quién, y qué tan seguro es.",
        "An investment plan, simulated year by year with and without it: what it is worth, for whom, and how sure that is.");
    public static Bilingual Plan { get; } = new("Plan de inversión", "Investment plan");
    public static Bilingual Show { get; } = new("Mostrar", "Show");
    public static Bilingual NoPlans { get; } = new("No hay ningún plan", "There is no plan");
    public static Bilingual NoPlansHint { get; } = new("Los planes son archivos YAML en la carpeta appraisals, junto a los escenarios.", "Plans are YAML files in the folder appraisals beside the scenarios.");
    public static Bilingual Wrong { get; } = new("Este plan tiene errores", "This plan has faults");
    public static Bilingual Missing { get; } = new("Falta simularlo", "Not simulated yet");
    public static Bilingual MissingHint { get; } = new(
        "La evaluación se hace de réplicas guardadas, cada año sin y con el plan. Se guardan las que se hagan, también si se interrumpe; la línea de comandos usa las mismas. Simular lo que falta toma unos minutos.",
        "An appraisal is made of stored replications, each year without and with the plan. What is made is kept, also if it is interrupted; the command line uses the same. Simulating what is missing takes some minutes.");
    public static Bilingual Simulate { get; } = new("Simular y evaluar", "Simulate and appraise");
    public static Bilingual Making { get; } = new("Se simula y se evalúa", "Simulating and appraising");
    public static Bilingual MakingSays { get; } = new("La página se muestra sola cuando esté lista; puede irse y volver.", "The page shows by itself when it is ready; you may leave and come back.");
    public static Bilingual Reload { get; } = new("Ver si ya está", "See whether it is ready");
    public static Bilingual Failed { get; } = new("La evaluación falló; los detalles están en la ventana desde la que se inició el programa.", "The appraisal failed; details stand in the window the program was started from.");
    public static Bilingual Npv { get; } = new("valor actual neto, millones de USD", "net present value, million USD");
    public static Bilingual Err { get; } = new("tasa interna de retorno económico", "economic rate of return");
    public static Bilingual Bcr { get; } = new("beneficio por costo", "benefit by cost");
    public static Bilingual PNegative { get; } = new("probabilidad de perder", "probability of a loss");
    public static Bilingual None { get; } = new("ninguna", "none");
    public static Bilingual RatesHeading { get; } = new("Tasas lado a lado", "Rates side by side");
    public static Bilingual Rate { get; } = new("Tasa de descuento", "Discount rate");
    public static Bilingual NpvShort { get; } = new("VAN", "NPV");
    public static Bilingual BcrShort { get; } = new("B/C", "BCR");
    public static Bilingual Shadow { get; } = new("VAN a precios sombra", "NPV at shadow prices");
    public static Bilingual Discounted { get; } = new("Recuperación descontada, años", "Discounted payback, years");
    public static Bilingual FirstYear { get; } = new("Rendimiento del primer año", "First-year return");
    public static Bilingual RiskHeading { get; } = new("Qué tan seguro es", "How sure that is");
    public static Bilingual Composition { get; } = new("De qué se compone", "What it is made of");
    public static Bilingual Depends { get; } = new("De qué depende", "What it hangs on");
    public static Bilingual Switching { get; } = new("Valores críticos: con cuánto queda el VAN en cero", "Switching values: what leaves an NPV of zero");
    public static Bilingual Input { get; } = new("Insumo", "Input");
    public static Bilingual Value { get; } = new("Valor", "Value");
    public static Bilingual Range { get; } = new("Rango", "Range");
    public static Bilingual SwitchAt { get; } = new("VAN cero en", "NPV zero at");
    public static Bilingual Source { get; } = new("Fuente", "Source");
    public static Bilingual Who { get; } = new("Quién gana y quién paga", "Who gains and who pays");
    public static Bilingual WhoHint { get; } = new(
        "Valor presente, millones de USD; suma el valor actual neto. El país es el del lado donde se ahorra el tiempo, o el que paga.",
        "Present value, million USD; adds up to the net present value. The country is that of the side where time is saved, or that pays.");
    public static Bilingual Transfers { get; } = new("Transferencias, en el total de nadie", "Transfers, in nobody's total");
    public static Bilingual Alternatives { get; } = new("Frente a sus alternativas", "Against its alternatives");
    public static Bilingual AlternativesHint { get; } = new(
        "De la más barata a la más cara; cada una debe ganar lo que cuesta más que la mejor anterior.", "Cheapest first; each must earn what it costs more than the best before it.");
    public static Bilingual CostAdded { get; } = new("Costo añadido", "Cost added");
    public static Bilingual NpvAdded { get; } = new("VAN añadido", "NPV added");
    public static Bilingual Against { get; } = new("Frente a", "Against");
    public static Bilingual Nothing { get; } = new("no hacer nada", "doing nothing");
    public static Bilingual Verdict { get; } = new("Resultado", "Verdict");
    public static Bilingual Best { get; } = new("el mejor", "the best");
    public static Bilingual Pays { get; } = new("se paga", "pays");
    public static Bilingual DoesNotPay { get; } = new("no se paga", "does not pay");
    public static Bilingual Guards { get; } = new("Lo que no es dinero", "What is not money");
    public static Bilingual Checklist { get; } = new("Lista de verificación del revisor", "Reviewer's checklist");
    public static Bilingual Question { get; } = new("Pregunta", "Question");
    public static Bilingual Answer { get; } = new("Respuesta", "Answer");
    public static Bilingual Annex { get; } = new("Anexo con fórmulas vivas (xlsx)", "Annex with live formulas (xlsx)");
    public static Bilingual Json { get; } = new("Resultado (JSON)", "Result (JSON)");
}
