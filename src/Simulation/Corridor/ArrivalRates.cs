using CorridorTwin.Simulation.Network;
using CorridorTwin.Simulation.Time;

namespace CorridorTwin.Simulation.Corridor;

/// <summary>Arrivals by hour of the simulated clock (UTC−6), from the local profile of the country where a journey begins.</summary>
/// <param name="corridor">Its demand and countries.</param>
/// <param name="dates">The dates of the run; null for ordinary weeks, in which months and holidays play no part.</param>
internal sealed class ArrivalRates(CorridorModel corridor, DatedDays? dates)
{
    private static readonly SimDuration Week = SimDuration.FromDays(7);

    private readonly Dictionary<(string Country, long Day), double> traffic = [];

    /// <summary>Gives a source its arrivals for the whole run.</summary>
    /// <param name="source">The source.</param>
    /// <param name="perDay">Trucks on an average day.</param>
    /// <param name="country">Where they set out.</param>
    /// <param name="hours">A profile of their own; null for the country's.</param>
    public SourceBuilder Usual(SourceBuilder source, double perDay, string country, IReadOnlyList<double>? hours = null) => dates is null
        ? source.Poisson(Week, [.. Enumerable.Range(0, 168).Select(h => (SimDuration.FromHours(h), PerHour(perDay, country, h, hours)))])
        : source.Poisson(dates.Horizon, Steps(perDay, country, 0, dates.Horizon.Milliseconds, hours));

    /// <summary>Gives a source arrivals within a stretch of time only, as they are usual then.</summary>
    public SourceBuilder Within(SourceBuilder source, double perDay, string country, SimTime from, SimTime to, IReadOnlyList<double>? hours = null)
    {
        List<(SimDuration, double)> steps = Steps(perDay, country, from.Milliseconds, to.Milliseconds, hours);
        if (from.Milliseconds > 0) steps.Insert(0, (SimDuration.Zero, 0));
        return source.Poisson(new SimDuration(to.Milliseconds), steps, repeats: false);
    }

    /// <summary>Arrivals per hour in an hour of the simulation.</summary>
    public double PerHour(double perDay, string country, long hour, IReadOnlyList<double>? hours = null)
    {
        int ahead = (int)Math.Round(corridor.Country(country).UtcOffsetHours + 6);
        long local = hour + ahead;
        int ofWeek = (int)((local % 168 + 168) % 168);
        double rate = perDay / 24 * (hours is null ? corridor.Demand.HourProfile[ofWeek % 24] * corridor.Demand.WeekdayProfile[ofWeek / 24] : hours[(int)((hour % 168 + 168) % 168)]);
        return dates is null ? rate : rate * Traffic(country, (local - (ofWeek % 24)) / 24);
    }

    private double Traffic(string country, long day)
    {
        if (!traffic.TryGetValue((country, day), out double factor)) traffic[(country, day)] = factor = dates!.Traffic(country, dates.Epoch.AddDays((int)day));
        return factor;
    }

    /// <summary>Hours of one rate together: a dated run has thousands.</summary>
    private List<(SimDuration, double)> Steps(double perDay, string country, long from, long to, IReadOnlyList<double>? hours)
    {
        var steps = new List<(SimDuration, double Rate)>();
        for (long at = from; at < to;)
        {
            long hour = at / SimDuration.MillisecondsPerHour;
            double rate = PerHour(perDay, country, hour, hours);
            if (steps.Count == 0 || steps[^1].Rate != rate) steps.Add((new SimDuration(at), rate));
            at = (hour + 1) * SimDuration.MillisecondsPerHour;
        }
        return steps;
    }
}
