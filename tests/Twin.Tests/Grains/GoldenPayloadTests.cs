using System.Text;
using System.Text.Json;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Trace;
using CorridorTwin.Twin.Grains;

namespace CorridorTwin.Twin.Tests.Grains;

/// <summary>What earlier versions wrote: these texts are never changed, only added to.</summary>
public class GoldenPayloadTests
{
    private static readonly Place Customs = new("upper", "GT", Direction.N2S, "customs", "desk");

    private static readonly Reading Started = new(
        1_700_000_000_000, 0xfedcba9876543210, Customs, new Facts(Operation.Export, CargoFlags.Perishable, "GT", "CR", null), ReadingKind.WorkStart, Reason.None, Agency.Customs, RiskChannel.Red, true, 3, 1, 2);

    public static TheoryData<string, string> Messages => new()
    {
        { "told", """{"type":"told/1","reading":[1700000000000,"fedcba9876543210",8,["upper","GT",0,"customs","desk"],[0,1,"GT","CR",null],0,0,2,1,3,1,2],"trip":"T1@upper"}""" },
        { "withdrawn", """{"type":"withdrawn/1","key":18364758544493064720}""" },
        { "woken", """{"type":"woken/1","due":1700000000000}""" },
        { "at-lane", """{"type":"at-lane/1","trip":"T1@upper","stage":"customs","unit":"T1","standing":"InService","priority":3,"since":1700000000000,"first":true}""" },
        { "at-post", """{"type":"at-post/1","trip":"T1@upper","side":"GT","unit":"T1","dir":"N2S","phase":"Inside","since":1700000000000,"facts":{"op":0,"cls":1,"origin":"GT","destination":"CR"}}""" },
        { "lane-report", """{"type":"lane-report/1","lane":"upper/N2S/GT/desk","staff":2,"extra":1,"down":1,"waiting":4,"inService":2,"held":1}""" },
    };

    [Theory]
    [MemberData(nameof(Messages))]
    public void Messages_are_read_and_written_as_ever(string name, string golden)
    {
        GrainMessage message = name switch
        {
            "told" => new Told(Started, "T1@upper"),
            "withdrawn" => new Withdrawn(Started.Key),
            "woken" => new Woken(1_700_000_000_000),
            "at-lane" => new AtLane("T1@upper", "customs", "T1", LaneStanding.InService, 3, 1_700_000_000_000, true),
            "at-post" => new AtPost("T1@upper", "GT", "T1", Direction.N2S, Phase.Inside, 1_700_000_000_000, new Facts(Operation.Export, CargoFlags.Perishable, "GT", "CR", null)),
            _ => new LaneReport("upper/N2S/GT/desk", 2, 1, 1, 4, 2, 1),
        };
        Assert.Equal(golden, Encoding.UTF8.GetString(GrainJson.Write(message)));
        Assert.Equal(message, GrainJson.Read<GrainMessage>(Encoding.UTF8.GetBytes(golden)));
    }

    public static TheoryData<string, string> States => new()
    {
        { "truck", """{"unit":"T1","legs":[{"trip":"T1@upper","post":"upper","side":"GT","readings":[[1700000000000,"fedcba9876543210",8,["upper","GT",0,"customs","desk"],[0,1,"GT","CR",null],0,0,2,1,3,1,2]],"phase":"Inside","since":1700000000000,"missed":1}]}""" },
        { "lost", """{"unit":"T1","legs":[{"trip":"T1@upper","post":"upper","side":"GT","readings":[[1700000000000,"fedcba9876543210",8,["upper","GT",0,"customs","desk"],[0,1,"GT","CR",null],0,0,2,1,3,1,2]],"phase":"Lost","since":1700604800000,"missed":1}]}""" },
        { "lane", """{"key":"upper/N2S/GT/desk","readings":[],"levels":{"known":true,"staff":2},"at":[{"trip":"T1@upper","stage":"customs","unit":"T1","standing":"Queued","since":5}],"counts":{"waiting":1},"agency":"Customs","reported":{"lane":"upper/N2S/GT/desk","staff":2,"waiting":1}}""" },
        { "post", """{"key":"upper","trucks":[{"trip":"T1@upper","side":"GT","unit":"T1","dir":"S2N","phase":"Queue","since":5,"facts":{}}],"flows":[{"side":"GT","dir":"S2N","entered":1,"queue":1}]}""" },
        { "agency", """{"key":"upper/GT/Customs","lanes":[{"lane":"upper/N2S/GT/desk","staff":2,"waiting":1}]}""" },
    };

    [Theory]
    [MemberData(nameof(States))]
    public void States_are_read_and_written_as_ever(string name, string golden)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(golden);
        byte[] again = name switch
        {
            "truck" or "lost" => GrainJson.Write(GrainJson.Read<TruckState>(bytes)),
            "lane" => GrainJson.Write(GrainJson.Read<Twin.Grains.LaneState>(bytes)),
            "post" => GrainJson.Write(GrainJson.Read<PostState>(bytes)),
            _ => GrainJson.Write(GrainJson.Read<AgencyState>(bytes)),
        };
        Assert.Equal(golden, Encoding.UTF8.GetString(again));
    }

    [Fact]
    public void A_truck_read_again_is_where_it_was() => Assert.Equal(Doing.Served, GrainJson.Read<TruckState>(Encoding.UTF8.GetBytes((string)States.First()[1])).Legs[0].Now.Activities.Single().Doing);

    [Theory]
    [InlineData("""{"unit":"T1","legs":[{"readings":[[1]]}]}""")]
    [InlineData("""{"unit":5}""")]
    [InlineData("null")]
    public void What_is_no_state_is_refused(string json) => Assert.ThrowsAny<JsonException>(() => GrainJson.Read<TruckState>(Encoding.UTF8.GetBytes(json)));
}
