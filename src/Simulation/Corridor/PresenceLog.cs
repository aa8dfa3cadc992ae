using CorridorTwin.Simulation.Time;

namespace CorridorTwin.Simulation.Corridor;

/// <summary>How many trucks are at each post, hour by hour: in its lines, at its desks and on the bridge between its sides.</summary>
/// <param name="posts">Number of posts.</param>
/// <param name="opens">Instant of the first hour, milliseconds.</param>
/// <param name="hours">Number of hours.</param>
internal sealed class PresenceLog(int posts, long opens, int hours)
{
    // Changes rather than counts: a truck costs two additions however long it stays.
    private readonly int[] changes = new int[posts * (hours + 1)];

    /// <summary>Adds a truck that was at one side of a post from one instant until before another.</summary>
    public void Add(int post, long from, long until)
    {
        (int first, int end) = (HourAt(from), HourAt(until));
        changes[post * (hours + 1) + first]++;
        changes[post * (hours + 1) + end]--;
    }

    /// <summary>The counts at the start of every hour, by post.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Counts() => [.. Enumerable.Range(0, posts).Select(Counts)];

    private int[] Counts(int post)
    {
        var counts = new int[hours];
        int present = 0;
        for (int h = 0; h < hours; h++) counts[h] = present += changes[post * (hours + 1) + h];
        return counts;
    }

    /// <summary>The first hour that begins at an instant or after it.</summary>
    private int HourAt(long instant) => (int)Math.Clamp((instant - opens + SimDuration.MillisecondsPerHour - 1) / SimDuration.MillisecondsPerHour, 0, hours);
}
