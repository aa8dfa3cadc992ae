using CorridorTwin.Simulation.Network;

namespace CorridorTwin.Simulation.State;

/// <summary>The keys of a model's places, both ways: what saving writes and loading looks up.</summary>
internal sealed class ModelPlaces
{
    public ModelPlaces(NetworkModel model)
    {
        StageNames = [.. model.StageNames.Select((name, row) => new StageName(model.ProcedureNames[model.Rows[row].Procedure], name))];
        Rows = StageNames.Select((name, row) => (name, row)).ToDictionary(x => x.name, x => x.row);
        Stations = Numbers(model.StationNames);
        Procedures = Numbers(model.ProcedureNames);
        Sources = Numbers(model.SourceNames);
        Disturbances = Numbers(model.DisturbanceNames);
        Exits = Numbers(model.ExitNames);
        Saved = [.. model.ProcedureNames.Select((name, p) => new SavedProcedure(name, [.. model.Procedures[p].Order.Select(row => Stage(model, row))]))];
        Roles = new StageRoles(model);
    }

    /// <summary>Stage names by row.</summary>
    public StageName[] StageNames { get; }

    public Dictionary<StageName, int> Rows { get; }
    public Dictionary<string, int> Stations { get; }
    public Dictionary<string, int> Procedures { get; }
    public Dictionary<string, int> Sources { get; }
    public Dictionary<string, int> Disturbances { get; }
    public Dictionary<string, int> Exits { get; }

    /// <summary>The procedures as every state of this model lists them.</summary>
    public SavedProcedure[] Saved { get; }

    public StageRoles Roles { get; }

    private static Dictionary<string, int> Numbers(IReadOnlyList<string> names) =>
        names.Select((name, i) => (name, i)).ToDictionary(x => x.name, x => x.i);

    private static SavedStage Stage(NetworkModel model, int row)
    {
        ref StageRow stage = ref model.Rows[row];
        return new SavedStage(model.StageNames[row])
        {
            Part = stage.Part == TimePart.Service ? null : stage.Part,
            StampOnEnd = stage.StampOnEnd < 0 ? null : stage.StampOnEnd,
            Exit = stage.Kind == RowKind.Exit ? true : null,
        };
    }
}
