using System.Globalization;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Sensitivity;

/// <summary>Says in a planner's words what a figure of the baseline file is, and what kind of quantity.</summary>
internal sealed class FigureNames(CorridorModel corridor)
{
    /// <summary>Name and kind of figures that are one quantity.</summary>
    public (Bilingual Name, InputKind Kind) Of(IReadOnlyList<Figure> figures)
    {
        string[] steps = figures[0].Path.Replace("[", ".[").Split('.');
        string[] rows = [.. figures.Select(f => f.Path[(f.Path.LastIndexOf('.') + 1)..]).Distinct()];
        return steps switch
        {
            ["demand", .. var rest] => Demand(rest, rows),
            ["variation", ..] => (new("Variación de los tiempos de servicio (coeficiente)", "Variation of service times (coefficient)"), FigureKinds.Variation),
            ["roads", var index, var what, ..] => Road(Index(index), what),
            ["holidays", "days", var day, .. var rest] => (With(FigureWords.Holiday(rest), Bilingual.Same(day)), FigureKinds.Holidays),
            ["holidays", .. var rest] => (With(FigureWords.Holiday(rest), new("feriados sin valor propio", "holidays without their own")), FigureKinds.Holidays),
            ["costs", var key, ..] => (With(FigureWords.Cost(key), null), FigureKinds.Costs),
            ["outage", var key, ..] => (FigureWords.Outage(key), FigureKinds.Outages),
            ["defaults", var role, .. var rest] => Side(rest, rows, role, FigureWords.Sides(role)),
            ["posts", var post, "outage", var key, ..] => (With(FigureWords.Outage(key), Post(post)), FigureKinds.Outages),
            ["posts", var post, "yield", var key, ..] => (With(FigureWords.Yield(key), Post(post)), FigureKinds.Carriers),
            ["posts", var post, "diversion", ..] => (With(new("Camiones que usan otro paso", "Trucks that use another crossing"), Post(post)), FigureKinds.Carriers),
            ["posts", var post, var direction, var role, .. var rest] => Side(rest, rows, role, At(post, direction, role)),
            _ => (Bilingual.Same(figures[0].Path), FigureKinds.Other),
        };
    }

    private (Bilingual, InputKind) Demand(string[] rest, string[] rows) => rest switch
    {
        ["growth", ..] => (new("Crecimiento anual del comercio", "Growth of trade per year"), FigureKinds.Demand),
        ["added", ..] => (new("Volumen de camiones en todos los puestos", "Volume of trucks at all posts"), FigureKinds.Demand),
        ["loaded", var pair, ..] => (With(new("Camiones cargados por día", "Loaded trucks a day"), Bilingual.Same($"{pair}{Both(rows)}")), FigureKinds.Demand),
        ["empty", var post, ..] => (With(new("Camiones vacíos por día", "Unladen trucks a day"), Post(post)), FigureKinds.Demand),
        ["cargo", var cargo, ..] => (FigureWords.Cargo(cargo), FigureKinds.CargoMix),
        ["aeo", ..] => (new("Parte de operadores económicos autorizados (OEA)", "Share of authorised economic operators (AEO)"), FigureKinds.CargoMix),
        ["msme", ..] => (new("Parte de mipymes", "Share of micro, small and medium enterprises"), FigureKinds.CargoMix),
        [var other, ..] => (new($"Demanda: {other}", $"Demand: {other}"), FigureKinds.Demand),
        _ => (new("Demanda", "Demand"), FigureKinds.Demand),
    };

    private static string Both(string[] rows) => rows is [var one] ? $" ({one})" : "";

    private (Bilingual, InputKind) Road(int index, string what)
    {
        Bilingual between = index + 1 < corridor.Posts.Count
            ? new($"{corridor.Posts[index].NameEs} a {corridor.Posts[index + 1].NameEs}", $"{corridor.Posts[index].NameEn} to {corridor.Posts[index + 1].NameEn}")
            : Bilingual.Same($"{index + 1}");
        return (With(what == "travel" ? new("Tiempo en carretera", "Time on the road") : new("Distancia", "Distance"), between), FigureKinds.Roads);
    }

