using System.Globalization;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Simulation.Calendars;
using CorridorTwin.Simulation.Draws;

namespace CorridorTwin.Scenarios.Differences;

/// <summary>Values of a model as one would write them in a file.</summary>
internal static class LeafText
{
    // Members that hold fractions; files write them in per cent.
    private static readonly HashSet<string> Fractions =
    [
        "AdvanceShare", "Share", "RejectedShare", "RedShare", "AutomaticGateShare", "Recognition", "HitRate", "Yellow", "Red", "SpsInspection", "DiversionShare", "DeferShare",
        "DivertShare", "CargoShares", "AeoShare", "MsmeShare", "GrowthPerYear", "IdlingShare", "Added", "InForce", "Present", "TimeValueDry", "TimeValuePerishable", "SpoilagePerHour",
        "ConstructionLoss", "PrecheckedShare", "FallbackRelief", "ClosureCut", "StrikeCover",
    ];

    /// <summary>The text of a value.</summary>
    public static string Of(string member, object value) => value switch
    {
        Distribution law => Law(law),
        Roster roster => Roster(roster),
        DateOnly date => Dates.Text(date),
        bool flag => flag ? "yes" : "no",
        Enum word => Names.Key(word.ToString()),
        double number when Fractions.Contains(member) => Number(100 * number) + " %",
        double number => Number(number),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private static string Law(Distribution law) => law switch
    {
        DeterministicDistribution d => d.MeanMilliseconds == 0 ? "fixed 0 min" : $"fixed {Time(d.MeanMilliseconds)}",
        LognormalDistribution d => $"lognormal {Time(d.MeanMilliseconds)} cv {Number(d.Cv)}",
        GammaDistribution d => $"gamma {Time(d.MeanMilliseconds)} cv {Number(d.Cv)}",
        ErlangDistribution d => $"erlang {Time(d.MeanMilliseconds)} k {d.Phases}",
        ExponentialDistribution d => $"exponential {Time(d.MeanMilliseconds)}",
        UniformDistribution d => $"uniform {Time(d.MinMilliseconds)} {Time(d.MaxMilliseconds)}",
        TriangularDistribution d => $"triangular {Time(d.MinMilliseconds)} {Time(d.ModeMilliseconds)} {Time(d.MaxMilliseconds)}",
        _ => $"{law.GetType().Name.Replace("Distribution", "", StringComparison.Ordinal).ToLowerInvariant()} {Time(law.MeanMilliseconds)} cv {Number(law.Cv)}",
    };

    private static string Time(double milliseconds) => (milliseconds / 60_000) switch
    {
        < 1 and var m => $"{Number(m * 60)} s",
        < 180 and var m => $"{Number(m)} min",
        < 72 * 60 and var m => $"{Number(m / 60)} h",
        var m => $"{Number(m / 1440)} d",
    };

    private static string Roster(Roster roster)
    {
        if (roster.Shifts.Count == 0) return "closed";
        return string.Join("; ", roster.Shifts.GroupBy(s => Days(s.Days)).Select(day => string.Join(", ", day.Select(s => $"{Clock(s.FromMinute)}-{Clock(s.ToMinute)} {s.Staff}")) + (day.Key.Length > 0 ? $" ({day.Key})" : "")));
    }

    private static string Days(IReadOnlySet<DayOfWeek> days)
    {
        if (days.Count == 7) return "";
        DayOfWeek[] fromMonday = [.. Enum.GetValues<DayOfWeek>().OrderBy(d => ((int)d + 6) % 7)];
        string[] words = [.. fromMonday.Where(days.Contains).Select(d => d.ToString()[..3].ToLowerInvariant())];
        bool run = fromMonday.SkipWhile(d => !days.Contains(d)).TakeWhile(days.Contains).Count() == days.Count;
        return run && words.Length > 2 ? $"{words[0]}-{words[^1]}" : string.Join(" ", words);
    }

    private static string Clock(int minute) => $"{minute / 60:00}:{minute % 60:00}";

    private static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
