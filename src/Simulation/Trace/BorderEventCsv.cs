using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CorridorTwin.Simulation.Trace;

/// <summary>
/// Border events as comma-separated values: the column names are the field names of the JSON form, <c>doc.kind</c> and <c>doc.ref</c> stand apart,
/// <c>cls</c> and <c>corrects</c> are lists parted by spaces, <c>ext</c> is one JSON object. A row is one line; a value in quotes may hold commas and doubled quotes.
/// </summary>
/// <remarks>A row is read by turning it into the JSON form, so both forms are checked by the same rules. Not for two threads at once.</remarks>
public sealed class BorderEventCsv
{
    /// <summary>The columns that are written, in order.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        "id", "type", "t", "rec", "post", "side", "dir", "unit", "trip", "op", "cls", "doc.kind", "doc.ref",
        "stage", "lane", "agency", "chan", "outcome", "src", "conf", "corrects", "ext",
    ];

    /// <summary>The first line.</summary>
    public static string Header { get; } = string.Join(',', Columns);

    private readonly string[] columns;
    private readonly BorderEventParser parser = new();
    private readonly List<string> values = [];

    /// <summary>A reader of rows under a first line; columns may stand in any order, and unknown ones are kept in <see cref="EventExtras.Other"/>.</summary>
    /// <exception cref="TraceFormatException">It lacks <c>type</c> or <c>t</c>, or names a column twice.</exception>
    public BorderEventCsv(string header)
    {
        Split(header.TrimStart('\uFEFF').TrimEnd('\r'));
        columns = [.. values.Select(v => v.Trim())];
        foreach (string needed in (string[])["type", "t"])
            if (!columns.Contains(needed)) throw new TraceFormatException($"the first line has no column '{needed}'; expected some of {Header}");
        if (columns.GroupBy(c => c).FirstOrDefault(g => g.Count() > 1) is { } twice) throw new TraceFormatException($"the first line names column '{twice.Key}' twice");
    }

    /// <summary>Whether a line looks like the first line of such a file.</summary>
    public static bool IsHeader(ReadOnlySpan<char> line)
    {
        line = line.TrimStart('\uFEFF').TrimStart();
        return line.Length > 0 && line[0] != '{' && line.Contains(',') && line.Contains("type", StringComparison.Ordinal) && !line.Contains(':');
    }

    /// <summary>Reads a row.</summary>
    /// <exception cref="TraceFormatException">It is not a border event; the message says why.</exception>
    public BorderEvent Parse(ReadOnlySpan<char> row)
    {
        Split(row.TrimEnd('\r'));
        if (values.Count != columns.Length) throw new TraceFormatException($"expected {columns.Length} values, found {values.Count}");
        var bytes = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(bytes, BorderEventJson.Options)) Json(json);
        return parser.Parse(bytes.WrittenSpan);
    }

    /// <summary>An event as a row, without its end.</summary>
    public static string Row(BorderEvent e)
    {
        using JsonDocument json = JsonDocument.Parse(BorderEventJson.Text(e));
        var row = new StringBuilder();
        foreach (string column in Columns)
        {
            if (row.Length > 0 || column != Columns[0]) row.Append(',');
            row.Append(Quoted(Value(json.RootElement, column)));
        }
        return row.ToString();
    }

    private static string Value(JsonElement e, string column)
    {
        foreach (string name in column.Split('.'))
            if (!e.TryGetProperty(name, out e)) return "";
        return e.ValueKind switch
        {
            JsonValueKind.String => e.GetString()!,
            JsonValueKind.Array => string.Join(' ', e.EnumerateArray().Select(v => v.GetString())),
            _ => e.GetRawText(),
        };
    }

    private static string Quoted(string value) => value.AsSpan().IndexOfAny(",\"\n\r") < 0 ? value : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private void Json(Utf8JsonWriter json)
    {
        string? Given(string column) => Array.IndexOf(columns, column) is >= 0 and var i && values[i].Length > 0 ? values[i] : null;
        json.WriteStartObject();
        for (int i = 0; i < columns.Length; i++)
        {
            string name = columns[i], value = values[i];
            if (value.Length == 0 || name is "doc.kind" or "doc.ref") continue;
            json.WritePropertyName(name);
            if (name is "cls" or "corrects")
            {
                json.WriteStartArray();
                foreach (string word in value.Split(' ', StringSplitOptions.RemoveEmptyEntries)) json.WriteStringValue(word);
                json.WriteEndArray();
            }
            else if (name == "ext") Object(json, value);
            else if (name == "conf" && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double conf) && double.IsFinite(conf)) json.WriteNumberValue(conf);
            else json.WriteStringValue(value);
        }
        (string? kind, string? reference) = (Given("doc.kind"), Given("doc.ref"));
        if (kind != null || reference != null)
        {
            json.WriteStartObject("doc");
            if (kind != null) json.WriteString("kind", kind);
            if (reference != null) json.WriteString("ref", reference);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void Object(Utf8JsonWriter json, string value)
    {
        try
        {
            using JsonDocument ext = JsonDocument.Parse(value, new JsonDocumentOptions { MaxDepth = BorderEventParser.MaximumDepth - 1 });
            ext.RootElement.WriteTo(json);
        }
        catch (JsonException)
        {
            throw new TraceFormatException($"field 'ext': expected a JSON object, found {WireText.Shortened(value)}");
        }
    }

    /// <summary>The values of a line, into <see cref="values"/>.</summary>
    private void Split(ReadOnlySpan<char> line)
    {
        values.Clear();
        var value = new StringBuilder();
        bool quoted = false;
        for (int i = 0; i < line.Length; i++)
        {
            char c = line[i];
            if (quoted)
            {
                if (c != '"') value.Append(c);
                else if (i + 1 < line.Length && line[i + 1] == '"') value.Append(line[i++]);
                else quoted = false;
            }
            else if (c == '"' && value.Length == 0) quoted = true;
            else if (c == ',') End();
            else value.Append(c);
        }
        if (quoted) throw new TraceFormatException("a quote is not closed on its line");
        End();

        void End()
        {
            values.Add(value.ToString());
            value.Clear();
        }
    }
}
