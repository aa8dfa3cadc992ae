using CorridorTwin.Scenarios.Inputs;

namespace CorridorTwin.Scenarios.Baseline;

/// <summary>The declaration of unit values.</summary>
public static class CostShapes
{
    internal static readonly NumberShape PerHour = Of(new("un precio por hora", "a price per hour"), "20 USD/h", "USD/h", 10_000);
    internal static readonly NumberShape LitresPerHour = Of(new("un consumo", "a fuel rate"), "2.5 L/h", "L/h", 100);
    internal static readonly NumberShape PerLitre = Of(new("un precio de combustible", "a fuel price"), "0.96 USD/L", "USD/L", 100);
    internal static readonly NumberShape Carbon = Of(new("un factor de emisión", "an emission factor"), "2.68 kg/L", "kg/L", 10);
    internal static readonly NumberShape Money = Of(new("un monto", "an amount of money"), "30000 USD", "USD", 1e9);
    internal static readonly NumberShape PerDay = Of(new("una pérdida diaria", "a loss per day"), "0.8 %/day", "%/day", 1, 0.01);
    internal static readonly NumberShape LossPerHour = Of(new("una pérdida por hora", "a loss per hour"), "0.25 %/h", "%/h", 1, 0.01);
    internal static readonly NumberShape PerCrossing = Of(new("un precio por cruce", "a price per crossing"), "6 USD/crossing", "USD/crossing", 100_000);

    /// <summary>Costs.</summary>
    public static MapShape Costs { get; } = new(
        new Field("carrier", PerHour, new("Conductor y vehículo en la frontera, sin combustible.", "Driver and vehicle at the border, without fuel.")),
        new Field("idle-fuel", LitresPerHour, new("Combustible con el motor en ralentí.", "Fuel while the engine idles.")),
        new Field("idling", NumberShape.Share, new("Proporción de la espera con el motor en ralentí.", "Share of waiting time with the engine idling.")),
        new Field("reefer-fuel", LitresPerHour, new("Combustible de un equipo de frío, todo el tiempo.", "Fuel of a refrigeration unit, all the time.")),
        new Field("diesel", PerLitre, new("Precio del diésel.", "Price of diesel.")),
        new Field("co2", Carbon, new("CO2 por litro de diésel.", "CO2 per litre of diesel.")),
        new Field("cargo-value", Money, new("Valor de la carga de un camión.", "Value of a loaded truck's cargo.")),
        new Field("time-value-dry", PerDay, new("Valor del tiempo de la carga seca, como proporción de su valor.", "Value of time of dry cargo, as a share of its value.")),
        new Field("time-value-perishable", PerDay, new("Valor del tiempo de los perecederos, como proporción de su valor.", "Value of time of perishables, as a share of their value.")),
        new Field("spoilage-after", NumberShape.Duration, new("Tiempo en frontera tras el cual los perecederos se dañan.", "Time at the border after which perishables spoil.")),
        new Field("spoilage", LossPerHour, new("Proporción del valor perdida por hora adicional.", "Share of value lost per further hour.")),
        new Field("fees", PerCrossing, new("Tasas por cruce (una transferencia, se muestra aparte).", "Fees per crossing (a transfer, shown apart).")));

    private static NumberShape Of(Bilingual name, string example, string unit, double most, double factor = 1) => new(UnitFamily.Of(name, example, unit, factor)) { Least = 0, Most = most };
}
