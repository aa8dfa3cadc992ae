using CorridorTwin.Simulation.Draws;
using CorridorTwin.Simulation.Engine;
using CorridorTwin.Simulation.Network;
using CorridorTwin.Simulation.Tests.KnownAnswers;
using static CorridorTwin.Simulation.Tests.KnownAnswers.Times;

namespace CorridorTwin.Simulation.Tests.Engine;

/// <summary>Every start and end of thousands of trucks against recursions that know nothing of events: exact, whatever the draws.</summary>
public class SamplePathTests
{
    private const int Trucks = 5000;

    /// <summary>First come, first served at c servers (Kiefer and Wolfowitz 1955): a truck starts when it has come and the server free first is free.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void ManyServers(int servers)
    {
        var b = new NetworkBuilder();
        StationBuilder desk = b.Station("desk").Servers(servers);
        b.Source("trucks").Poisson(servers).To(b.Stage("service", desk, Distribution.Lognormal(Hours(0.95), 1)));
        TraceLog log = TraceLog.Of(b, Trucks / servers);
        long[] joins = log.When(TraceKind.Join, "trucks");
        long[] starts = log.When(TraceKind.Start, "trucks");
        long[] free = new long[servers];
        foreach ((long start, Leg leg) in starts.Zip(log.Legs.OrderBy(l => l.Ordinal).TakeWhile((l, i) => l.Ordinal == i)))
        {
            int first = Array.IndexOf(free, free.Min());
            Assert.Equal(Math.Max(joins[leg.Ordinal], free[first]), start);
            free[first] = leg.End;
        }
        Assert.True(starts.Length > Trucks / 2);
    }

    /// <summary>
    /// A line of single servers with room for B trucks before each: truck n leaves station j when its service is done and truck
    /// n − B − 1 has left station j + 1 (blocking after service).
    /// </summary>
    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(0, 3, 0)]
    [InlineData(2, 0, 1)]
    [InlineData(5, 1, 4)]
    public void ALineWithBlocking(params int[] rooms)
    {
        var b = new NetworkBuilder();
        StageBuilder? next = null;
        for (int j = rooms.Length; j >= 0; j--)
        {
            StationBuilder station = b.Station($"S{j}");
            if (j > 0) station.WaitingRoom(rooms[j - 1]);
            next = b.Stage($"stage {j}", station, j % 2 == 0 ? Exp(1) : Det(1)).Then(next);
        }
        b.Source("trucks").Poisson(0.6).To(next!);
        TraceLog log = TraceLog.Of(b, Trucks / 0.6);
        int trucks = log.Legs.Count;
        long[] arrivals = log.When(TraceKind.LegStart, "trucks");
        var left = new long[rooms.Length + 1][];
        for (int j = 0; j < left.Length; j++) left[j] = new long[trucks];
        long[][] starts = [.. left.Select((_, j) => log.When(TraceKind.Start, "trucks", $"S{j}"))];
        long[][] ends = [.. left.Select((_, j) => log.When(TraceKind.End, "trucks", $"S{j}"))];
        for (int n = 0; n < trucks; n++)
        {
            for (int j = 0; j < left.Length; j++)
            {
                long comes = j == 0 ? arrivals[n] : left[j - 1][n];
                Assert.Equal(n == 0 ? comes : Math.Max(comes, left[j][n - 1]), starts[j][n]);
                int ahead = j < rooms.Length ? n - rooms[j] - 1 : -1;
                left[j][n] = ahead < 0 ? ends[j][n] : Math.Max(ends[j][n], left[j + 1][ahead]);
            }
        }
        Assert.Equal(left[^1], log.Legs.OrderBy(l => l.Ordinal).Select(l => l.End));
        Assert.True(trucks > Trucks / 4);
        Assert.NotEmpty(log.When(TraceKind.Block, "trucks"));
    }
}
