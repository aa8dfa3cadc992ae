using CorridorTwin.Simulation.Engine;
using CorridorTwin.Simulation.Network;
using CorridorTwin.Simulation.Tests.KnownAnswers;
using static CorridorTwin.Simulation.Tests.KnownAnswers.Times;

namespace CorridorTwin.Simulation.Tests.Engine;

/// <summary>Several lanes for one stage, some for certain classes only.</summary>
public class LaneTests
{
    private readonly NetworkBuilder b = new();
    private readonly StageBuilder stage;

    public LaneTests()
    {
        b.Attribute("status", ("aeo", 0.2), ("other", 0.8));
        stage = b.Stage("gate", b.Station("dedicated"), Det(4)).OnlyFor(c => c.Is("status", "aeo")).OrAt(b.Station("general"));
    }

    [Fact]
    public void OthersKeepOutOfTheDedicatedLane()
    {
        b.Source("others").AtStart(3).With("status", 0, 1).To(stage);
        Assert.Equal(["general", "general", "general"], TraceLog.Of(b, 60).Where(TraceKind.Join, "others"));
    }

    /// <summary>Those it is for join the shorter of the two, counting trucks in service; the first declared among equals.</summary>
    [Fact]
    public void TheOperatorsJoinTheShorterLane()
    {
        b.Source("others").AtStart(1).With("status", 0, 1).To(stage);
        b.Source("operators").AtStart(4).With("status", 1, 0).To(stage);
        TraceLog log = TraceLog.Of(b, 60);
        Assert.Equal(["dedicated", "dedicated", "general", "dedicated"], log.Where(TraceKind.Join, "operators"));
        Assert.Equal(Ms(0, 4, 4, 8), log.When(TraceKind.Start, "operators"));
    }

    [Fact]
    public void AClassWithoutALaneIsRefusedWhenTheNetworkIsBuilt()
    {
        b.Source("others").AtStart(1).To(b.Stage("scan", b.Station("bay"), Det(1)).OnlyFor(c => c.Is("status", "aeo")));
        Assert.Contains("no lane", Assert.Throws<ArgumentException>(b.Build).Message);
    }
}
