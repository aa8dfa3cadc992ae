using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Baseline;

/// <summary>The declaration of what one side does with the trucks of one direction.</summary>
public static class SideShapes
{
    private static readonly Shape Times = TableShape.By<Operation>(TimesShape.Any, removable: true);
    private static readonly Shape Shares = TableShape.By<Operation>(NumberShape.Share, removable: true);
    private static readonly ListShape Classes = new(ChoiceShape.Of<CargoClass>()) { Most = 4 };

    private static readonly MapShape Stage = new(
        new Field("station", TextShape.Id, new("Station that serves it; none for a delay without staff.", "Puesto de atención; none si es una demora sin personal.")),
        new Field("service", Times, new("Service time by operation, on paper; an operation absent here skips the stage.", "Tiempo de servicio por operación, en papel; la operación ausente no pasa por la etapa."), Source: true),
        new Field("service-in-advance", Times, new("Service time when the declaration came in advance.", "Tiempo de servicio con declaración anticipada."), Source: true),
        new Field("service-automatic", TimesShape.Any, new("Service time of trucks read automatically (gate).", "Tiempo de servicio de camiones leídos automáticamente (portón)."), Source: true),
        new Field("share", Shares, new("Share of trucks that need the stage, all if absent.", "Proporción de camiones que necesita la etapa, todos si falta."), Source: true),
        new Field("always", Classes, new("Cargo classes that need it whatever the share.", "Clases de carga que la necesitan sin importar la proporción.")),
        new Field("red-share", NumberShape.Share, new("Share of red-channel trucks scanned instead of inspected by hand (scan).", "Proporción del canal rojo que se escanea en vez de inspeccionarse a mano (scan)."), Source: true));

    private static readonly MapShape Extra = new(
        new Field("from", BaselineShapes.Queue, new("Trucks waiting at which they come.", "Camiones en espera con los que llegan."), Required: true, Source: true),
        new Field("until", BaselineShapes.Queue, new("Trucks waiting below which they leave.", "Camiones en espera por debajo de los cuales se van."), Required: true, Source: true),
        new Field("staff", NumberShape.Count(1, 1000), new("How many.", "Cuántos."), Required: true, Source: true),
        new Field("when-closed", ChoiceShape.Flag, new("They come even when nobody is scheduled.", "Vienen aunque no haya nadie programado.")))
    {
        Whole = (map, path, context) =>
        {
            if (BaselineShapes.Queue.Read(map["until"]!) >= BaselineShapes.Queue.Read(map["from"]!))
                context.Problems.Add(FigureShape.ValueOf(map["until"]!)!, Paths.Join(path, "until"), new("not below 'from'", "no es menor que 'from'"));
        },
    };

    /// <summary>Trucks that may wait before a station.</summary>
    internal static NumberShape Room { get; } = new(UnitFamily.Trucks) { Least = 0, Most = 100_000, Integer = true, Unlimited = "unlimited" };

    private static readonly MapShape Station = new(
        new Field("agency", ChoiceShape.Of<Agency>(), new("Whose staff.", "De quién es el personal.")),
        new Field("roster", RosterShapes.Staffed, new("Who is on duty when, local time.", "Quién está de turno y cuándo, hora local."), Source: true),
        new Field("room", Room, new("Trucks that may wait inside before it.", "Camiones que pueden esperar adentro antes de él."), Source: true),
        new Field("shift-end", ChoiceShape.Of<ShiftEnd>(), new("What happens to running service when staff go off duty.", "Qué pasa con el servicio en curso cuando acaba el turno.")),
        new Field("extra", new ListShape(Extra) { Most = 20 }, new("Staff called in while the line is long.", "Personal que se llama mientras la fila es larga.")),
        new Field("watches", TextShape.Id, new("Station whose line the extra staff watch; its own if absent.", "Puesto cuya fila vigila el personal extra; el propio si falta.")),
        new Field("breakdown", new MapShape(
            new Field("after", TimesShape.Any, new("Running time from repair to failure.", "Tiempo en marcha entre reparación y falla."), Required: true, Source: true),
            new Field("repair", TimesShape.Any, new("Time out of order.", "Tiempo fuera de servicio."), Required: true, Source: true)), new("How one unit fails.", "Cómo falla una unidad.")));

    private static readonly MapShape Channels = new(
        new Field("yellow", NumberShape.Share, new("Share whose documents are reviewed.", "Proporción con revisión documental.")),
        new Field("red", NumberShape.Share, new("Share examined.", "Proporción examinada.")));

