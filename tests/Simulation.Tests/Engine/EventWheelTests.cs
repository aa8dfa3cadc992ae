using CorridorTwin.Simulation.Draws;
using CorridorTwin.Simulation.Engine;
using CorridorTwin.Simulation.Tests.KnownAnswers;
using Xunit.Abstractions;

namespace CorridorTwin.Simulation.Tests.Engine;

/// <summary>The wheel against a plain sorted set: whatever it is fed, it gives back in order of time, kind and scheduling.</summary>
public class EventWheelTests(ITestOutputHelper output)
{
    private const long Hour = 3_600_000;

    private readonly EventWheel wheel = new();
    private readonly SortedSet<(long Order, uint Sequence, int Subject)> sorted = [];
    private KeyedStream random = new(TestSeed.Value);
    private uint sequence;
    private long now;

    /// <summary>How far ahead events are scheduled: at once, within a bucket, within the wheel, beyond it, and mixtures.</summary>
    public static TheoryData<string> Habits => ["now", "close", "dense", "spread", "far", "mixed", "clustered"];

    [Theory]
    [MemberData(nameof(Habits))]
    public void HoldsAndReturnsInOrder(string habit)
    {
        for (int round = 0; round < 20; round++)
        {
            int pending = 1 + Below(round % 4 == 0 ? 5 : 2000);
            for (int i = 0; i < 5000; i++)
            {
                if (sorted.Count < pending) Push(habit);
                if (sorted.Count >= pending || Below(4) == 0) Pop();
            }
        }
        Empty();
    }

    /// <summary>
    /// Long phases of a steady number of pending events, first many close together, then few far apart, then both again:
    /// each long enough for the width of the buckets to be fitted several times over.
    /// </summary>
    [Fact]
    public void DenseAndSparsePhases()
    {
        foreach ((string habit, int pending, int steps) in new[] { ("dense", 60, 300_000), ("close", 1000, 100_000), ("far", 3000, 200_000), ("spread", 50, 100_000), ("mixed", 500, 200_000), ("dense", 60, 300_000) })
        {
            while (sorted.Count > pending) Pop();
            while (sorted.Count < pending) Push(habit);
            for (int i = 0; i < steps; i++)
            {
                Pop();
                Push(habit);
            }
            Assert.Equal(sorted.Select(e => (e.Order, e.Sequence)).ToHashSet(), wheel.Pending().Select(e => (e.Order, e.Sequence)).ToHashSet());
        }
        Empty();
        output.WriteLine($"{sequence} events, until {now / (24 * Hour)} d");
    }

    private void Push(string habit)
    {
        long ahead = habit switch
        {
            "now" => 0,
            "close" => Below(5000),
            "dense" => Below(80_000),
            "spread" => Below((int)(5 * Hour)),
            "far" => Below(1000) * 7 * Hour + Below(3) * (long)int.MaxValue,
            "clustered" => Below(3) * Hour,
            _ => Below(4) switch { 0 => 0, 1 => Below(100), 2 => Below((int)(20 * Hour)), _ => Below(int.MaxValue) * 50L },
        };
        // Any kind, also one that comes before the kind of the event being processed at this instant.
        long order = ((now + ahead) << 3) | (long)Below(8);
        int subject = Below(1000);
        wheel.Push(order, ++sequence, subject);
        sorted.Add((order, sequence, subject));
        Assert.False(wheel.IsEmpty);
    }

    private void Pop()
    {
        Assert.True(wheel.TryPop(out PendingEvent e));
        (long, uint, int) first = sorted.Min;
        if (first != (e.Order, e.Sequence, e.Subject)) Assert.Fail($"Popped {e.Time} {e.Kind} #{e.Sequence} instead of {first}.");
        sorted.Remove(first);
        now = e.Time;
    }

    private void Empty()
    {
        while (sorted.Count > 0) Pop();
        Assert.False(wheel.TryPop(out _));
        Assert.True(wheel.IsEmpty);
    }

    private int Below(int limit) => (int)(random.NextUniform() * limit);
}
