using CorridorTwin.Scenarios.Studies;

namespace CorridorTwin.Scenarios.Calibration.Posts;

/// <summary>
/// What a row tells of waits: minutes between two instants that were recorded. Where the desks were timed, from the end of one service to the start of the next;
/// elsewhere between stamps. Read in the same way from observed and emulated rows.
/// </summary>
/// <remarks>
/// A truck stands in the way of those behind it until it has been served: where a gap ends as a service begins, that is later than the gap.
/// </remarks>
internal static class RowGaps
{
    private static readonly (int From, int To, int Free, string Name)[] Pairs =
        [(0, 1, 1, "t0-t1"), (1, 3, 3, "t1-t3"), (3, 4, 5, "t3-t4"), (3, 6, 6, "t3-t6"), (5, 7, 7, "t5-t7"), (3, 7, 7, "t3-t7"), (7, 8, 8, "t7-t8")];

    /// <summary>Name of the wait before a stage.</summary>
    public static string Before(string stage) => "before " + stage;

    /// <summary>The gaps of a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="staged">The desks were timed.</param>
    public static IEnumerable<RowGap> Of(StudyRow row, bool staged) => staged ? Waits(row) : Stamps(row);

    private static RowGap Gap(string name, DateTimeOffset from, DateTimeOffset to, DateTimeOffset? free) => new(name, from.UtcTicks, Math.Max(0, (to - from).TotalMinutes), Math.Max(to.UtcTicks, free?.UtcTicks ?? 0));

    private static IEnumerable<RowGap> Stamps(StudyRow row)
    {
        RowStamps t = row.Stamps;
        bool any = false;
        foreach ((int from, int to, int free, string name) in Pairs)
        {
            if (!t.Has(from)) continue;
            // A truck that was examined or paid has its way from t3 to t7 told in parts.
            if (name == "t3-t7" && (t.Has(4) || t.Has(6))) continue;
            if (t.Has(to)) yield return Gap(name, t[from]!.Value, t[to]!.Value, t[free] ?? row.SeenUntil);
            else if (row.Censored && !t.Has(to) && LastOf(t) == from) yield return Gap(name, t[from]!.Value, row.SeenUntil!.Value, null);
            any |= from != 7 && from != 0;
        }
        int start = t.Has(0) ? 0 : 1;
        if (!any && t.Has(start) && (t[8] ?? row.SeenUntil) is { } end) yield return Gap($"t{start}-t8", t[start]!.Value, end, null);
    }

    private static int LastOf(RowStamps t)
    {
        for (int i = RowStamps.Count - 1; i > 2; i--)
            if (t.Has(i)) return i;
        return t.Has(1) ? 1 : 0;
    }

    private static IEnumerable<RowGap> Waits(StudyRow row)
    {
        DateTimeOffset? ready = row.Stamps[0];
        foreach (string stage in StageColumns.All)
        {
            if (!row.Stages.TryGetValue(stage, out StageTimes times)) continue;
            if (ready is { } from && times.Start is { } start) yield return Gap(Before(stage), from, start, times.End ?? row.SeenUntil);
            if (times.End is { } end && (ready is null || end > ready)) ready = end;
            else if (times.End is null) yield break;
        }
        if (row.Censored && ready is { } waits) yield return Gap("still waiting", waits, row.SeenUntil!.Value, null);
    }
}

/// <summary>One wait of one truck.</summary>
/// <param name="Name">Between what.</param>
/// <param name="From">When it began, in ticks of UTC.</param>
/// <param name="Minutes">How long it lasted, of a censored truck at least; never negative: examinations may run side by side.</param>
/// <param name="Free">When the truck had been served and stood in nobody's way, in ticks of UTC.</param>
internal readonly record struct RowGap(string Name, long From, double Minutes, long Free);
