using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Tests;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Draws;
using CorridorTwin.Simulation.Time;
using CorridorTwin.Simulation.Trace;
using CorridorTwin.Twin.Grains;
using CorridorTwin.Twin.Hosting;
using CorridorTwin.Twin.Ingest;
using CorridorTwin.Twin.Nowcasts;
using CorridorTwin.Twin.Tests.Grains;
using Xunit.Abstractions;

namespace CorridorTwin.Twin.Tests.Nowcasts;

/// <summary>The shipped corridor in hiding: one read in ten is missing, and the twin says how long the lines are.</summary>
public class NowcastTests(ITestOutputHelper output)
{
    private static readonly CorridorModel Model = BaselineFile.Load(Repository.Baseline).OrThrow().Model;

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    public async Task The_interval_holds_the_true_line(int missing)
    {
        CorridorNetwork corridor = CorridorCompiler.Compile(Model);
        await using var host = new LocalGrainHost(new MemoryGrainStore());
        var router = new EventRouter();
        var random = new Random(7);
        TraceHeader header = null!;
        TraceReplay hidden = null!;
        DateTimeOffset check = default;
        var score = new Score();
        // Four days, of which the first only teaches how many reads are missing.
        TraceRun.Tell(corridor, new TraceRequest { Seed = 3, From = SimTime.FromDays(21), To = SimTime.FromDays(25) }, h =>
        {
            header = h;
            hidden = new TraceReplay(h);
            check = h.From.AddDays(1);
        }, e =>
        {
            for (; e.T > check; check = check.AddHours(1)) Check();
            hidden.Apply(e);
            if (router.Of(e) is not { } to || (e.Unit != null && Mix.Combine(IdenticalTwinTests.KeyOf(e), 77) % 100 < (ulong)missing)) return;
            host.TellAsync(to, router.Tell(e, IdenticalTwinTests.KeyOf(e))).AsTask().GetAwaiter().GetResult();
        });
        output.WriteLine($"{missing} % missing: {score}");
        Assert.True(score.Checks > 1000, $"{score.Checks} checks");
        Assert.True(score.Covered >= 0.85, $"{score}");
        if (missing > 0) Assert.InRange(score.Pit, 0.85, 0.95);
        else Assert.Equal(score.Checks, score.Exact);

        void Check()
        {
            host.DrainAsync().AsTask().GetAwaiter().GetResult();
            ILookup<(string, Direction, string), TripSide> truth = hidden.Inside.Where(p => p.Stamps[1] == null).ToLookup(p => (p.Post, p.Dir!.Value, p.Side));
            foreach (QueueEstimate q in Nowcast.Of(Model, EventRouter.Milliseconds(check), host.PeekAll<TruckState>(TruckGrain.Kind))) score.Take(q, truth[(q.Post, q.Dir, q.Side)].Count(), random.NextDouble());
        }
    }

    private sealed class Score
    {
        private int covered, pit, width, wrong;
        public int Checks, Exact;
        private double longest;

        public double Covered => covered / (double)Checks;
        public double Pit => pit / (double)Checks;

        public void Take(QueueEstimate q, int truth, double u)
        {
            Checks++;
            longest = Math.Max(longest, truth);
            (int low, int high) = (q.Quantile(0.05), q.Quantile(0.95));
            if (truth >= low && truth <= high) covered++;
            width += high - low;
            if (q.Read + q.Concluded == truth) Exact++;
            if (q.Read != truth) wrong++;
            (double below, double of) = q.At(truth);
            if (below + u * of is >= 0.05 and <= 0.95) pit++;
        }

        public override string ToString() => $"{Checks} checks of lines up to {longest}: 90 % interval holds {Covered:P1}, randomised PIT within 0.05–0.95 {Pit:P1}, mean width {width / (double)Checks:F2} trucks; reads alone wrong {wrong / (double)Checks:P1}, conclusions exact {Exact / (double)Checks:P1}";
    }
}
