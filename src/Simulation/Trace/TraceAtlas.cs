using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Engine;
using CorridorTwin.Simulation.Network;

namespace CorridorTwin.Simulation.Trace;

/// <summary>What a stage of the network is for a truck.</summary>
public enum AtlasKind
{
    /// <summary>Served at a station.</summary>
    Served,
    /// <summary>Under way without a server: a road, a bridge, a laboratory.</summary>
    Delayed,
    /// <summary>Waits for the declaration.</summary>
    Awaiting,
    /// <summary>Side tasks run.</summary>
    Parallel,
    /// <summary>Takes no time.</summary>
    Passed,
}

/// <summary>A stage of the network, with the words events use for it.</summary>
/// <param name="Procedure">Procedure's name.</param>
/// <param name="Stage">Stage's name in it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Word">The stage in events; null for one that has no events.</param>
/// <param name="Lanes">Lanes that serve it, in events.</param>
/// <param name="Stations">The same lanes as stations of the network.</param>
/// <param name="Joint">Part of a joint inspection.</param>
public sealed record AtlasRow(string Procedure, string Stage, AtlasKind Kind, string? Word, IReadOnlyList<string> Lanes, IReadOnlyList<string> Stations, bool Joint);

/// <summary>From the words of events back to the places of the network: what an observation needs to become the start of a run.</summary>
public sealed class TraceAtlas
{
    private readonly Dictionary<string, IReadOnlyList<AtlasRow>> byProcedure;
    private readonly CorridorNetwork corridor;

    /// <summary>The atlas of a corridor.</summary>
    public TraceAtlas(CorridorNetwork corridor)
    {
        this.corridor = corridor;
        NetworkModel network = corridor.Network;
        var tables = new TraceTables(corridor);
        var rows = new List<AtlasRow>();
        for (int i = 0; i < network.Rows.Length; i++)
        {
            StageRow row = network.Rows[i];
            int[] stations = row.Lanes?.Distinct().ToArray() ?? (row.Station >= 0 ? [row.Station] : []);
            AtlasKind kind = row.Kind switch { RowKind.Serve => AtlasKind.Served, RowKind.Delay => AtlasKind.Delayed, RowKind.Await => AtlasKind.Awaiting, RowKind.Fork => AtlasKind.Parallel, _ => AtlasKind.Passed };
            rows.Add(new AtlasRow(
                network.ProcedureNames[row.Procedure], network.StageNames[i], kind, kind is AtlasKind.Served or AtlasKind.Delayed ? tables.Rows[i].Stage : null,
                [.. stations.Select(s => corridor.Stations[s].Lane)], [.. stations.Select(s => network.StationNames[s])], tables.Rows[i].Joint));
        }
        // In the order of the procedure, so that the next stage is the next row.
        byProcedure = Enumerable.Range(0, network.Procedures.Length).ToDictionary(p => network.ProcedureNames[p], p => (IReadOnlyList<AtlasRow>)[.. network.Procedures[p].Order.Select(i => rows[i])]);
        Journeys = [.. network.Journeys.Take(network.SourceNames.Count).Select(j => (IReadOnlyList<int>)j.Procedures)];
        Failing = Enumerable.Range(0, network.Stations.Length).Where(s => network.Stations[s].FailureSampler >= 0).Select(s => network.StationNames[s]).ToHashSet();
    }

    /// <summary>The legs of each source's trucks, as numbers of procedures.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Journeys { get; }

    /// <summary>Stations that can break down.</summary>
    public IReadOnlySet<string> Failing { get; }

    /// <summary>The stages of a procedure, in order.</summary>
    public IReadOnlyList<AtlasRow> Of(string procedure) => byProcedure.GetValueOrDefault(procedure, []);

    /// <summary>A station's name in the network.</summary>
    public static string Station(string post, Direction dir, string side, string lane) => $"{post}/{dir}/{side}/{lane}";

    /// <summary>Mean trucks a day of a source, as the demand says; 0 for background and additions.</summary>
    public double PerDay(int source)
    {
        StreamMeaning s = corridor.Streams[source];
        string name = corridor.Network.SourceNames[source];
        if (s.Background || name.Contains("/added", StringComparison.Ordinal) || name.Contains("/surge-", StringComparison.Ordinal)) return 0;
        return s.Empty
            ? corridor.Corridor.Demand.Empty.Where(e => name == $"empty/{e.Post}/{e.Direction}").Sum(e => e.PerDay)
            : corridor.Corridor.Demand.Loaded.Where(l => name == $"{l.Origin}>{l.Destination}").Sum(l => l.PerDay);
    }
}
