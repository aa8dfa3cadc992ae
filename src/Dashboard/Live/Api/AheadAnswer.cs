using CorridorTwin.Scenarios.Statistics;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Twin;
using CorridorTwin.Twin.Forecasts;

namespace CorridorTwin.Dashboard.Live.Api;

/// <summary>The hours ahead, with what repeats them.</summary>
/// <param name="From">From when.</param>
/// <param name="Hours">Hours ahead.</param>
/// <param name="Replications">Possible presents and futures.</param>
/// <param name="Seed">Seed.</param>
/// <param name="Model">Hash of the corridor that ran.</param>
/// <param name="State">Hash of the state it starts from.</param>
/// <param name="Events">Events of the log behind it.</param>
/// <param name="Simulated">Some of the sources tell simulated events.</param>
/// <param name="Vehicles">Vehicles it starts with, those on the road between posts included.</param>
/// <param name="NotPlaced">Passages for which the corridor has no place: left out.</param>
/// <param name="Sides">The sides.</param>
/// <param name="TimeLeft">How long each truck on a side still needs; null unless asked for.</param>
public sealed record ForecastAnswer(
    DateTimeOffset From, int Hours, int Replications, ulong Seed, string Model, string State, long Events, bool Simulated, int Vehicles, IReadOnlyList<string> NotPlaced,
    IReadOnlyList<SideFanAnswer> Sides, IReadOnlyList<TruckFanAnswer>? TimeLeft)
{
    /// <summary>Of a forecast.</summary>
    internal static ForecastAnswer Of(Forecast f, bool simulated, bool trucks) => new(
        f.From, f.Request.Hours, f.Request.Replications, f.Request.Seed, f.Model, f.State, f.Events, simulated, f.Trucks, f.NotPlaced,
        [.. f.Sides.Select(s => new SideFanAnswer(s.Post, s.Dir, s.Side, Bands(s.Line), Bands(s.Inside), Bands(s.SideHours)))],
        trucks ? [.. f.TruckFans.Select(t => new TruckFanAnswer(t.Trip, t.Post, t.Dir, t.Side, BandAnswer.Of(t.HoursLeft)))] : null);

    private static BandAnswer[] Bands(IReadOnlyList<Band> bands) => [.. bands.Select(BandAnswer.Of)];
}

/// <summary>A distribution by five of its quantiles and its mean; null where nothing was seen, or beyond the horizon.</summary>
public sealed record BandAnswer(double? P05, double? P25, double? P50, double? P75, double? P95, double? Mean)
{
    /// <summary>Of a band.</summary>
    internal static BandAnswer Of(Band b) => new(ApiJson.Finite(b.P05), ApiJson.Finite(b.P25), ApiJson.Finite(b.P50), ApiJson.Finite(b.P75), ApiJson.Finite(b.P95), ApiJson.Finite(b.Mean));
}

/// <summary>The future of one side in one direction at the end of each hour; the first of each list is the present.</summary>
/// <param name="Post">The post.</param>
/// <param name="Dir">Direction.</param>
/// <param name="Side">The country.</param>
/// <param name="Line">Trucks on the approach and at the first gate.</param>
/// <param name="Inside">Vehicles at the lanes past the gate.</param>
/// <param name="SideHours">M_side of the trucks that leave in that hour, hours.</param>
public sealed record SideFanAnswer(string Post, Direction Dir, string Side, IReadOnlyList<BandAnswer> Line, IReadOnlyList<BandAnswer> Inside, IReadOnlyList<BandAnswer> SideHours);

/// <summary>How long a truck still needs.</summary>
/// <param name="Trip">Its passage, by pseudonym.</param>
/// <param name="Post">The post.</param>
/// <param name="Dir">Direction.</param>
/// <param name="Side">The side it is on.</param>
/// <param name="HoursLeft">Hours until it leaves that side.</param>
public sealed record TruckFanAnswer(string Trip, string Post, Direction Dir, string Side, BandAnswer HoursLeft);

/// <summary>What a change would bring, beside no change: the same trucks, the same luck.</summary>
/// <param name="Unchanged">The forecast without it.</param>
/// <param name="Changed">The forecast with it.</param>
/// <param name="Sides">With it less without it.</param>
public sealed record ForkAnswer(ForecastAnswer Unchanged, ForecastAnswer Changed, IReadOnlyList<SideDifferenceAnswer> Sides)
{
    /// <summary>Of a fork.</summary>
    internal static ForkAnswer Of(Fork f, bool simulated) => new(
        ForecastAnswer.Of(f.Unchanged, simulated, trucks: false), ForecastAnswer.Of(f.Changed, simulated, trucks: false),
        [.. f.Sides.Select(s => new SideDifferenceAnswer(s.Post, s.Dir, s.Side, [.. s.Line.Select(IntervalAnswer.Of)], IntervalAnswer.Of(s.TruckHours), IntervalAnswer.Of(s.Left)))]);
}

/// <summary>Changed less unchanged at one side.</summary>
/// <param name="Post">The post.</param>
/// <param name="Dir">Direction.</param>
/// <param name="Side">The country.</param>
/// <param name="Line">Of the trucks on the approach and at the first gate, at the end of each hour from the first.</param>
/// <param name="TruckHours">Of the hours all trucks together spend at the side until the horizon.</param>
/// <param name="Left">Of the trucks that leave until the horizon.</param>
public sealed record SideDifferenceAnswer(string Post, Direction Dir, string Side, IReadOnlyList<IntervalAnswer> Line, IntervalAnswer TruckHours, IntervalAnswer Left);

/// <summary>A mean with its paired 95 % interval.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
public sealed record IntervalAnswer(double? Mean, double? Low, double? High)
{
    /// <summary>Of an interval.</summary>
    internal static IntervalAnswer Of(Interval i) => new(ApiJson.Finite(i.Mean), ApiJson.Finite(i.Low), ApiJson.Finite(i.High));
}
