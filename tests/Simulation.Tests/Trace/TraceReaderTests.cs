using CorridorTwin.Simulation.Trace;

namespace CorridorTwin.Simulation.Tests.Trace;

/// <summary>What is wrong with a trace is told in one line that says where.</summary>
public class TraceReaderTests
{
    private const string Header =
        """{"type":"trace.header","schema":"corridor-event/1","from":"2024-02-05T00:00:00.000-06:00","to":"2024-02-06T00:00:00.000-06:00","seed":1,"replication":0,"posts":[{"post":"p","north":"A","south":"B"}],"sides":[{"post":"p","side":"A","dir":"N2S","role":"exit","offset":"-06:00","lanes":[{"lane":"gate","agency":"CUSTOMS","staff":1,"extra":0,"down":0,"outages":0}]}]}""";

    private const string At = "\"t\":\"2024-02-05T08:00:00.000-06:00\"";
    private const string Truck = "\"post\":\"p\",\"side\":\"A\",\"dir\":\"N2S\",\"unit\":\"u\",\"trip\":\"u@p\",\"stage\":\"gate\"";

    [Theory]
    [InlineData("""{"type":"release","t":"2024-02-05T08:00""", "line 3: not one whole JSON object: \"{\"type\":\"release\",\"t\":\"2024-02-05T08:00\"")]
    [InlineData("""{"type":"a",$T} {}""", "line 3: not one whole JSON object: \"{\"type\":\"a\",\"t\":\"2024-02-05T08:00:00.000-06:00\"} {}\"")]
    [InlineData("[1]", "line 3: expected a JSON object, found \"[1]\"")]
    [InlineData("post,side", "line 3: not one whole JSON object: \"post,side\"")]
    [InlineData("""{$T}""", "line 3: field 'type' is missing")]
    [InlineData("""{"type":"release"}""", "line 3: field 't' is missing: a time with its offset, such as 2024-02-05T08:15:30.123-06:00")]
    [InlineData("""{"type":"release","t":"2024-02-05T08:00:00"}""", "line 3: field 't': expected a time with its offset, such as 2024-02-05T08:15:30.123-06:00, found \"2024-02-05T08:00:00\"")]
    [InlineData("""{"type":"release","t":"2024-02-31T08:00:00Z"}""", "line 3: field 't': expected a time with its offset, such as 2024-02-05T08:15:30.123-06:00, found \"2024-02-31T08:00:00Z\"")]
    [InlineData("""{"type":7,$T}""", "line 3: field 'type': expected text, found \"7\"")]
    [InlineData("""{"type":"release",$T,"dir":"south"}""", "line 3: field 'dir': expected N2S or S2N, found \"south\"")]
    [InlineData("""{"type":"release",$T,"op":"Import"}""", "line 3: field 'op': expected EXPORT, IMPORT, TRANSIT or EMPTY, found \"Import\"")]
    [InlineData("""{"type":"release",$T,"cls":["ICE"]}""", "line 3: field 'cls': expected PERISH, AEO, MSME, HAZ or RELIEF, found \"ICE\"")]
    [InlineData("""{"type":"release",$T,"conf":1.5}""", "line 3: field 'conf': expected a number from 0 to 1, found \"1.5\"")]
    [InlineData("""{"type":"release",$T,"corrects":"a"}""", "line 3: field 'corrects': expected a list of ids, found \"a\"")]
    [InlineData("""{"type":"release",$T,"ext":[]}""", "line 3: field 'ext': expected an object, found a list")]
    [InlineData("""{"type":"res.open",$T,"ext":{"staff":-1}}""", "line 3: field 'ext.staff': expected a whole number from 0, found \"-1\"")]
    [InlineData("""{"type":"release",$T,"x":[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]}""", "line 3: not one whole JSON object: \"{\"type\":\"release\",\"t\":\"2024-02-05T08:00:00.000-06:00\",\"x\"…\"")]
    [InlineData("""{"type":"clock.heartbeat","t":"2024-02-05T06:00:00.000-06:00"}""", "line 3: time runs backwards: 2024-02-05T06:00:00.000-06:00 after 2024-02-05T07:00:00.000-06:00")]
    [InlineData("""{"type":"res.open",$T,"post":"p","side":"A","dir":"S2N","lane":"gate","ext":{"staff":1}}""", "line 3: lane p/S2N/A/gate is not in the header")]
    [InlineData("""{"type":"res.open",$T,"post":"p","side":"A","dir":"N2S","lane":"gate"}""", "line 3: res.open needs field 'ext.staff'")]
    [InlineData("""{"type":"res.up",$T,"post":"p","side":"A","dir":"N2S","lane":"gate"}""", "line 3: lane p/N2S/A/gate comes up without having been down")]
    [InlineData("""{"type":"stage.end",$T,$U,"lane":"gate"}""", "line 3: 'u@p' ends stage gate of lane p/N2S/A/gate without being served")]
    [InlineData("""{"type":"stage.start",$T,$U,"lane":"gate"}""", "line 3: 'u@p' begins stage gate without having joined lane p/N2S/A/gate")]
    [InlineData("""{"type":"queue.enter",$T,$U}""", "line 3: 'u@p' joins the line of side A twice")]
    [InlineData("""{"type":"hold.end",$T,$U,"ext":{"reason":"blocked"}}""", "line 3: hold.end (blocked) of 'u@p', which does not wait for stage gate")]
    [InlineData("""{"type":"hold.start",$T,$U,"ext":{"reason":"lunch"}}""", "line 3: hold.start for an unknown reason 'lunch'")]
    [InlineData("""{"type":"release",$T,"side":"B","unit":"w"}""", "line 3: release of 'w', which is not on side B")]
    public void A_wrong_line(string line, string message)
    {
        string entered = """{"type":"queue.enter","t":"2024-02-05T07:00:00.000-06:00",$U}""".Replace("$U", Truck);
        string text = $"{Header}\n{entered}\n{line.Replace("$T", At).Replace("$U", Truck)}\n";
        Assert.Equal(message, Assert.Throws<TraceFormatException>(() => TraceReplay.Read(new StringReader(text))).Message);
    }

