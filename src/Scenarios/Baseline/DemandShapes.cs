using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Baseline;

/// <summary>The declaration of demand, in a baseline and as a scenario may change it.</summary>
public static class DemandShapes
{
    private static readonly MapShape BothWays = new(
        new Field("southbound", NumberShape.Flow, new("De Guatemala hacia Panamá.", "From Guatemala towards Panama.")),
        new Field("northbound", NumberShape.Flow, new("De Panamá hacia Guatemala.", "From Panama towards Guatemala.")));

    /// <summary>Demand.</summary>
    public static MapShape Demand { get; } = new(
        new Field("growth", new NumberShape(UnitFamily.Growth) { Least = -0.2, Most = 0.2 }, new("Crecimiento anual del comercio.", "Growth of trade per year."), Source: true),
        new Field("added", new NumberShape(UnitFamily.Share) { Least = -0.9, Most = 10 }, new("Camiones adicionales a los flujos, como proporción de ellos.", "Trucks on top of the streams, as a share of them.")),
        new Field("loaded", new TableShape(BothWays) { Set = NameSets.Pairs }, new("Camiones cargados entre dos países (primero el del norte).", "Loaded trucks between two countries (northern one first)."), Source: true),
        new Field("empty", new TableShape(BothWays) { Set = NameSets.Posts }, new("Camiones vacíos en un puesto.", "Unladen trucks at a post."), Source: true),
        new Field("hours", Profile(24), new("Llegadas relativas en cada hora local, desde las 00:00; llevadas a media 1.", "Relative arrivals in each local hour, from 00:00; scaled to mean 1."), Source: true),
        new Field("weekdays", Profile(7), new("Llegadas relativas por día, desde el lunes; llevadas a media 1.", "Relative arrivals by weekday, Monday first; scaled to mean 1."), Source: true),
        new Field("months", Profile(12), new("Llegadas relativas por mes, desde enero; llevadas a media 1.", "Relative arrivals by month, January first; scaled to mean 1."), Source: true),
        new Field("cargo", new TableShape(NumberShape.Share) { Keys = ["perishable", "dangerous", "relief"] }, new("Proporciones de camiones cargados por clase de carga; el resto es general.", "Shares of loaded trucks by cargo class; the rest is general."), Source: true),
        new Field("aeo", NumberShape.Share, new("Proporción de camiones cargados de operadores económicos autorizados.", "Share of loaded trucks of authorised economic operators."), Source: true),
        new Field("msme", NumberShape.Share, new("Proporción de camiones cargados de mipymes.", "Share of loaded trucks of micro, small and medium enterprises."), Source: true)) { SchemaName = "demand" };

    /// <summary>A list of relative weights, at least one above zero.</summary>
    public static ListShape Profile(int length) => new(BaselineShapes.Weight)
    {
        Least = length,
        Most = length,
        Sourced = true,
        Whole = (list, path, context) =>
        {
            if (list.Items.Sum(BaselineShapes.Weight.Read) <= 0) context.Problems.Add(list, path, new("todos los pesos son cero", "all weights are zero"));
        },
    };
}
