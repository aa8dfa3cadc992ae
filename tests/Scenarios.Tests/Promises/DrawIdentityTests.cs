using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Engine;
using CorridorTwin.Simulation.Tests.KnownAnswers;
using CorridorTwin.Simulation.Time;

namespace CorridorTwin.Scenarios.Tests.Promises;

/// <summary>On the shipped corridor: more trucks change when others are served, never what was drawn for them.</summary>
public class DrawIdentityTests
{
    [Fact]
    public void Trucks_added_change_no_other_trucks_draws()
    {
        // An outage and a failure lengthen what was drawn by when it happens: without them a service lasts as drawn.
        CorridorModel calm = Shipped.Baseline with
        {
            Posts = [.. Shipped.Baseline.Posts.Select(p => p with { Outage = null, Sides = [.. p.Sides.Select(s => s with { Stations = [.. s.Stations.Select(x => x with { Breakdown = null })] })] })],
        };
        Drawn alone = Drawn.Of(calm), accompanied = Drawn.Of(calm with { Demand = calm.Demand with { Added = 0.05 } });
        Assert.NotEqual(alone.Fingerprint, accompanied.Fingerprint);
        Assert.Equal(alone.Came, accompanied.Came.Where(c => alone.Sources.Contains(c.Key.Source)).ToDictionary());
        Assert.True(accompanied.Came.Count > alone.Came.Count);
        var both = alone.Lengths.Keys.Intersect(accompanied.Lengths.Keys).ToList();
        Assert.True(both.Count > 0.95 * alone.Lengths.Count, $"{both.Count} of {alone.Lengths.Count}");
        Assert.True(both.Count > 50_000);
        Assert.All(both, k => Assert.Equal(alone.Lengths[k], accompanied.Lengths[k]));
        // Not because nothing happened: many were served at another time.
        Assert.True(both.Count(k => alone.Begun[k] != accompanied.Begun[k]) > 1000);
    }

    /// <summary>By truck: when it came and of which class. By truck, leg, stage and visit: how long it lasted and when it began.</summary>
    private sealed class Drawn(CorridorNetwork corridor) : RunObserver
    {
        public Dictionary<(string Source, long Ordinal), (long At, int Class)> Came { get; } = [];
        public Dictionary<(string Source, long Ordinal, int Leg, string Stage, int Visit), long> Lengths { get; } = [];
        public Dictionary<(string Source, long Ordinal, int Leg, string Stage, int Visit), long> Begun { get; } = [];
        public IReadOnlyList<string> Sources => corridor.Network.SourceNames;
        public ulong Fingerprint { get; private set; }

        private readonly Dictionary<(string, long), (string Stage, long At)> open = [];
        private readonly Dictionary<(string, long, string), int> visits = [];

        public override bool WantsTrace => true;

        public static Drawn Of(CorridorModel model)
        {
            CorridorNetwork compiled = CorridorCompiler.Compile(model);
            var drawn = new Drawn(compiled);
            drawn.Fingerprint = Replication.Run(compiled.Network, new RunOptions { Seed = TestSeed.Value, Length = SimDuration.FromDays(5), Drain = false }, drawn).Fingerprint;
            return drawn;
        }

        public override void Traced(in TraceRecord record)
        {
            if (record.Source < 0) return;
            (string Source, long Ordinal) truck = (Sources[record.Source], record.Ordinal);
            if (record is { Kind: TraceKind.LegStart, Leg: 0 }) Came[truck] = (record.Time, record.ClassIndex);
            if (record.Row < 0) return;
            string stage = $"{record.Leg} {corridor.Network.StageNames[record.Row]}";
            if (record.Kind == TraceKind.Start) open[truck] = (stage, record.Time);
            if (record.Kind != TraceKind.End || !open.Remove(truck, out (string Stage, long At) begun) || begun.Stage != stage) return;
            int visit = visits[(truck.Source, truck.Ordinal, stage)] = visits.GetValueOrDefault((truck.Source, truck.Ordinal, stage)) + 1;
            Lengths[(truck.Source, truck.Ordinal, record.Leg, stage, visit)] = record.Time - begun.At;
            Begun[(truck.Source, truck.Ordinal, record.Leg, stage, visit)] = begun.At;
        }
    }
}
