using CorridorTwin.Simulation.Draws;
using CorridorTwin.Simulation.Engine;
using CorridorTwin.Simulation.Network;
using CorridorTwin.Simulation.Time;

namespace CorridorTwin.Simulation.Tests.Engine;

public class ReplicationTests
{
    [Fact]
    public void Mm1()
    {
        var b = new NetworkBuilder();
        StationBuilder desk = b.Station("desk");
        StageBuilder serve = b.Stage("serve", desk, Distribution.Exponential(TimeSpan.FromHours(1)));
        b.Source("s").Poisson(0.8).To(serve);
        RunResult r = Replication.Run(b.Build(), new RunOptions { WarmUp = SimDuration.FromHours(10000), Length = SimDuration.FromHours(2000000) });
        Assert.Empty(r.LittleViolations);
        Assert.InRange(r.Station("desk").MeanQueue, 3.0, 3.4);
    }
}
