using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Twin.Grains;
using MathNet.Numerics;

namespace CorridorTwin.Twin.Nowcasts;

/// <summary>How many trucks stand in the line of a side, when some of their reads are missing.</summary>
/// <param name="Post">The post.</param>
/// <param name="Dir">Direction.</param>
/// <param name="Side">The country.</param>
/// <param name="Read">Trucks last read in the line.</param>
/// <param name="Concluded">Trucks that must be in it, or out of it, by what else was read: less those overtaken, more those that left the other side.</param>
/// <param name="Unseen">Share of trucks that come to the gate without having been read before, by those of the last day.</param>
/// <param name="Odds">Probability of each number of trucks from <paramref name="Least"/> on.</param>
/// <param name="Least">The number the first of them stands for.</param>
public sealed record QueueEstimate(string Post, Direction Dir, string Side, int Read, int Concluded, double Unseen, IReadOnlyList<double> Odds, int Least)
{
    /// <summary>Expected number.</summary>
    public double Mean => Odds.Select((p, i) => p * (Least + i)).Sum();

    /// <summary>The smallest number with at least a share of the probability at or below it.</summary>
    public int Quantile(double share)
    {
        double sum = 0;
        for (int i = 0; i < Odds.Count; i++)
            if ((sum += Odds[i]) >= share - 1e-12) return Least + i;
        return Least + Odds.Count - 1;
    }

    /// <summary>Probability of fewer than a number, and of that number.</summary>
    public (double Below, double Of) At(int number)
    {
        double below = 0;
        for (int i = 0; i < Odds.Count && Least + i < number; i++) below += Odds[i];
        int at = number - Least;
        return (below, at >= 0 && at < Odds.Count ? Odds[at] : 0);
    }
}

/// <summary>
/// Estimates the lines from what was read. Three things are known beyond the reads themselves: who stands behind a truck in a line cannot pass
/// the gate before it; who left one side of a post is on the other; and of the trucks that passed the gate in the last day it is known how many
/// had not been read before: as many of those who stand in line now are unseen too.
/// </summary>
public sealed class Nowcast
{
    private const long Day = 24L * 3_600_000;

    /// <summary>How many trucks' worth of the corridor's own mean each side's share of unseen trucks starts from.</summary>
    private const double Pooled = 20;

    private readonly CorridorModel corridor;
    private readonly long now;
    private readonly Dictionary<(string Post, Direction Dir, string Side), Line> lines = [];

    /// <summary>A side's trucks, sorted by what was read of them.</summary>
    private sealed class Line
    {
        public readonly List<(TruckLeg Leg, long Joined, int Priority)> Waiting = [];
        public readonly Dictionary<int, long> LastToPass = [];
        public int Imputed, Passed, PassedUnseen, PassedSilently;
    }

    private Nowcast(CorridorModel corridor, long now)
    {
        (this.corridor, this.now) = (corridor, now);
        foreach (BorderPost post in corridor.Posts)
            foreach (SideProcedure side in post.Sides)
                if (!side.SingleStop && side.Stages.Any(s => s.Kind == StageKind.Gate)) lines[(post.Id, side.Direction, side.Country)] = new Line();
    }

    /// <summary>Every line before a first gate.</summary>
    /// <param name="corridor">The corridor: which sides have a gate, and which follows which.</param>
    /// <param name="now">The instant, Unix milliseconds.</param>
    /// <param name="trucks">The trucks.</param>
    public static IReadOnlyList<QueueEstimate> Of(CorridorModel corridor, long now, IEnumerable<TruckState> trucks)
    {
        var nowcast = new Nowcast(corridor, now);
        foreach (TruckState truck in trucks)
            foreach (TruckLeg leg in truck.Legs) nowcast.Take(truck, leg);
        return nowcast.Estimates();
    }

    private void Take(TruckState truck, TruckLeg leg)
    {
        if (leg.Now.Phase == Phase.None || leg.Now.Facts.Vehicle != null || leg.Readings[^1].Place.Dir is not { } dir) return;
        if (leg.Now.Phase == Phase.Left) Follow(truck, leg, dir);
        if (!lines.TryGetValue((leg.Post, dir, leg.Side), out Line? line) || leg.Now.Phase == Phase.Lost) return;
        (long before, long joined, long passed, bool told, int priority) = Gate(leg);
        if (passed < 0)
        {
            if (leg.Now.Phase == Phase.Queue) line.Waiting.Add((leg, joined, priority));
            return;
        }
        if (joined >= 0) line.LastToPass[priority] = Math.Max(joined, line.LastToPass.GetValueOrDefault(priority, -1));
        if (passed < now - Day) return;
        line.Passed++;
        if (before < 0 && !LeftOther(truck, leg, dir)) line.PassedUnseen++;
        if (!told) line.PassedSilently++;
    }

