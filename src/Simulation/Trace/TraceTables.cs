using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Draws;
using CorridorTwin.Simulation.Engine;
using CorridorTwin.Simulation.Network;
using CorridorTwin.Simulation.Time;

namespace CorridorTwin.Simulation.Trace;

/// <summary>What the numbers in trace records mean in the words of events, worked out once for a network.</summary>
internal sealed class TraceTables
{
    private readonly DateTimeOffset epoch;

    public TraceTables(CorridorNetwork corridor)
    {
        NetworkModel network = corridor.Network;
        epoch = TraceClock.EpochOf(corridor);
        Stations = [.. corridor.Stations.Select(s => Station(corridor, s))];
        Procedures = [.. corridor.Legs.Select(l => Procedure(corridor, l))];
        HashSet<int> joint = [.. network.Rows.Where(r => r.Kind == RowKind.Fork).SelectMany(r => r.Tasks!).SelectMany(t => From(network, t))];
        Rows = [.. Enumerable.Range(0, network.Rows.Length).Select(i => new RowWords(corridor, i, joint.Contains(i)))];
        Streams = [.. corridor.Streams.Select((s, i) => new StreamWords(
            Mix.HashName(network.SourceNames[i]), s.Origin, s.Destination, s.Background ? network.SourceNames[i].Split('/')[^1] : null))];
        Classes = [.. Enumerable.Range(0, network.Classes.Count).Select(i => Flags(network.Classes[i]))];
    }

    public PlaceWords[] Stations { get; }
    public ProcedureWords[] Procedures { get; }
    public RowWords[] Rows { get; }
    public StreamWords[] Streams { get; }
    public CargoFlags[] Classes { get; }

    /// <summary>A simulated instant on a clock with an offset from UTC.</summary>
    public DateTimeOffset At(long time, TimeSpan offset) => TraceClock.At(new SimTime(time), offset, epoch);

    public static TimeSpan Offset(CorridorNetwork corridor, string country) => TimeSpan.FromHours(corridor.Corridor.Country(country).UtcOffsetHours);

    private static PlaceWords Station(CorridorNetwork corridor, StationMeaning s) =>
        new(corridor.Corridor.Posts[s.PostIndex].Id, s.Country, s.Direction, Offset(corridor, s.Country), s.Lane, s.Agency);

    private static ProcedureWords Procedure(CorridorNetwork corridor, LegMeaning leg) => leg.IsSide
        ? new ProcedureWords(new PlaceWords(corridor.Corridor.Posts[leg.PostIndex].Id, leg.Country, leg.Direction, Offset(corridor, leg.Country), null, null), leg.Operation)
        : new ProcedureWords(null, null);

    private static CargoFlags Flags(TruckClass c) =>
        (c.Is(CorridorCompiler.Cargo, nameof(CargoClass.Perishable)) ? CargoFlags.Perishable : 0)
        | (c.Is(CorridorCompiler.Cargo, nameof(CargoClass.Dangerous)) ? CargoFlags.Hazardous : 0)
        | (c.Is(CorridorCompiler.Cargo, nameof(CargoClass.Relief)) ? CargoFlags.Relief : 0)
        | (c.Is(CorridorCompiler.Aeo, CorridorCompiler.Yes) ? CargoFlags.Aeo : 0)
        | (c.Is(CorridorCompiler.Msme, CorridorCompiler.Yes) ? CargoFlags.Msme : 0);

    /// <summary>The rows a side task goes through.</summary>
    private static IEnumerable<int> From(NetworkModel network, int first)
    {
        var seen = new HashSet<int>();
        var open = new Stack<int>([first]);
        while (open.TryPop(out int row))
        {
            if (row == Replication.End || !seen.Add(row)) continue;
            Route route = network.Routes[network.Rows[row].Route];
            foreach (int next in route.Always != -2 ? [route.Always] : route.Targets) open.Push(next);
        }
        return seen;
    }
}

/// <summary>Where: a side, and perhaps a lane of it.</summary>
internal sealed record PlaceWords(string Post, string Side, Direction Dir, TimeSpan Offset, string? Lane, Agency? Agency);

/// <summary>A leg: the side it crosses and the operation performed; nothing for a road or background traffic.</summary>
internal sealed record ProcedureWords(PlaceWords? Place, Operation? Operation);

/// <summary>A stream: its hash for pseudonyms, the journey's ends, and the kind of vehicle if it is no truck.</summary>
internal sealed record StreamWords(ulong Hash, string Origin, string Destination, string? Vehicle);
