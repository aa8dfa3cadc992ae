using CorridorTwin.Simulation.Engine;
using CorridorTwin.Simulation.Network;

namespace CorridorTwin.Simulation.State;

/// <summary>Places each saved truck and side task in the model that loads: under the same model where it was, else where the rules of loading send it.</summary>
internal sealed class StandingMap(NetworkModel model, ModelExtension extension, Pathfinder path, RestoreLog log)
{
    private readonly ModelPlaces places = model.Places;

    public Placement Place(Whereabouts at, bool task = false)
    {
        bool found = places.Rows.TryGetValue(at.Stage, out int row);
        bool fits = found && places.Roles.Fits(row, task);
        int station = at.Station == null ? -1 : places.Stations.GetValueOrDefault(at.Station, -1);
        switch (at.Standing)
        {
            case Standing.Queued:
                return Queued(at, task, found, fits, row, station);
            case Standing.InService when station < 0:
                log.Trucks(RestoreChangeKind.FinishesWithoutServer, at.Station!, at.Stage.ToString());
                return new Placement { At = at, Kind = PlacementKind.AsDelay, Row = CountedAsBefore(at, task, fits, row) };
            case Standing.InService:
                return new Placement { At = at, Row = fits ? row : Finishing(at, task), Station = station };
            case Standing.Delayed:
                return new Placement { At = at, Row = CountedAsBefore(at, task, fits, row) };
            case Standing.Blocked:
                // Done there; only the way ahead still counts.
                return Blocked(at, task, found ? row : Finishing(at, task), station);
            case Standing.InParallel:
                return new Placement { At = at, Row = fits ? row : Finishing(at, task), Tasks = [.. at.Tasks!.Select(t => Place(t, true))] };
            default:
                return new Placement { At = at, Row = fits ? row : Finishing(at, task) };
        }
    }

    private Placement Queued(Whereabouts at, bool task, bool found, bool fits, int row, int station)
    {
        if (fits && IsLane(row, station)) return new Placement { At = at, Row = row, Station = station };
        // Service begun is finished where it was begun.
        if (station >= 0 && at.Remaining != null) return new Placement { At = at, Row = fits ? row : Finishing(at, task), Station = station };
        // A stage that trucks now pass themselves: the side task is still served there, and ends with it.
        if (!fits && task && found && IsLane(row, station)) return new Placement { At = at, Row = extension.Last(row, at.Stage, Former(at, task)), Station = station };
        int to = fits ? row : path.Resolve(at.Former != null || task ? path.After(at, task) : [at.Stage, .. path.After(at, task)], task);
        log.Trucks(RestoreChangeKind.Rejoined, $"{at.Stage} at {at.Station}", path.Name(to));
        return new Placement { At = at, Kind = PlacementKind.MoveOn, Row = fits ? row : Finishing(at, task, quietly: true), Station = station, TargetRow = to };
    }

    private Placement Blocked(Whereabouts at, bool task, int row, int station)
    {
        if (at.Target == null) return new Placement { At = at, Kind = PlacementKind.MoveOn, Row = row, Station = station, TargetDrawn = true };
        bool fits = places.Rows.TryGetValue(at.Target, out int target) && places.Roles.Fits(target, task);
        int ahead = places.Stations.GetValueOrDefault(at.TargetStation!, -1);
        if (fits && IsLane(target, ahead)) return new Placement { At = at, Row = row, Station = station, TargetRow = target, TargetStation = ahead };
        int to = fits ? target : path.Resolve(task ? [at.Target] : path.From(at.Target), task);
        log.Trucks(RestoreChangeKind.Redirected, $"{at.Target} at {at.TargetStation}", path.Name(to));
        return new Placement { At = at, Kind = PlacementKind.MoveOn, Row = row, Station = station, TargetRow = to };
    }

    private bool IsLane(int row, int station)
    {
        ref StageRow stage = ref model.Rows[row];
        return station >= 0 && stage.Kind == RowKind.Serve && (stage.Station == station || (stage.Lanes != null && Array.IndexOf(stage.Lanes, station) >= 0));
    }

    /// <summary>The row for a truck under way without a server: the model's own if it counts the time as the truck's rules did.</summary>
    private int CountedAsBefore(Whereabouts at, bool task, bool fits, int row)
    {
        if (!fits) return Finishing(at, task);
        FormerStage former = Former(at, task);
        if (model.Rows[row].Part == former.Part) return row;
        log.Trucks(RestoreChangeKind.FinishesFormerStage, at.Stage.ToString(), path.Name(row));
        return extension.Recounted(row, at.Stage, former);
    }

    private int Finishing(Whereabouts at, bool task, bool quietly = false)
    {
        FormerStage former = Former(at, task);
        int then = path.Resolve(former.Then, task);
        if (!quietly) log.Trucks(RestoreChangeKind.FinishesFormerStage, at.Stage.ToString(), path.Name(then));
        return extension.Finish(at.Stage, former, then);
    }

    private FormerStage Former(Whereabouts at, bool task)
    {
        if (at.Former is { } former) return former;
        SavedStage? stage = path.Stage(at.Stage);
        return new FormerStage { Part = stage?.Part ?? TimePart.Service, StampOnEnd = stage?.StampOnEnd, Then = path.After(at, task) };
    }
}
