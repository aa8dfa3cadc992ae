using System.Globalization;
using CorridorTwin.Scenarios.Attributions;
using CorridorTwin.Scenarios.Claims;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Indicators;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Scenarios.Rollouts;
using CorridorTwin.Scenarios.Statistics;

namespace CorridorTwin.Scenarios.Evidence;

/// <summary>The half-yearly briefing: every evaluation question with its answer, and observed, modelled and unexplained change apart.</summary>
public sealed record EvidencePack
{
    /// <summary>Table 2 of the rollout.</summary>
    public required StrategyTable Table { get; init; }

    /// <summary>The effect divided among groups of measures; null if none is in force.</summary>
    public required ScenarioAttribution? Shares { get; init; }

    /// <summary>Changes that two studies allow; empty without studies.</summary>
    public required IReadOnlyList<ObservedChange> Observed { get; init; }

    /// <summary>The questions, a to r.</summary>
    public required IReadOnlyList<EvidenceAnswer> Answers { get; init; }

    /// <summary>Year from which change is counted.</summary>
    public int From => Table.Years[0];

    /// <summary>Year evaluated.</summary>
    public int To => Table.Years[^1];

    /// <summary>False if it was cancelled.</summary>
    public bool Complete => Table.Run.Complete && Shares?.Complete != false;

    /// <summary>Makes it.</summary>
    /// <param name="table">Table 2 of the rollout.</param>
    /// <param name="shares">The effect divided among groups of measures.</param>
    /// <param name="observations">What studies found.</param>
    public static EvidencePack Of(StrategyTable table, ScenarioAttribution? shares, IReadOnlyList<Observation> observations)
    {
        IReadOnlyList<ObservedChange> observed = ObservedChange.Of(table, observations);
        return new EvidencePack { Table = table, Shares = shares, Observed = observed, Answers = new Writer(table, shares, observed).All() };
    }

    private sealed class Writer(StrategyTable table, ScenarioAttribution? shares, IReadOnlyList<ObservedChange> observed)
    {
        private static readonly Figures Plain = new();
        private readonly int from = table.Years[0], to = table.Years[^1];
        private readonly RolloutPlan plan = table.Run.Plan;
        private readonly IndicatorRow headline = table.Row(IndicatorRow.Headline);
        private readonly BorderYear border = new(table.Run.Years[^1].Without, table.Run.Years[^1].With);
        private readonly Confidence modelled = table.Run.Request.Rollout.Baseline.Own.Count > 0 || observed.Any(o => !o.Unexplained.ExcludesZero && double.IsFinite(o.Unexplained.Low)) ? Confidence.Moderate : Confidence.Low;

