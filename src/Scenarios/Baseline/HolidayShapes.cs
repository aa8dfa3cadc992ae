using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Baseline;

/// <summary>The declaration of holidays: the days, and what a day does that says nothing else.</summary>
public static class HolidayShapes
{
    /// <summary>Trucks on a holiday relative to an ordinary day.</summary>
    internal static readonly NumberShape Traffic = new(UnitFamily.Factor) { Least = 0, Most = 10 };

    /// <summary>Days that a holiday lasts.</summary>
    internal static readonly NumberShape Length = new(UnitFamily.Bare) { Least = 1, Most = 60, Integer = true, Fact = true };

    /// <summary>The word for a desk that works.</summary>
    internal const string Open = "open";

    private static readonly Field TrafficField = new("traffic", Traffic, new("Camiones que salen del país ese día, respecto de un día ordinario.", "Trucks that set out in the country that day, relative to an ordinary day."), Source: true);
    private static readonly Field DeskField = new("desk", new ChoiceShape(Open, "closed"), new("Si trabajan los agentes y la ventanilla de declaraciones.", "Whether brokers and the declaration desk work."));
    private static readonly Field StaffField = new("staff", new ListShape(new MapShape(
        new Field("posts", new NamesShape(NameSets.Posts), new("Puestos; todos si falta.", "Posts; all if absent.")),
        new Field("countries", new NamesShape(NameSets.Countries), new("Países cuyos lados alcanza; todos si falta.", "Countries whose sides it reaches; all if absent.")),
        new Field("directions", new ListShape(ChoiceShape.Of<Direction>()) { Least = 1, Most = 2 }, new("Sentidos; ambos si falta.", "Directions; both if absent.")),
        new Field("roles", new ListShape(ChoiceShape.Of<SideRole>()) { Least = 1, Most = 2 }, new("Lados; ambos si falta.", "Sides; both if absent.")),
        new Field("agencies", new ListShape(ChoiceShape.Of<Agency>()) { Least = 1 }, new("Instituciones; todas si falta.", "Agencies; all if absent.")),
        new Field("stations", new ListShape(TextShape.Id) { Least = 1 }, new("Puestos de atención; todos si falta.", "Stations; all if absent.")),
        new Field("except", new ListShape(TextShape.Id) { Least = 1 }, new("Puestos de atención que no alcanza.", "Stations it does not reach.")),
        new Field("present", NumberShape.Share, new("Proporción del personal de turno que trabaja; 0 % es cerrado.", "Share of the staff on duty that works; 0 % is closed."), Required: true, Source: true))) { Most = 50 },
        new("Quién trabaja: vale la primera línea que corresponde a un puesto de atención; los demás conservan su turno.", "Who works: the first line that fits a station holds; others keep their roster."));

    /// <summary>One day. A scenario may change a part of it, so what it must have is asked for when it is whole.</summary>
    internal static MapShape Day { get; } = new(
        new Field("en", TextShape.Words, new("Nombre en inglés.", "Name in English.")),
        new Field("es", TextShape.Words, new("Nombre en español.", "Name in Spanish.")),
        new Field("date", new DayRuleShape(), new("Su primer día, en hora local.", "Its first day, in local time.")),
        new Field("countries", new NamesShape(NameSets.Countries), new("Países que lo guardan.", "Countries that keep it.")),
        new Field("days", Length, new("Cuántos días dura; 1 si falta.", "How many days it lasts; 1 if absent.")),
        TrafficField, DeskField, StaffField) { SchemaName = "holiday" };

    /// <summary>The section.</summary>
    public static MapShape Holidays { get; } = new(
        TrafficField, DeskField, StaffField,
        new Field("days", new TableShape(Day) { Removable = true }, new("Feriados por id; none quita uno heredado.", "Holidays by id; none takes away an inherited one."))) { SchemaName = "holidays" };
}