    /// <summary>What was read of a truck before, at and after the gate.</summary>
    private static (long Before, long Joined, long Passed, bool Told, int Priority) Gate(TruckLeg leg)
    {
        long before = -1, joined = -1, passed = -1;
        bool told = false;
        int priority = 0;
        foreach (ref readonly Reading r in leg.Readings.AsSpan())
        {
            int order = r.Place.Order;
            bool work = r.Kind is ReadingKind.WorkStart or ReadingKind.WorkEnd;
            if (r.Kind == ReadingKind.QueueEnter || order == 1 || (order == StageOrder.Gate && !work))
            {
                if (before < 0) before = r.T;
                if (order == StageOrder.Gate && r.Kind == ReadingKind.LaneEnter) (joined, priority) = (r.T, r.Priority);
            }
            else if (r.Kind is ReadingKind.PostArrive or ReadingKind.Release or ReadingKind.PostExit or ReadingKind.TaxPaid || order >= StageOrder.Gate || r.Reason == Reason.Documents)
            {
                if (passed < 0) passed = r.T;
                told |= r.Kind == ReadingKind.PostArrive || (order == StageOrder.Gate && r.Kind == ReadingKind.WorkStart);
            }
        }
        return (before, joined, passed, told, priority);
    }

    /// <summary>A truck that left the exit side and was not read since is in the line of the entry side.</summary>
    private void Follow(TruckState truck, TruckLeg leg, Direction dir)
    {
        if (Entry(leg, dir) is not { } entry || !lines.TryGetValue((leg.Post, dir, entry), out Line? line)) return;
        if (now - leg.Now.Since > Day || truck.Legs.Any(l => l.Post == leg.Post && l.Side == entry && l.Now.First >= 0)) return;
        // Seen at another post since: it has passed both sides.
        if (truck.Legs.Any(l => l.Post != leg.Post && l.Now.First >= leg.Now.Since)) return;
        line.Imputed++;
    }

    private bool LeftOther(TruckState truck, TruckLeg leg, Direction dir)
    {
        if (corridor.Posts.FirstOrDefault(p => p.Id == leg.Post) is not { } post || leg.Side != post.CountryOf(dir, SideRole.Entry)) return false;
        string exit = post.CountryOf(dir, SideRole.Exit);
        return truck.Legs.Any(l => l.Post == leg.Post && l.Side == exit && (l.Now.Stamps[8] >= 0 || l.Now.Done?.Order == StageOrder.Exit));
    }

    private string? Entry(TruckLeg leg, Direction dir) =>
        corridor.Posts.FirstOrDefault(p => p.Id == leg.Post) is { } post && leg.Side == post.CountryOf(dir, SideRole.Exit) ? post.CountryOf(dir, SideRole.Entry) : null;

    private IReadOnlyList<QueueEstimate> Estimates()
    {
        double passed = lines.Values.Sum(l => l.Passed);
        double unseen = (lines.Values.Sum(l => l.PassedUnseen) + 0.5) / (passed + 1), silent = (lines.Values.Sum(l => l.PassedSilently) + 0.5) / (passed + 1);
        return [.. lines.Select(l =>
        {
            // Behind it somebody has passed: so has it.
            int overtaken = l.Value.Waiting.Count(w => w.Joined >= 0 && l.Value.LastToPass.GetValueOrDefault(w.Priority, -1) > w.Joined);
            int there = l.Value.Waiting.Count - overtaken + l.Value.Imputed;
            double a = Pooled * unseen + l.Value.PassedUnseen, b = Pooled * (1 - unseen) + l.Value.Passed - l.Value.PassedUnseen;
            double gone = there == 0 ? 0 : (Pooled * silent + l.Value.PassedSilently) / (Pooled + l.Value.Passed);
            (double[] odds, int least) = Odds(there, a, b, gone);
            return new QueueEstimate(l.Key.Post, l.Key.Dir, l.Key.Side, l.Value.Waiting.Count, there - l.Value.Waiting.Count, a / (a + b), odds, least);
        })];
    }

    /// <summary>
    /// Trucks there, plus unseen ones, less the first in line if it has passed unread. If each truck is unseen with probability u, and any number in
    /// line is as likely as another, those unseen beside n seen are negative binomial (n + 1, 1 − u); u is Beta(a, b) by those who passed.
    /// </summary>
    private static (double[] Odds, int Least) Odds(int there, double a, double b, double gone)
    {
        double n = there + 1;
        double p = Math.Exp(SpecialFunctions.GammaLn(b + n) + SpecialFunctions.GammaLn(a + b) - SpecialFunctions.GammaLn(b) - SpecialFunctions.GammaLn(a + b + n));
        var unseen = new List<double>();
        double sum = 0;
        for (int k = 0; k < 2000 && sum < 1 - 1e-9; k++)
        {
            unseen.Add(p);
            sum += p;
            p *= (n + k) / (k + 1) * (a + k) / (a + b + n + k);
        }
        if (gone == 0) return ([.. unseen.Select(x => x / sum)], there);
        var odds = new double[unseen.Count + 1];
        for (int k = 0; k < unseen.Count; k++)
        {
            odds[k] += gone * unseen[k] / sum;
            odds[k + 1] += (1 - gone) * unseen[k] / sum;
        }
        return (odds, there - 1);
    }
}
