using System.Text.Json;
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
            Assert.True(restored.Restored!.IsExact, restored.Restored.ToString());
            restored.RunEvents(1);
            Assert.Equal(after, CorridorStateJson.Write(restored.Save()));
            before = after;
            n++;
        }
        Assert.InRange(n, 2000, 20000);
    }

    [Fact]
    public void Restored_at_every_event_the_run_ends_the_same()
    {
        var legs = new Legs();
        var whole = new Replication(Model, RichNetwork.Options, legs);
        var states = new List<(string Json, int Heard)>();
        do
        {
            states.Add((CorridorStateJson.Write(whole.Save()), legs.Lines.Count));
            whole.RunEvents(1);
        }
        while (!whole.Finished);
        string result = Result(whole);
        Assert.Empty(whole.Result().LittleViolations);
        for (int i = 0; i < states.Count; i += i < 500 ? 1 : 7)
        {
            var heard = new Legs();
            Replication restored = Replication.Restore(Model, RichNetwork.Options, CorridorStateJson.Read(states[i].Json), heard);
            restored.RunToEnd();
            Assert.Equal(whole.Fingerprint, restored.Fingerprint);
            Assert.Equal(result, Result(restored));
            Assert.Equal(legs.Lines[states[i].Heard..], heard.Lines);
        }
    }

    internal static string Result(Replication run)
    {
        RunResult r = run.Result();
        return JsonSerializer.Serialize(new { r.Fingerprint, r.Events, r.End, r.Created, r.LeftBy, r.Inside, r.CohortInside, r.Stations, r.Probes, r.LittleViolations },
            new JsonSerializerOptions { NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals });
    }
}
