using System.Text.Json;

namespace CorridorTwin.Simulation.Trace;

/// <summary>Reads the header's JSON; every problem names its field.</summary>
/// <param name="path">Where in the header the object at hand stands.</param>
internal readonly struct TraceHeaderParser(string path)
{
    public TraceHeader Header(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("type", out JsonElement type) || type.ValueKind != JsonValueKind.String || type.GetString() != TraceHeaderJson.Type)
            throw new TraceFormatException($"expected the trace's header (type {TraceHeaderJson.Type}) on the first line");
        string schema = Text(json, "schema");
        if (schema != BorderEvent.Schema) throw new TraceFormatException($"field 'schema': expected {BorderEvent.Schema}, found {WireText.Shortened(schema)}");
        return new TraceHeader
        {
            From = Time(json, "from"),
            To = Time(json, "to"),
            Scenario = json.TryGetProperty("scenario", out _) ? Text(json, "scenario") : null,
            Seed = Member(json, "seed") is { ValueKind: JsonValueKind.Number } number && number.TryGetUInt64(out ulong seed) ? seed : throw Wrong("seed", "a whole number from 0"),
            Replication = Count(json, "replication"),
            Posts = List(json, "posts", (p, at) => new TracePost(at.Text(p, "post"), at.Text(p, "north"), at.Text(p, "south"))),
            Sides = List(json, "sides", Side),
        };
    }

    private static TraceSide Side(JsonElement json, TraceHeaderParser at)
    {
        string offset = at.Text(json, "offset");
        return new TraceSide(
            at.Text(json, "post"),
            at.Text(json, "side"),
            at.Word(json, "dir", Wire.Dir),
            at.Word(json, "role", Wire.Role),
            WireTime.TryReadOffset(offset, out TimeSpan hours) ? hours : throw at.Wrong("offset", "an offset such as -06:00"),
            at.List(json, "lanes", (lane, here) => new TraceLane(
                here.Text(lane, "lane"), here.Word(lane, "agency", Wire.Agency), here.Count(lane, "staff"), here.Count(lane, "extra"), here.Count(lane, "down"), here.Count(lane, "outages"))));
    }

    private List<T> List<T>(JsonElement json, string field, Func<JsonElement, TraceHeaderParser, T> each)
    {
        JsonElement list = Member(json, field);
        if (list.ValueKind != JsonValueKind.Array) throw Wrong(field, "a list");
        var items = new List<T>();
        foreach (JsonElement item in list.EnumerateArray()) items.Add(each(item, new TraceHeaderParser($"{path}{field}[{items.Count}].")));
        return items;
    }

    private JsonElement Member(JsonElement json, string field) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(field, out JsonElement value) ? value : throw new TraceFormatException($"header: field '{path}{field}' is missing");

    private string Text(JsonElement json, string field)
    {
        JsonElement value = Member(json, field);
        return value.ValueKind == JsonValueKind.String ? value.GetString()! : throw Wrong(field, "text");
    }

    private int Count(JsonElement json, string field)
    {
        JsonElement value = Member(json, field);
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int count) && count >= 0 ? count : throw Wrong(field, "a whole number from 0");
    }

    private T Word<T>(JsonElement json, string field, WireWords<T> words)
        where T : struct, Enum =>
        words.TryValue(Text(json, field), out T value) ? value : throw Wrong(field, words.Choice);

    private DateTimeOffset Time(JsonElement json, string field) =>
        WireTime.TryRead(Text(json, field), out DateTimeOffset time) ? time : throw Wrong(field, $"a time with its offset, such as {WireTime.Example}");

    private TraceFormatException Wrong(string field, string expected) => new($"header: field '{path}{field}': expected {expected}");
}
