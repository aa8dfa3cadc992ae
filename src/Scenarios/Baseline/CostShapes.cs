using CorridorTwin.Scenarios.Inputs;

namespace CorridorTwin.Scenarios.Baseline;

/// <summary>The declaration of unit values.</summary>
public static class CostShapes
{
    internal static readonly NumberShape PerHour = Of(new("a price per hour", "un precio por hora"), "20 USD/h", "USD/h", 10_000);
    internal static readonly NumberShape LitresPerHour = Of(new("a fuel rate", "un consumo"), "2.5 L/h", "L/h", 100);
    internal static readonly NumberShape PerLitre = Of(new("a fuel price", "un precio de combustible"), "0.96 USD/L", "USD/L", 100);
    internal static readonly NumberShape Carbon = Of(new("an emission factor", "un factor de emisión"), "2.68 kg/L", "kg/L", 10);
    internal static readonly NumberShape Money = Of(new("an amount of money", "un monto"), "30000 USD", "USD", 1e9);
    internal static readonly NumberShape PerDay = Of(new("a loss per day", "una pérdida diaria"), "0.8 %/day", "%/day", 1, 0.01);
    internal static readonly NumberShape LossPerHour = Of(new("a loss per hour", "una pérdida por hora"), "0.25 %/h", "%/h", 1, 0.01);
    internal static readonly NumberShape PerCrossing = Of(new("a price per crossing", "un precio por cruce"), "6 USD/crossing", "USD/crossing", 100_000);

    /// <summary>Costs.</summary>
    public static MapShape Costs { get; } = new(
        new Field("carrier", PerHour, new("Driver and vehicle at the border, without fuel.", "Conductor y vehículo en la frontera, sin combustible.")),
        new Field("idle-fuel", LitresPerHour, new("Fuel while the engine idles.", "Combustible con el motor en ralentí.")),
        new Field("idling", NumberShape.Share, new("Share of waiting time with the engine idling.", "Proporción de la espera con el motor en ralentí.")),
        new Field("reefer-fuel", LitresPerHour, new("Fuel of a refrigeration unit, all the time.", "Combustible de un equipo de frío, todo el tiempo.")),
        new Field("diesel", PerLitre, new("Price of diesel.", "Precio del diésel.")),
        new Field("co2", Carbon, new("CO2 per litre of diesel.", "CO2 por litro de diésel.")),
        new Field("cargo-value", Money, new("Value of a loaded truck's cargo.", "Valor de la carga de un camión.")),
        new Field("time-value-dry", PerDay, new("Value of time of dry cargo, as a share of its value.", "Valor del tiempo de la carga seca, como proporción de su valor.")),
        new Field("time-value-perishable", PerDay, new("Value of time of perishables, as a share of their value.", "Valor del tiempo de los perecederos, como proporción de su valor.")),
        new Field("spoilage-after", NumberShape.Duration, new("Time at the border after which perishables spoil.", "Tiempo en frontera tras el cual los perecederos se dañan.")),
        new Field("spoilage", LossPerHour, new("Share of value lost per further hour.", "Proporción del valor perdida por hora adicional.")),
        new Field("fees", PerCrossing, new("Fees per crossing (a transfer, shown apart).", "Tasas por cruce (una transferencia, se muestra aparte).")));

    private static NumberShape Of(Text name, string example, string unit, double most, double factor = 1) => new(UnitFamily.Of(name, example, unit, factor)) { Least = 0, Most = most };
}
