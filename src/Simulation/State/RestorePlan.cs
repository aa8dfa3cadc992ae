using CorridorTwin.Simulation.Draws;
using CorridorTwin.Simulation.Network;

namespace CorridorTwin.Simulation.State;

/// <summary>A checked state in the numbers of the model that loads it: what stays, what moves on, and the model with what trucks still need of their old one.</summary>
internal sealed class RestorePlan
{
    /// <exception cref="CorridorStateException">The state is broken, of another version, or of another corridor.</exception>
    public RestorePlan(NetworkModel given, CorridorState state, ulong runKey)
    {
        StateCheck.Check(state);
        NetworkModel model = given.Former?.Base ?? given;
        CheckCorridor(model, state);
        State = state;
        var extension = new ModelExtension(model);
        var path = new Pathfinder(model, extension, state);
        var standing = new StandingMap(model, extension, path, Log);
        var journeys = new JourneyMap(model, extension, state, Log);
        var classes = new ClassMap(model);
        Sources = [.. state.Sources.Select(s => journeys.Source(s.Name))];
        foreach (string exit in state.Left.Keys) extension.Exit(exit);
        Trucks = [.. state.Trucks.Select(Plan)];
        Model = extension.Build();

        TruckPlan Plan(SavedTruck truck)
        {
            int source = journeys.Source(truck.Source);
            (int journey, int leg) = journeys.Of(truck, source);
            ulong key = Mix.Combine(Mix.Combine(runKey, Mix.HashName(truck.Source)), (ulong)truck.Ordinal);
            int[] known = classes.Known(truck.Class, foreign => Log.Trucks(RestoreChangeKind.AttributeDropped, foreign, null));
            for (int a = 0; a < known.Length; a++)
                if (known[a] < 0) Log.Trucks(RestoreChangeKind.AttributeDrawn, model.Classes.Attributes[a].Name, null);
            short classIndex = source < model.Sources.Length ? classes.Draw(known, source, key) : Without(known);
            return new TruckPlan(truck, source, journey, leg, classIndex, key, standing.Place(truck.At));
        }

        // A source that is gone has no shares: what is unknown takes the first value.
        short Without(int[] known) => (short)known.Select((v, a) => Math.Max(0, v) * model.Classes.Strides[a]).Sum();
    }

    public CorridorState State { get; }
    public NetworkModel Model { get; }
    public RestoreLog Log { get; } = new();
    public IReadOnlyList<TruckPlan> Trucks { get; }

    /// <summary>Numbers of the saved sources, in the state's order.</summary>
    public IReadOnlyList<int> Sources { get; }

    private static void CheckCorridor(NetworkModel model, CorridorState state)
    {
        if (state.Trucks.Count == 0 && state.Stations.Count == 0) return;
        if (state.Stations.Any(s => model.Places.Stations.ContainsKey(s.Name))) return;
        if (state.Procedures.Any(p => p.Stages.Any(s => model.Places.Rows.ContainsKey(new StageName(p.Name, s.Name))))) return;
        string first = state.Stations.FirstOrDefault()?.Name ?? state.Procedures.FirstOrDefault()?.Name ?? "";
        throw new CorridorStateException($"The state is of another corridor: the model has none of its stations or stages (the first is '{first}').");
    }
}
