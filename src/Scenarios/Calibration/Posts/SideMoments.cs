using CorridorTwin.Scenarios.Studies;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Calibration.Posts;

/// <summary>
/// The moments a side is calibrated to, of ln(1 + minutes) of the gaps its rows tell, by operation and where it matters by channel. Of each gap its mean, and the
/// means of its shortest and its longest fifth: short gaps speak of service, long ones of the line. Of trucks of one operation, two by two, how often one that
/// joined later overtakes (behind a desk with one officer never, with more the more there are; as the square root of the share, whose variance does not depend on it),
/// and how far apart the waits of two are that joined within half an hour: they met the same line. A sample tells these as well as all trucks would, if less surely.
/// Where the rows are all trucks that came, also the mean and the deviation of the gap by the number of trucks met, less ln(1 + trucks): who meets nobody is told the
/// service time, who meets a line the service time by staff, and their deviation how many services make up a wait; none depends on how long that week's lines happened to be.
/// Which moments there are follows from the study; they are then read alike from emulated rows.
/// </summary>
internal sealed class SideMoments
{
    private const int Fewest = 12, FewestForEnds = 30, Few = 5;
    private const double End = 0.2;
    private const long Nearby = 30 * TimeSpan.TicksPerMinute;

    // Trucks met: none, one, two, three to four, and so on, twice as many each time.
    private const int Bins = 8;
    private readonly bool staged, complete;
    private readonly (Cell Cell, Statistic Statistic, int Bin)[] list;

    private SideMoments(bool staged, bool complete, (Cell, Statistic, int)[] list) => (this.staged, this.complete, this.list) = (staged, complete, list);

    private enum Statistic
    {
        Mean,
        Shortest,
        Longest,
        Overtaken,
        Apart,
        Met,
        Spread,
    }

    private readonly record struct Cell(Operation Operation, RiskChannel? Channel, string Gap);

    /// <summary>Gaps of one cell, as logarithms, in the order of size; for each bin of trucks met the number, the sum and the sum of squares; pairs that waited together and of these overtakings; pairs that joined together and the squares of their differences.</summary>
    private sealed class Gathered
    {
        public List<double> Sizes { get; } = [];
        public int[] Counts { get; } = new int[Bins];
        public double[] Sums { get; } = new double[Bins];
        public double[] Squares { get; } = new double[Bins];
        public int Together { get; set; }
        public int Overtaken { get; set; }
        public int Near { get; set; }
        public double Apart { get; set; }
    }

    /// <summary>How many moments.</summary>
    public int Count => list.Length;

    /// <summary>What a relative error of the simulation means for each moment: as much for a mean of logarithms, less for the root of a share.</summary>
    public double[] Floors(double relative) => [.. list.Select(m => m.Statistic == Statistic.Overtaken ? relative / 5 : relative)];

    /// <summary>The moments that a side's rows are enough for.</summary>
    /// <param name="rows">Observed rows of the side.</param>
    /// <param name="staged">The desks were timed.</param>
    /// <param name="complete">The rows are all trucks that came.</param>
    public static SideMoments Of(IReadOnlyList<StudyRow> rows, bool staged, bool complete)
    {
        var list = new List<(Cell, Statistic, int)>();
        foreach ((Cell cell, Gathered gaps) in Gather(rows, staged, complete).OrderBy(c => c.Key.Operation).ThenBy(c => c.Key.Gap, StringComparer.Ordinal).ThenBy(c => c.Key.Channel))
        {
            if (gaps.Sizes.Count < Fewest) continue;
            list.Add((cell, Statistic.Mean, 0));
            if (gaps.Sizes.Count >= FewestForEnds) list.AddRange([(cell, Statistic.Shortest, 0), (cell, Statistic.Longest, 0)]);
            if (gaps.Together >= FewestForEnds) list.Add((cell, Statistic.Overtaken, 0));
            if (gaps.Near >= FewestForEnds) list.Add((cell, Statistic.Apart, 0));
            if (complete) foreach (int bin in Enumerable.Range(0, Bins).Where(b => gaps.Counts[b] >= FewestForEnds)) list.AddRange([(cell, Statistic.Met, bin), (cell, Statistic.Spread, bin)]);
        }
        return new SideMoments(staged, complete, [.. list]);
    }

    /// <summary>Their values in rows, observed or emulated; a cell without trucks counts as no wait.</summary>
    public double[] In(IReadOnlyList<StudyRow> rows)
    {
        Dictionary<Cell, Gathered> gathered = Gather(rows, staged, complete);
        return [.. list.Select(m => gathered.TryGetValue(m.Cell, out Gathered? gaps) ? Value(gaps, m.Statistic, m.Bin) : 0)];
    }

