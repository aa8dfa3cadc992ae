using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Statistics;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Calibration;

/// <summary>How a simulated value stands to its target.</summary>
public enum ReferenceVerdict
{
    /// <summary>A tight target, met.</summary>
    Must,
    /// <summary>Within what calibration aims at.</summary>
    Aim,
    /// <summary>Within the stated range.</summary>
    Range,
    /// <summary>Outside: the baseline fails.</summary>
    Outside,
    /// <summary>The tight target may be met, but too few replications were run to say so: the baseline fails.</summary>
    TooWide,
}

/// <summary>A target and what the baseline gives.</summary>
/// <param name="Row">The target.</param>
/// <param name="Simulated">In the target's unit.</param>
/// <param name="Verdict">How they agree.</param>
public sealed record ReferenceResult(ReferenceRow Row, Interval Simulated, ReferenceVerdict Verdict)
{
    /// <summary>Deviation from the target, per cent.</summary>
    public double DeviationPercent => 100 * (Simulated.Mean / Row.Value - 1);

    /// <summary>False for what makes the baseline fail.</summary>
    public bool Passes => Verdict is not (ReferenceVerdict.Outside or ReferenceVerdict.TooWide);
}

/// <summary>Compares the baseline with the published and assumed figures it was calibrated to.</summary>
public static class ReferenceCheck
{
    /// <summary>Half-width of a tight clearance time's interval above which nothing is proved, as a share of the mean.</summary>
    public const double WidestHalf = 0.05;

    /// <summary>Evaluates every target over finished replications.</summary>
    public static IReadOnlyList<ReferenceResult> Of(IReadOnlyList<ReferenceRow> rows, CorridorModel corridor, IReadOnlyList<ReplicationSummary> runs)
    {
        Dictionary<string, int> number = corridor.Posts.Select((p, i) => (p.Id, i)).ToDictionary(p => p.Id, p => p.i);
        return [.. rows.Select(row =>
        {
            int? post = row.Post is { } id ? number[id] : null;
            var simulated = Interval.Of([.. runs.Select(r => Value(row, post, corridor.Posts.Count, r)).Where(double.IsFinite)]);
            return new ReferenceResult(row, simulated, Verdict(row, simulated));
        })];
    }

    private static ReferenceVerdict Verdict(ReferenceRow row, Interval simulated)
    {
        bool Within((double Low, double High) range) => simulated.Mean >= range.Low && simulated.Mean <= range.High;
        bool inRange = row.Range is not { } range || Within(range);
        if (row.Must is { } must)
        {
            if (!Within(must) || !inRange) return ReferenceVerdict.Outside;
            return row.Quantity is "M_side" or "M_crossing" && !(simulated.HalfWidth <= WidestHalf * simulated.Mean) ? ReferenceVerdict.TooWide : ReferenceVerdict.Must;
        }
        if (row.Aim is { } aim && Within(aim)) return ReferenceVerdict.Aim;
        return inRange && double.IsFinite(simulated.Mean) ? ReferenceVerdict.Range : ReferenceVerdict.Outside;
    }

    private static double Value(ReferenceRow row, int? post, int posts, ReplicationSummary run)
    {
        TruckKind[] kinds = row.Kind is { } kind ? [kind] : Enum.GetValues<TruckKind>();
        int[] at = post is { } one ? [one] : [.. Enumerable.Range(0, posts)];
        double Crossings(Direction? direction, IEnumerable<TruckKind> of) => at.Sum(p => of.Sum(k => Rows(run, p, direction, null, k, null).Sum(v => v.Count)));
        RowValue[] cells = [.. at.SelectMany(p => row.Operation is null ? kinds.SelectMany(k => Rows(run, p, row.Direction, row.Role, k, null)) : Rows(run, p, row.Direction, row.Role, null, row.Operation))];
        double Weighted(Func<RowValue, double> of) => cells.Sum(c => c.Count * of(c)) / cells.Sum(c => (double)c.Count);
        return row.Quantity switch
        {
            "volume" => Crossings(row.Direction, kinds) / run.Days,
            "direction-share" => 100 * Crossings(row.Direction, kinds) / Crossings(null, kinds),
            "mix-share" => 100 * Crossings(row.Direction, kinds) / Crossings(row.Direction, Enum.GetValues<TruckKind>()),
            "waiting-share" => 100 * Weighted(c => c.Documents + c.Closed + c.Blocked + c.Queue) / Weighted(c => c.Mean),
            _ => Weighted(c => c.Mean),
        };
    }

    /// <summary>Rows by truck kind exist for both directions together, those by official operation for each.</summary>
    private static IEnumerable<RowValue> Rows(ReplicationSummary run, int post, Direction? direction, SideRole? role, TruckKind? kind, Operation? operation)
    {
        IEnumerable<RowKey> keys = operation is not null && direction is null
            ? Enum.GetValues<Direction>().Select(d => new RowKey(post, d, role, operation, null, null))
            : [new RowKey(post, direction, role, operation, kind, null)];
        foreach (RowKey key in keys)
            if (run.Rows.TryGetValue(key, out RowValue? row)) yield return row;
    }
}
