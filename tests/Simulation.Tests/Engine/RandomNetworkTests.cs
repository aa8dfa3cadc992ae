using System.Collections.Immutable;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Engine;
using CorridorTwin.Simulation.Network;
using CorridorTwin.Simulation.Tests.KnownAnswers;
using CorridorTwin.Simulation.Time;
using FsCheck;
using FsCheck.Fluent;

namespace CorridorTwin.Simulation.Tests.Engine;

/// <summary>What holds in every network, tried on random ones: nobody lost, nobody stuck, every millisecond booked once, and the same trajectory every time.</summary>
public class RandomNetworkTests
{
    private const int Networks = 400;

    private static readonly Gen<StationRecipe> Station =
        from servers in Gen.Choose(1, 3)
        from law in Gen.Elements(Enum.GetValues<Law>())
        from mean in Gen.Elements(0.1, 0.3, 0.7)
        from room in Gen.Elements(Enum.GetValues<Room>())
        from places in Gen.Choose(0, 4)
        from shifts in Gen.Elements(Enum.GetValues<Shifts>())
        from shiftEnd in Gen.Elements(Enum.GetValues<ShiftEnd>())
        from wear in Gen.Elements(Enum.GetValues<Wear>())
        from flags in Gen.Elements(true, false).ArrayOf(5)
        select new StationRecipe(servers, law, mean, room, places, shifts, shiftEnd, wear, flags[0], flags[1], flags[2], flags[3], flags[4]);

    private static readonly Gen<NetworkRecipe> Recipes =
        from count in Gen.Choose(1, 5)
        from stations in Station.ArrayOf(count)
        from perHour in Gen.Elements(0.2, 0.6, 1.5)
        from flags in Gen.Elements(true, false).ArrayOf(3)
        select new NetworkRecipe([.. stations], perHour, flags[0], flags[1], flags[2]);

    [Fact]
    public void EveryNetworkIsSound() => ForAll(recipe =>
    {
        NetworkModel model = recipe.Network().Build();
        var options = new RunOptions { Seed = TestSeed.Value, Length = SimDuration.FromDays(10), ArrivalsStop = true, Probes = [SimTime.FromDays(5)] };
        var legs = new Legs(true);
        RunResult run = Replication.Run(model, options, legs);
        Experiment.Sound(run);
        Assert.Equal(0, legs.Wrong);
        // All who came have left: nobody stands before an idle server, a yard with room or a desk that has opened.
        Assert.Equal(0, run.CohortInside);
        Assert.All(run.Stations.Where(s => s.LevelShares.Count > 0), s => Assert.Equal(1, s.LevelShares.Sum(), 1e-9));
        // Watching changes nothing.
        Assert.Equal(run.Fingerprint, Replication.Run(model, options).Fingerprint);
    });

    [Fact]
    public void TheTrajectoryIsTheSameOnFourThreadsAtOnce() => ForAll(recipe =>
    {
        NetworkModel model = recipe.Network().Build();
        // A window that may end with trucks inside, in mid-service and mid-wait: Little's law counts them too.
        var options = new RunOptions { Seed = TestSeed.Value, WarmUp = SimDuration.FromDays(1), Length = SimDuration.FromHours(50), Drain = false };
        RunResult alone = Replication.Run(model, options, new Legs(false));
        Experiment.Sound(alone);
        var together = new RunResult[4];
        Thread[] threads = [.. Enumerable.Range(0, 4).Select(i => new Thread(() => together[i] = Replication.Run(model, options, new Legs(false))))];
        foreach (Thread thread in threads) thread.Start();
        foreach (Thread thread in threads) thread.Join();
        Assert.All(together, r => Assert.Equal((alone.Fingerprint, alone.Events), (r.Fingerprint, r.Events)));
        // Another replication is another trajectory, and the network built again the same one.
        Assert.NotEqual(alone.Fingerprint, Replication.Run(model, options with { Replication = 1 }).Fingerprint);
        Assert.Equal(alone.Fingerprint, Replication.Run(recipe.Network().Build(), options).Fingerprint);
    });

    private static void ForAll(Action<NetworkRecipe> holds)
    {
        Arbitrary<NetworkRecipe> recipes = Arb.From(Recipes, Simpler);
        var seed = new Replay(new Rnd(TestSeed.Value, 1), Microsoft.FSharp.Core.FSharpOption<int>.None);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Networks).WithReplay(Microsoft.FSharp.Core.FSharpOption<Replay>.Some(seed)), Prop.ForAll(recipes, holds));
    }

    /// <summary>For a failing network, smaller ones that may fail too.</summary>
    private static IEnumerable<NetworkRecipe> Simpler(NetworkRecipe r)
    {
        if (r.Stations.Length > 1)
            for (int i = 0; i < r.Stations.Length; i++) yield return r with { Stations = r.Stations.RemoveAt(i) };
        if (r.Convoys) yield return r with { Convoys = false };
        if (r.Documents) yield return r with { Documents = false };
        if (r.Balking) yield return r with { Balking = false };
        for (int i = 0; i < r.Stations.Length; i++)
            foreach (StationRecipe s in Simpler(r.Stations[i])) yield return r with { Stations = r.Stations.SetItem(i, s) };
    }

    private static IEnumerable<StationRecipe> Simpler(StationRecipe s) => new[]
    {
        s with { Room = Room.Unlimited }, s with { Shifts = Shifts.Always }, s with { ShiftEnd = ShiftEnd.Finish }, s with { Wear = Wear.None },
        s with { CallIn = false }, s with { SecondLane = false }, s with { Slowed = false }, s with { Joint = false }, s with { Returns = false }, s with { Servers = 1 },
    }.Where(simpler => simpler != s);

    private sealed class Legs(bool trace) : RunObserver
    {
        public long Wrong { get; private set; }

        public override bool WantsTrace => trace;

        public override void LegEnded(in LegRecord leg)
        {
            ref readonly Track t = ref leg.Track;
            if (t.Total != leg.Duration || (t.Service | t.Documents | t.Closed | t.Blocked | t.Queue | t.Move) < 0) Wrong++;
        }
    }
}
