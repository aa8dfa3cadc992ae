using CorridorTwin.Scenarios.Appraisal.Plans;
using CorridorTwin.Scenarios.Appraisal.Savings;

namespace CorridorTwin.Scenarios.Appraisal.Valuation;

/// <summary>Kinds of benefit, each counted once.</summary>
public enum BenefitKind
{
    /// <summary>Driver and vehicle.</summary>
    CarrierTime,
    /// <summary>Fuel of idling engines, net of tax.</summary>
    IdleFuel,
    /// <summary>Fuel of refrigeration units, net of tax.</summary>
    ReeferFuel,
    /// <summary>Time of the cargo.</summary>
    CargoTime,
    /// <summary>Perishables not lost.</summary>
    Perishables,
    /// <summary>Reliability, as a value of spread or as safety stock.</summary>
    Reliability,
    /// <summary>Crossings made because they became cheaper.</summary>
    Induced,
    /// <summary>Officers' hours.</summary>
    Agencies,
    /// <summary>CO2 not emitted.</summary>
    Carbon,
    /// <summary>What users lose while it is built.</summary>
    Works,
}

/// <summary>Unit values in one state of the assumptions: US dollars of the price year, shares as fractions.</summary>
internal readonly struct UnitValues
{
    private const double Million = 1e-6, HoursPerDay = 24;

    public required double Carrier { get; init; }
    public required double IdleLitres { get; init; }
    public required double Idling { get; init; }
    public required double ReeferLitres { get; init; }
    public required double Diesel { get; init; }
    public required double Co2 { get; init; }
    public required double Cargo { get; init; }
    public required double Dry { get; init; }
    public required double Perishable { get; init; }
    public required double Spoilage { get; init; }
    public required double Carbon { get; init; }
    public required double CarbonGrowth { get; init; }
    public required double Staff { get; init; }
    public required double FuelTax { get; init; }
    public required double Reliability { get; init; }
    public required double SafetyStock { get; init; }
    public required double Holding { get; init; }
    public required double Elasticity { get; init; }
    public required double Realised { get; init; }
    public required double PassThrough { get; init; }

    /// <summary>The places of the values among a plan's assumptions, in the order of the fields.</summary>
    public static int[] Places(AppraisalPlan plan)
    {
        string[] paths =
        [
            "costs.carrier", "costs.idle-fuel", "costs.idling", "costs.reefer-fuel", "costs.diesel", "costs.co2", "costs.cargo-value", "costs.time-value-dry", "costs.time-value-perishable", "costs.spoilage",
            "values.carbon", "values.carbon-growth", "values.staff", "values.fuel-tax", "values.reliability", "values.safety-stock", "values.holding", "values.elasticity", "values.realised", "values.pass-through",
        ];
        return [.. paths.Select(p => plan.Assumptions.ToList().FindIndex(a => a.Path == p))];
    }

    public static UnitValues Of(ReadOnlySpan<double> values, int[] places)
    {
        static double At(ReadOnlySpan<double> values, int place) => place < 0 ? 0 : values[place];
        return new UnitValues
        {
            Carrier = At(values, places[0]), IdleLitres = At(values, places[1]), Idling = At(values, places[2]), ReeferLitres = At(values, places[3]), Diesel = At(values, places[4]), Co2 = At(values, places[5]),
            Cargo = At(values, places[6]), Dry = At(values, places[7]), Perishable = At(values, places[8]), Spoilage = At(values, places[9]), Carbon = At(values, places[10]), CarbonGrowth = At(values, places[11]),
            Staff = At(values, places[12]), FuelTax = At(values, places[13]), Reliability = At(values, places[14]), SafetyStock = At(values, places[15]), Holding = At(values, places[16]),
            Elasticity = At(values, places[17]), Realised = At(values, places[18]), PassThrough = At(values, places[19]),
        };
    }

    /// <summary>Million dollars by kind of hours saved; carbon in million tonnes, since its price has a year.</summary>
    public void Value(in Physical saved, Span<double> kinds)
    {
        double net = 1 - FuelTax;
        kinds[(int)BenefitKind.CarrierTime] = Million * saved.Hours * Carrier;
        kinds[(int)BenefitKind.IdleFuel] = Million * IdleCost(saved) * net;
        kinds[(int)BenefitKind.ReeferFuel] = Million * ReeferCost(saved) * net;
        kinds[(int)BenefitKind.CargoTime] = Million * (saved.Dry * Dry + saved.Perishable * Perishable) / HoursPerDay * Cargo;
        kinds[(int)BenefitKind.Perishables] = Million * saved.Late * Spoilage * Cargo;
        kinds[(int)BenefitKind.Reliability] = Million * (saved.Spread * Reliability * Carrier + saved.LoadedSpread * SafetyStock * Holding * Cargo / (HoursPerDay * BorderTimes.DaysPerYear));
        kinds[(int)BenefitKind.Induced] = kinds[(int)BenefitKind.Agencies] = kinds[(int)BenefitKind.Works] = 0;
        kinds[(int)BenefitKind.Carbon] = Million * (saved.Waiting * Idling * IdleLitres + saved.Perishable * ReeferLitres) * Co2 / 1000;
    }

    /// <summary>Tax on the fuel saved, million dollars: what the treasury no longer gets.</summary>
    public double Tax(in Physical saved) => Million * (IdleCost(saved) + ReeferCost(saved)) * FuelTax;

    /// <summary>Price of a tonne of CO2 some years after the price year.</summary>
    public double CarbonPrice(int years) => Carbon * Math.Pow(1 + CarbonGrowth, years);

    /// <summary>What users pay for these hours, million dollars, fuel at the pump's price.</summary>
    public double UserCost(in Physical spent) => Million * (
        spent.Hours * Carrier + IdleCost(spent) + ReeferCost(spent) + (spent.Dry * Dry + spent.Perishable * Perishable) / HoursPerDay * Cargo + spent.Late * Spoilage * Cargo
        + spent.Spread * Reliability * Carrier + spent.LoadedSpread * SafetyStock * Holding * Cargo / (HoursPerDay * BorderTimes.DaysPerYear));

    private double IdleCost(in Physical p) => p.Waiting * Idling * IdleLitres * Diesel;

    private double ReeferCost(in Physical p) => p.Perishable * ReeferLitres * Diesel;
}
