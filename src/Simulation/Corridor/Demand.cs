namespace CorridorTwin.Simulation.Corridor;

/// <summary>Who wants to cross, when.</summary>
public sealed record Demand
{
    /// <summary>Loaded trucks between countries, each direction its own row.</summary>
    public required IReadOnlyList<LoadedStream> Loaded { get; init; }

    /// <summary>Unladen trucks at each post.</summary>
    public required IReadOnlyList<EmptyStream> Empty { get; init; }

    /// <summary>Relative arrivals in each local hour at the truck's first post, 24 values of mean 1.</summary>
    public required IReadOnlyList<double> HourProfile { get; init; }

    /// <summary>Relative arrivals by weekday, Monday first, mean 1.</summary>
    public required IReadOnlyList<double> WeekdayProfile { get; init; }

    /// <summary>Relative arrivals by month, January first, mean 1; counts only in runs that have dates.</summary>
    public required IReadOnlyList<double> MonthProfile { get; init; }

    /// <summary>Growth of trade per year, 0.03 for 3 %.</summary>
    public required double GrowthPerYear { get; init; }

    /// <summary>Shares of loaded trucks by cargo class; the rest is general cargo.</summary>
    public required IReadOnlyDictionary<CargoClass, double> CargoShares { get; init; }

    /// <summary>Share of loaded trucks of authorised economic operators.</summary>
    public required double AeoShare { get; init; }

    /// <summary>Share of loaded trucks of micro, small and medium enterprises.</summary>
    public required double MsmeShare { get; init; }

    /// <summary>Demand added on top, by growth or a surge, relative to the streams: 0.05 adds 5 % as streams of their own.</summary>
    public double Added { get; init; }
}

/// <param name="Origin">Country code.</param>
/// <param name="Destination">Country code.</param>
/// <param name="PerDay">Trucks per average day.</param>
public sealed record LoadedStream(string Origin, string Destination, double PerDay)
{
    /// <summary>Relative arrivals in each of the 168 hours of the week of the simulated clock (UTC−6), Monday 00:00 first, mean 1; null for the profile of the country of origin.</summary>
    public IReadOnlyList<double>? Hours { get; init; }
}

/// <param name="Post">Border post id; an unladen truck crosses one post.</param>
/// <param name="PerDay">Trucks per average day in this direction.</param>
public sealed record EmptyStream(string Post, Direction Direction, double PerDay);

/// <summary>Kinds of disturbance a scenario may hold.</summary>
public enum DisruptionKind
{
    /// <summary>Nobody crosses: every station of the post is shut, and nobody is called in. Service that has begun is finished as at the end of a shift.</summary>
    Closure,
    /// <summary>Computers are down; work goes on by hand, slower.</summary>
    Outage,
    /// <summary>Part of the staff stays away.</summary>
    Strike,
    /// <summary>More trucks than usual.</summary>
    Surge,
}

/// <param name="Post">The post hit, or null for all. A surge is of the trucks whose journeys begin there.</param>
/// <param name="StartDay">Days after the start of the measured period, fractions allowed.</param>
/// <param name="Hours">How long it lasts.</param>
/// <param name="Intensity">Closure: 1. Strike: share of staff absent. Outage: factor on service times. Surge: share of trucks added.</param>
/// <param name="Cargo">Surge: what the added trucks carry; null for the usual mix.</param>
public sealed record Disruption(DisruptionKind Kind, string? Post, double StartDay, double Hours, double Intensity, CargoClass? Cargo = null);

/// <summary>Unit values in US dollars of the baseline year; sources stand with the baseline file's figures.</summary>
public sealed record CostParameters
{
    /// <summary>Driver and vehicle, without fuel, US$ per hour at the border.</summary>
    public required double CarrierPerHour { get; init; }

    /// <summary>Litres per hour while the engine idles.</summary>
    public required double IdleLitresPerHour { get; init; }

    /// <summary>Share of waiting time with the engine idling.</summary>
    public required double IdlingShare { get; init; }

    /// <summary>Litres per hour of a refrigeration unit, all the time at the border.</summary>
    public required double ReeferLitresPerHour { get; init; }

    /// <summary>US$ per litre of diesel.</summary>
    public required double DieselPerLitre { get; init; }

    /// <summary>Kilograms of CO2 per litre of diesel.</summary>
    public required double Co2PerLitre { get; init; }

    /// <summary>US$ value of a loaded truck's cargo.</summary>
    public required double CargoValue { get; init; }

    /// <summary>Value of time per day as a share of cargo value, dry cargo.</summary>
    public required double TimeValueDry { get; init; }

    /// <summary>Value of time per day as a share of cargo value, perishables.</summary>
    public required double TimeValuePerishable { get; init; }

    /// <summary>Hours at the border after which perishables spoil.</summary>
    public required double SpoilageAfterHours { get; init; }

    /// <summary>Share of value lost per further hour.</summary>
    public required double SpoilagePerHour { get; init; }

    /// <summary>Fees per crossing, US$ (a transfer, shown apart).</summary>
    public double FeesPerCrossing { get; init; }
}
