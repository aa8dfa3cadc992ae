using CorridorTwin.Simulation.Engine;
using CorridorTwin.Simulation.Network;

namespace CorridorTwin.Benchmarks;

/// <summary>Keeps every truck's time in system by class, in buffers that serve one replication after the other.</summary>
public sealed class TimesInSystem : RunObserver
{
    private readonly byte[] classOf;
    private readonly int[][] times;
    private readonly int[] counts;

    /// <summary>Buffers for a number of trucks in each class.</summary>
    public TimesInSystem(NetworkModel model, int capacity)
    {
        classOf = [.. Enumerable.Range(0, model.Classes.Count).Select(i => (byte)Array.IndexOf(Corr1Network.Classes, model.Classes[i]["class"]))];
        times = [.. Corr1Network.Classes.Select(_ => new int[capacity])];
        counts = new int[times.Length];
        Totals = new long[times.Length];
    }

    /// <summary>Milliseconds in the system, by class.</summary>
    public long[] Totals { get; }

    /// <summary>Trucks whose six parts of the time split do not add up to their time in system.</summary>
    public int Unbalanced { get; private set; }

    /// <summary>Times of a class, in order of leaving until a quantile reorders them.</summary>
    public Span<int> Times(int c) => times[c].AsSpan(0, counts[c]);

    /// <summary>Forgets everything but the buffers.</summary>
    public void Clear()
    {
        Array.Clear(counts);
        Array.Clear(Totals);
    }

    /// <inheritdoc/>
    public override void LegEnded(in LegRecord leg)
    {
        int c = classOf[leg.ClassIndex];
        int time = (int)leg.Duration;
        Totals[c] += time;
        times[c][counts[c]++] = time;
        if (leg.Track.Total != time) Unbalanced++;
    }
}
