using System.Globalization;
using CorridorTwin.Scenarios.Appraisal.Finance;
using CorridorTwin.Scenarios.Appraisal.Plans;
using CorridorTwin.Scenarios.Appraisal.Valuation;

namespace CorridorTwin.Scenarios.Appraisal.Reports;

/// <summary>An appraisal's vocabulary in words.</summary>
public static class AppraisalWords
{
    /// <summary>A kind of benefit.</summary>
    public static Bilingual Of(BenefitKind kind) => kind switch
    {
        BenefitKind.CarrierTime => new("tiempo de camión y conductor", "truck and driver time"),
        BenefitKind.IdleFuel => new("combustible en ralentí, sin impuestos", "idle fuel, net of tax"),
        BenefitKind.ReeferFuel => new("combustible de frío, sin impuestos", "reefer fuel, net of tax"),
        BenefitKind.CargoTime => new("tiempo de la carga", "cargo time"),
        BenefitKind.Perishables => new("perecederos no perdidos", "perishables not lost"),
        BenefitKind.Reliability => new("confiabilidad", "reliability"),
        BenefitKind.Induced => new("cruces inducidos, menos las colas que causan", "induced crossings, less the queues they cause"),
        BenefitKind.Agencies => new("horas de funcionarios", "officers' hours"),
        BenefitKind.Carbon => new("CO2 no emitido", "CO2 not emitted"),
        _ => new("estorbo de la obra", "hindrance by the works"),
    };

    /// <summary>Who has a kind of benefit first, before any of it is passed on; works hinder carriers most.</summary>
    public static Stakeholder BeneficiaryOf(BenefitKind kind, AppraisalPlan plan) => kind switch
    {
        BenefitKind.CargoTime or BenefitKind.Perishables => Stakeholder.Shippers,
        BenefitKind.Reliability => plan.Value("values.safety-stock") > 0 ? Stakeholder.Shippers : Stakeholder.Carriers,
        BenefitKind.Agencies => Stakeholder.Agencies,
        BenefitKind.Carbon => Stakeholder.Society,
        _ => Stakeholder.Carriers,
    };

    /// <summary>Someone who gains or pays.</summary>
    public static Bilingual Of(Stakeholder who) => who switch
    {
        Stakeholder.Carriers => new("transportistas", "carriers"),
        Stakeholder.Shippers => new("dueños de la carga", "shippers"),
        Stakeholder.Agencies => new("instituciones de frontera", "border agencies"),
        Stakeholder.Treasury => new("tesoro público", "treasury"),
        Stakeholder.Partner => new("socio privado", "private partner"),
        _ => new("sociedad (clima)", "society (climate)"),
    };

    /// <summary>The timing convention.</summary>
    public static Bilingual Of(FlowTiming timing) => timing == FlowTiming.EndOfYear
        ? new("montos al final de cada año", "amounts at the end of each year")
        : new("montos a mitad de cada año, el año 0 sin descuento", "amounts in the middle of each year, year 0 undiscounted");

    /// <summary>The residual convention.</summary>
    public static Bilingual Of(ResidualAs residual) => residual == ResidualAs.Benefit
        ? new("el valor residual cuenta como beneficio", "residual value counts as a benefit")
        : new("el valor residual se resta de los costos", "residual value is taken off the costs");

    /// <summary>Prices.</summary>
    public static Bilingual Prices(AppraisalPlan plan) => new($"millones de {plan.Prices.Currency} constantes de {plan.Prices.PriceYear}", $"million constant {plan.Prices.PriceYear} {plan.Prices.Currency}");

    /// <summary>A rate as a percentage: 12 %, 3.5 %.</summary>
    public static string Percent(double rate) => (rate * 100).ToString("0.##", CultureInfo.InvariantCulture) + " %";

    /// <summary>Rates of return: one, several, or none.</summary>
    public static Bilingual Rates(IReadOnlyList<double> rates, Func<double, string> write) => rates.Count == 0
        ? new("ninguna: los flujos no cambian de signo", "none: the flows do not change sign")
        : new(string.Join("; ", rates.Select(r => r > Absurd ? $"más de {write(Absurd)}" : write(r))), string.Join("; ", rates.Select(r => r > Absurd ? $"over {write(Absurd)}" : write(r))));

    private const double Absurd = 10;

    /// <summary>An assumption's value in its file's unit.</summary>
    public static string Value(Assumption a, double modelValue) => Number(modelValue / a.Factor) + (a.Figure.Unit.Length > 0 ? " " + a.Figure.Unit : "");

    /// <summary>Four significant digits.</summary>
    public static string Number(double value) =>
        value == 0 ? "0" : Math.Abs(value) >= 1000 ? value.ToString("0", CultureInfo.InvariantCulture) : value.ToString("G4", CultureInfo.InvariantCulture);
}
