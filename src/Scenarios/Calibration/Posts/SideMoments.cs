using CorridorTwin.Scenarios.Studies;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Calibration.Posts;

/// <summary>
/// The moments a side is calibrated to: of every gap its rows tell, by operation and where it matters by channel, the mean and three quantiles of ln(1 + minutes):
/// low quantiles speak of service, high ones of the line. Which moments there are follows from the study; they are then read alike from emulated rows.
/// </summary>
internal sealed class SideMoments
{
    private const int Fewest = 12, FewestForEnds = 30;
    private readonly bool staged;
    private readonly (Cell Cell, int Statistic)[] list;

    private SideMoments(bool staged, (Cell, int)[] list) => (this.staged, this.list) = (staged, list);

    private readonly record struct Cell(Operation Operation, RiskChannel? Channel, string Gap);

    /// <summary>How many moments.</summary>
    public int Count => list.Length;

    /// <summary>Names of the moments, such as <c>import t1-t3 p90</c>.</summary>
    public IReadOnlyList<string> Names => [.. list.Select(m => $"{m.Cell.Operation.ToString().ToLowerInvariant()}{(m.Cell.Channel is { } c ? " " + c.ToString().ToLowerInvariant() : "")} {m.Cell.Gap} {(m.Statistic == 0 ? "mean" : m.Statistic == 1 ? "p50" : m.Statistic == 2 ? "p10" : "p90")}")];

    /// <summary>The moments that a side's rows are enough for.</summary>
    public static SideMoments Of(IReadOnlyList<StudyRow> rows, bool staged)
    {
        var list = new List<(Cell, int)>();
        foreach ((Cell cell, List<double> gaps) in Gather(rows, staged).OrderBy(c => c.Key.Operation).ThenBy(c => c.Key.Gap, StringComparer.Ordinal).ThenBy(c => c.Key.Channel))
        {
            if (gaps.Count < Fewest) continue;
            list.AddRange([(cell, 0), (cell, 1)]);
            if (gaps.Count >= FewestForEnds) list.AddRange([(cell, 2), (cell, 3)]);
        }
        return new SideMoments(staged, [.. list]);
    }

    /// <summary>Their values in rows, observed or emulated; a cell without trucks counts as no wait.</summary>
    public double[] In(IReadOnlyList<StudyRow> rows)
    {
        Dictionary<Cell, List<double>> gathered = Gather(rows, staged);
        foreach (List<double> gaps in gathered.Values) gaps.Sort();
        return [.. list.Select(m => gathered.TryGetValue(m.Cell, out List<double>? gaps) ? Value(gaps, m.Statistic) : 0)];
    }

    private static Dictionary<Cell, List<double>> Gather(IReadOnlyList<StudyRow> rows, bool staged)
    {
        var cells = new Dictionary<Cell, List<double>>();
        foreach (StudyRow row in rows)
        {
            foreach ((string gap, double minutes) in RowGaps.Of(row, staged))
            {
                var cell = new Cell(row.Operation, !staged && gap.StartsWith("t3", StringComparison.Ordinal) ? row.Channel : null, gap);
                if (!cells.TryGetValue(cell, out List<double>? gaps)) cells[cell] = gaps = [];
                gaps.Add(Math.Log(1 + Math.Max(0, minutes)));
            }
        }
        return cells;
    }

    private static double Value(List<double> sorted, int statistic)
    {
        if (statistic == 0) return sorted.Average();
        double at = (sorted.Count - 1) * (statistic == 1 ? 0.5 : statistic == 2 ? 0.1 : 0.9);
        int low = (int)at;
        return low + 1 < sorted.Count ? sorted[low] + (at - low) * (sorted[low + 1] - sorted[low]) : sorted[low];
    }
}
