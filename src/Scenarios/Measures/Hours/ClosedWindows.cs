namespace CorridorTwin.Scenarios.Measures.Hours;

/// <summary>The closed stretches of a roster that lie within common hours, and how far a step opens them.</summary>
internal sealed class ClosedWindows
{
    private const int Quarter = 15;

    private readonly List<Window> windows = [];

    /// <summary>Those of a roster.</summary>
    /// <param name="levels">Staff per local minute.</param>
    /// <param name="common">Common hours on the same clock.</param>
    public ClosedWindows(int[] levels, bool[] common)
    {
        int start = Array.FindIndex(levels, level => level > 0);
        if (start < 0) return; // Never staffed: there is nobody to extend.
        // From a staffed minute once around the week: no stretch runs over the seam.
        for (int i = 1; i < WeekLevels.Minutes; i++)
        {
            int from = WeekLevels.Wrap(start + i), length = 0;
            for (int m = from; levels[m] == 0 && common[m]; m = WeekLevels.Wrap(m + 1)) length++;
            if (length == 0) continue;
            windows.Add(new Window(from, length, levels[WeekLevels.Wrap(from - 1)] > 0, levels[WeekLevels.Wrap(from + length)] > 0));
            i += length;
        }
    }

    /// <summary>Minutes a week that a step opens.</summary>
    /// <param name="step">Share of each stretch, 0 to 1.</param>
    public int MinutesAt(double step) => windows.Sum(w => w.Filled(step));

    /// <summary>The minutes that a step opens: next to the hours a stretch adjoins, half and half where it lies between two, so that hours approach each other.</summary>
    /// <param name="step">Share of each stretch, 0 to 1.</param>
    public bool[] Open(double step)
    {
        var open = new bool[WeekLevels.Minutes];
        foreach (Window window in windows)
        {
            int fill = window.Filled(step), atEnd = !window.StaffedAfter ? 0 : window.StaffedBefore ? fill / 2 : fill;
            WeekLevels.Fill(open, window.From, fill - atEnd, true);
            WeekLevels.Fill(open, window.From + window.Length - atEnd, atEnd, true);
        }
        return open;
    }

    /// <summary>As <see cref="Open"/>, but no more minutes than a number of officer-minutes can staff, for when that is fewer.</summary>
    public bool[] OpenWithin(double step, int minutes)
    {
        const int Parts = 64;
        (int affordable, int tooMuch) = (0, Parts);
        while (tooMuch - affordable > 1)
        {
            int middle = (affordable + tooMuch) / 2;
            if (MinutesAt(step * middle / Parts) <= minutes) affordable = middle;
            else tooMuch = middle;
        }
        return Open(minutes == 0 ? 0 : step * affordable / Parts);
    }

    /// <summary>A closed stretch.</summary>
    /// <param name="From">Its first local minute of the week.</param>
    /// <param name="Length">Minutes.</param>
    /// <param name="StaffedBefore">Somebody is on duty right before it.</param>
    /// <param name="StaffedAfter">Somebody is on duty right after it.</param>
    private readonly record struct Window(int From, int Length, bool StaffedBefore, bool StaffedAfter)
    {
        /// <summary>Minutes of it that a step opens, in quarters of an hour.</summary>
        public int Filled(double step) => step >= 1 ? Length : Math.Min(Length, (int)Math.Round(Length * step / Quarter) * Quarter);
    }
}
