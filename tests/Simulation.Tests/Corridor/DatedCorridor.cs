using CorridorTwin.Simulation.Calendars;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Network;
using CorridorTwin.Simulation.Time;
using CorridorTwin.Simulation.Tests.Trace;

namespace CorridorTwin.Simulation.Tests.Corridors;

/// <summary>The synthetic corridor of the trace tests with dates: the measured period begins on Monday 23 December 2024 after two weeks of warm-up.</summary>
internal static class DatedCorridor
{
    public static readonly DateOnly Start = new(2024, 12, 23);
    public static readonly SimDuration WarmUp = SimDuration.FromDays(14);

    /// <summary>Nothing goes wrong, the months differ.</summary>
    public static CorridorModel Ordinary { get; } = SyntheticCorridor.Model with
    {
        Disruptions = [],
        Demand = SyntheticCorridor.Model.Demand with { MonthProfile = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0.8, 1.4] },
    };

    public static CorridorModel With(params Holiday[] holidays) => Ordinary with { Period = Start, Holidays = holidays };

    public static Holiday Christmas(params string[] countries) =>
        new() { Id = "christmas", NameEs = "Navidad", NameEn = "Christmas", Countries = countries, On = new DayRule.Yearly(12, 25) };

    public static CorridorNetwork Compile(CorridorModel model) => CorridorCompiler.Compile(model, WarmUp, SimDuration.FromDays(14));

    /// <summary>Staff of a station at a local time of a date.</summary>
    public static int Staff(CorridorNetwork corridor, string station, DateOnly date, double localHour, int utcOffset = -6) =>
        corridor.Network.Stations[corridor.Network.StationNames.ToList().IndexOf(station)].Calendar.LevelAt(At(date, localHour, utcOffset));

    /// <summary>Arrivals per hour of a source at a local time of a date, of the country where it begins.</summary>
    public static double Rate(CorridorNetwork corridor, string source, DateOnly date, double localHour, int utcOffset = -6)
    {
        SourceRow row = corridor.Network.Sources[corridor.Network.SourceNames.ToList().IndexOf(source)];
        long at = At(date, localHour, utcOffset);
        if (row.Cycle > 0) at = (at % row.Cycle + row.Cycle) % row.Cycle;
        int bin = Array.FindLastIndex(row.RateStarts, s => s <= at);
        return row.RatePerMs[bin] * SimDuration.MillisecondsPerHour;
    }

    private static long At(DateOnly date, double localHour, int utcOffset) =>
        WarmUp.Milliseconds + (date.DayNumber - Start.DayNumber) * SimDuration.MillisecondsPerDay + SimDuration.FromHours(localHour - (utcOffset + 6)).Milliseconds;
}
