using CorridorTwin.Scenarios.Studies;

namespace CorridorTwin.Scenarios.Calibration.Posts;

/// <summary>
/// What a row tells of waits: minutes between two instants that were recorded. Where the desks were timed, from the end of one service to the start of the next;
/// elsewhere between stamps. Read in the same way from observed and emulated rows.
/// </summary>
internal static class RowGaps
{
    private static readonly (int From, int To, string Name)[] Pairs =
        [(0, 1, "t0-t1"), (1, 3, "t1-t3"), (3, 4, "t3-t4"), (3, 6, "t3-t6"), (5, 7, "t5-t7"), (3, 7, "t3-t7"), (7, 8, "t7-t8")];

    /// <summary>Name of the wait before a stage.</summary>
    public static string Before(string stage) => "before " + stage;

    /// <summary>The gaps of a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="staged">The desks were timed.</param>
    public static IEnumerable<(string Name, double Minutes)> Of(StudyRow row, bool staged) => staged ? Waits(row) : Stamps(row);

    private static IEnumerable<(string, double)> Stamps(StudyRow row)
    {
        RowStamps t = row.Stamps;
        bool any = false;
        foreach ((int from, int to, string name) in Pairs)
        {
            if (!t.Has(from)) continue;
            // A truck that was examined or paid has its way from t3 to t7 told in parts.
            if (name == "t3-t7" && (t.Has(4) || t.Has(6))) continue;
            if (t.Has(to)) yield return (name, (t[to]!.Value - t[from]!.Value).TotalMinutes);
            else if (row.Censored && !t.Has(to) && LastOf(t) == from) yield return (name, (row.SeenUntil!.Value - t[from]!.Value).TotalMinutes);
            any |= from != 7 && from != 0;
        }
        int start = t.Has(0) ? 0 : 1;
        if (!any && t.Has(start) && (t[8] ?? row.SeenUntil) is { } end) yield return ($"t{start}-t8", (end - t[start]!.Value).TotalMinutes);
    }

    private static int LastOf(RowStamps t)
    {
        for (int i = RowStamps.Count - 1; i > 2; i--)
            if (t.Has(i)) return i;
        return t.Has(1) ? 1 : 0;
    }

    private static IEnumerable<(string, double)> Waits(StudyRow row)
    {
        DateTimeOffset? ready = row.Stamps[0];
        foreach (string stage in StageColumns.All)
        {
            if (!row.Stages.TryGetValue(stage, out StageTimes times)) continue;
            // Examinations may run side by side: a negative wait is none.
            if (ready is { } from && times.Start is { } start) yield return (Before(stage), Math.Max(0, (start - from).TotalMinutes));
            if (times.End is { } end && (ready is null || end > ready)) ready = end;
            else if (times.End is null) yield break;
        }
        if (row.Censored && ready is { } waits) yield return ("still waiting", (row.SeenUntil!.Value - waits).TotalMinutes);
    }
}
