using System.Buffers;
using System.Text;
using System.Text.Json;

namespace CorridorTwin.Simulation.Trace;

/// <summary>The first line of a trace as JSON: type <c>trace.header</c>, schema <c>corridor-event/1</c>.</summary>
internal static class TraceHeaderJson
{
    public const string Type = "trace.header";

    public static string Text(TraceHeader header)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, BorderEventJson.Options)) Write(json, header);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, TraceHeader header)
    {
        json.WriteStartObject();
        json.WriteString("type", Type);
        json.WriteString("schema", BorderEvent.Schema);
        json.WriteString("from", WireTime.Text(header.From));
        json.WriteString("to", WireTime.Text(header.To));
        if (header.Scenario is { } scenario) json.WriteString("scenario", scenario);
        json.WriteNumber("seed", header.Seed);
        json.WriteNumber("replication", header.Replication);
        json.WriteStartArray("posts");
        foreach (TracePost post in header.Posts)
        {
            json.WriteStartObject();
            json.WriteString("post", post.Id);
            json.WriteString("north", post.North);
            json.WriteString("south", post.South);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("sides");
        foreach (TraceSide side in header.Sides) Write(json, side);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, TraceSide side)
    {
        json.WriteStartObject();
        json.WriteString("post", side.Post);
        json.WriteString("side", side.Side);
        json.WriteString("dir", Wire.Dir.Of(side.Dir));
        json.WriteString("role", Wire.Role.Of(side.Role));
        json.WriteString("offset", WireTime.Offset(side.Offset));
        json.WriteStartArray("lanes");
        foreach (TraceLane lane in side.Lanes)
        {
            json.WriteStartObject();
            json.WriteString("lane", lane.Lane);
            json.WriteString("agency", Wire.Agency.Of(lane.Agency));
            json.WriteNumber("staff", lane.Staff);
            json.WriteNumber("extra", lane.Extra);
            json.WriteNumber("down", lane.Down);
            json.WriteNumber("outages", lane.Outages);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Reads the first line.</summary>
    /// <exception cref="TraceFormatException">It is not a header of this version.</exception>
    public static TraceHeader Parse(string line)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(line, new JsonDocumentOptions { MaxDepth = BorderEventParser.MaximumDepth });
            return new TraceHeaderParser("").Header(json.RootElement);
        }
        catch (JsonException)
        {
            throw new TraceFormatException($"expected the trace's header, found {WireText.Shortened(line)}");
        }
    }
}