    private static readonly MapShape Background = new(
        new Field("kind", TextShape.Id, new("Buses, cars.", "Buses, autos."), Required: true),
        new Field("flow", NumberShape.Flow, new("Vehicles per day.", "Vehículos por día."), Required: true, Source: true),
        new Field("hours", DemandShapes.Profile(24), new("Relative arrivals in each local hour.", "Llegadas relativas en cada hora local."), Required: true, Source: true),
        new Field("service", new TableShape(TimesShape.Any) { Keys = ["migration", "customs"] }, new("Service time by stage.", "Tiempo de servicio por etapa."), Required: true, Source: true));

    /// <summary>One side.</summary>
    public static MapShape Side { get; } = new(
        new Field("stages", TableShape.By<StageKind>(Stage, removable: true), new("Steps, in the order gate to exit.", "Etapas, en el orden de gate a exit.")),
        new Field("stations", new TableShape(Station) { Removable = true }, new("Staff or machines by name.", "Personal o máquinas por nombre.")),
        new Field("declaration", new MapShape(
            new Field("advance", Shares, new("Share of declarations lodged before arrival.", "Proporción de declaraciones presentadas antes de llegar."), Source: true),
            new Field("lead", TimesShape.Any, new("How long before joining the first queue.", "Cuánto antes de llegar a la primera fila."), Source: true),
            new Field("preparation", Times, new("Working time from lodging to acceptance.", "Tiempo hábil de presentación a aceptación."), Source: true),
            new Field("desk", RosterShapes.Open, new("When brokers and the declaration desk work.", "Cuándo trabajan los agentes y la ventanilla."), Source: true),
            new Field("rejected", NumberShape.Share, new("Share rejected once for errors.", "Proporción rechazada una vez por errores."), Source: true),
            new Field("resubmission", TimesShape.Any, new("Working time to lodge again.", "Tiempo hábil para presentar de nuevo."), Source: true)), new("The document track.", "La vía documental.")),
        new Field("risk", new MapShape(
            new Field("customs", TableShape.By<Operation>(Channels), new("Selectivity by operation.", "Selectividad por operación."), Source: true),
            new Field("sps-inspection", Shares, new("Share of loads plant and animal health examines.", "Proporción de cargas que examina sanidad vegetal y animal."), Source: true),
            new Field("hit-rate", NumberShape.Share, new("Irregularities found per examination.", "Irregularidades halladas por examen."), Source: true),
            new Field("aeo", new NumberShape(UnitFamily.Factor) { Least = 0, Most = 1 }, new("Risk of an authorised operator relative to others.", "Riesgo de un operador autorizado respecto de los demás."), Source: true)), new("Who is examined.", "A quién se examina.")),
        new Field("approach-lanes", new ListShape(new MapShape(
            new Field("from", BaselineShapes.Distance, new("Distance from the gate at which it begins.", "Distancia al portón a la que empieza."), Required: true, Source: true),
            new Field("empties", ChoiceShape.Flag, new("Unladen trucks may take it.", "Los vacíos pueden usarlo.")),
            new Field("classes", Classes, new("Cargo classes that may take it.", "Clases de carga que pueden usarlo.")))) { Most = 4 }, new("Second lanes of the approach road.", "Segundos carriles del acceso.")),
        new Field("priority", Classes, new("Cargo classes served first, highest first.", "Clases de carga atendidas primero, de mayor a menor.")),
        new Field("joint-inspection", ChoiceShape.Flag, new("Customs and plant health inspect side by side.", "Aduana y sanidad inspeccionan a la vez.")),
        new Field("recognition", NumberShape.Share, new("Probability that this side accepts the other's examination.", "Probabilidad de que este lado acepte el examen del otro."), Source: true),
        new Field("single-stop", ChoiceShape.Flag, new("The two sides share one stop.", "Los dos lados comparten una parada.")),
        new Field("automatic-gate", NumberShape.Share, new("Share of trucks read automatically at the gate.", "Proporción de camiones leída automáticamente en el portón."), Source: true),
        new Field("background", new ListShape(Background) { Most = 10 }, new("Buses and cars on the same staff.", "Buses y autos con el mismo personal.")),
        new Field("bridge", TimesShape.Any, new("Travel from the other side to this side's line (entry).", "Recorrido del otro lado a la fila de este (entry)."), Source: true),
        new Field("in-force", new TableShape(NumberShape.Share) { Set = NameSets.Measures }, new("Measures already in force, with their intensity.", "Medidas ya vigentes, con su intensidad."), Source: true));
}
