using System.Collections.Immutable;
using CorridorTwin.Simulation.Calendars;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Draws;
using CorridorTwin.Simulation.Network;
using CorridorTwin.Simulation.Time;
using static CorridorTwin.Simulation.Tests.KnownAnswers.Times;

namespace CorridorTwin.Simulation.Tests.Engine;

internal enum Law { Exponential, Round, Zero, Lognormal, Uniform }

internal enum Room { Unlimited, Loss, Blocking, ByPriority }

internal enum Shifts { Always, Day, Lunch, Odd }

internal enum Wear { None, Clock, Work }

/// <summary>One station of a random network and the stage served there.</summary>
internal sealed record StationRecipe(
    int Servers, Law Law, double Mean, Room Room, int Places, Shifts Shifts, ShiftEnd ShiftEnd, Wear Wear, bool CallIn, bool SecondLane, bool Slowed, bool Joint, bool Returns);

/// <summary>
/// A random open network: trucks go through the stations in order, may skip one, and may return where nothing blocks (a
/// cycle of full yards would stand still for ever, in life as in the engine).
/// </summary>
internal sealed record NetworkRecipe(ImmutableArray<StationRecipe> Stations, double PerHour, bool Convoys, bool Documents, bool Balking)
{
    public override string ToString() =>
        $"{PerHour} per hour{(Convoys ? ", convoys" : "")}{(Documents ? ", documents" : "")}{(Balking ? ", balking" : "")}\n" + string.Join('\n', Stations);

    public NetworkBuilder Network()
    {
        var b = new NetworkBuilder();
        b.Attribute("cargo", ("general", 0.7), ("perishable", 0.3));
        ProcedureBuilder main = b.Procedure("main");
        StationBuilder[] stations = [.. Stations.Select((s, i) => Build(b, s, i))];
        bool blocking = Stations.Any(s => s.Room is Room.Blocking or Room.ByPriority);
        StageBuilder? next = Documents ? main.AwaitDocuments("await").Then(Stage(b, main, stations, stations.Length - 1, null)) : null;
        int last = Documents ? stations.Length - 2 : stations.Length - 1;
        for (int i = last; i >= 0; i--)
        {
            StageBuilder stage = Stage(b, main, stations, i, next);
            if (Stations[i].Returns && !blocking) stage.Route((stage, 0.3));
            else stage.Route((next, 0.8));
            next = stage;
        }
        if (Documents) next = main.Lodge("lodge", new DocumentTrack("papers", _ => 0.5, Exp(5), _ => Exp(2), Calendar(1, Shifts.Day), 0.1, Exp(1))).Then(next);
        if (Balking) next = main.Pass("look").LeaveByNumber(stations[0], main.Exit("balked"), 0, 0, 0.1, 0.5).Then(next);
        b.Source("steady").Poisson(PerHour).To(next!);
        SourceBuilder round = b.Source("on the hour").Renewal(Det(2)).To(next!);
        if (Convoys) round.Batches(0.2, 0.3, 0.5);
        return b;
    }

    private StationBuilder Build(NetworkBuilder b, StationRecipe r, int i)
    {
        StationBuilder station = b.Station($"S{i}").Priorities(2).Scheduled(Calendar(r.Servers, r.Shifts), r.ShiftEnd).TrackLevels(5);
        if (r.Room == Room.Loss) station.WaitingRoom(r.Places).TurnAwayWhenFull();
        if (r.Room == Room.Blocking) station.WaitingRoom(r.Places);
        if (r.Room == Room.ByPriority) station.WaitingRooms(r.Places, r.Places + 1);
        if (r.Wear != Wear.None) station.Fails(Exp(20), Exp(2), r.Wear == Wear.Work);
        if (r.CallIn) station.CallIn(3, 1, 1, i % 2 == 0).CallIn(6, 2, 2);
        if (r.Slowed) b.Disturbance($"outage {i}").Slows(2, station).AtRandom(Exp(30), Det(5));
        return station;
    }

    private StageBuilder Stage(NetworkBuilder b, ProcedureBuilder main, StationBuilder[] stations, int i, StageBuilder? next)
    {
        StationRecipe r = Stations[i];
        if (r.Joint && r.Room != Room.Loss)
        {
            StageBuilder drive = main.Delay($"drive {i}", Exp(0.5));
            StageBuilder one = main.Stage($"one {i}", stations[i], Service(r)).Then(drive);
            StageBuilder other = main.Stage($"other {i}", b.Station($"T{i}").Scheduled(Calendar(2, Shifts.Lunch), r.ShiftEnd), Service(r));
            return main.InParallel($"joint {i}", one, other).Then(next);
        }
        StageBuilder stage = main.Stage($"stage {i}", stations[i], Service(r)).PriorityBy(c => c.Is("cargo", "perishable") ? 0 : 1).Then(next);
        if (r.SecondLane) stage.OrAt(b.Station($"L{i}").Priorities(2), c => c.Is("cargo", "perishable"));
        return stage;
    }

    private static Distribution Service(StationRecipe r) => r.Law switch
    {
        // Work that starts afresh in every shift and is longer than any of them never ends: no tails here.
        _ when r.ShiftEnd == ShiftEnd.SuspendRestart => Unif(0, 2 * r.Mean),
        Law.Exponential => Exp(r.Mean),
        // Whole and half hours, so that events fall together.
        Law.Round => Det(Math.Ceiling(2 * r.Mean) / 2),
        Law.Zero => Det(0),
        Law.Lognormal => Distribution.Lognormal(Hours(r.Mean), 1.5),
        _ => Unif(0, 2 * r.Mean),
    };

    private static CapacityCalendar Calendar(int servers, Shifts shifts) => shifts switch
    {
        Shifts.Always => CapacityCalendar.Constant(servers),
        Shifts.Day => Daily((0, 0), (8, servers), (16, 0)),
        Shifts.Lunch => Daily((0, servers), (12, 0), (13, servers + 1), (20, 1)),
        _ => CapacityCalendar.Steps(SimDuration.FromHours(7).Milliseconds, (SimTime.Zero, servers), (Clock(3), 0), (Clock(5), 2 * servers)),
    };

    private static CapacityCalendar Daily(params (double Hour, int Level)[] steps) =>
        CapacityCalendar.Steps(SimDuration.FromHours(24).Milliseconds, [.. steps.Select(s => (Clock(s.Hour), s.Level))]);
}
