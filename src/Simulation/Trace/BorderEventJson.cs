using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CorridorTwin.Simulation.Trace;

/// <summary>Border events as JSON, one object a line: the writing half. Not for two threads at once.</summary>
public sealed class BorderEventJson : IDisposable
{
    internal static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> bytes = new(512);
    private readonly Utf8JsonWriter json;
    private char[] line = new char[512];

    /// <summary>A writer whose buffers are used again for every event.</summary>
    public BorderEventJson() => json = new Utf8JsonWriter(bytes, Options);

    /// <summary>The event as one line, without its end; valid until the next call.</summary>
    public ReadOnlySpan<char> Line(BorderEvent e)
    {
        Write(e, canonical: false);
        if (line.Length < bytes.WrittenCount) line = new char[bytes.WrittenCount * 2];
        return line.AsSpan(0, System.Text.Encoding.UTF8.GetChars(bytes.WrittenSpan, line));
    }

    /// <summary>
    /// What makes the event itself, as UTF-8: all fields but <c>id</c> and <c>rec</c>, times in UTC, unknown fields by name; valid until the next call.
    /// Two events with these bytes in common are one event told twice.
    /// </summary>
    public ReadOnlySpan<byte> Canonical(BorderEvent e)
    {
        Write(e, canonical: true);
        return bytes.WrittenSpan;
    }

    /// <summary>The event as one line of its own.</summary>
    public static string Text(BorderEvent e)
    {
        using var writer = new BorderEventJson();
        return new string(writer.Line(e));
    }

    /// <inheritdoc/>
    public void Dispose() => json.Dispose();

    private void Write(BorderEvent e, bool canonical)
    {
        bytes.ResetWrittenCount();
        json.Reset();
        json.WriteStartObject();
        if (!canonical) Word("id"u8, e.Id);
        Word("type"u8, e.Type);
        Time("t"u8, canonical ? e.T.ToUniversalTime() : e.T);
        if (!canonical && e.Rec is { } rec) Time("rec"u8, rec);
        Word("post"u8, e.Post);
        Word("side"u8, e.Side);
        if (e.Dir is { } dir) Word("dir"u8, Wire.Dir.Of(dir));
        Word("unit"u8, e.Unit);
        Word("trip"u8, e.Trip);
        if (e.Op is { } op) Word("op"u8, Wire.Op.Of(op));
        if (e.Cls != CargoFlags.None) Flags(e.Cls);
        if (e.Doc is { } doc) Document(doc);
        Word("stage"u8, e.Stage);
        Word("lane"u8, e.Lane);
        if (e.Agency is { } agency) Word("agency"u8, Wire.Agency.Of(agency));
        if (e.Chan is { } chan) Word("chan"u8, Wire.Chan.Of(chan));
        if (e.Outcome is { } outcome) Word("outcome"u8, Wire.Outcome.Of(outcome));
        Word("src"u8, Wire.Src.Of(e.Src));
        json.WriteNumber("conf"u8, e.Conf);
        if (e.Corrects.Count > 0) Corrects(e.Corrects);
        if (!ReferenceEquals(e.Ext, EventExtras.None) && e.Ext != EventExtras.None) Extras(e.Ext, canonical);
        json.WriteEndObject();
        json.Flush();
    }

    private void Word(ReadOnlySpan<byte> name, string? value)
    {
        if (value != null) json.WriteString(name, value);
    }

    private void Time(ReadOnlySpan<byte> name, DateTimeOffset time)
    {
        Span<char> text = stackalloc char[40];
        json.WriteString(name, text[..WireTime.Write(time, text)]);
    }

    private void Flags(CargoFlags flags)
    {
        json.WriteStartArray("cls"u8);
        foreach (CargoFlags flag in Wire.Cls.Values)
            if ((flags & flag) != 0) json.WriteStringValue(Wire.Cls.Of(flag));
        json.WriteEndArray();
    }

    private void Document(DocumentReference doc)
    {
        json.WriteStartObject("doc"u8);
        Word("kind"u8, Wire.Kind.Of(doc.Kind));
        Word("ref"u8, doc.Ref);
        json.WriteEndObject();
    }

    private void Corrects(IReadOnlyList<string> ids)
    {
        json.WriteStartArray("corrects"u8);
        foreach (string id in ids) json.WriteStringValue(id);
        json.WriteEndArray();
    }

    private void Extras(EventExtras ext, bool canonical)
    {
        json.WriteStartObject("ext"u8);
        Word("reason"u8, ext.Reason);
        Word("awaits"u8, ext.Awaits);
        if (ext.Priority != 0) json.WriteNumber("priority"u8, ext.Priority);
        if (ext.Staff is { } staff) json.WriteNumber("staff"u8, staff);
        if (ext.Extra is { } extra) json.WriteNumber("extra"u8, extra);
        if (ext.Order != 0) json.WriteNumber("order"u8, ext.Order);
        if (ext.Joint) json.WriteBoolean("joint"u8, true);
        Word("origin"u8, ext.Origin);
        Word("destination"u8, ext.Destination);
        Word("vehicle"u8, ext.Vehicle);
        if (ext.Other is { } other)
        {
            using JsonDocument rest = JsonDocument.Parse(other);
            IEnumerable<JsonProperty> fields = rest.RootElement.EnumerateObject();
            foreach (JsonProperty p in canonical ? fields.OrderBy(f => f.Name, StringComparer.Ordinal) : fields) p.WriteTo(json);
        }
        json.WriteEndObject();
    }
}