    [Theory]
    [InlineData("", "line 1: expected the trace's header, found nothing")]
    [InlineData("\n\n", "line 1: expected the trace's header, found nothing")]
    [InlineData("PK\u0003\u0004", "line 1: expected the trace's header, found \"PK\u0003\u0004\"")]
    [InlineData("""{"type":"release"}""", "line 1: expected the trace's header (type trace.header) on the first line")]
    [InlineData("""{"type":"trace.header","schema":"corridor-event/2"}""", "line 1: field 'schema': expected corridor-event/1, found \"corridor-event/2\"")]
    [InlineData("""{"type":"trace.header","schema":"corridor-event/1"}""", "line 1: header: field 'from' is missing")]
    public void A_wrong_header(string text, string message) =>
        Assert.Equal(message, Assert.Throws<TraceFormatException>(() => new TraceReader(new StringReader(text))).Message);

    [Theory]
    [InlineData("\"staff\":1", "\"staff\":-1", "line 1: header: field 'sides[0].lanes[0].staff': expected a whole number from 0")]
    [InlineData("\"offset\":\"-06:00\"", "\"offset\":\"CST\"", "line 1: header: field 'sides[0].offset': expected an offset such as -06:00")]
    [InlineData("\"role\":\"exit\"", "\"role\":\"out\"", "line 1: header: field 'sides[0].role': expected exit or entry")]
    [InlineData("\"seed\":1", "\"seed\":\"x\"", "line 1: header: field 'seed': expected a whole number from 0")]
    public void A_wrong_field_of_the_header(string from, string to, string message) =>
        Assert.Equal(message, Assert.Throws<TraceFormatException>(() => new TraceReader(new StringReader(Header.Replace(from, to)))).Message);

    [Fact]
    public void A_line_too_long_is_refused_before_it_fills_the_memory()
    {
        var text = new StringReader(Header + "\n" + new string('x', 5_000_000));
        Assert.Equal("line 2: longer than 1048576 characters", Assert.Throws<TraceFormatException>(() => TraceReplay.Read(text)).Message);
    }

    [Fact]
    public void Cut_anywhere_it_is_refused_or_known_to_be_incomplete()
    {
        string text = TraceFixture.Text[..200_000];
        for (int cut = 150_000; cut < 151_000; cut += 7)
        {
            try
            {
                Assert.False(TraceReplay.Read(new StringReader(text[..cut])).Complete);
            }
            catch (TraceFormatException wrong)
            {
                Assert.Equal(text[..cut].Count(c => c == '\n') + 1, wrong.Line);
            }
        }
    }

    [Fact]
    public void Blank_lines_and_Windows_line_ends_do_no_harm()
    {
        string text = Header + "\r\n\r\n{\"type\":\"clock.heartbeat\",\"t\":\"2024-02-06T00:00:00.000-06:00\"}\r\n\r\n";
        Assert.True(TraceReplay.Read(new StringReader(text)).Complete);
    }

    [Fact]
    public void A_line_can_be_tried_without_exceptions()
    {
        Assert.False(new BorderEventParser().TryParse("{", out BorderEvent? none, out string? problem));
        Assert.Null(none);
        Assert.Equal("not one whole JSON object: \"{\"", problem);
        Assert.True(new BorderEventParser().TryParse($"{{\"type\":\"release\",{At}}}", out BorderEvent? e, out problem));
        Assert.Null(problem);
        Assert.Equal("release", e!.Type);
    }
}
