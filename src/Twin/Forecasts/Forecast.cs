using CorridorTwin.Scenarios.Statistics;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Twin.Forecasts;

/// <summary>What is asked of a forecast.</summary>
public sealed record ForecastRequest
{
    /// <summary>Hours ahead, 1 to 24.</summary>
    public int Hours { get; init; } = 12;

    /// <summary>Replications: possible presents and futures.</summary>
    public int Replications { get; init; } = 200;

    /// <summary>Seed.</summary>
    public ulong Seed { get; init; } = 2024;

    /// <summary>From which instant; null for the twin's own clock.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>With what was known when; null for all that is known.</summary>
    public DateTimeOffset? KnownAt { get; init; }

    /// <summary>Threads; 0 for one per core.</summary>
    public int Threads { get; init; }
}

/// <summary>A distribution by five of its quantiles and its mean; NaN where nothing was seen.</summary>
public readonly record struct Band(double P05, double P25, double P50, double P75, double P95, double Mean)
{
    /// <summary>The band of some values (NaN left out): quantiles as order statistics.</summary>
    public static Band Of(ReadOnlySpan<double> values)
    {
        var sorted = new List<double>(values.Length);
        foreach (double v in values)
            if (!double.IsNaN(v)) sorted.Add(v);
        if (sorted.Count == 0) return new Band(double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);
        sorted.Sort();
        double Quantile(double p) => sorted[Math.Clamp((int)Math.Ceiling(p * sorted.Count) - 1, 0, sorted.Count - 1)];
        return new Band(Quantile(0.05), Quantile(0.25), Quantile(0.5), Quantile(0.75), Quantile(0.95), sorted.Average());
    }
}

/// <summary>The future of one side in one direction, hour by hour.</summary>
/// <param name="Post">The post.</param>
/// <param name="Dir">Direction.</param>
/// <param name="Side">The country.</param>
/// <param name="Line">Trucks on the approach and at the first gate, at the end of each hour; index 0 is the present.</param>
/// <param name="Inside">Vehicles at the lanes past the gate, likewise.</param>
/// <param name="SideHours">M_side of the trucks that leave in each hour, hours; index 0 is empty.</param>
public sealed record SideFan(string Post, Direction Dir, string Side, IReadOnlyList<Band> Line, IReadOnlyList<Band> Inside, IReadOnlyList<Band> SideHours);

/// <summary>How long a truck still needs for the side it is on.</summary>
/// <param name="Trip">Its passage.</param>
/// <param name="Post">The post.</param>
/// <param name="Side">The side.</param>
/// <param name="Dir">Direction.</param>
/// <param name="HoursLeft">Hours until it leaves; a quantile beyond the horizon is infinite.</param>
public sealed record TruckFan(string Trip, string Post, string Side, Direction Dir, Band HoursLeft);

/// <summary>A forecast from the twin's state, with what repeats it.</summary>
public sealed record Forecast
{
    /// <summary>From when.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>What was asked.</summary>
    public required ForecastRequest Request { get; init; }

    /// <summary>Hash of the corridor that ran.</summary>
    public required string Model { get; init; }

    /// <summary>Hash of the state it starts from.</summary>
    public required string State { get; init; }

    /// <summary>Events of the log behind it.</summary>
    public required long Events { get; init; }

    /// <summary>Vehicles it starts with, those on the road between posts included.</summary>
    public required int Trucks { get; init; }

    /// <summary>Trucks of the state for which the corridor has no place: left out.</summary>
    public required IReadOnlyList<string> NotPlaced { get; init; }

    /// <summary>The sides.</summary>
    public required IReadOnlyList<SideFan> Sides { get; init; }

    /// <summary>The trucks on a side now.</summary>
    public required IReadOnlyList<TruckFan> TruckFans { get; init; }

    /// <summary>The replications themselves, for scores and comparisons.</summary>
    internal Samples Samples { get; init; } = null!;
}

/// <summary>What a change would bring, beside no change: the same trucks, the same luck.</summary>
/// <param name="Unchanged">The forecast without it.</param>
/// <param name="Changed">The forecast with it.</param>
/// <param name="Sides">The differences, side by side.</param>
public sealed record Fork(Forecast Unchanged, Forecast Changed, IReadOnlyList<SideDifference> Sides)
{
    /// <summary>The sides of which some difference at the end can be told from chance, all differences of all sides tested together.</summary>
    public IReadOnlyList<SideDifference> Told => [.. Sides.Where(s => new[] { s.TruckHours, s.Left, s.Line[^1] }.Any(d => d.ExcludesZeroAmong(3 * Sides.Count)))];
}

/// <summary>Changed less unchanged at one side: means with their paired 95 % intervals.</summary>
/// <param name="Post">The post.</param>
/// <param name="Dir">Direction.</param>
/// <param name="Side">The country.</param>
/// <param name="Line">Of the trucks on the approach and at the first gate, at the end of each hour from the first.</param>
/// <param name="TruckHours">Of the hours spent at the side by all trucks together until the horizon.</param>
/// <param name="Left">Of the trucks that left until the horizon.</param>
public sealed record SideDifference(string Post, Direction Dir, string Side, IReadOnlyList<Interval> Line, Interval TruckHours, Interval Left);
