using CorridorTwin.Simulation.Network;

namespace CorridorTwin.Simulation.State;

/// <summary>Chooses the lane of trucks of which only the stage is known, and gives each its place in its queue.</summary>
internal sealed class ObservedQueues
{
    private readonly NetworkModel model;
    private readonly int[] queued;
    private readonly int[] busy;
    private readonly Dictionary<ObservedPlace, Queue<int>> ranks = new(ReferenceEqualityComparer.Instance);
    private readonly long clock;

    public ObservedQueues(NetworkModel model, ObservedStart start)
    {
        this.model = model;
        clock = start.Time.Milliseconds;
        queued = new int[model.Stations.Length];
        busy = new int[model.Stations.Length];
        int rank = 0;
        foreach (ObservedPlace at in start.Trucks.SelectMany(t => t.At.Tasks.Prepend(t.At)).OrderBy(a => a.Order ?? int.MaxValue).ThenBy(a => a.Since))
        {
            // Trucks that look the same may share one record.
            if (!ranks.TryGetValue(at, out Queue<int>? places)) ranks[at] = places = new Queue<int>();
            places.Enqueue(rank++);
            if (at.Station != null && model.Places.Stations.TryGetValue(at.Station, out int lane)) (at.Standing == Standing.Queued ? queued : busy)[lane]++;
        }
    }

    /// <summary>The station a truck waits or is served at: the one seen, else the open lane with most idle servers, or the shortest queue.</summary>
    public int Lane(ObservedPlace at, int row, int classIndex, string who)
    {
        ref StageRow stage = ref model.Rows[row];
        int[] lanes = stage.Lanes ?? [stage.Station];
        if (at.Station != null)
        {
            int seen = model.Places.Stations.GetValueOrDefault(at.Station, -1);
            if (seen >= 0 && Array.IndexOf(lanes, seen) >= 0) return seen;
            throw new CorridorStateException($"{who} is at station '{at.Station}', which is not where stage '{at.Stage}' is served: {string.Join(", ", lanes.Distinct().Select(l => model.StationNames[l]))}.");
        }
        if (at.Standing == Standing.Queued)
        {
            int shortest = Ahead(row, classIndex);
            queued[shortest]++;
            return shortest;
        }
        int free = Open(row, classIndex).MaxBy(l => model.Stations[l].Calendar.LevelAt(clock) - busy[l]);
        busy[free]++;
        return free;
    }

    /// <summary>The shortest of a stage's open lanes, the first among equals.</summary>
    public int Ahead(int row, int classIndex) => Open(row, classIndex).MinBy(l => queued[l] + busy[l]);

    /// <summary>A number that grows along the queue.</summary>
    public int Position(ObservedPlace at) => ranks[at].Dequeue();

    private IEnumerable<int> Open(int row, int classIndex)
    {
        StageRow stage = model.Rows[row];
        if (stage.Lanes is not { } lanes) return [stage.Station];
        return lanes.Where((_, i) => stage.LaneOpen![classIndex * stage.LaneCount + i]);
    }
}
