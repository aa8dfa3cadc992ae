using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Reports;

/// <summary>Paths of a model or a baseline file in a planner's words, step by step; a step nobody has words for stays as it is.</summary>
public static class PathWords
{
    private static readonly Dictionary<string, Bilingual> Steps = new()
    {
        ["demand"] = new("demanda", "demand"), ["loaded"] = new("camiones cargados", "loaded trucks"), ["empty"] = new("vacíos", "empties"),
        ["southbound"] = new("hacia el sur", "southbound"), ["northbound"] = new("hacia el norte", "northbound"), ["growth"] = new("crecimiento", "growth"),
        ["growth-per-year"] = new("crecimiento anual", "growth per year"), ["added"] = new("camiones adicionales", "trucks added"), ["per-day"] = new("por día", "per day"), ["hours"] = new("horas", "hours"),
        ["weekdays"] = new("días de la semana", "weekdays"), ["months"] = new("meses", "months"), ["cargo"] = new("clase de carga", "cargo class"), ["general"] = new("carga general", "general cargo"),
        ["perishable"] = new("perecederos", "perishables"), ["dangerous"] = new("mercancías peligrosas", "dangerous goods"), ["relief"] = new("ayuda humanitaria", "relief goods"),
        ["aeo"] = new("OEA", "AEO"), ["msme"] = new("mipymes", "small enterprises"), ["roads"] = new("carreteras", "roads"), ["length"] = new("duración o longitud", "length"), ["travel"] = new("viaje", "travel"),
        ["costs"] = new("costos", "costs"), ["outage"] = new("caídas del sistema", "system outages"), ["outages"] = new("paradas", "outages"), ["frequency"] = new("frecuencia", "frequency"), ["slowdown"] = new("lentitud", "slowdown"),
        ["defaults"] = new("todos los puestos", "all posts"), ["posts"] = new("puestos", "posts"), ["both"] = new("ambos sentidos", "both directions"), ["exit"] = new("salida", "exit"), ["entry"] = new("entrada", "entry"),
        ["N2S"] = new("hacia el sur", "southbound"), ["S2N"] = new("hacia el norte", "northbound"), ["stages"] = new("etapas", "stages"), ["gate"] = new("portón", "gate"), ["migration"] = new("migración", "migration"),
        ["customs"] = new("aduana", "customs"), ["sps"] = new("sanidad", "plant and animal health"), ["review"] = new("revisión documental", "document review"), ["scan"] = new("escaneo", "scan"), ["scanner"] = new("escáner", "scanner"),
        ["inspection"] = new("inspección física", "physical inspection"), ["sps-inspection"] = new("inspección sanitaria", "plant and animal inspection"), ["laboratory"] = new("laboratorio", "laboratory"),
        ["payment"] = new("pago", "payment"), ["transit-desk"] = new("ventanilla de tránsito", "transit desk"), ["service"] = new("tiempo de atención", "service time"),
        ["service-in-advance"] = new("tiempo con declaración anticipada", "time with advance declaration"), ["share"] = new("proporción", "share"), ["export"] = new("exportación", "export"), ["import"] = new("importación", "import"),
        ["transit"] = new("tránsito", "transit"), ["declaration"] = new("declaración", "declaration"), ["advance-share"] = new("parte anticipada", "share in advance"), ["lead"] = new("antelación", "lead"),
        ["preparation"] = new("preparación", "preparation"), ["rejected-share"] = new("parte rechazada", "share rejected"), ["correction"] = new("corrección", "correction"), ["risk"] = new("riesgo", "risk"),
        ["red"] = new("canal rojo", "red channel"), ["yellow"] = new("canal amarillo", "yellow channel"), ["hit-rate"] = new("hallazgos por inspección", "finds per examination"), ["recognition"] = new("reconocimiento", "recognition"),
        ["stations"] = new("estaciones", "stations"), ["roster"] = new("turnos", "shifts"), ["staff"] = new("personal", "staff"), ["capacity"] = new("capacidad", "capacity"), ["lanes"] = new("carriles", "lanes"),
        ["yard"] = new("patio", "yard"), ["road"] = new("carretera", "road"), ["priority"] = new("prioridad", "priority"), ["background"] = new("buses y autos", "buses and cars"), ["flow"] = new("flujo", "flow"),
        ["yield"] = new("qué hacen los transportistas", "what carriers do"), ["defer-from"] = new("aplazan desde", "put off from"), ["defer-share"] = new("proporción que aplaza", "share that puts off"), ["defer-time"] = new("por cuánto tiempo", "for how long"),
        ["divert-from"] = new("van a otro paso desde", "go elsewhere from"), ["divert-share"] = new("proporción que va a otro paso", "share that goes elsewhere"), ["diversion"] = new("uso de otro paso", "use of another crossing"),
        ["variation"] = new("variación", "variation"), ["cv"] = new("coeficiente de variación", "coefficient of variation"), ["bridge"] = new("paso al otro lado", "way to the other side"), ["values"] = new("valores", "values"),
        ["extra-from"] = new("personal extra desde", "extra staff from"), ["extra-staff"] = new("personal extra", "extra staff"), ["extra"] = new("extra", "extra staff"), ["joint"] = new("conjunta", "joint"), ["disruptions"] = new("perturbaciones", "disturbances"),
        ["breakdown"] = new("avería", "breakdown"), ["after"] = new("tiempo hasta que ocurre", "time until it happens"), ["repair"] = new("reparación", "repair"), ["from"] = new("desde una fila de", "from a line of"),
        ["extra-staff-from"] = new("personal extra desde", "extra staff from"), ["room"] = new("espacio", "room"), ["desk"] = new("ventanilla", "desk"), ["advance"] = new("anticipada", "in advance"), ["always"] = new("siempre", "always"),
        ["carrier"] = new("transportista", "carrier"), ["idle-fuel"] = new("combustible en espera", "idling fuel"), ["idling"] = new("motor encendido", "engine on"), ["reefer-fuel"] = new("combustible de frío", "cooling fuel"), ["diesel"] = new("diésel", "diesel fuel"),
        ["co2"] = new("CO₂ por litro", "CO₂ per litre"), ["cargo-value"] = new("valor de la carga", "value of cargo"), ["time-value-dry"] = new("valor del tiempo, carga seca", "value of time, dry cargo"),
        ["time-value-perishable"] = new("valor del tiempo, perecederos", "value of time, perishables"), ["spoilage"] = new("pérdida de perecederos", "spoilage"), ["spoilage-after"] = new("pérdida después de", "spoilage after"), ["fees"] = new("tasas", "fees"),
        ["approach-lanes"] = new("carriles de acceso", "approach lanes"), ["kilometres"] = new("kilómetros", "kilometres"), ["automatic-gate-share"] = new("portón automático", "automatic gate"), ["red-share"] = new("parte en canal rojo", "red share"),
        ["prechecked-share"] = new("conductores ya revisados", "drivers checked before"), ["prechecked-factor"] = new("tiempo de los ya revisados, factor", "time of those checked before, factor"), ["msme-factor"] = new("tiempo de las mipymes, factor", "time of small enterprises, factor"),
        ["msme-preparation-factor"] = new("preparación de las mipymes, factor", "preparation of small enterprises, factor"), ["aeo-factor"] = new("riesgo del OEA, factor", "risk of an AEO, factor"), ["aeo-factor-for"] = new("riesgo del OEA, factor", "risk of an AEO, factor"),
        ["aeo-share"] = new("parte de OEA", "share of AEOs"), ["pace"] = new("rendimiento del personal, factor", "pace of staff, factor"), ["construction-loss"] = new("pérdida por obras", "lost to works"), ["waiting-room"] = new("patio", "yard"),
        ["contingency"] = new("contingencia", "contingency"), ["fallback-relief"] = new("atraso evitado a mano", "slowdown spared by hand"), ["closure-cut"] = new("cierre ahorrado", "closure saved"), ["strike-cover"] = new("ausentes reemplazados", "absent replaced"),
        ["time-between-failures"] = new("entre paradas", "between outages"), ["time-to-repair"] = new("hasta reparar", "until repaired"),
    };

    // What every such path passes through says nothing to a reader.
    private static readonly HashSet<string> Silent = ["posts", "stages", "stations", "values"];

    /// <summary>The words of a path, with a small sign between steps.</summary>
    public static Bilingual Of(string path, CorridorModel corridor)
    {
        Bilingual[] words = [.. path.Replace("[", ".[", StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries).Where(s => !Silent.Contains(s)).Select(s => Step(s, corridor))];
        return new(Capital(string.Join(" › ", words.Select(w => w.Es))), Capital(string.Join(" › ", words.Select(w => w.En))));
    }

    /// <summary>The words of one step.</summary>
    public static Bilingual Step(string step, CorridorModel corridor) =>
        Steps.TryGetValue(step, out Bilingual? words) ? words
        : corridor.Posts.FirstOrDefault(p => p.Id == step) is { } post ? new(post.NameEs, post.NameEn)
        : step.StartsWith('[') && int.TryParse(step.Trim('[', ']'), out int index) ? new($"n.º {index + 1}", $"no. {index + 1}")
        : MeasureCatalog.Find(step)?.Title ?? Bilingual.Same(step);

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
