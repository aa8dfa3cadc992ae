using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Engine;
using CorridorTwin.Simulation.Tests.KnownAnswers;

namespace CorridorTwin.Scenarios.Tests.Promises;

/// <summary>Every shipped scenario, in a bad week: each millisecond of each leg is booked once, and nobody is lost.</summary>
public class TimeSplitTests
{
    public static TheoryData<string> Scenarios => [.. Shipped.Folder.Baselines.Select(b => b.Id).Concat(Shipped.Folder.Scenarios.Select(s => s.Id))];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Six_parts_add_up_to_the_millisecond(string scenario)
    {
        var sum = new Sum();
        RunResult run = Replication.Run(BadWeek.Compile(Shipped.Model(scenario)).Network, BadWeek.Options(), sum);
        Assert.True(sum.Legs > 10_000, $"{sum.Legs} legs");
        Assert.Empty(sum.Wrong);
        // All six are met, so that none is right only because it is always nothing.
        Assert.DoesNotContain(0, sum.Parts);
        Assert.Empty(run.LittleViolations);
        Assert.Equal(run.Created.Sum(), run.LeftBy.Sum() + run.Inside);
        Assert.Equal(0, run.CohortInside);
    }

    private sealed class Sum : RunObserver
    {
        public long[] Parts { get; } = new long[6];
        public int Legs { get; private set; }
        public List<string> Wrong { get; } = [];

        public override void LegEnded(in LegRecord leg)
        {
            Legs++;
            ref readonly Track t = ref leg.Track;
            long[] parts = [t.Service, t.Documents, t.Closed, t.Blocked, t.Queue, t.Move];
            if (parts.Sum() != leg.Duration || parts.Min() < 0) Wrong.Add($"{t.Source}#{t.Ordinal} leg {leg.Leg}: {string.Join(" + ", parts)} is not {leg.Duration}");
            for (int i = 0; i < parts.Length; i++) Parts[i] += parts[i];
        }
    }
}
