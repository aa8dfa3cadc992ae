using CorridorTwin.Simulation.Engine;
using CorridorTwin.Simulation.Network;
using CorridorTwin.Simulation.State;
using CorridorTwin.Simulation.Time;

namespace CorridorTwin.Simulation.Tests.State;

/// <summary>The code of docs/state.md, as it stands there: <see cref="DocumentedStatesTests"/> compares the text and runs it.</summary>
internal static class DocumentedStates
{
    public static (Replication Later, Replication Run) SaveAndGoOn(NetworkModel model, RunOptions options)
    {
        // snippet: save and go on
        var run = new Replication(model, options);
        run.RunUntil(SimTime.FromHours(9));
        string json = CorridorStateJson.Write(run.Save());

        Replication later = Replication.Restore(model, options, CorridorStateJson.Read(json));
        later.RunToEnd(); // the same fingerprint, event count and results as without the stop
        // end
        return (later, run);
    }

    public static Replication[] Fork(NetworkModel model, NetworkModel changed, RunOptions options, Replication run)
    {
        // snippet: fork
        CorridorState now = run.Save().FromNow();
        var tonight = options with { WarmUp = SimDuration.Zero, Length = SimDuration.FromHours(12) };
        Replication asIs = Replication.Restore(model, tonight, now);
        Replication whatIf = Replication.Restore(changed, tonight, now);
        Replication otherLuck = Replication.Restore(model, tonight with { Replication = 1 }, now);
        // end
        return [asIs, whatIf, otherLuck];
    }

    public static Replication Observe(NetworkModel model, RunOptions tonight)
    {
        // snippet: start from what was seen
        var seen = new ObservedStart
        {
            Time = SimTime.FromHours(9),
            Trucks =
            [
                new ObservedTruck { Source = "trucks", Ordinal = 17, At = new ObservedPlace { Procedure = "main", Stage = "papers", Standing = Standing.InService, Since = SimTime.FromHours(8.9) } },
                new ObservedTruck { Source = "trucks", At = new ObservedPlace { Procedure = "main", Stage = "papers", Standing = Standing.Queued, Since = SimTime.FromHours(8.5), Order = 0 } },
            ],
        };
        Replication forecast = Replication.Observe(model, tonight, seen);
        // end
        return forecast;
    }
}
