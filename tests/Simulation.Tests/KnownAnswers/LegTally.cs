using CorridorTwin.Simulation.Engine;
using CorridorTwin.Simulation.Network;
using CorridorTwin.Simulation.Time;

namespace CorridorTwin.Simulation.Tests.KnownAnswers;

/// <summary>Sums what measured trucks went through, by class, and holds every leg to the rule that its parts add up.</summary>
internal sealed class LegTally(NetworkModel model, Plan plan) : RunObserver
{
    private readonly double[] queue = new double[model.Classes.Count];
    private readonly double[] length = new double[model.Classes.Count];
    private readonly double[] firstWait = new double[model.Classes.Count];
    private readonly long[] count = new long[model.Classes.Count];
    private readonly List<long> waits = [];
    private readonly List<long> lengths = [];
    private readonly long from = plan.WarmUp.Milliseconds;
    private readonly long to = (plan.WarmUp + plan.Length).Milliseconds;
    private long waited;
    private bool sorted;

    /// <summary>Legs whose six parts do not add up to their length, or with a negative part.</summary>
    public long WrongSplits { get; private set; }

    /// <summary>Trucks that came and trucks turned away within the window; needs a trace.</summary>
    public long Came { get; private set; }

    public long TurnedAway { get; private set; }

    /// <summary>Trucks that came within given bounds, for counting arrivals.</summary>
    public List<long> Starts { get; } = [];

    public override bool WantsTrace => plan.Trace;

    public override void LegEnded(in LegRecord leg)
    {
        ref readonly Track t = ref leg.Track;
        if (t.Total != leg.Duration || (t.Service | t.Documents | t.Closed | t.Blocked | t.Queue | t.Move) < 0) WrongSplits++;
        if (!leg.Measured) return;
        int c = leg.ClassIndex;
        count[c]++;
        queue[c] += t.Queue;
        length[c] += leg.Duration;
        if (t.Queue > 0) waited++;
        if (t.Stamps[2] >= 0) firstWait[c] += t.Stamps[2] - t.Stamps[1];
        if (!plan.KeepTimes) return;
        waits.Add(t.Queue);
        lengths.Add(leg.Duration);
        Starts.Add(t.Start);
    }

    public override void Traced(in TraceRecord record)
    {
        if (record.Time < from || record.Time >= to) return;
        if (record.Kind == TraceKind.LegStart) Came++;
        if (record.Kind == TraceKind.Leave && record.Value == 1) TurnedAway++;
    }

    public long Count => count.Sum();
    public double MeanQueue() => Times.InHours(queue.Sum() / Count);
    public double MeanQueue(int c) => Times.InHours(queue[c] / count[c]);
    public double MeanLength() => Times.InHours(length.Sum() / Count);
    public double MeanLength(int c) => Times.InHours(length[c] / count[c]);

    /// <summary>From stamp 1 (arrival) to stamp 2 (first start): differs from the queue where service can be interrupted.</summary>
    public double MeanFirstWait() => Times.InHours(firstWait.Sum() / Count);

    public double ShareWaiting() => waited / (double)Count;
    public double ShareQueueOver(double hours) => ShareOver(waits, hours);
    public double ShareLengthOver(double hours) => ShareOver(lengths, hours);
    public double QueueQuantile(double p) => Quantile(waits, p);
    public double LengthQuantile(double p) => Quantile(lengths, p);

    public int StartsBetween(double fromHours, double toHours)
    {
        long low = SimTime.FromHours(fromHours).Milliseconds;
        long high = SimTime.FromHours(toHours).Milliseconds;
        return Starts.Count(t => t >= low && t < high);
    }

    private double ShareOver(List<long> times, double hours)
    {
        long limit = SimDuration.FromHours(hours).Milliseconds;
        return times.Count(t => t > limit) / (double)times.Count;
    }

    private double Quantile(List<long> times, double p)
    {
        if (!sorted)
        {
            waits.Sort();
            lengths.Sort();
            sorted = true;
        }
        return Times.InHours(times[(int)(p * times.Count)]);
    }
}
