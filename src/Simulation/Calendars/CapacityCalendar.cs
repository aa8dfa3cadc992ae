using CorridorTwin.Simulation.Time;

namespace CorridorTwin.Simulation.Calendars;

/// <summary>Scheduled capacity over time: a step function that repeats every <see cref="Cycle"/>, with dated exceptions laid over it.</summary>
/// <remarks>All instants are simulation time; a roster in local time is shifted by its side's offset when it is built (<see cref="Roster"/>).</remarks>
public sealed class CapacityCalendar
{
    private readonly long[] starts;
    private readonly int[] levels;
    private readonly (long From, long To, int Level)[] exceptions;
    private readonly (long From, long To)[] closures;

    private CapacityCalendar(long cycle, long[] starts, int[] levels, (long, long, int)[] exceptions, (long, long)[] closures)
    {
        Cycle = cycle;
        this.starts = starts;
        this.levels = levels;
        this.exceptions = exceptions;
        this.closures = closures;
        Maximum = levels.Concat(exceptions.Select(e => e.Item3)).Max();
        IsConstant = levels.Length == 1 && exceptions.Length == 0;
    }

    /// <summary>Milliseconds after which the pattern repeats; 0 for one that does not (the last level then holds for ever).</summary>
    public long Cycle { get; }

    /// <summary>The highest level ever scheduled.</summary>
    public int Maximum { get; }

    /// <summary>True if the level never changes.</summary>
    public bool IsConstant { get; }

    /// <summary>The same capacity for ever.</summary>
    public static CapacityCalendar Constant(int level) => Steps(0, (SimTime.Zero, level));

    /// <summary>A step function.</summary>
    /// <param name="cycle">Milliseconds after which the steps repeat, or 0 for never.</param>
    /// <param name="steps">Start and level of each step, ascending, the first at or before instant 0 and all within the cycle.</param>
    /// <exception cref="ArgumentException">Steps missing, not ascending, outside the cycle, or a negative level.</exception>
    public static CapacityCalendar Steps(long cycle, params (SimTime Start, int Level)[] steps)
    {
        if (steps.Length == 0 || steps[0].Start.Milliseconds > 0) throw new ArgumentException("A calendar needs a step at or before its start.", nameof(steps));
        var merged = new List<(long Start, int Level)>();
        foreach ((SimTime start, int level) in steps)
        {
            if (level < 0) throw new ArgumentException($"Capacity {level} is negative.", nameof(steps));
            if (merged.Count > 0 && start.Milliseconds <= merged[^1].Start) throw new ArgumentException("Calendar steps must ascend.", nameof(steps));
            if (cycle > 0 && start.Milliseconds >= cycle) throw new ArgumentException("A calendar step lies beyond its cycle.", nameof(steps));
            if (merged.Count == 0 || merged[^1].Level != level) merged.Add((Math.Max(0, start.Milliseconds), level));
        }
        return new CapacityCalendar(cycle, [.. merged.Select(m => m.Start)], [.. merged.Select(m => m.Level)], [], []);
    }

    /// <summary>True if it holds a closure.</summary>
    public bool HasClosures => closures.Length > 0;

    /// <summary>The same calendar with a stretch of time at another level (a holiday, a strike); later exceptions win.</summary>
    public CapacityCalendar WithException(SimTime from, SimTime to, int level)
    {
        if (to <= from) throw new ArgumentException("An exception must end after it starts.", nameof(to));
        return new CapacityCalendar(Cycle, starts, levels, [.. exceptions, (from.Milliseconds, to.Milliseconds, level)], closures);
    }

    /// <summary>The same calendar with a stretch in which nobody works, not even staff that are called in when nobody is scheduled.</summary>
    public CapacityCalendar WithClosure(SimTime from, SimTime to)
    {
        CapacityCalendar none = WithException(from, to, 0);
        return new CapacityCalendar(Cycle, starts, levels, none.exceptions, [.. closures, (from.Milliseconds, to.Milliseconds)]);
    }

    /// <summary>Whether a closure is in force at an instant.</summary>
    public bool IsShut(long t)
    {
        foreach ((long from, long to) in closures)
            if (t >= from && t < to) return true;
        return false;
    }

    /// <summary>The level in force at an instant (a step is in force from its start).</summary>
    public int LevelAt(long t)
    {
        for (int i = exceptions.Length - 1; i >= 0; i--)
            if (t >= exceptions[i].From && t < exceptions[i].To) return exceptions[i].Level;
        return levels[IndexAt(t)];
    }

    /// <summary>The first instant after <paramref name="t"/> at which the level may change; <see cref="long.MaxValue"/> if it never does.</summary>
    public long NextChange(long t)
    {
        long next = NextRegular(t);
        foreach ((long from, long to, _) in exceptions)
        {
            if (from > t) next = Math.Min(next, from);
            if (to > t) next = Math.Min(next, to);
        }
        return next;
    }

    /// <summary>The first instant after <paramref name="t"/> at which the level is below <paramref name="level"/>, looking at most two cycles ahead.</summary>
    public long FirstBelow(long t, int level)
    {
        long horizon = Cycle > 0 ? t + 2 * Cycle : long.MaxValue;
        for (long u = NextChange(t); u < horizon; u = NextChange(u))
            if (LevelAt(u) < level) return u;
        return long.MaxValue;
    }

    /// <summary>The instant at which <paramref name="work"/> milliseconds of open time (level above 0) have passed since <paramref name="start"/>.</summary>
    /// <exception cref="InvalidOperationException">The calendar never opens again.</exception>
    public long AdvanceOpen(long start, long work)
    {
        long t = start;
        int closedSteps = 0;
        while (true)
        {
            long next = NextChange(t);
            if (LevelAt(t) > 0)
            {
                if (next == long.MaxValue || t + work <= next) return t + work;
                work -= next - t;
                closedSteps = 0;
            }
            else if (next == long.MaxValue || ++closedSteps > levels.Length + 2 * exceptions.Length + 2)
            {
                throw new InvalidOperationException("The calendar never opens again.");
            }
            t = next;
        }
    }

    private int IndexAt(long t)
    {
        long phase = Cycle > 0 ? Floor(t) : Math.Max(t, 0);
        int i = Array.BinarySearch(starts, phase);
        return i >= 0 ? i : ~i == 0 ? levels.Length - 1 : ~i - 1;
    }

    private long NextRegular(long t)
    {
        if (Cycle == 0)
        {
            int j = Array.BinarySearch(starts, t + 1);
            if (j < 0) j = ~j;
            return j < starts.Length ? starts[j] : long.MaxValue;
        }
        if (starts.Length == 1) return long.MaxValue;
        long phase = Floor(t);
        int i = Array.BinarySearch(starts, phase + 1);
        if (i < 0) i = ~i;
        long into = t - phase;
        if (i < starts.Length) return into + starts[i];
        return levels[0] == levels[^1] && starts.Length > 1 ? into + Cycle + starts[1] : into + Cycle + starts[0];
    }

    private long Floor(long t)
    {
        long r = t % Cycle;
        return r < 0 ? r + Cycle : r;
    }
}
