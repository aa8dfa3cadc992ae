using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Baseline;

/// <summary>The declaration of what one side does with the trucks of one direction.</summary>
public static class SideShapes
{
    private static readonly Shape Times = TableShape.By<Operation>(TimesShape.Any, removable: true, "times");
    private static readonly Shape Shares = TableShape.By<Operation>(NumberShape.Share, removable: true, "shares");
    private static readonly ListShape Classes = new(ChoiceShape.Of<CargoClass>()) { Most = 4, SchemaName = "cargo-classes" };

    private static readonly MapShape Stage = new(
        new Field("station", TextShape.Id, new("Puesto de atención; none si es una demora sin personal.", "Station that serves it; none for a delay without staff.")),
        new Field("station-for", TableShape.By<Operation>(TextShape.Id), new("Otro puesto para algunas operaciones.", "Another station for some operations.")),
        new Field("service", Times, new("Tiempo de servicio por operación, en papel; la operación ausente no pasa por la etapa.", "Service time by operation, on paper; an operation absent here skips the stage."), Source: true),
        new Field("service-in-advance", Times, new("Tiempo de servicio con declaración anticipada.", "Service time when the declaration came in advance."), Source: true),
        new Field("service-automatic", TimesShape.Any, new("Tiempo de servicio de camiones leídos automáticamente (portón).", "Service time of trucks read automatically (gate)."), Source: true),
        new Field("share", Shares, new("Proporción de camiones que necesita la etapa, todos si falta.", "Share of trucks that need the stage, all if absent."), Source: true),
        new Field("always", Classes, new("Clases de carga que la necesitan sin importar la proporción.", "Cargo classes that need it whatever the share.")),
        new Field("red-share", NumberShape.Share, new("Proporción del canal rojo que se escanea en vez de inspeccionarse a mano (scan).", "Share of red-channel trucks scanned instead of inspected by hand (scan)."), Source: true)) { SchemaName = "stage" };

    private static readonly MapShape Extra = new(
        new Field("from", BaselineShapes.Queue, new("Camiones en espera con los que llegan.", "Trucks waiting at which they come."), Required: true, Source: true),
        new Field("until", BaselineShapes.Queue, new("Camiones en espera por debajo de los cuales se van.", "Trucks waiting below which they leave."), Required: true, Source: true),
        new Field("staff", NumberShape.Count(1, 1000), new("Cuántos.", "How many."), Required: true, Source: true),
        new Field("when-closed", ChoiceShape.Flag, new("Vienen aunque no haya nadie programado.", "They come even when nobody is scheduled.")))
    {
        SchemaName = "extra-staff",
        Whole = (map, path, context) =>
        {
            if (BaselineShapes.Queue.Read(map["until"]!) >= BaselineShapes.Queue.Read(map["from"]!))
                context.Problems.Add(FigureShape.ValueOf(map["until"]!)!, Paths.Join(path, "until"), new("no es menor que 'from'", "not below 'from'"));
        },
    };

    /// <summary>Trucks that may wait before a station.</summary>
    internal static NumberShape Room { get; } = new(UnitFamily.Trucks) { Least = 0, Most = 100_000, Integer = true, Unlimited = "unlimited" };

    private static readonly MapShape Station = new(
        new Field("agency", ChoiceShape.Of<Agency>(), new("De quién es el personal.", "Whose staff.")),
        new Field("roster", RosterShapes.Staffed, new("Quién está de turno y cuándo, hora local.", "Who is on duty when, local time."), Source: true),
        new Field("room", Room, new("Camiones que pueden esperar adentro antes de él.", "Trucks that may wait inside before it."), Source: true),
        new Field("shift-end", ChoiceShape.Of<ShiftEnd>(), new("Qué pasa con el servicio en curso cuando acaba el turno.", "What happens to running service when staff go off duty.")),
        new Field("extra", new ListShape(Extra) { Most = 20 }, new("Personal que se llama mientras la fila es larga.", "Staff called in while the line is long.")),
        new Field("watches", TextShape.Id, new("Puesto cuya fila vigila el personal extra; el propio si falta.", "Station whose line the extra staff watch; its own if absent.")),
        new Field("breakdown", new MapShape(
            new Field("after", TimesShape.Any, new("Tiempo en marcha entre reparación y falla.", "Running time from repair to failure."), Required: true, Source: true),
            new Field("repair", TimesShape.Any, new("Tiempo fuera de servicio.", "Time out of order."), Required: true, Source: true)), new("Cómo falla una unidad.", "How one unit fails."))) { SchemaName = "station" };

    private static readonly MapShape Channels = new(
        new Field("yellow", NumberShape.Share, new("Proporción con revisión documental.", "Share whose documents are reviewed.")),
        new Field("red", NumberShape.Share, new("Proporción examinada.", "Share examined."))) { SchemaName = "channels" };

