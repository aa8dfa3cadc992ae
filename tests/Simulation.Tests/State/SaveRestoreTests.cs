using CorridorTwin.Simulation.Engine;
using CorridorTwin.Simulation.Network;
using CorridorTwin.Simulation.State;

namespace CorridorTwin.Simulation.Tests.State;

/// <summary>Saving at any event, through JSON, and going on is the same as never having stopped.</summary>
public class SaveRestoreTests
{
    private static readonly NetworkModel Model = RichNetwork.Build();

    [Fact]
    public void Restored_at_every_event_the_next_state_is_the_same_to_the_last_field()
    {
        var run = new Replication(Model, RichNetwork.Options);
        string before = CorridorStateJson.Write(run.Save());
        int n = 0;
        while (!run.Finished)
        {
            run.RunEvents(1);
            string after = CorridorStateJson.Write(run.Save());
            Replication restored = Replication.Restore(Model, RichNetwork.Options, CorridorStateJson.Read(before));
            Assert.True(restored.Restored!.IsUnchanged, restored.Restored.ToString());
            restored.RunEvents(1);
            Assert.Equal(after, CorridorStateJson.Write(restored.Save()));
            before = after;
            n++;
        }
        Assert.InRange(n, 2000, 20000);
    }

    [Fact]
    public void Restored_at_any_event_the_run_ends_the_same_and_reports_the_same_legs_and_trace()
    {
        var whole = new Legs();
        var run = new Replication(Model, RichNetwork.Options, whole);
        var saved = new List<(string Json, int Ended, int Traced)>();
        for (int n = 0; !run.Finished; n++)
        {
            // The rest is covered event by event above: one state leads to the next.
            if (n < 200 || n % 11 == 0) saved.Add((CorridorStateJson.Write(run.Save()), whole.Ended.Count, whole.Records.Count));
            run.RunEvents(1);
        }
        saved.Add((CorridorStateJson.Write(run.Save()), whole.Ended.Count, whole.Records.Count));
        string result = RunText.Of(run);
        Assert.Empty(run.Result().LittleViolations);
        Assert.Equal(result, RunText.Of(Finished(new Replication(Model, RichNetwork.Options))));
        foreach ((string json, int ended, int traced) in saved)
        {
            var rest = new Legs();
            Replication restored = Finished(Replication.Restore(Model, RichNetwork.Options, CorridorStateJson.Read(json), rest));
            Assert.Equal(run.Fingerprint, restored.Fingerprint);
            Assert.Equal(result, RunText.Of(restored));
            Assert.Equal(whole.Ended[ended..], rest.Ended);
            Assert.Equal(whole.Records[traced..], rest.Records);
        }
    }

    [Fact]
    public void What_the_network_goes_through_is_all_there_is_to_save()
    {
        var seen = new HashSet<string>();
        // Under any seed: as many replications as it takes, within reason.
        for (int r = 0; r < 8 && !seen.IsSupersetOf(Wanted); r++) Observe(new Replication(Model, RichNetwork.Options with { Replication = 3 + r }));
        string[] missing = [.. Wanted.Except(seen)];
        Assert.True(missing.Length == 0, string.Join("; ", missing));

        void Observe(Replication run)
        {
            for (; !run.Finished; run.RunEvents(1)) Look(run.Save());
        }

        void Look(CorridorState state)
        {
            foreach (SavedTruck truck in state.Trucks) See(truck.At, "truck");
            foreach (SavedStation s in state.Stations)
            {
                if (s.CallIns != null) seen.Add("staff on the way");
                if (s.ExtraLevel > 0) seen.Add("staff called in");
                if (s.Breakdown is { } b) seen.Add($"{(b.WhileBusy ? "busy" : "clock")} {(b.Down ? "down" : b.Due == null ? "idle" : "up")}");
                if (s.Calendar?.At == state.Clock) seen.Add("calendar due at once");
                if (s.Scheduled == 0) seen.Add("closed");
            }
            foreach (SavedDisturbance d in state.Disturbances) seen.Add($"{d.Name} {d.Active} {d.Due != null}");
            if (state.CancelledUntil != null) seen.Add("cancelled");
            if (state.Trucks.Any(t => t.At.Visits?.Values.Max() > 1)) seen.Add("returned");
            if (state.Left.ContainsKey("turned away")) seen.Add("turned away");
            if (state.Left.ContainsKey("diverted")) seen.Add("diverted");
        }

        void See(Whereabouts at, string who)
        {
            seen.Add($"{who} {at.Standing}{(at.Standing == Standing.Blocked ? at.Station == null ? " empty-handed" : " holding" : "")}{(at.Remaining != null ? " suspended" : "")}");
            foreach (Whereabouts task in at.Tasks ?? []) See(task, "task");
        }
    }

    private static readonly string[] Wanted =
    [
        "truck Queued", "truck Queued suspended", "truck InService", "truck Delayed", "truck Blocked holding", "truck Blocked empty-handed", "truck AwaitingDocuments", "truck InParallel",
        "task Queued", "task Queued suspended", "task InService", "task Delayed", "task Blocked empty-handed",
        "staff on the way", "staff called in", "busy down", "busy up", "busy idle", "clock down", "clock up", "calendar due at once", "closed",
        "outage True True", "outage False True", "storm True True", "storm False True", "storm False False", "cancelled", "returned", "turned away", "diverted",
    ];

    private static Replication Finished(Replication run)
    {
        run.RunToEnd();
        return run;
    }
}
