namespace CorridorTwin.Scenarios.Sensitivity;

/// <summary>Kinds of quantities in a baseline file. Members of a kind mostly act on crossing time in one direction, so that moving them together shows whether the kind matters.</summary>
internal static class FigureKinds
{
    public static InputKind Demand { get; } = new("demand", new("volumen y crecimiento", "volume and growth"));

    public static InputKind CargoMix { get; } = new("cargo-mix", new("clases de carga y operadores", "cargo classes and operators"));

    public static InputKind Variation { get; } = new("variation", new("variación de los tiempos", "variation of times"));

    public static InputKind Roads { get; } = new("roads", new("tiempos en carretera", "times on the road"));

    public static InputKind Costs { get; } = new("costs", new("valores unitarios de costos", "unit values of costs"));

    public static InputKind Outages { get; } = new("outages", new("caídas del sistema", "system outages"));

    public static InputKind Staff { get; } = new("staff", new("personal extra y patios", "extra staff and yards"));

    public static InputKind Scanners { get; } = new("scanners", new("escáneres", "scanners"));

    public static InputKind InAdvance { get; } = new("service-in-advance", new("tiempos con declaración anticipada", "times with advance declaration"));

    public static InputKind AdvanceShare { get; } = new("advance-share", new("partes de declaración anticipada", "shares of advance declaration"));

    public static InputKind Documents { get; } = new("documents", new("trámite de la declaración", "the declaration's own track"));

    public static InputKind Risk { get; } = new("risk", new("canales de riesgo y muestreo", "risk channels and sampling"));

    public static InputKind Background { get; } = new("background", new("buses y autos", "buses and cars"));

    public static InputKind Carriers { get; } = new("carriers", new("qué hacen los transportistas ante la fila", "what carriers do when the line is long"));

    public static InputKind Holidays { get; } = new("holidays", new("feriados (solo en semanas con fecha)", "holidays (in dated weeks only)"));

    public static InputKind InForce { get; } = new("in-force", new("lo que ya estaba en vigor", "what already stood"));

    public static InputKind Other { get; } = new("other", new("otros", "others"));

    /// <summary>Service times of one stage, on all sides.</summary>
    public static InputKind Service(string stage) => new($"service.{stage}", new($"tiempos en {FigureWords.Stage(stage).Es}", $"times at {FigureWords.Stage(stage).En}"));
}
