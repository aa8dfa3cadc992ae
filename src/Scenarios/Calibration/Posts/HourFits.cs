using CorridorTwin.Scenarios.Calibration.Arrivals;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Studies;
using CorridorTwin.Simulation.Calendars;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Calibration.Posts;

/// <summary>When desks open and close, from the hours at which they were seen to begin work.</summary>
internal static class HourFits
{
    private const int Fewest = 40, FewestKept = 3, RoundTo = 5;

    /// <summary>The hours of a side's stations that are the same every day and close at night.</summary>
    /// <param name="post">Id of the post.</param>
    /// <param name="side">The side.</param>
    /// <param name="rows">Its rows.</param>
    public static IEnumerable<(CalibratedFigure Figure, string Station, Roster Roster)> Of(string post, SideProcedure side, IReadOnlyList<StudyRow> rows)
    {
        foreach (StationSpec station in side.Stations)
        {
            if (Span(station.Roster) is not { } before || before.To - before.From >= 1440) continue;
            Service[] served = [.. Begun(side, station.Name, rows, out double blur)];
            if (served.Length < Fewest || DeskHours.Of(served.Select(s => s.Begun.TimeOfDay.TotalMinutes)) is not { } seen) continue;
            // Officers who are called in when the line is long also serve at night: then nights say nothing of the hours.
            bool calledIn = station.Extra.Any(e => e.AlsoWhenClosed);
            double slack = seen.Tolerance + blur + RoundTo;
            (int from, int to) = ((int)(Math.Floor(seen.FromMinute / RoundTo) * RoundTo), (int)(Math.Ceiling(Later(seen) / RoundTo) * RoundTo));
            bool opens = Math.Abs(from - before.From) > slack, shuts = Math.Abs(to - before.To) > slack;
            // A desk without trucks before it may be open: earlier closing and later opening show only where trucks were kept waiting.
            if (opens && from > before.From && Kept(served, before.From, from) < FewestKept) (opens, from) = (false, before.From);
            if (shuts && to < before.To && Kept(served, to + blur, before.To) < FewestKept) (shuts, to) = (false, before.To);
            Roster? roster = from >= to || to > 1440 ? null : Moved(station.Roster, opens ? from : before.From, shuts ? to : before.To);
            bool differs = seen.AroundTheClock || opens || shuts;
            Finding finding = !differs ? Finding.Agrees : calledIn || seen.AroundTheClock || roster is null ? Finding.NotIdentified : Finding.Measured;
            (double low, double high) = (opens ? from : before.From, shuts ? to : before.To);
            yield return (new CalibratedFigure
            {
                Path = $"posts.{post}.{side.Direction}.{side.Role.ToString().ToLowerInvariant()}.stations.{station.Name}.roster.hours",
                Before = Words(before.From, before.To), After = finding == Finding.Measured ? Words((int)low, (int)high) : Words(before.From, before.To), Old = (before.To - before.From) / 60.0, Estimate = (high - low) / 60, Unit = "h", Count = seen.Count, Finding = finding,
                Low = Math.Max(0, (high - low - blur) / 60), High = Math.Min(24, (high - low + 2 * seen.Tolerance + blur) / 60),
                Fit = finding == Finding.NotIdentified
                    ? calledIn ? new("personal llamado por filas largas también atiende fuera de ese horario; se conserva", "staff called in by long lines also serve outside these hours; kept") : new("también se atendió fuera de ese horario; se conserva", "trucks were also served outside these hours; kept")
                    : new($"primer y último servicio del día, ± {seen.Tolerance + blur:0} min", $"first and last service of the day, ± {seen.Tolerance + blur:0} min"),
            }, station.Name, roster ?? station.Roster);
        }
    }

    /// <summary>Trucks that were ready for a desk within a stretch of the day and were served only after it.</summary>
    private static int Kept(Service[] served, double from, double to) => served.Count(s => s.Ready is { } ready && ready.TimeOfDay.TotalMinutes >= from && ready.TimeOfDay.TotalMinutes < to - RoundTo
        && (s.Begun - ready).TotalMinutes > to - ready.TimeOfDay.TotalMinutes - RoundTo);

    private readonly record struct Service(DateTimeOffset? Ready, DateTimeOffset Begun);

    private static double Later(DeskHours seen) => seen.ToMinute < seen.FromMinute ? seen.ToMinute + 1440 : seen.ToMinute;

    /// <summary>When services began, and when their trucks were ready for them; where only the end of the desk's work was stamped, that, blurred by its length.</summary>
    private static IEnumerable<Service> Begun(SideProcedure side, string station, IReadOnlyList<StudyRow> rows, out double blur)
    {
        Stage[] stages = [.. side.Stages.Where(s => s.Service.Keys.Any(o => s.StationOf(o) == station))];
        blur = 0;
        var begun = new List<Service>();
        foreach (StudyRow row in rows)
            foreach (Stage stage in stages.Where(s => s.Service.ContainsKey(row.Operation) && s.StationOf(row.Operation) == station))
                if (row.Stages.TryGetValue(Names.Key(stage.Kind), out StageTimes t) && t.Start is { } start)
                    begun.Add(new Service(row.Stages.Values.Select(v => v.End).Append(row.Stamps[0]).OfType<DateTimeOffset>().Where(e => e <= start).OrderDescending().Cast<DateTimeOffset?>().FirstOrDefault(), start));
        if (begun.Count > 0 || stages is not [{ Kind: StageKind.Customs } desk]) return begun;
        // Twice the mean: a few services take longer, and the last begins before the desk shuts.
        blur = 2 * desk.Service.Where(s => desk.StationOf(s.Key) == station).Max(s => DistributionText.Minutes(s.Value));
        return rows.Where(r => desk.Service.ContainsKey(r.Operation) && desk.StationOf(r.Operation) == station && r.Stamps.Has(3)).Select(r => new Service(r.Stamps[1], r.Stamps[3]!.Value));
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
