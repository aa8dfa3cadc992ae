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

    internal static readonly NumberShape Year = NumberShape.Count(FirstYear, LastYear);
    internal static readonly NumberShape Positive = new(UnitFamily.Factor) { Least = 0, Most = 1000 };
    internal static readonly NumberShape Weight = new(UnitFamily.Bare) { Least = 0, Most = 1000 };
    internal static readonly NumberShape Variation = new(UnitFamily.Bare) { Least = 0.01, Most = 10 };
    internal static readonly NumberShape Distance = new(UnitFamily.Distance) { Least = 0, Most = 5000 };
    internal static readonly NumberShape Queue = new(UnitFamily.Trucks) { Least = 0, Most = 1_000_000, Integer = true };
    internal static readonly NumberShape Frequency = new(UnitFamily.Frequency) { Least = 0, Most = 1000 };

    /// <summary>Words in both languages.</summary>
    public static MapShape Bilingual { get; } = new(
        new Field("en", TextShape.Words, new("In English.", "En inglés."), Required: true),
        new Field("es", TextShape.Words, new("In Spanish.", "En español."), Required: true));

    /// <summary>What a system outage does.</summary>
    public static MapShape Outage { get; } = new(
        new Field("frequency", Frequency, new("Outages per week.", "Caídas por semana."), Required: true, Source: true),
        new Field("length", TimesShape.Any, new("How long one lasts.", "Cuánto dura una."), Required: true, Source: true),
        new Field("slowdown", new NumberShape(UnitFamily.Factor) { Least = 1, Most = 100 }, new("Factor on service times at customs and migration while it lasts.", "Factor sobre los tiempos de servicio en aduana y migración mientras dura."), Required: true, Source: true));

    /// <summary>What carriers do when the line is long.</summary>
    public static MapShape Yield { get; } = new(
        new Field("defer-from", Queue, new("Trucks waiting on the road from which some put the crossing off.", "Camiones en espera a partir de los cuales algunos aplazan el cruce.")),
        new Field("defer-share", NumberShape.Share, new("Share that does.", "Proporción que lo hace.")),
        new Field("defer-time", NumberShape.Duration, new("For how long, on average.", "Por cuánto tiempo, en promedio.")),
        new Field("divert-from", Queue, new("Trucks waiting from which some go elsewhere.", "Camiones en espera a partir de los cuales algunos van a otro paso.")),
        new Field("divert-share", NumberShape.Share, new("Share that does.", "Proporción que lo hace.")));

    private static readonly MapShape Roles = new(
        new Field("exit", SideShapes.Side, new("The side trucks leave.", "El lado del que salen los camiones.")),
        new Field("entry", SideShapes.Side, new("The side trucks enter.", "El lado al que entran los camiones.")));

    private static readonly MapShape Post = new(
        new Field("en", TextShape.Words, new("Name in English.", "Nombre en inglés."), Required: true),
        new Field("es", TextShape.Words, new("Name in Spanish.", "Nombre en español."), Required: true),
        new Field("north", new NameShape(NameSets.Countries), new("Country on the Guatemalan side.", "País del lado de Guatemala."), Required: true),
        new Field("south", new NameShape(NameSets.Countries), new("Country on the Panamanian side.", "País del lado de Panamá."), Required: true),
        new Field("diversion", NumberShape.Share, new("Share of trucks that always use a crossing outside the corridor.", "Proporción de camiones que siempre usa un paso fuera del corredor."), Source: true),
        new Field("outage", Outage, new("System outages here, instead of the usual ones.", "Caídas del sistema aquí, en lugar de las usuales.")),
        new Field("yield", Yield, new("What carriers do here when the line is long.", "Qué hacen aquí los transportistas cuando la fila es larga."), Source: true),
        new Field("both", Roles, new("What holds here in both directions.", "Lo que vale aquí en ambos sentidos.")),
        new Field("N2S", Roles, new("What holds southbound.", "Lo que vale hacia el sur.")),
        new Field("S2N", Roles, new("What holds northbound.", "Lo que vale hacia el norte.")));

    /// <summary>The whole file.</summary>
    public static MapShape File { get; } = new(
        new Field("id", TextShape.Id, new("Id of the baseline.", "Id de la línea base."), Required: true),
        new Field("title", Bilingual, new("Its name.", "Su nombre."), Required: true),
        new Field("description", Bilingual, new("What it is.", "Qué es.")),
        new Field("year", Year, new("Year it describes.", "Año que describe."), Required: true),
        new Field("variation", new MapShape(
            new Field("law", new ChoiceShape("lognormal", "gamma"), new("Law of times given as a plain duration.", "Ley de los tiempos dados como simple duración."), Required: true),
            new Field("cv", Variation, new("Their coefficient of variation.", "Su coeficiente de variación."), Required: true, Source: true)), new("How times vary that name no law of their own.", "Cómo varían los tiempos sin ley propia."), Required: true),
        new Field("countries", new TableShape(new MapShape(
            new Field("en", TextShape.Words, new("Name in English.", "Nombre en inglés."), Required: true),
            new Field("es", TextShape.Words, new("Name in Spanish.", "Nombre en español."), Required: true),
            new Field("utc", new OffsetShape(), new("Local time.", "Hora local."), Required: true))), new("Countries by code.", "Países por código."), Required: true),
        new Field("demand", DemandShapes.Demand, new("Who wants to cross, when.", "Quién quiere cruzar y cuándo."), Required: true),
        new Field("roads", new ListShape(new MapShape(
            new Field("from", new NameShape(NameSets.Posts), new("Post at the northern end.", "Puesto del extremo norte."), Required: true),
            new Field("to", new NameShape(NameSets.Posts), new("Post at the southern end.", "Puesto del extremo sur."), Required: true),
            new Field("length", Distance, new("Length.", "Longitud."), Required: true, Source: true),
            new Field("travel", TimesShape.Any, new("Time on the road, rests included.", "Tiempo en carretera, con descansos."), Required: true, Source: true))), new("Roads between neighbouring posts, from north to south.", "Carreteras entre puestos vecinos, de norte a sur."), Required: true),
        new Field("costs", CostShapes.Costs, new("Unit values.", "Valores unitarios."), Required: true, Source: true),
        new Field("outage", Outage, new("Usual system outages of a post.", "Caídas usuales del sistema en un puesto.")),
        new Field("defaults", Roles, new("Procedures that every post, direction and role starts from.", "Procedimientos de los que parte cada puesto, sentido y lado."), Required: true),
        new Field("posts", new TableShape(Post), new("Border posts by id, from north to south.", "Puestos fronterizos por id, de norte a sur."), Required: true));
}
