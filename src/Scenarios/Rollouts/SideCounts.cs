using CorridorTwin.Scenarios.Rollouts.Matrix;

namespace CorridorTwin.Scenarios.Rollouts;

/// <summary>From counts of the region to sides of this corridor, by the rule the rollout names.</summary>
public static class SideCounts
{
    /// <summary>First year in which a line is in force at each side, before anything slips; null for never by 2030.</summary>
    public static IReadOnlyDictionary<RolloutSide, int?> Years(Rollout rollout, RolloutLine line, MatrixReading reading)
    {
        IReadOnlyList<RolloutSide> sides = rollout.Sides;
        if (line.From is { } from) return sides.ToDictionary(s => s, s => from.TryGetValue(s, out int year) ? year : (int?)null);
        RolloutSide[] order = Order(rollout, line);
        IReadOnlyList<int> counts = Counts(rollout, line, reading)!;
        return sides.ToDictionary(s => s, s =>
        {
            int place = Array.IndexOf(order, s);
            int at = place < 0 ? -1 : counts.ToList().FindIndex(c => c > place);
            return at >= 0 && MatrixRow.Years[at] + rollout.Lag is var year && year <= MatrixRow.LastYear ? year : (int?)null;
        });
    }

    /// <summary>Sides that a line has at the end of each year of the matrix; null for a line without a row.</summary>
    public static IReadOnlyList<int>? Counts(Rollout rollout, RolloutLine line, MatrixReading reading)
    {
        if (rollout.Levels(line, reading) is not { } levels) return null;
        MatrixRow row = rollout.Matrix.First(r => r.Id == line.Row);
        RolloutSide[] order = Order(rollout, line);
        int have = order.Count(s => Stands(rollout, line, s));
        return [.. levels.Select(level => row.Of switch
        {
            Counted.Countries => Sides(order, Round(level)),
            Counted.Product => level > 0 && level >= (row.Aim ?? 1) ? order.Length : have,
            Counted.Percent => Math.Max(have, Round(order.Length * Math.Min(1, level / 100))),
            _ => Posts(rollout, row, level, have, order.Length),
        })];
    }

    /// <summary>Whether a line stood at a side at the end of 2023: by the baseline in all parts of the side, or by what the file says of it.</summary>
    public static bool Stands(Rollout rollout, RolloutLine line, RolloutSide side)
    {
        if (line.Use is not { } use) return false;
        if (rollout.Status.Any(s => s.Side == side && s.Stands.Contains(use.Measure))) return true;
        (int inForce, int of) = side.Parts(rollout.Baseline.Model, use.Measure);
        return inForce == of;
    }

    /// <summary>Those that have it come first, then those listed, then the others from the north.</summary>
    private static RolloutSide[] Order(Rollout rollout, RolloutLine line)
    {
        IEnumerable<RolloutSide> all = line.Only ? line.Order : line.Order.Concat(rollout.Sides).Distinct();
        RolloutSide[] order = [.. all.OrderBy(s => Stands(rollout, line, s) ? 0 : 1)];
        // Where countries are counted, all sides of one come together.
        bool byCountry = rollout.Matrix.FirstOrDefault(r => r.Id == line.Row) is { Of: Counted.Countries };
        return byCountry ? [.. order.GroupBy(s => s.Country).SelectMany(g => g)] : order;
    }

    private static int Posts(Rollout rollout, MatrixRow row, double level, int have, int sides)
    {
        double aim = row.Aim ?? row.Numbers.Max() ?? 0;
        double count = rollout.Counts.As switch
        {
            CountsAs.ShareOfRegion => sides * level / rollout.Counts.RegionPosts,
            CountsAs.CorridorFirst => have + level - row.Base,
            _ => have + (aim == row.Base ? 0 : (sides - have) * (level - row.Base) / (aim - row.Base)),
        };
        return Math.Clamp(Round(count), have, sides);
    }

    /// <summary>Sides of the first so many countries.</summary>
    private static int Sides(RolloutSide[] order, int countries)
    {
        string[] first = [.. order.Select(s => s.Country).Distinct().Take(countries)];
        return order.TakeWhile(s => first.Contains(s.Country)).Count();
    }

    private static int Round(double count) => (int)Math.Round(count, MidpointRounding.AwayFromZero);
}
