using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Sensitivity;

/// <summary>The keywords of a baseline file in a planner's words.</summary>
internal static class FigureWords
{
    /// <summary>A stage, or the station that serves it.</summary>
    public static Bilingual Stage(string key) => key switch
    {
        "gate" => new("el portón", "the gate"),
        "migration" => new("migración", "migration"),
        "customs" => new("documentos de aduana", "customs documents"),
        "transit-desk" => new("la ventanilla de tránsito", "the transit desk"),
        "sps" => new("sanidad vegetal y animal", "plant and animal health"),
        "review" => new("revisión documental (canal amarillo)", "review of documents (yellow channel)"),
        "scan" or "scanner" => new("el escáner", "the scanner"),
        "inspection" => new("inspección física (canal rojo)", "physical inspection (red channel)"),
        "sps-inspection" => new("inspección sanitaria", "plant and animal inspection"),
        "laboratory" => new("laboratorio", "the laboratory"),
        "payment" => new("pago", "payment"),
        "exit" => new("la salida", "the exit gate"),
        _ => Bilingual.Same(key),
    };

    /// <summary>The sides of a role where nothing else is said.</summary>
    public static Bilingual Sides(string role) => role == "exit" ? new("lados de salida", "exit sides") : new("lados de entrada", "entry sides");

    /// <summary>A direction of the file.</summary>
    public static Bilingual Way(string direction) => direction switch
    {
        "N2S" => new("hacia el sur", "southbound"),
        "S2N" => new("hacia el norte", "northbound"),
        _ => new("ambos sentidos", "both directions"),
    };

    /// <summary>Operations of a table's rows; null if the rows are no operations.</summary>
    public static Bilingual? Operations(string[] rows)
    {
        Operation[] operations = [.. Enum.GetValues<Operation>().Where(o => rows.Contains(Inputs.Names.Key(o)))];
        if (operations.Length == 0) return null;
        return new(string.Join(", ", operations.Select(o => Of(o).Es)), string.Join(", ", operations.Select(o => Of(o).En)));
    }

    private static Bilingual Of(Operation operation) => operation == Operation.Empty ? new("vacíos", "empties") : Phrases.Of(operation);

    public static Bilingual Cargo(string key) => key switch
    {
        "perishable" => new("Parte de perecederos", "Share of perishables"),
        "dangerous" => new("Parte de mercancías peligrosas", "Share of dangerous goods"),
        "relief" => new("Parte de ayuda humanitaria", "Share of relief goods"),
        _ => new($"Parte de {key}", $"Share of {key}"),
    };

    public static Bilingual Cost(string key) => key switch
    {
        "carrier" => new("Costo por hora de camión y conductor", "Cost per hour of truck and driver"),
        "idle-fuel" => new("Combustible en ralentí", "Fuel while idling"),
        "idling" => new("Parte de la espera con motor encendido", "Share of waiting with the engine on"),
        "reefer-fuel" => new("Combustible del equipo de frío", "Fuel of refrigeration"),
        "diesel" => new("Precio del diésel", "Price of diesel"),
        "co2" => new("CO2 por litro", "CO2 per litre"),
        "cargo-value" => new("Valor de la carga", "Value of a load"),
        "time-value-dry" => new("Valor del tiempo de la carga seca", "Time value of dry cargo"),
        "time-value-perishable" => new("Valor del tiempo de los perecederos", "Time value of perishables"),
        "spoilage-after" => new("Horas hasta que el perecedero se daña", "Hours until perishables spoil"),
        "spoilage" => new("Pérdida de perecederos por hora", "Loss of perishables per hour"),
        "fees" => new("Tasas por cruce", "Fees per crossing"),
        _ => new($"Costo: {key}", $"Cost: {key}"),
    };

    public static Bilingual Outage(string key) => key switch
    {
        "frequency" => new("Caídas del sistema por semana", "System outages per week"),
        "length" => new("Duración de una caída del sistema", "Length of a system outage"),
        _ => new("Factor sobre los tiempos durante una caída", "Factor on times during an outage"),
    };

    public static Bilingual Yield(string key) => key switch
    {
        "defer-from" => new("Fila con la que algunos aplazan el cruce", "Line at which some put the crossing off"),
        "defer-share" => new("Parte que aplaza el cruce", "Share that puts the crossing off"),
        "defer-time" => new("Tiempo que lo aplazan", "Time they put it off"),
        "divert-from" => new("Fila con la que algunos van a otro paso", "Line at which some go elsewhere"),
        _ => new("Parte que va a otro paso", "Share that goes elsewhere"),
    };

    public static Bilingual Declaration(string key) => key switch
    {
        "lead" => new("Antelación de la declaración anticipada", "How early an advance declaration is lodged"),
        "preparation" => new("Tiempo de aceptación de una declaración", "Time to accept a declaration"),
        "rejected" => new("Parte de las declaraciones rechazadas", "Share of declarations rejected"),
        _ => new("Tiempo para presentar de nuevo", "Time to lodge again"),
    };

    public static Bilingual Channel(string key) => key == "red" ? new("Parte en canal rojo", "Share in the red channel") : new("Parte en canal amarillo", "Share in the yellow channel");

    public static Bilingual Risk(string key) => key switch
    {
        "sps-inspection" => new("Parte con inspección sanitaria", "Share with plant and animal inspection"),
        "hit-rate" => new("Hallazgos por examen", "Finds per examination"),
        _ => new("Riesgo de un OEA respecto de los demás", "Risk of an AEO relative to others"),
    };

    public static Bilingual Holiday(string[] rest) => rest is ["staff", var line, ..]
        ? new($"Personal presente en feriado, línea {line.Trim('[', ']')}", $"Staff present on a holiday, line {line.Trim('[', ']')}")
        : new("Camiones en feriado respecto de otro día", "Trucks on a holiday relative to another day");

    public static Bilingual Vehicles(string kind) => kind switch
    {
        "bus" => new("Buses", "Buses"),
        "car" => new("Autos", "Cars"),
        _ => new($"Vehículos ({kind})", $"Vehicles ({kind})"),
    };
}
