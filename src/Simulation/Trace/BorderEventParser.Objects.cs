using System.Text.Json;

namespace CorridorTwin.Simulation.Trace;

public sealed partial class BorderEventParser
{
    private static DocumentReference Document(ref Utf8JsonReader json)
    {
        Expect(ref json, "doc", JsonTokenType.StartObject, "an object with kind and ref");
        var kind = DocumentKind.Other;
        string? reference = null;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            bool isKind = json.ValueTextEquals("kind"u8), isRef = json.ValueTextEquals("ref"u8);
            json.Read();
            if (isKind) kind = Word(ref json, "doc.kind", Wire.Kind);
            else if (isRef) reference = Text(ref json, "doc.ref");
            else json.Skip();
        }
        return new DocumentReference(kind, reference);
    }

    private static CargoFlags Flags(ref Utf8JsonReader json)
    {
        Expect(ref json, "cls", JsonTokenType.StartArray, "a list");
        var flags = CargoFlags.None;
        while (json.Read() && json.TokenType != JsonTokenType.EndArray) flags |= Word(ref json, "cls", Wire.Cls);
        return flags;
    }

    private static List<string> Ids(ref Utf8JsonReader json, string field)
    {
        Expect(ref json, field, JsonTokenType.StartArray, "a list of ids");
        var ids = new List<string>();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
            ids.Add(Text(ref json, field));
        return ids;
    }

    private ExtrasDraft Extras(ref Utf8JsonReader json)
    {
        Expect(ref json, "ext", JsonTokenType.StartObject, "an object");
        var draft = new ExtrasDraft();
        Span<char> name = stackalloc char[16];
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            ReadOnlySpan<char> field = name[..Name(ref json, name, out string? longer)];
            json.Read();
            if (json.TokenType == JsonTokenType.Null) continue;
            switch (field)
            {
                case "reason": draft.Reason = Pooled(ref json, "ext.reason"); break;
                case "awaits": draft.Awaits = Pooled(ref json, "ext.awaits"); break;
                case "priority": draft.Priority = Count(ref json, "ext.priority"); break;
                case "staff": draft.Staff = Count(ref json, "ext.staff"); break;
                case "extra": draft.Extra = Count(ref json, "ext.extra"); break;
                case "order": draft.Order = Count(ref json, "ext.order"); break;
                case "joint": draft.Joint = Truth(ref json, "ext.joint"); break;
                case "origin": draft.Origin = Pooled(ref json, "ext.origin"); break;
                case "destination": draft.Destination = Pooled(ref json, "ext.destination"); break;
                case "vehicle": draft.Vehicle = Pooled(ref json, "ext.vehicle"); break;
                default: Unknown(ref json, longer ?? new string(field), ref draft.Other); break;
            }
        }
        return draft;
    }

    /// <summary>Keeps a field unknown to this version.</summary>
    private static void Unknown(ref Utf8JsonReader json, string name, ref List<(string, JsonElement)>? kept) =>
        (kept ??= []).Add((name, JsonElement.ParseValue(ref json)));
}
