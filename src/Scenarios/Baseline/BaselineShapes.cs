using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Baseline;

/// <summary>The declaration of a baseline file: every key, its unit, range and meaning. Checking, merging, help and schema follow from it.</summary>
public static class BaselineShapes
{
    /// <summary>First year a baseline or scenario may have.</summary>
    public const int FirstYear = 2024;

    /// <summary>Last year a baseline or scenario may have.</summary>
    public const int LastYear = 2040;

    internal static readonly NumberShape Year = new(UnitFamily.Year) { Least = FirstYear, Most = LastYear, Integer = true, Fact = true };
    internal static readonly NumberShape Positive = new(UnitFamily.Factor) { Least = 0, Most = 1000 };
    internal static readonly NumberShape Weight = new(UnitFamily.Bare) { Least = 0, Most = 1000 };
    internal static readonly NumberShape Variation = new(UnitFamily.Bare) { Least = 0.01, Most = 10 };
    internal static readonly NumberShape Distance = new(UnitFamily.Distance) { Least = 0, Most = 5000 };
    internal static readonly NumberShape Queue = new(UnitFamily.Trucks) { SchemaName = "trucks", Least = 0, Most = 1_000_000, Integer = true };
    internal static readonly NumberShape Frequency = new(UnitFamily.Frequency) { Least = 0, Most = 1000 };

    /// <summary>Words in both languages.</summary>
    public static MapShape BothLanguages { get; } = new(
        new Field("en", TextShape.Words, new("En inglés.", "In English."), Required: true),
        new Field("es", TextShape.Words, new("En español.", "In Spanish."), Required: true)) { SchemaName = "both-languages" };

    /// <summary>What a system outage does.</summary>
    public static MapShape Outage { get; } = new(
        new Field("frequency", Frequency, new("Caídas por semana.", "Outages per week."), Required: true, Source: true),
        new Field("length", TimesShape.Any, new("Cuánto dura una.", "How long one lasts."), Required: true, Source: true),
        new Field("slowdown", new NumberShape(UnitFamily.Factor) { Least = 1, Most = 100 }, new("Factor sobre los tiempos de servicio en aduana y migración mientras dura.", "Factor on service times at customs and migration while it lasts."), Required: true, Source: true)) { SchemaName = "outage" };

    /// <summary>What carriers do when the line is long.</summary>
    public static MapShape Yield { get; } = new(
        new Field("defer-from", Queue, new("Camiones en espera a partir de los cuales algunos aplazan el cruce.", "Trucks waiting on the road from which some put the crossing off.")),
        new Field("defer-share", NumberShape.Share, new("Proporción que lo hace.", "Share that does.")),
        new Field("defer-time", NumberShape.Duration, new("Por cuánto tiempo, en promedio.", "For how long, on average.")),
        new Field("divert-from", Queue, new("Camiones en espera a partir de los cuales algunos van a otro paso.", "Trucks waiting from which some go elsewhere.")),
        new Field("divert-share", NumberShape.Share, new("Proporción que lo hace.", "Share that does.")));

    private static readonly MapShape Roles = new(
        new Field("exit", SideShapes.Side, new("El lado del que salen los camiones.", "The side trucks leave.")),
        new Field("entry", SideShapes.Side, new("El lado al que entran los camiones.", "The side trucks enter."))) { SchemaName = "roles" };

    private static readonly MapShape Post = new(
        new Field("en", TextShape.Words, new("Nombre en inglés.", "Name in English."), Required: true),
        new Field("es", TextShape.Words, new("Nombre en español.", "Name in Spanish."), Required: true),
        new Field("north", new NameShape(NameSets.Countries), new("País del lado de Guatemala.", "Country on the Guatemalan side."), Required: true),
        new Field("south", new NameShape(NameSets.Countries), new("País del lado de Panamá.", "Country on the Panamanian side."), Required: true),
        new Field("diversion", NumberShape.Share, new("Proporción de camiones que siempre usa un paso fuera del corredor.", "Share of trucks that always use a crossing outside the corridor."), Source: true),
        new Field("outage", Outage, new("Caídas del sistema aquí, en lugar de las usuales.", "System outages here, instead of the usual ones.")),
        new Field("yield", Yield, new("Qué hacen aquí los transportistas cuando la fila es larga.", "What carriers do here when the line is long."), Source: true),
        new Field("both", Roles, new("Lo que vale aquí en ambos sentidos.", "What holds here in both directions.")),
        new Field("N2S", Roles, new("Lo que vale hacia el sur.", "What holds southbound.")),
        new Field("S2N", Roles, new("Lo que vale hacia el norte.", "What holds northbound."))) { SchemaName = "post" };

    /// <summary>The whole file.</summary>
    public static MapShape File { get; } = new(
        new Field("id", TextShape.Id, new("Id de la línea base.", "Id of the baseline."), Required: true),
        new Field("title", BothLanguages, new("Su nombre.", "Its name."), Required: true),
        new Field("description", BothLanguages, new("Qué es.", "What it is.")),
        new Field("year", Year, new("Año que describe.", "Year it describes."), Required: true),
        new Field("variation", new MapShape(
            new Field("law", new ChoiceShape("lognormal", "gamma"), new("Ley de los tiempos dados como simple duración.", "Law of times given as a plain duration."), Required: true),
            new Field("cv", Variation, new("Su coeficiente de variación.", "Their coefficient of variation."), Required: true, Source: true)), new("Cómo varían los tiempos sin ley propia.", "How times vary that name no law of their own."), Required: true),
        new Field("countries", new TableShape(new MapShape(
            new Field("en", TextShape.Words, new("Nombre en inglés.", "Name in English."), Required: true),
            new Field("es", TextShape.Words, new("Nombre en español.", "Name in Spanish."), Required: true),
            new Field("utc", new OffsetShape(), new("Hora local.", "Local time."), Required: true))), new("Países por código.", "Countries by code."), Required: true),
        new Field("demand", DemandShapes.Demand, new("Quién quiere cruzar y cuándo.", "Who wants to cross, when."), Required: true),
        new Field("holidays", HolidayShapes.Holidays, new("Feriados: cuentan solo en períodos con fechas.", "Holidays: they count only in periods that have dates.")),
        new Field("roads", new ListShape(new MapShape(
            new Field("from", new NameShape(NameSets.Posts), new("Puesto del extremo norte.", "Post at the northern end."), Required: true),
            new Field("to", new NameShape(NameSets.Posts), new("Puesto del extremo sur.", "Post at the southern end."), Required: true),
            new Field("length", Distance, new("Longitud.", "Length."), Required: true, Source: true),
            new Field("travel", TimesShape.Any, new("Tiempo en carretera, con descansos.", "Time on the road, rests included."), Required: true, Source: true))), new("Carreteras entre puestos vecinos, de norte a sur.", "Roads between neighbouring posts, from north to south."), Required: true),
        new Field("costs", CostShapes.Costs, new("Valores unitarios.", "Unit values."), Required: true, Source: true),
        new Field("outage", Outage, new("Caídas usuales del sistema en un puesto.", "Usual system outages of a post.")),
        new Field("defaults", Roles, new("Procedimientos de los que parte cada puesto, sentido y lado.", "Procedures that every post, direction and role starts from."), Required: true),
        new Field("posts", new TableShape(Post), new("Puestos fronterizos por id, de norte a sur.", "Border posts by id, from north to south."), Required: true),
        new Field(CarriedValidation.Key, CarriedValidation.Shape, new("Lo que un estudio dijo de esta línea base; lo escribe 'corridor validate --data'.", "What a study said of this baseline; written by 'corridor validate --data'.")));
}
