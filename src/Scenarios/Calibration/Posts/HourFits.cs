using CorridorTwin.Scenarios.Calibration.Arrivals;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Studies;
using CorridorTwin.Simulation.Calendars;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Calibration.Posts;

/// <summary>When desks open and close, from the hours at which they were seen to begin work.</summary>
internal static class HourFits
{
    private const int Fewest = 40, RoundTo = 5;

    /// <summary>The hours of a side's stations that are the same every day and close at night, in the baseline or in the study.</summary>
    public static IEnumerable<(CalibratedFigure Figure, string Station, Roster Roster)> Of(BorderPost post, SideProcedure side, IReadOnlyList<StudyRow> rows)
    {
        foreach (StationSpec station in side.Stations)
        {
            if (Span(station.Roster) is not { } before) continue;
            double[] begun = [.. Begun(side, station.Name, rows, out double blur)];
            if (begun.Length < Fewest || DeskHours.Of(begun) is not { } seen) continue;
            bool closes = before.To - before.From < 1440;
            if (!closes && seen.AroundTheClock) continue;
            double slack = seen.Tolerance + blur + RoundTo;
            bool sameHours = closes && !seen.AroundTheClock && Math.Abs(seen.FromMinute - before.From) <= slack && Math.Abs(Later(seen) - before.To) <= slack;
            (int from, int to) = ((int)(Math.Floor(seen.FromMinute / RoundTo) * RoundTo), (int)(Math.Ceiling(Later(seen) / RoundTo) * RoundTo));
            Roster? roster = seen.AroundTheClock || from >= to || to > 1440 ? null : Moved(station.Roster, from, to);
            Finding finding = sameHours ? Finding.Agrees : roster is null || blur > 0 && seen.Tolerance > 60 ? Finding.NotIdentified : Finding.Measured;
            var figure = new CalibratedFigure
            {
                Path = $"posts.{post.Id}.{side.Direction}.{side.Role.ToString().ToLowerInvariant()}.stations.{station.Name}.roster.hours",
                Before = Words(before.From, before.To), After = finding == Finding.Measured ? Words(from, to) : Words(before.From, before.To), Old = (before.To - before.From) / 60.0, Estimate = (Later(seen) - seen.FromMinute) / 60, Unit = "h", Count = seen.Count, Finding = finding,
                Low = (Later(seen) - seen.FromMinute - blur) / 60, High = Math.Min(24, (Later(seen) - seen.FromMinute + 2 * seen.Tolerance + blur) / 60),
                Fit = finding == Finding.NotIdentified
                    ? new("también se atendió fuera de ese horario", "trucks were also served outside these hours")
                    : new($"primer y último servicio del día, ± {seen.Tolerance + blur:0} min", $"first and last service of the day, ± {seen.Tolerance + blur:0} min"),
            };
            yield return (figure, station.Name, roster ?? station.Roster);
        }
    }

    private static double Later(DeskHours seen) => seen.ToMinute < seen.FromMinute ? seen.ToMinute + 1440 : seen.ToMinute;

    /// <summary>Local minutes of the day at which services began; where only the end of the desk's work was stamped, that, blurred by its length.</summary>
    private static IEnumerable<double> Begun(SideProcedure side, string station, IReadOnlyList<StudyRow> rows, out double blur)
    {
        Stage[] stages = [.. side.Stages.Where(s => s.Service.Keys.Any(o => s.StationOf(o) == station))];
        blur = 0;
        var begun = rows.SelectMany(r => stages.Where(s => s.StationOf(r.Operation) == station && s.Service.ContainsKey(r.Operation)).Select(s => r.Stages.TryGetValue(Names.Key(s.Kind), out StageTimes t) ? t.Start : null)).OfType<DateTimeOffset>().ToList();
        if (begun.Count == 0 && stages is [{ Kind: StageKind.Customs } desk])
        {
            blur = desk.Service.Where(s => desk.StationOf(s.Key) == station).Max(s => DistributionText.Minutes(s.Value));
            begun = [.. rows.Where(r => desk.StationOf(r.Operation) == station && desk.Service.ContainsKey(r.Operation)).Select(r => r.Stamps[3]).OfType<DateTimeOffset>()];
            blur *= 2;
        }
        return begun.Select(t => t.TimeOfDay.TotalMinutes);
    }

    /// <summary>Opening and closing of a roster that is one stretch, the same every day; null for any other.</summary>
    private static (int From, int To)? Span(Roster roster)
    {
        Shift[] shifts = [.. roster.Shifts.OrderBy(s => s.FromMinute)];
        if (shifts.Any(s => s.Days.Count < 7 || s.ToMinute <= s.FromMinute)) return null;
        for (int i = 1; i < shifts.Length; i++)
            if (shifts[i].FromMinute != shifts[i - 1].ToMinute) return null;
        return shifts.Length == 0 ? null : (shifts[0].FromMinute, shifts[^1].ToMinute);
    }

    private static Roster? Moved(Roster roster, int from, int to)
    {
        Shift[] shifts = [.. roster.Shifts.OrderBy(s => s.FromMinute)];
        if (from >= shifts[0].ToMinute || to <= shifts[^1].FromMinute) return null;
        shifts[0] = shifts[0] with { FromMinute = from };
        shifts[^1] = shifts[^1] with { ToMinute = to };
        return shifts[^1].ToMinute > shifts[^1].FromMinute ? new Roster(shifts) : null;
    }

    private static string Words(int from, int to) => $"{Clock(from)}-{Clock(to)}";

    private static string Clock(int minutes) => $"{minutes / 60:00}:{minutes % 60:00}";
}
