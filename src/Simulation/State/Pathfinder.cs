using CorridorTwin.Simulation.Engine;
using CorridorTwin.Simulation.Network;

namespace CorridorTwin.Simulation.State;

/// <summary>
/// Says where trucks go on whose next stage the model lacks: where the rules they entered with would have sent them, else at the first
/// later stage of the saved order that there is.
/// </summary>
internal sealed class Pathfinder(NetworkModel model, ModelExtension extension, CorridorState state)
{
    private readonly ModelPlaces places = model.Places;
    private readonly Dictionary<string, SavedProcedure> procedures = state.Procedures.ToDictionary(p => p.Name);

    /// <summary>The saved stage of a name; null if only a former model had it.</summary>
    public SavedStage? Stage(StageName name) => procedures.TryGetValue(name.Procedure, out SavedProcedure? p) ? p.Stages.FirstOrDefault(s => s.Name == name.Stage) : null;

    /// <summary>Stages at which a truck may go on after its present one, the likeliest first. A side task knows only its next one: what comes later may not be its own.</summary>
    public IReadOnlyList<StageName> After(Whereabouts at, bool task)
    {
        if (at.Former is { } former) return former.Then;
        if (at.Ends == true) return [];
        if (task) return at.Next == null ? [] : [at.Next];
        return at.Next == null ? Later(at.Stage) : From(at.Next);
    }

    /// <summary>A stage and those after it.</summary>
    public IReadOnlyList<StageName> From(StageName stage) => [stage, .. Later(stage)];

    /// <summary>The row where a truck or side task goes on: of the first stage there is, or the end.</summary>
    public int Resolve(IReadOnlyList<StageName> stages, bool task)
    {
        foreach (StageName stage in stages)
        {
            if (!places.Rows.TryGetValue(stage, out int row)) continue;
            if (places.Roles.Fits(row, task)) return row;
            if (!task && Fork(row, stage) is { } fork) return fork;
        }
        return Replication.End;
    }

    /// <summary>The row's name in a report.</summary>
    public string Name(int row) => row == Replication.End ? "end" : row < places.StageNames.Length ? places.StageNames[row].ToString() : "side tasks left to do";

    private IReadOnlyList<StageName> Later(StageName stage) =>
        procedures.TryGetValue(stage.Procedure, out SavedProcedure? p)
            ? [.. p.Stages.SkipWhile(s => s.Name != stage.Stage).Skip(1).Where(s => s.Exit != true).Select(s => new StageName(p.Name, s.Name))]
            : [];

    /// <summary>A stage that has become a side task is done by starting the side tasks, less those the truck has behind it.</summary>
    private int? Fork(int row, StageName stage)
    {
        int fork = places.Roles.ForkOf(row);
        int[] all = model.Rows[fork].Tasks!;
        int[] behind = [.. Before(stage).Where(places.Rows.ContainsKey).Select(s => places.Rows[s])];
        int[] left = [.. all.Where(first => !behind.Any(done => places.Roles.Within(first, done)))];
        if (left.Length == 0) return null;
        return left.Length == all.Length ? fork : extension.PartOf(fork, left, places.StageNames[fork]);
    }

    private IEnumerable<StageName> Before(StageName stage) =>
        procedures.TryGetValue(stage.Procedure, out SavedProcedure? p) ? p.Stages.TakeWhile(s => s.Name != stage.Stage).Select(s => new StageName(p.Name, s.Name)) : [];
}
