using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Baseline;

/// <summary>The declaration of demand, in a baseline and as a scenario may change it.</summary>
public static class DemandShapes
{
    private static readonly MapShape BothWays = new(
        new Field("southbound", NumberShape.Flow, new("From Guatemala towards Panama.", "De Guatemala hacia Panamá.")),
        new Field("northbound", NumberShape.Flow, new("From Panama towards Guatemala.", "De Panamá hacia Guatemala.")));

    /// <summary>Demand.</summary>
    public static MapShape Demand { get; } = new(
        new Field("growth", new NumberShape(UnitFamily.Growth) { Least = -0.2, Most = 0.2 }, new("Growth of trade per year.", "Crecimiento anual del comercio."), Source: true),
        new Field("added", new NumberShape(UnitFamily.Share) { Least = -0.9, Most = 10 }, new("Trucks on top of the streams, as a share of them.", "Camiones adicionales a los flujos, como proporción de ellos.")),
        new Field("loaded", new TableShape(BothWays) { Set = NameSets.Pairs }, new("Loaded trucks between two countries (northern one first).", "Camiones cargados entre dos países (primero el del norte)."), Source: true),
        new Field("empty", new TableShape(BothWays) { Set = NameSets.Posts }, new("Unladen trucks at a post.", "Camiones vacíos en un puesto."), Source: true),
        new Field("hours", Profile(24), new("Relative arrivals in each local hour, from 00:00; scaled to mean 1.", "Llegadas relativas en cada hora local, desde las 00:00; llevadas a media 1."), Source: true),
        new Field("weekdays", Profile(7), new("Relative arrivals by weekday, Monday first; scaled to mean 1.", "Llegadas relativas por día, desde el lunes; llevadas a media 1."), Source: true),
        new Field("months", Profile(12), new("Relative arrivals by month, January first; scaled to mean 1.", "Llegadas relativas por mes, desde enero; llevadas a media 1."), Source: true),
        new Field("cargo", new TableShape(NumberShape.Share) { Keys = ["perishable", "dangerous", "relief"] }, new("Shares of loaded trucks by cargo class; the rest is general.", "Proporciones de camiones cargados por clase de carga; el resto es general."), Source: true),
        new Field("aeo", NumberShape.Share, new("Share of loaded trucks of authorised economic operators.", "Proporción de camiones cargados de operadores económicos autorizados."), Source: true),
        new Field("msme", NumberShape.Share, new("Share of loaded trucks of micro, small and medium enterprises.", "Proporción de camiones cargados de mipymes."), Source: true));

    /// <summary>A list of relative weights, at least one above zero.</summary>
    public static ListShape Profile(int length) => new(BaselineShapes.Weight)
    {
        Least = length,
        Most = length,
        Whole = (list, path, context) =>
        {
            if (list.Items.Sum(BaselineShapes.Weight.Read) <= 0) context.Problems.Add(list, path, new("all weights are zero", "todos los pesos son cero"));
        },
    };
}
