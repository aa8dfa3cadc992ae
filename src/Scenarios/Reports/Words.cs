using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Reports;

/// <summary>The model's vocabulary in words.</summary>
public static class Words
{
    /// <summary>A side's part.</summary>
    public static Bilingual Of(SideRole role) => role == SideRole.Exit ? new("salida", "exit") : new("entrada", "entry");

    /// <summary>An official operation.</summary>
    public static Bilingual Of(Operation operation) => operation switch
    {
        Operation.Export => new("exportación", "export"),
        Operation.Import => new("importación", "import"),
        Operation.Transit => new("tránsito", "transit"),
        _ => new("vacío", "empty"),
    };

    /// <summary>How the volume tables count a truck; a pair truck goes from one of the post's two countries to the other.</summary>
    public static Bilingual Of(TruckKind kind) => kind switch
    {
        TruckKind.Pair => new("par", "pair"),
        TruckKind.Transit => new("tránsito", "transit"),
        _ => new("vacío", "empty"),
    };

    /// <summary>A cargo class.</summary>
    public static Bilingual Of(CargoClass cargo) => cargo switch
    {
        CargoClass.General => new("carga general", "general cargo"),
        CargoClass.Perishable => new("perecederos", "perishables"),
        CargoClass.Dangerous => new("mercancías peligrosas", "dangerous goods"),
        _ => new("ayuda humanitaria", "relief goods"),
    };

    /// <summary>An agency.</summary>
    public static Bilingual Of(Agency agency) => agency switch
    {
        Agency.Customs => new("aduana", "customs"),
        Agency.Migration => new("migración", "migration"),
        Agency.Sps => new("sanidad vegetal y animal", "plant and animal health"),
        Agency.Health => new("salud", "health"),
        Agency.Police => new("policía", "police"),
        _ => new("transporte", "transport"),
    };

    /// <summary>A way.</summary>
    public static Bilingual Of(Direction direction) => direction == Direction.N2S ? new("hacia el sur", "southbound") : new("hacia el norte", "northbound");

    /// <summary>What a reference is about.</summary>
    public static Bilingual Quantity(string quantity) => quantity switch
    {
        "volume" => new("volumen", "volume"),
        "direction-share" => new("parte del sentido", "share of direction"),
        "mix-share" => new("parte de los camiones", "share of trucks"),
        "waiting-share" => new("parte de espera", "share of waiting"),
        _ => Bilingual.Same(quantity),
    };

    /// <summary>A kind of disturbance.</summary>
    public static Bilingual Of(DisruptionKind kind) => kind switch
    {
        DisruptionKind.Closure => new("cierre", "closure"),
        DisruptionKind.Outage => new("caída del sistema", "system outage"),
        DisruptionKind.Strike => new("huelga o falta de personal", "strike or missing staff"),
        _ => new("alza del tráfico", "surge of traffic"),
    };

    /// <summary>A measure by its name in files.</summary>
    public static Bilingual OfMeasure(string name) => MeasureCatalog.Find(name)?.Title ?? Bilingual.Same(name);

    /// <summary>A post's name.</summary>
    public static string Of(BorderPost post, Tongue tongue) => tongue.Say(post.NameEs, post.NameEn);
}
