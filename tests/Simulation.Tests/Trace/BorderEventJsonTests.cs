using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Trace;
using FsCheck;
using FsCheck.Fluent;

namespace CorridorTwin.Simulation.Tests.Trace;

public class BorderEventJsonTests
{
    private const string Full =
        """{"id":"a-1","type":"insp.end","t":"2024-02-05T08:15:30.123-05:00","rec":"2024-02-05T08:16:00.000-05:00","post":"paso-canoas","side":"PA","dir":"N2S","unit":"T1","trip":"T1@paso-canoas","op":"IMPORT","cls":["PERISH","AEO","MSME","HAZ","RELIEF"],"doc":{"kind":"DUCA-F","ref":"D-1"},"stage":"sps-inspection","lane":"sps","agency":"SPS","chan":"RED","outcome":"SAMPLE","src":"LPR","conf":0.75,"corrects":["a-0","z"],"ext":{"reason":"blocked","awaits":"exit","priority":2,"staff":3,"extra":1,"joint":true,"origin":"CR","destination":"PA","vehicle":"bus","axles":6,"note":{"es":"según guía"}}}""";

    [Fact]
    public void Field_names_and_words_are_those_of_the_vocabulary()
    {
        var e = new BorderEvent
        {
            Id = "a-1",
            Type = BorderEventTypes.InspectionEnd,
            T = new DateTimeOffset(2024, 2, 5, 8, 15, 30, 123, TimeSpan.FromHours(-5)),
            Rec = new DateTimeOffset(2024, 2, 5, 8, 16, 0, TimeSpan.FromHours(-5)),
            Post = "paso-canoas", Side = "PA", Dir = Direction.N2S, Unit = "T1", Trip = "T1@paso-canoas", Op = Operation.Import, Cls = (CargoFlags)31,
            Doc = new DocumentReference(DocumentKind.DucaF, "D-1"), Stage = "sps-inspection", Lane = "sps", Agency = Agency.Sps, Chan = RiskChannel.Red,
            Outcome = EventOutcome.Sample, Src = EventSource.Lpr, Conf = 0.75, Corrects = ["a-0", "z"],
            Ext = new EventExtras
            {
                Reason = "blocked", Awaits = "exit", Priority = 2, Staff = 3, Extra = 1, Joint = true, Origin = "CR", Destination = "PA", Vehicle = "bus",
                Other = """{"axles":6,"note":{"es":"según guía"}}""",
            },
        };
        Assert.Equal(Full, BorderEventJson.Text(e));
        BorderEvent read = new BorderEventParser().Parse(Full);
        Assert.Equal(e.T.Offset, read.T.Offset);
        Assert.Equal(e.Corrects, read.Corrects);
        Assert.Equal(e, read with { Corrects = e.Corrects });
    }

    [Fact]
    public void Every_event_of_a_run_survives_the_line()
    {
        var parser = new BorderEventParser();
        string[] lines = TraceFixture.Text.Split('\n')[1..^1];
        Assert.True(lines.Length > 20_000);
        Assert.All(lines, line => Assert.Equal(line, BorderEventJson.Text(parser.Parse(line))));
    }

    [Fact]
    public void Any_text_survives() => Prop.ForAll<string, string, long>((unit, lane, ticks) =>
    {
        static string Sound(string? text) => new([.. (text ?? "").Where(c => !char.IsSurrogate(c))]);
        var e = new BorderEvent
        {
            Type = "x", T = new DateTimeOffset(new DateTime(2024, 1, 1).AddTicks(ticks % TimeSpan.TicksPerDay), TimeSpan.FromHours(-6)),
            Unit = Sound(unit), Lane = Sound(lane), Conf = (byte)ticks / 255.0,
        };
        string line = BorderEventJson.Text(e);
        return !line.Contains('\n') && new BorderEventParser().Parse(line) with { Corrects = e.Corrects } == e;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Unknown_fields_and_types_are_kept_and_null_is_absence()
    {
        BorderEvent e = new BorderEventParser().Parse("""{"plaza":{"n":[1,2]},"type":"weigh.in","t":"2024-02-05T08:15:30Z","unit":null,"ext":{"tonnes":31.5,"staff":null}}""");
        Assert.Equal("weigh.in", e.Type);
        Assert.Null(e.Unit);
        Assert.Equal("""{"plaza":{"n":[1,2]},"tonnes":31.5}""", e.Ext.Other);
        Assert.Equal("2024-02-05T08:15:30.000+00:00", WireTime.Text(e.T));
        Assert.Equal(e.Ext, new BorderEventParser().Parse(BorderEventJson.Text(e)).Ext);
    }

    [Theory]
    [InlineData("7B2274797065223A22FF227D", "not valid UTF-8")]
    [InlineData("7B2274797065223A225C7564383030227D", "not one whole JSON object: \"{\"type\":\"\\ud800\"}\"")]
    public void Broken_text_is_refused_not_thrown_at_the_reader(string bytes, string problem) =>
        Assert.Equal(problem, Assert.Throws<TraceFormatException>(() => new BorderEventParser().Parse(Convert.FromHexString(bytes).AsSpan())).Problem);
}