        public IReadOnlyList<EvidenceAnswer> All() =>
        [
            new("a", new("¿Se implementaron las medidas? ¿Qué desafíos hubo?", "Were the measures implemented? What were the challenges?"), Standing.Partly,
                new(
                    $"Según la matriz y el archivo de implementación, en {to} están en vigor {InForce("es")}, de {plan.Rollout.Sides.Count} lados. {Slips("es")} Si de verdad están, lo dicen los países, no la simulación.",
                    $"By the matrix and the rollout file, in force in {to}: {InForce("en")}, of {plan.Rollout.Sides.Count} sides. {Slips("en")} Whether they really are is for the countries to say, not for the simulation."),
                [], Confidence.None, new("el informe de avance de cada país por puesto y medida (status y delays en el archivo)", "each country's progress report by post and measure (status and delays in the file)"), [Rollout]),
            new("b", new("¿Cuánto redujeron las medidas el tiempo y el costo?", "To what extent did the measures reduce time and costs?"), Standing.Answered,
                new(
                    $"En el modelo, en {to} el tiempo medio cambia {P(table.PercentByStrategy(headline, to))} % y el costo por cruce {P(border.CostPercent)} % frente al mismo año sin la estrategia. Frente a {from}, con la demanda crecida, el tiempo cambia {H(table.SinceFirst(headline, to))} h. {Seen("es")}",
                    $"In the model the mean time in {to} changes by {P(table.PercentByStrategy(headline, to))} % and the cost of a crossing {P(border.CostPercent)} % against the same year without the strategy. Against {from}, with demand grown, the time changes by {H(table.SinceFirst(headline, to))} h. {Seen("en")}"),
                [
                    new(new($"I1 por la estrategia, {to}", $"I1 by the strategy, {to}"), table.ByStrategy(headline, to), "h"), new(new($"I1 desde {from}", $"I1 since {from}"), table.SinceFirst(headline, to), "h"),
                    new(new("costo por cruce, por la estrategia", "cost of a crossing, by the strategy"), border.CostPercent, "%"), .. Groups(),
                ],
                modelled, new($"estudios de tiempos de {from} y {to} por puesto y operación (--observed), y una línea base calibrada con ellos", $"Time Release Studies of {from} and {to} by post and operation (--observed), and a baseline calibrated with them"), [Indicators, Rollout]),
            new("c", new("¿Avanzó la digitalización? ¿Redujo tiempos y costos?", "Did digitalization progress? Did it reduce times and costs?"), Standing.Partly, Share(EvidenceGroup.Digital), Effect(EvidenceGroup.Digital), modelled,
                new("la parte de declaraciones que llega anticipada y sin error, por puesto", "the share of declarations lodged in advance and without error, by post"), [Evidence]),
            new("d", new("¿Avanzó la armonización normativa y cuánto aportó?", "Did harmonization of rules progress, and what did it contribute?"), Standing.Partly, Share(EvidenceGroup.Harmonization), Effect(EvidenceGroup.Harmonization), modelled,
                new("los horarios reales de cada institución, y qué parte de las inspecciones sanitarias se repite", "the real hours of each agency, and the share of sanitary examinations done twice"), [Evidence]),
            new("e", new("¿Se implementó la gestión coordinada de fronteras?", "Has Coordinated Border Management been implemented?"), Standing.Partly,
                new(
                    $"Por la matriz rige en {plan.Count("CoordinatedBorderManagement", to)} de {plan.Rollout.Sides.Count} lados terrestres del corredor en {to}; puertos y aeropuertos no se modelan. {Share(EvidenceGroup.Coordination).Es}",
                    $"By the matrix it holds at {plan.Count("CoordinatedBorderManagement", to)} of {plan.Rollout.Sides.Count} land sides of the corridor in {to}; ports and airports are not modelled. {Share(EvidenceGroup.Coordination).En}"),
                Effect(EvidenceGroup.Coordination), modelled, new("cuántas inspecciones son conjuntas en cada puesto", "how many examinations are joint at each post"), [Rollout, Evidence]),
            Outside("f", new("¿Facilitación en aeropuertos?", "Facilitation at airports?"), new("El modelo es de cinco puestos terrestres.", "The model is of five land posts.")),
            Outside("g", new("¿Facilitación en puertos?", "Facilitation in ports?"), new("El modelo es de cinco puestos terrestres.", "The model is of five land posts.")),
            Outside("h", new("¿Diferencias entre transporte terrestre, aéreo y marítimo?", "Differences among land, air and sea?"), new("Solo se modela el terrestre.", "Only land is modelled.")),
            new("i", new("¿Avanzó la coordinación entre autoridades?", "Has coordination between authorities progressed?"), Standing.Partly, Share(EvidenceGroup.Coordination), Effect(EvidenceGroup.Coordination), modelled,
                new("registros de inspecciones conjuntas y de información compartida", "records of joint examinations and of shared information"), [Evidence]),
            new("j", new("¿Permitió la normativa digitalizar los procesos?", "Has regulation allowed processes to be digitalized?"), Standing.Partly,
                new($"El plan dice qué espera a qué. {Slips("es")}", $"The plan says what waits for what. {Slips("en")}"), [], Confidence.None, new("en qué año cada país acepta documentos digitales en todas sus instituciones", "the year in which each country's agencies all accept digital documents"), [Rollout]),
            Outside("k", new("¿Cómo influye la política de economía digital?", "What do digital economy policies do?"), new("No hay mecanismo en una simulación de filas.", "A simulation of queues holds no mechanism for it.")),
            Outside("l", new("¿Coordinó el Grupo Técnico con el sector privado?", "Did the Technical Group coordinate with the private sector?"), new("Se responde con entrevistas.", "Interviews answer it.")),
            new("m", new("¿Qué buenas prácticas y lecciones?", "Which good practices and lessons?"), Standing.Partly, Ranking(), Groups(), modelled,
                new("estudios antes y después en puestos que recibieron medidas distintas", "studies before and after at posts that got different measures"), [Evidence]),
            Proxy("n", new("¿Se consideró el impacto en las comunidades fronterizas?", "Was the impact on border communities considered?")),
            new("o", new("¿Se incorporaron asociaciones público-privadas?", "Were public-private partnerships incorporated?"), Standing.NotByThisTool,
                new("Cómo se financia no sale de una simulación; qué vale una inversión y para quién, sí: la evaluación económica de los planes.", "How something is financed is not a result of simulation; what an investment is worth and for whom is: the appraisal of plans."),
                [], Confidence.None, null, [new(new("Evaluación económica", "Appraisal"), "corridor appraise strategy", "/appraisal")]),
            new("p", new("¿Mejoró la participación de las mipymes?", "Did MSMEs improve their participation?"), Standing.Partly,
                new(
                    $"La participación no se modela. El costo de cruzar, que pesa más en envíos pequeños, cambia {P(border.CostPercent)} % en {to} por la estrategia; los resultados no separan a las mipymes.",
                    $"Participation is not modelled. The cost of crossing, which weighs more on small consignments, changes by {P(border.CostPercent)} % in {to} by the strategy; results do not tell MSMEs apart."),
                [new(new("costo por cruce, por la estrategia", "cost of a crossing, by the strategy"), border.CostPercent, "%")], modelled, new("exportaciones por tamaño de empresa, antes y después", "exports by size of firm, before and after"), [Indicators]),
            new("q", new("¿Son sostenibles las acciones?", "Are the actions sustainable?"), Standing.Partly,
                new(
                    "Lo que cuesta sostenerlas (operación, mantenimiento, personal) está en la evaluación económica; qué pasa sin mantenimiento se ve al quitar esa medida.",
                    "What it takes to sustain them (operation, maintenance, staff) is in the appraisal; what happens without maintenance shows when that measure is taken away."),
                [], Confidence.None, new("presupuestos ejecutados de mantenimiento por puesto", "maintenance budgets spent by post"), [new(new("Evaluación económica", "Appraisal"), "corridor appraise strategy", "/appraisal")]),
            Proxy("r", new("¿Mitigaron las intervenciones los impactos en las comunidades?", "Did interventions mitigate impacts on border communities?")),
        ];

