using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace CorridorTwin.Simulation.Trace;

/// <summary>Border events as JSON, one object a line: the reading half. Not for two threads at once.</summary>
/// <remarks>Strict in what it knows, open in what it does not: an unknown type or field is kept, a known field of the wrong kind is refused.</remarks>
public sealed partial class BorderEventParser
{
    /// <summary>How deep objects may nest.</summary>
    public const int MaximumDepth = 16;

    private static readonly JsonReaderOptions Options = new() { MaxDepth = MaximumDepth };

    private byte[] bytes = new byte[1024];

    /// <summary>Reads one line.</summary>
    /// <exception cref="TraceFormatException">It is not a border event; the message says why.</exception>
    public BorderEvent Parse(ReadOnlySpan<char> line)
    {
        int most = Encoding.UTF8.GetMaxByteCount(line.Length);
        if (bytes.Length < most) bytes = new byte[most];
        return Parse(bytes.AsSpan(0, Encoding.UTF8.GetBytes(line, bytes)));
    }

    /// <summary>Reads one line of UTF-8.</summary>
    /// <exception cref="TraceFormatException">It is not a border event; the message says why.</exception>
    public BorderEvent Parse(ReadOnlySpan<byte> line)
    {
        if (!Utf8.IsValid(line)) throw new TraceFormatException("not valid UTF-8");
        var json = new Utf8JsonReader(line, Options);
        try
        {
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject) throw new TraceFormatException($"expected a JSON object, found {Start(line)}");
            BorderEvent e = Event(ref json);
            json.Read();
            return e;
        }
        // A text may hold half a surrogate pair as an escape: the reader only says so when it is asked for the text.
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new TraceFormatException($"not one whole JSON object: {Start(line)}");
        }
    }

    private static string Start(ReadOnlySpan<byte> line) => WireText.Shortened(Encoding.UTF8.GetString(line[..Math.Min(line.Length, 200)]));

    /// <summary>Reads one line without throwing.</summary>
    /// <returns>False if it is not a border event; <paramref name="problem"/> then says why.</returns>
    public bool TryParse(ReadOnlySpan<char> line, out BorderEvent? e, out string? problem)
    {
        try
        {
            (e, problem) = (Parse(line), null);
            return true;
        }
        catch (TraceFormatException wrong)
        {
            (e, problem) = (null, wrong.Problem);
            return false;
        }
    }

    private BorderEvent Event(ref Utf8JsonReader json)
    {
        var draft = new EventDraft();
        Span<char> name = stackalloc char[16];
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            ReadOnlySpan<char> field = name[..Name(ref json, name, out string? longer)];
            json.Read();
            if (json.TokenType != JsonTokenType.Null && !Field(ref json, field, draft)) Unknown(ref json, longer ?? new string(field), ref draft.Other);
        }
        return draft.Finished();
    }

    /// <summary>Takes a field that this version knows; false for any other.</summary>
    private bool Field(ref Utf8JsonReader json, scoped ReadOnlySpan<char> field, EventDraft draft)
    {
        switch (field)
        {
            case "id": draft.Id = Text(ref json, "id"); return true;
            case "type": draft.Type = Pooled(ref json, "type"); return true;
            case "t": draft.T = Time(ref json, "t"); return true;
            case "rec": draft.Rec = Time(ref json, "rec"); return true;
            case "post": draft.Post = Pooled(ref json, "post"); return true;
            case "side": draft.Side = Pooled(ref json, "side"); return true;
            case "dir": draft.Dir = Word(ref json, "dir", Wire.Dir); return true;
            case "unit": draft.Unit = Text(ref json, "unit"); return true;
            case "trip": draft.Trip = Text(ref json, "trip"); return true;
            case "op": draft.Op = Word(ref json, "op", Wire.Op); return true;
            case "cls": draft.Cls = Flags(ref json); return true;
            case "doc": draft.Doc = Document(ref json); return true;
            case "stage": draft.Stage = Pooled(ref json, "stage"); return true;
            case "lane": draft.Lane = Pooled(ref json, "lane"); return true;
            case "agency": draft.Agency = Word(ref json, "agency", Wire.Agency); return true;
            case "chan": draft.Chan = Word(ref json, "chan", Wire.Chan); return true;
            case "outcome": draft.Outcome = Word(ref json, "outcome", Wire.Outcome); return true;
            case "src": draft.Src = Word(ref json, "src", Wire.Src); return true;
            case "conf": draft.Conf = Share(ref json, "conf"); return true;
            case "corrects": draft.Corrects = Ids(ref json, "corrects"); return true;
            case "ext": draft.Extras = Extras(ref json); return true;
            default: return false;
        }
    }
}