    private (Bilingual, InputKind) Side(string[] rest, string[] rows, string role, Bilingual where)
    {
        (Bilingual what, InputKind kind) = rest switch
        {
            ["stages", var stage, "share", ..] => (Of(new("Parte de las cargas que pasa por", "Share of loads that go to"), FigureWords.Stage(stage)), FigureKinds.Risk),
            ["stages", _, "red-share", ..] => (new("Parte del canal rojo que va al escáner", "Share of the red channel sent to the scanner"), FigureKinds.Scanners),
            ["stages", "scan", ..] => (new("Tiempo del escáner", "Time at the scanner"), FigureKinds.Scanners),
            ["stages", var stage, "service-in-advance", ..] => (new($"Tiempo en {FigureWords.Stage(stage).Es} con declaración anticipada", $"Time at {FigureWords.Stage(stage).En} with advance declaration"), FigureKinds.InAdvance),
            ["stages", var stage, ..] => (Of(new("Tiempo en", "Time at"), FigureWords.Stage(stage)), FigureKinds.Service(stage)),
            ["stations", var station, "breakdown", "after", ..] => (Of(new("Tiempo entre fallas de", "Time between failures of"), FigureWords.Stage(station)), FigureKinds.Scanners),
            ["stations", var station, "breakdown", ..] => (Of(new("Tiempo de reparación de", "Time to repair"), FigureWords.Stage(station)), FigureKinds.Scanners),
            ["stations", var station, "extra", _, "from", ..] => (Of(new("Fila con la que llega personal extra a", "Line at which extra staff come to"), FigureWords.Stage(station)), FigureKinds.Staff),
            ["stations", var station, "extra", _, "until", ..] => (Of(new("Fila con la que se va el personal extra de", "Line at which extra staff leave"), FigureWords.Stage(station)), FigureKinds.Staff),
            ["stations", var station, "room", ..] => (Of(new("Camiones que caben en el patio ante", "Trucks the yard holds before"), FigureWords.Stage(station)), FigureKinds.Staff),
            ["stations", var station, ..] => (Of(new("Personal en", "Staff at"), FigureWords.Stage(station)), FigureKinds.Staff),
            ["declaration", "advance", ..] => (new("Parte de las declaraciones que se presenta por anticipado", "Share of declarations lodged in advance"), FigureKinds.AdvanceShare),
            ["declaration", var key, ..] => (FigureWords.Declaration(key), FigureKinds.Documents),
            ["risk", "customs", _, var channel, ..] => (FigureWords.Channel(channel), FigureKinds.Risk),
            ["risk", var key, ..] => (FigureWords.Risk(key), FigureKinds.Risk),
            ["background", var index, "flow", ..] => (Of(FigureWords.Vehicles(BackgroundKind(index, role)), new("por día", "a day")), FigureKinds.Background),
            ["background", var index, "service", var stage, ..] => (Of(FigureWords.Vehicles(BackgroundKind(index, role)), new($"en {FigureWords.Stage(stage).Es}, tiempo de cada uno", $"at {FigureWords.Stage(stage).En}, time of each")), FigureKinds.Background),
            ["in-force", var measure, ..] => (new($"Fuerza con que ya rige «{Words.OfMeasure(measure).Es}»", $"Strength at which “{Words.OfMeasure(measure).En}” already stands"), FigureKinds.Other),
            ["bridge", ..] => (new("Recorrido de un lado al otro", "Drive from one side to the other"), FigureKinds.Roads),
            ["approach-lanes", ..] => (new("Distancia desde la que hay segundo carril", "Distance from which there is a second lane"), FigureKinds.Carriers),
            [var key, ..] => (Bilingual.Same(key), FigureKinds.Other),
            _ => (Bilingual.Same("?"), FigureKinds.Other),
        };
        string[] operations = rest is ["risk", "customs", var operation, ..] ? [operation] : rows;
        return (With(what, FigureWords.Operations(operations) is { } which ? new($"{where.Es}, {which.Es}", $"{where.En}, {which.En}") : where), kind);
    }

    /// <summary>Buses or cars: the number in the list says it only together with a side that has the list.</summary>
    private string BackgroundKind(string index, string role)
    {
        int i = Index(index);
        return corridor.Posts.SelectMany(p => p.Sides).Where(s => Names.Key(s.Role) == role && i < s.Background.Count).Select(s => s.Background[i].Kind).FirstOrDefault() ?? index;
    }

    private static int Index(string step) => int.Parse(step.Trim('[', ']'), CultureInfo.InvariantCulture);

    private Bilingual At(string post, string direction, string role)
    {
        Bilingual name = Post(post), way = FigureWords.Way(direction), side = FigureWords.Sides(role);
        if (Enum.TryParse(direction, out Direction one) && corridor.Posts.FirstOrDefault(p => p.Id == post) is { } known)
        {
            string country = known.CountryOf(one, role == "exit" ? SideRole.Exit : SideRole.Entry);
            return new($"{name.Es}, lado de {country}, {way.Es}", $"{name.En}, {country} side, {way.En}");
        }
        return new($"{name.Es}, {side.Es}", $"{name.En}, {side.En}");
    }

    private Bilingual Post(string id) => corridor.Posts.FirstOrDefault(p => p.Id == id) is { } post ? new(post.NameEs, post.NameEn) : Bilingual.Same(id);

    private static Bilingual With(Bilingual what, Bilingual? where) => where is null ? what : new($"{what.Es} ({where.Es})", $"{what.En} ({where.En})");

    private static Bilingual Of(Bilingual what, Bilingual which) => new($"{what.Es} {which.Es}", $"{what.En} {which.En}");
}
