using CorridorTwin.Simulation.Engine;
using CorridorTwin.Simulation.Network;
using CorridorTwin.Simulation.State;
using static CorridorTwin.Simulation.State.RestoreChangeKind;

namespace CorridorTwin.Simulation.Tests.State;

/// <summary>Whatever changes in the model, at whatever event: nobody is lost, every identity holds, and the new run saves and restores as any other.</summary>
public class ChangedModelTests
{
    private sealed record Change(Action<RichNetwork.Parts> Apply, params RestoreChangeKind[] Reported);

    /// <summary>Each change with what loading a state of the full network into it must at some time report; taking it back is tried too.</summary>
    private static readonly Dictionary<string, Change> Changes = new()
    {
        ["lane removed"] = new(p => p.SecondLane = false, Rejoined),
        ["stage removed"] = new(p => p.Migration = false, Rejoined, FinishesFormerStage),
        ["pay stage removed"] = new(p => p.Bank = false, Rejoined, Redirected),
        ["stage added"] = new(p => p.Weighing = true),
        ["station moved"] = new(p => p.CustomsMoved = true, StationRemoved, StationAdded, Rejoined, Redirected, FinishesWithoutServer),
        ["scan at customs"] = new(p => p.Scanner = false, Rejoined),
        ["joint to sequential"] = new(p => p.Joint = false, FinishesFormerStage),
        ["no feedback"] = new(p => p.Feedback = false),
        ["no priorities"] = new(p => p.Priorities = false, RulesChanged, PriorityLowered),
        ["more room"] = new(p => p.CustomsRoom = 30, RulesChanged),
        ["no limit to the room"] = new(p => p.CustomsRoom = null, RulesChanged),
        ["no room"] = new(p => p.CustomsRoom = 0, RulesChanged),
        ["slower service"] = new(p => p.CustomsMinutes = 20),
        ["other hours"] = new(p => p.CustomsStaff = RichNetwork.Shifts(4, (0, 1), (2, 0), (2.5, 3)), StaffChanged),
        ["mostly closed"] = new(p => p.CustomsStaff = RichNetwork.Shifts(4, (0, 1), (1, 0)), StaffChanged),
        ["sources removed"] = new(p => (p.Surge, p.Buses) = (false, false), SourceRemoved),
        ["source added"] = new(p => p.NewStream = true, SourceAdded),
        ["shorter journey"] = new(p => p.ExitSideOnly = true, JourneyChanged),
        ["attribute added"] = new(p => p.Origins = true, AttributeDrawn),
        ["disturbance removed"] = new(p => p.Storm = false, DisturbanceRemoved),
        ["much at once"] = new(p => (p.SecondLane, p.Migration, p.Joint, p.Scanner, p.Bank, p.Weighing, p.Surge, p.Origins, p.Priorities, p.CustomsMoved) = (false, false, false, false, false, true, false, true, false, true)),
    };

    public static TheoryData<string, string> Pairs()
    {
        var pairs = new TheoryData<string, string>();
        foreach (string change in Changes.Keys)
        {
            pairs.Add("", change);
            pairs.Add(change, "");
        }
        pairs.Add("much at once", "stage added");
        pairs.Add("joint to sequential", "scan at customs");
        return pairs;
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Nobody_is_lost_and_every_identity_holds(string before, string after)
    {
        NetworkModel from = RichNetwork.Build(Changes.GetValueOrDefault(before)?.Apply);
        NetworkModel to = RichNetwork.Build(Changes.GetValueOrDefault(after)?.Apply);
        RestoreChangeKind[] wanted = before == "" ? Changes[after].Reported : [];
        var reported = new HashSet<RestoreChangeKind>();
        // Under any seed: as many replications as it takes to meet what the change can do, within reason.
        for (int r = 0; r == 0 || (r < 8 && !reported.IsSupersetOf(wanted)); r++) reported.UnionWith(Run(from, to, RichNetwork.Options with { Replication = 3 + r }));
        Assert.Superset(wanted.ToHashSet(), reported);
    }

    private static HashSet<RestoreChangeKind> Run(NetworkModel from, NetworkModel to, RunOptions options)
    {
        var reported = new HashSet<RestoreChangeKind>();
        var run = new Replication(from, options);
        for (run.RunEvents(150); !run.Finished && run.Events < 2500; run.RunEvents(97))
        {
            CorridorState state = CorridorStateJson.Read(CorridorStateJson.Write(run.Save()));
            Replication changed = Replication.Restore(to, options, state, new Legs());
            Assert.Equal(state.Trucks.Count, changed.Restored!.Trucks);
            reported.UnionWith(changed.Restored.Changes.Select(c => c.Kind));
            Check(changed);
            changed.RunEvents(20);
            Follow(changed, Replication.Restore(to, options, CorridorStateJson.Read(CorridorStateJson.Write(changed.Save())), new Legs()));
            Check(changed);
        }
        return reported;
    }

    /// <summary>Trucks half way between two models save and restore like any others.</summary>
    private static void Follow(Replication run, Replication restored)
    {
        for (int i = 0; i < 25; i++)
        {
            Assert.Equal(CorridorStateJson.Write(run.Save()), CorridorStateJson.Write(restored.Save()));
            run.RunEvents(1);
            restored.RunEvents(1);
        }
        run.RunEvents(350);
        restored.RunEvents(350);
        Assert.Equal(RunText.Of(run), RunText.Of(restored));
    }

    private static void Check(Replication run)
    {
        RunResult r = run.Result();
        Assert.Equal(r.Created.Sum(), r.LeftBy.Sum() + r.Inside);
        Assert.Equal(run.Save().Trucks.Count, r.Inside);
        Assert.Empty(r.LittleViolations);
    }
}
