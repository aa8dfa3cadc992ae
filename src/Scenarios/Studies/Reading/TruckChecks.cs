using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Studies.Reading;

/// <summary>What rows cannot be beside each other: the same truck twice on a side at once, or at two posts faster than the road allows.</summary>
internal static class TruckChecks
{
    /// <summary>Faster than this between two posts is no truck's speed, km/h.</summary>
    public const double FastestKmPerHour = 110;

    /// <summary>Clocks of two posts may differ by this much.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);

    private readonly record struct Stay(int Truck, long Start, int Row) : IComparable<Stay>
    {
        public int CompareTo(Stay other)
        {
            int by = Truck.CompareTo(other.Truck);
            if (by == 0) by = Start.CompareTo(other.Start);
            return by != 0 ? by : Row.CompareTo(other.Row);
        }
    }

    /// <summary>Takes rows that cannot be out of a list, and says why.</summary>
    public static List<StudyRow> Of(List<StudyRow> rows, CorridorModel model, List<RejectedRow> rejected)
    {
        var bad = new HashSet<int>();
        var numbers = new Dictionary<string, int>();
        var stays = new List<Stay>(rows.Count);
        var unnamed = new Dictionary<(string, string, int, RowStamps), int>();
        for (int i = 0; i < rows.Count; i++)
        {
            StudyRow row = rows[i];
            if (row.Truck.Length == 0)
            {
                // Two trucks of one minute may look alike where little was stamped; with all nine stamps alike they are one.
                if (Enumerable.Range(0, RowStamps.Count).Count(row.Stamps.Has) >= 4 && !unnamed.TryAdd((row.Post, row.Side, (int)row.Operation * 2 + (int)row.Direction, row.Stamps), i))
                    Take(i, unnamed[(row.Post, row.Side, (int)row.Operation * 2 + (int)row.Direction, row.Stamps)], Repeated, RejectKind.Duplicate);
                continue;
            }
            if (!numbers.TryGetValue(row.Truck, out int number)) numbers[row.Truck] = number = numbers.Count;
            stays.Add(new Stay(number, Start(row).UtcTicks, i));
        }
        stays.Sort();
        double[] km = Along(model);
        var order = model.Posts.Select((p, n) => (p.Id, n)).ToDictionary(p => p.Id, p => p.n);
        int previous = -1;
        for (int s = 0; s < stays.Count; s++)
        {
            int i = stays[s].Row;
            if (s == 0 || stays[s - 1].Truck != stays[s].Truck) previous = -1;
            if (previous >= 0) Compare(previous, i);
            if (!bad.Contains(i)) previous = i;
        }
        return bad.Count == 0 ? rows : [.. rows.Where((_, i) => !bad.Contains(i))];

        void Compare(int a, int b)
        {
            (StudyRow first, StudyRow second) = (rows[a], rows[b]);
            TimeSpan between = Start(second) - End(first);
            if (first.Post == second.Post)
            {
                if (first.Side == second.Side && between < TimeSpan.Zero) Take(b, a, Start(first) == Start(second) ? Repeated : Overlaps, RejectKind.Duplicate);
                return;
            }
            double distance = Math.Abs(km[order[first.Post]] - km[order[second.Post]]);
            if (between + Skew < TimeSpan.FromHours(distance / FastestKmPerHour))
                Take(b, a, line => between < TimeSpan.Zero
                    ? new($"el mismo camión está a la vez en {first.Post} (línea {line})", $"the same truck is at {first.Post} at the same time (line {line})")
                    : new($"viene de {first.Post} (línea {line}), {distance:0} km, en {between.TotalMinutes:0} min: la carretera no lo permite", $"comes from {first.Post} (line {line}), {distance:0} km, in {between.TotalMinutes:0} min: the road does not allow it"), RejectKind.Teleport);
        }

        void Take(int row, int other, Func<int, Bilingual> why, RejectKind kind)
        {
            bad.Add(row);
            rejected.Add(new RejectedRow(rows[row].Line, "", null, why(rows[other].Line), kind));
        }
    }

    private static Bilingual Repeated(int line) => new($"repite la línea {line}", $"repeats line {line}");

    private static Bilingual Overlaps(int line) => new($"el mismo camión está ya en este lado (línea {line})", $"the same truck is already on this side (line {line})");

    private static DateTimeOffset Start(StudyRow row) => (row.Stamps[0] ?? row.Stamps[1])!.Value;

    private static DateTimeOffset End(StudyRow row) => row.Stamps[8] ?? row.SeenUntil ?? Start(row);

    private static double[] Along(CorridorModel model)
    {
        var km = new double[model.Posts.Count];
        for (int i = 1; i < km.Length; i++) km[i] = km[i - 1] + model.Roads[i - 1].Kilometres;
        return km;
    }
}
