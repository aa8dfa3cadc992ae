using CorridorTwin.Simulation.Network;

namespace CorridorTwin.Simulation.State;

/// <summary>Finds the journey a saved truck goes on with, and its place in it.</summary>
internal sealed class JourneyMap(NetworkModel model, ModelExtension extension, CorridorState state, RestoreLog log)
{
    private readonly ModelPlaces places = model.Places;
    private readonly Dictionary<string, SavedSource> saved = state.Sources.ToDictionary(s => s.Name);
    private readonly Dictionary<string, int> gone = [];

    /// <summary>The number of a source; one that is gone is kept for its trucks' identity and count.</summary>
    public int Source(string name)
    {
        if (places.Sources.TryGetValue(name, out int source) || gone.TryGetValue(name, out source)) return source;
        log.Place(RestoreChangeKind.SourceRemoved, name);
        return gone[name] = extension.Source(saved[name] with { Arrivals = null });
    }

    /// <summary>The truck's journey and leg: its source's if that still has the procedure the truck is in, else a journey of its own along what there is.</summary>
    public (int Journey, int Leg) Of(SavedTruck truck, int source)
    {
        IReadOnlyList<StageName> old = truck.Journey ?? saved[truck.Source].Journey;
        string present = old[truck.Leg].Procedure;
        if (source >= model.Sources.Length) return Own(truck, [.. old.Skip(truck.Leg + 1).Where(s => places.Procedures.ContainsKey(s.Procedure))], old);
        StageName[] now = Names(model.Journeys[source]);
        if (truck.Leg < now.Length && now[truck.Leg].Procedure == present) return (source, truck.Leg);
        int leg = Array.FindIndex(now, s => s.Procedure == present);
        if (leg >= 0)
        {
            log.Trucks(RestoreChangeKind.JourneyChanged, truck.Source, present);
            return (source, leg);
        }
        // The leg itself is gone: the truck ends it, then goes on where its old journey meets the new one.
        int meets = Array.FindIndex(now, s => old.Skip(truck.Leg + 1).Any(o => o.Procedure == s.Procedure));
        return Own(truck, meets < 0 ? [] : now[meets..], old);
    }

    private (int, int) Own(SavedTruck truck, StageName[] rest, IReadOnlyList<StageName> old)
    {
        log.Trucks(RestoreChangeKind.JourneyChanged, truck.Source, rest.Length == 0 ? "end" : rest[0].Procedure);
        StageName[] names = [.. old.Take(truck.Leg + 1), .. rest];
        int[] firsts = [.. names.Select(FirstRow)];
        return (extension.Journey(names, firsts), truck.Leg);
    }

    /// <summary>Where a leg begins: at the stage the name says, else where its procedure does now. Legs behind or under way never begin again.</summary>
    private int FirstRow(StageName name) =>
        places.Rows.TryGetValue(name, out int row) ? row
        : places.Procedures.TryGetValue(name.Procedure, out int p) && model.Procedures[p].Order.Length > 0 ? model.Procedures[p].Order[0]
        : 0;

    private StageName[] Names(JourneyRow journey) => [.. journey.Procedures.Select((p, i) => new StageName(model.ProcedureNames[p], model.StageNames[journey.FirstRows[i]]))];
}