        private static EvidenceLink Evidence { get; } = new(new("Reparto del efecto", "The effect divided"), "corridor evidence", "/evidence");

        private static EvidenceLink Indicators { get; } = new(new("Indicadores", "Indicators"), "corridor indicators", "/indicators");

        private static EvidenceLink Rollout { get; } = new(new("Implementación", "Rollout"), "corridor rollout", "/rollout");

        private static EvidenceAnswer Outside(string id, Bilingual question, Bilingual why) => new(id, question, Standing.NotByThisTool, why, [], Confidence.None, null, []);

        private EvidenceAnswer Proxy(string id, Bilingual question)
        {
            PerceptionDriver co2 = PerceptionDriver.All.First(d => d.Id == "environment");
            Interval change = Interval.Paired(co2.Of!(table.Run.Years[^1].Without), co2.Of(table.Run.Years[^1].With));
            return new(id, question, Standing.NotByThisTool,
                new("Se responde con encuestas. Lo único que el modelo sabe de una comunidad es lo que los motores en espera echan en ella.", "Surveys answer it. All that the model knows of a community is what waiting engines put into it."),
                [new(new("CO2 de motores en espera, por día, por la estrategia", "CO2 of waiting engines, a day, by the strategy"), change, "t")], Confidence.None, new("encuestas en las comunidades", "surveys in the communities"), [Indicators]);
        }

