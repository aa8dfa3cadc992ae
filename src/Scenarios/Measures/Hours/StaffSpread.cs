namespace CorridorTwin.Scenarios.Measures.Hours;

/// <summary>Staffs newly opened minutes, either with the same weekly staff-hours or with extra staff.</summary>
internal static class StaffSpread
{
    /// <summary>One officer in each opened minute, taken from the hours that have most officers per arriving truck; no open minute loses its last.</summary>
    /// <param name="levels">Staff per local minute of the week.</param>
    /// <param name="toOpen">Closed minutes to open.</param>
    /// <param name="arrivals">Relative arrivals in each local hour of the day.</param>
    /// <returns>The new levels, with the same staff-hours to within an hour a week if no more is opened than <see cref="Spare"/>.</returns>
    public static int[] SameStaffHours(int[] levels, bool[] toOpen, IReadOnlyList<double> arrivals)
    {
        int[] spread = WithStaff(levels, toOpen, 1);
        int owed = toOpen.AsSpan().Count(true);
        var donors = new PriorityQueue<Block, (double, int)>();
        foreach (Block block in Blocks(levels)) Offer(block);
        while (owed > 0 && donors.TryDequeue(out Block block, out _))
        {
            // The last block may be longer than what is owed: rather a few minutes too much on duty than too little.
            if (block.Length > owed) continue;
            for (int m = block.From; m < block.From + block.Length; m++) spread[m]--;
            owed -= block.Length;
            Offer(block);
        }
        return spread;

        void Offer(Block block)
        {
            int staff = spread[block.From];
            if (staff > 1) donors.Enqueue(block, (-staff / Math.Max(1e-6, arrivals[block.From / 60 % 24]), block.From));
        }
    }

    /// <summary>Officer-minutes a week that can be moved without closing an open minute.</summary>
    public static int Spare(int[] levels) => levels.Sum(level => Math.Max(0, level - 1));

    /// <summary>A number of officers in each opened minute, all of them extra.</summary>
    public static int[] WithStaff(int[] levels, bool[] toOpen, int staff)
    {
        int[] spread = [.. levels];
        for (int m = 0; m < spread.Length; m++)
            if (toOpen[m]) spread[m] = staff;
        return spread;
    }

    /// <summary>Staff for the night: a share of the mean staff of the open hours, at least one.</summary>
    public static int NightStaff(int[] levels, double share) => Math.Max(1, (int)Math.Round(share * levels.Where(l => l > 0).Average(), MidpointRounding.AwayFromZero));

    // Stretches of one level within one clock hour: officers are moved by the hour, not by the minute.
    private static IEnumerable<Block> Blocks(int[] levels)
    {
        int from = 0;
        for (int m = 1; m <= levels.Length; m++)
        {
            if (m < levels.Length && m % 60 != 0 && levels[m] == levels[from]) continue;
            yield return new Block(from, m - from);
            from = m;
        }
    }

    private readonly record struct Block(int From, int Length);
}