    private static readonly MapShape Background = new(
        new Field("kind", TextShape.Id, new("Buses, autos.", "Buses, cars."), Required: true),
        new Field("flow", NumberShape.Flow, new("Vehículos por día.", "Vehicles per day."), Required: true, Source: true),
        new Field("hours", DemandShapes.Profile(24), new("Llegadas relativas en cada hora local.", "Relative arrivals in each local hour."), Required: true, Source: true),
        new Field("service", new TableShape(TimesShape.Any) { Keys = ["migration", "customs"] }, new("Tiempo de servicio por etapa.", "Service time by stage."), Required: true, Source: true)) { SchemaName = "background" };

    /// <summary>One side.</summary>
    public static MapShape Side { get; } = new(
        new Field("stages", TableShape.By<StageKind>(Stage, removable: true), new("Etapas, en el orden de gate a exit.", "Steps, in the order gate to exit.")),
        new Field("stations", new TableShape(Station) { Removable = true }, new("Personal o máquinas por nombre.", "Staff or machines by name.")),
        new Field("declaration", new MapShape(
            new Field("advance", Shares, new("Proporción de declaraciones presentadas antes de llegar.", "Share of declarations lodged before arrival."), Source: true),
            new Field("lead", TimesShape.Any, new("Cuánto antes de llegar a la primera fila.", "How long before joining the first queue."), Source: true),
            new Field("preparation", Times, new("Tiempo hábil de presentación a aceptación.", "Working time from lodging to acceptance."), Source: true),
            new Field("desk", RosterShapes.Open, new("Cuándo trabajan los agentes y la ventanilla.", "When brokers and the declaration desk work."), Source: true),
            new Field("rejected", NumberShape.Share, new("Proporción rechazada una vez por errores.", "Share rejected once for errors."), Source: true),
            new Field("resubmission", TimesShape.Any, new("Tiempo hábil para presentar de nuevo.", "Working time to lodge again."), Source: true)), new("La vía documental.", "The document track.")),
        new Field("risk", new MapShape(
            new Field("customs", TableShape.By<Operation>(Channels), new("Selectividad por operación.", "Selectivity by operation."), Source: true),
            new Field("sps-inspection", Shares, new("Proporción de cargas que examina sanidad vegetal y animal.", "Share of loads plant and animal health examines."), Source: true),
            new Field("hit-rate", NumberShape.Share, new("Irregularidades halladas por examen.", "Irregularities found per examination."), Source: true),
            new Field("aeo", new NumberShape(UnitFamily.Factor) { Least = 0, Most = 1 }, new("Riesgo de un operador autorizado respecto de los demás.", "Risk of an authorised operator relative to others."), Source: true)), new("A quién se examina.", "Who is examined.")),
        new Field("approach-lanes", new ListShape(new MapShape(
            new Field("from", BaselineShapes.Distance, new("Distancia al portón a la que empieza.", "Distance from the gate at which it begins."), Required: true, Source: true),
            new Field("empties", ChoiceShape.Flag, new("Los vacíos pueden usarlo.", "Unladen trucks may take it.")),
            new Field("classes", Classes, new("Clases de carga que pueden usarlo.", "Cargo classes that may take it.")),
            new Field("aeo", ChoiceShape.Flag, new("Los operadores autorizados pueden usarlo.", "Authorised operators may take it.")))) { Most = 4 }, new("Segundos carriles del acceso.", "Second lanes of the approach road.")),
        new Field("priority", Classes, new("Clases de carga atendidas primero, de mayor a menor.", "Cargo classes served first, highest first.")),
        new Field("joint-inspection", ChoiceShape.Flag, new("Aduana y sanidad inspeccionan a la vez.", "Customs and plant health inspect side by side.")),
        new Field("recognition", NumberShape.Share, new("Probabilidad de que este lado acepte el examen del otro.", "Probability that this side accepts the other's examination."), Source: true),
        new Field("single-stop", ChoiceShape.Flag, new("Los dos lados comparten una parada.", "The two sides share one stop.")),
        new Field("automatic-gate", NumberShape.Share, new("Proporción de camiones leída automáticamente en el portón.", "Share of trucks read automatically at the gate."), Source: true),
        new Field("background", new ListShape(Background) { Most = 10 }, new("Buses y autos con el mismo personal.", "Buses and cars on the same staff.")),
        new Field("bridge", TimesShape.Any, new("Recorrido del otro lado a la fila de este (entry).", "Travel from the other side to this side's line (entry)."), Source: true),
        new Field("in-force", new TableShape(NumberShape.Share) { Set = NameSets.Measures }, new("Medidas ya vigentes, con su intensidad.", "Measures already in force, with their intensity."), Source: true)) { SchemaName = "side" };
}