    private static Dictionary<Cell, Gathered> Gather(IReadOnlyList<StudyRow> rows, bool staged, bool complete)
    {
        var cells = new Dictionary<Cell, Gathered>();
        var lines = new Dictionary<(string, Operation?), List<(Gathered Cell, RowGap Gap)>>();
        foreach (StudyRow row in rows)
        {
            foreach (RowGap gap in RowGaps.Of(row, staged))
            {
                var cell = new Cell(row.Operation, !staged && gap.Name.StartsWith("t3", StringComparison.Ordinal) ? row.Channel : null, gap.Name);
                if (!cells.TryGetValue(cell, out Gathered? gaps)) cells[cell] = gaps = new Gathered();
                gaps.Sizes.Add(Math.Log(1 + gap.Minutes));
                Join((gap.Name, row.Operation));
                if (complete) Join((gap.Name, null));
                void Join((string, Operation?) name)
                {
                    if (!lines.TryGetValue(name, out List<(Gathered, RowGap)>? line)) lines[name] = line = [];
                    line.Add((gaps, gap));
                }
            }
        }
        foreach (((string _, Operation? operation), List<(Gathered Cell, RowGap Gap)> line) in lines)
        {
            line.Sort((a, b) => a.Gap.From.CompareTo(b.Gap.From));
            if (operation is null) Meet(line);
            else Pair(line);
        }
        foreach (Gathered gaps in cells.Values) gaps.Sizes.Sort();
        return cells;
    }

    /// <summary>Of trucks of one operation, two by two: whether one that joined later overtakes, and how far apart the waits are of two that joined at about the same time.</summary>
    private static void Pair(List<(Gathered Cell, RowGap Gap)> line)
    {
        double[] sizes = [.. line.Select(l => Math.Log(1 + l.Gap.Minutes))];
        for (int i = 0; i < line.Count; i++)
        {
            (Gathered cell, RowGap gap) = line[i];
            for (int j = i + 1; j < line.Count && line[j].Gap.From < Math.Max(gap.Free, gap.From + Nearby); j++)
            {
                RowGap later = line[j].Gap;
                if (later.From < gap.Free)
                {
                    cell.Together++;
                    if (later.Free < gap.Free) cell.Overtaken++;
                }
                if (later.From >= gap.From + Nearby) continue;
                cell.Near++;
                cell.Apart += (sizes[j] - sizes[i]) * (sizes[j] - sizes[i]);
            }
        }
    }

    /// <summary>Whom each truck of a line meets, those that joined it before and have not been served.</summary>
    private static void Meet(List<(Gathered Cell, RowGap Gap)> line)
    {
        long[] free = [.. line.Select(l => l.Gap.Free).Order()];
        int gone = 0;
        for (int i = 0; i < line.Count; i++)
        {
            (Gathered cell, RowGap gap) = line[i];
            while (gone < free.Length && free[gone] <= gap.From) gone++;
            int met = Math.Max(0, i - gone), bin = met == 0 ? 0 : Math.Min(Bins - 1, 1 + (int)Math.Ceiling(Math.Log2(met)));
            double each = Math.Log((1 + gap.Minutes) / (1 + met));
            cell.Counts[bin]++;
            cell.Sums[bin] += each;
            cell.Squares[bin] += each * each;
        }
    }

    private static double Value(Gathered gaps, Statistic statistic, int bin)
    {
        if (statistic == Statistic.Overtaken) return Math.Sqrt(gaps.Overtaken / Math.Max(1.0, gaps.Together));
        if (statistic == Statistic.Apart) return Math.Sqrt(gaps.Apart / Math.Max(1, gaps.Near));
        if (statistic is Statistic.Met or Statistic.Spread)
        {
            if (Nearest(gaps, bin) is not { } near) return 0;
            double mean = gaps.Sums[near] / gaps.Counts[near];
            return statistic == Statistic.Met ? mean : Math.Sqrt(Math.Max(0, gaps.Squares[near] / gaps.Counts[near] - mean * mean));
        }
        int end = Math.Max(1, (int)Math.Round(End * gaps.Sizes.Count));
        return (statistic == Statistic.Shortest ? gaps.Sizes.Take(end) : statistic == Statistic.Longest ? gaps.Sizes.TakeLast(end) : gaps.Sizes).Average();
    }

    /// <summary>Where hardly anybody met that many, those who met about as many: of long lines the time by truck hardly depends on their length.</summary>
    private static int? Nearest(Gathered gaps, int bin)
    {
        int least = Math.Min(Few, gaps.Counts.Max());
        return Enumerable.Range(0, Bins).Where(b => gaps.Counts[b] >= least && least > 0).OrderBy(b => Math.Abs(b - bin)).ThenBy(b => b).Cast<int?>().FirstOrDefault();
    }
}
