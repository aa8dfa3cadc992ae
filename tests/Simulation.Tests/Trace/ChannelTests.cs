using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Trace;

namespace CorridorTwin.Simulation.Tests.Trace;

/// <summary>The channel told when it is assigned is the one the truck then meets.</summary>
public class ChannelTests
{
    private static readonly Dictionary<(string?, string?), List<BorderEvent>> Passages = TraceFixture.Events
        .Where(e => e.Trip != null)
        .GroupBy(e => (e.Trip, e.Side))
        .Where(g => g.Any(e => e.Type == BorderEventTypes.PostExit))
        .ToDictionary(g => g.Key, g => g.ToList());

    [Fact]
    public void Yellow_is_reviewed_and_red_examined_by_customs()
    {
        int red = 0, yellow = 0;
        foreach (List<BorderEvent> passage in Passages.Values)
        {
            RiskChannel? channel = passage.SingleOrDefault(e => e is { Type: BorderEventTypes.RiskAssigned, Agency: Agency.Customs })?.Chan;
            Assert.Equal(channel == RiskChannel.Yellow, passage.Any(e => e is { Type: BorderEventTypes.StageStart, Stage: "review" }));
            bool examined = passage.Any(e => e is { Type: BorderEventTypes.InspectionStart, Agency: Agency.Customs });
            // Going north, the upper post's entry side recognises half of what the exit side has examined.
            bool mayBeRecognised = passage[0] is { Post: "upper", Side: "GT" } && passage[0].Dir == Direction.S2N;
            if (channel == RiskChannel.Red) Assert.True(examined || mayBeRecognised);
            else Assert.False(examined);
            if (channel == RiskChannel.Red) red++;
            if (channel == RiskChannel.Yellow) yellow++;
        }
        Assert.True(red > 50 && yellow > 50, $"{red} red, {yellow} yellow");
    }

    [Fact]
    public void Plant_health_examines_those_it_selects()
    {
        int selected = 0;
        foreach (List<BorderEvent> passage in Passages.Values)
        {
            bool red = passage.Any(e => e is { Type: BorderEventTypes.RiskAssigned, Agency: Agency.Sps, Chan: RiskChannel.Red });
            Assert.Equal(red, passage.Any(e => e is { Type: BorderEventTypes.InspectionStart, Agency: Agency.Sps }));
            if (red) selected++;
        }
        Assert.True(selected > 30, $"{selected} selected");
    }
}