        private string InForce(string language) => string.Join(", ", plan.Rollout.Lines.Where(l => l.Use is not null).Select(l => $"{l.Title.In(language)} {plan.Count(l.Name, to).ToString(CultureInfo.InvariantCulture)}"));

        private string Slips(string language)
        {
            string[] late = [.. plan.Steps.Where(s => s.Slips.Count > 0).Select(s => s.Line.Title.In(language)).Distinct()];
            return late.Length == 0 ? new Bilingual("Nada se atrasa en el plan.", "Nothing slips in the plan.").In(language)
                : new Bilingual($"Se atrasa: {string.Join(", ", late)}.", $"What slips: {string.Join(", ", late)}.").In(language);
        }

        private string Seen(string language)
        {
            if (observed.Count == 0) return new Bilingual("No se cargó ningún estudio: lo ocurrido no se conoce aquí.", "No study was loaded: what happened is not known here.").In(language);
            ObservedChange first = observed.FirstOrDefault(o => o.Cell == IndicatorRow.Headline) ?? observed[0];
            return new Bilingual(
                $"Observado en {first.Cell}: {H(first.Observed)} h; sin explicar: {H(first.Unexplained)} h.", $"Observed in {first.Cell}: {H(first.Observed)} h; unexplained: {H(first.Unexplained)} h.").In(language);
        }

        private Bilingual Share(string group)
        {
            EvidenceGroup of = EvidenceGroup.All.First(g => g.Id == group);
            if (ShareOf(group) is not { } share)
                return new($"Ninguna medida de «{of.Title.Es}» está en vigor en {to}.", $"No measure of '{of.Title.En}' is in force in {to}.");
            return new(
                $"En semanas ordinarias de {to}, de las {H(shares!.Total)} h que ahorra la estrategia {H(share.Share)} vienen de «{of.Title.Es}»; por sí sola ahorraría {H(share.Alone)}.",
                $"In ordinary weeks of {to}, of the {H(shares!.Total)} h that the strategy saves {H(share.Share)} come from '{of.Title.En}'; alone it would save {H(share.Alone)}.");
        }

        private ContributorShare? ShareOf(string group) => shares?.Shares.FirstOrDefault(s => s.Contributor.Id == group);

        private IReadOnlyList<EvidenceEffect> Effect(string group) => ShareOf(group) is { } s ? [new(new($"ahorro por {s.Contributor.Title.Es}", $"saved by {s.Contributor.Title.En}"), s.Share, "h")] : [];

        private IReadOnlyList<EvidenceEffect> Groups() => shares is null ? [] : [.. shares.Shares.OrderByDescending(s => s.Share.Mean).Select(s => new EvidenceEffect(new($"ahorro por {s.Contributor.Title.Es}", $"saved by {s.Contributor.Title.En}"), s.Share, "h"))];

        private Bilingual Ranking()
        {
            ContributorShare[] told = shares is null ? [] : [.. shares.Shares.Where(s => s.Told).OrderByDescending(s => s.Share.Mean)];
            ContributorShare[] not = shares is null ? [] : [.. shares.Shares.Where(s => !s.Told)];
            if (told.Length == 0) return new("Ningún grupo de medidas se distingue del azar con las réplicas hechas.", "No group of measures can be told from chance with the runs made.");
            string Named(string language) => string.Join(", ", told.Select(s => $"{s.Contributor.Title.In(language)} ({H(s.Share)} h)"));
            string Rest(string language) => not.Length == 0 ? "" : new Bilingual($" No se distingue del azar: {string.Join(", ", not.Select(s => s.Contributor.Title.Es))}.", $" Not told from chance: {string.Join(", ", not.Select(s => s.Contributor.Title.En))}.").In(language);
            return new($"De mayor a menor aporte en el modelo: {Named("es")}.{Rest("es")}", $"By contribution in the model, largest first: {Named("en")}.{Rest("en")}");
        }

        private static string H(Interval hours) => Plain.Change(hours).TrimStart('+');

        private static string P(Interval percent) => Plain.Change(percent, Figures.Percents);
    }
}
