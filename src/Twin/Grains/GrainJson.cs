using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Trace;

namespace CorridorTwin.Twin.Grains;

/// <summary>
/// Grain states and messages as JSON. The shape is a contract: what one version wrote, the next reads (golden payloads in the tests).
/// A state is written with what cannot be derived; a truck's legs follow from their readings again.
/// </summary>
public static class GrainJson
{
    /// <summary>Version of the states' shapes.</summary>
    public const int Version = 1;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Converters = { new ReadingConverter(), new LegConverter(), new LaneAtConverter(), new PostTrucksConverter(), new FlowsConverter(), new LanesConverter(), new JsonStringEnumConverter<Direction>(), new JsonStringEnumConverter<Agency>() },
    };

    /// <summary>A state as UTF-8.</summary>
    public static byte[] Write<T>(T state) => JsonSerializer.SerializeToUtf8Bytes(state, Options);

    /// <summary>A state from UTF-8.</summary>
    /// <exception cref="JsonException">It is not one.</exception>
    public static T Read<T>(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException("The state is empty.");

    /// <summary>A reading as an array: [t, key, kind, place, facts, reason, agency, channel, joint, priority, extra, order]; what is absent at the end is left out by a null.</summary>
    private sealed class ReadingConverter : JsonConverter<Reading>
    {
        public override void Write(Utf8JsonWriter json, Reading r, JsonSerializerOptions options)
        {
            json.WriteStartArray();
            json.WriteNumberValue(r.T);
            json.WriteStringValue(r.Key.ToString("x16", System.Globalization.CultureInfo.InvariantCulture));
            json.WriteNumberValue((int)r.Kind);
            json.WriteStartArray();
            json.WriteStringValue(r.Place.Post);
            json.WriteStringValue(r.Place.Side);
            if (r.Place.Dir is { } dir) json.WriteNumberValue((int)dir);
            else json.WriteNullValue();
            Text(json, r.Place.Stage);
            Text(json, r.Place.Lane);
            json.WriteEndArray();
            if (r.Facts == Facts.None) json.WriteNullValue();
            else
            {
                json.WriteStartArray();
                json.WriteNumberValue(r.Facts.Op is { } op ? (int)op : -1);
                json.WriteNumberValue((int)r.Facts.Cls);
                Text(json, r.Facts.Origin);
                Text(json, r.Facts.Destination);
                Text(json, r.Facts.Vehicle);
                json.WriteEndArray();
            }
            json.WriteNumberValue((int)r.Reason);
            json.WriteNumberValue(r.Agency is { } agency ? (int)agency : -1);
            json.WriteNumberValue(r.Chan is { } chan ? (int)chan : -1);
            json.WriteNumberValue(r.Joint ? 1 : 0);
            json.WriteNumberValue(r.Priority);
            json.WriteNumberValue(r.Extra);
            json.WriteNumberValue(r.Order);
            json.WriteEndArray();
        }

        public override Reading Read(ref Utf8JsonReader json, Type type, JsonSerializerOptions options)
        {
            JsonElement a = JsonElement.ParseValue(ref json);
            if (a.ValueKind != JsonValueKind.Array || a.GetArrayLength() != 12) throw new JsonException("A reading is an array of 12 values.");
            JsonElement place = a[3], facts = a[4];
            static TEnum? Optional<TEnum>(int value) where TEnum : struct, Enum => value < 0 ? null : (TEnum)Enum.ToObject(typeof(TEnum), value);
            return new Reading(
                a[0].GetInt64(), ulong.Parse(a[1].GetString()!, System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture),
                Shared.Of(place[0].GetString()!, place[1].GetString()!, place[2].ValueKind == JsonValueKind.Null ? null : (Direction)place[2].GetInt32(), place[3].GetString(), place[4].GetString()),
                facts.ValueKind == JsonValueKind.Null ? Facts.None : Shared.Of(new Facts(Optional<Operation>(facts[0].GetInt32()), (CargoFlags)facts[1].GetInt32(), facts[2].GetString(), facts[3].GetString(), facts[4].GetString())),
                (ReadingKind)a[2].GetInt32(), (Reason)a[5].GetInt32(), Optional<Agency>(a[6].GetInt32()), Optional<RiskChannel>(a[7].GetInt32()), a[8].GetInt32() != 0, a[9].GetInt32(), a[10].GetInt32(), a[11].GetInt32());
        }

        [ThreadStatic]
        private static Places? shared;

        private static Places Shared => shared ??= new Places();

        private static void Text(Utf8JsonWriter json, string? text)
        {
            if (text == null) json.WriteNullValue();
            else json.WriteStringValue(text);
        }
    }

    /// <summary>A leg is not written but for what its own readings do not tell: that the truck has left or was counted out.</summary>
    private sealed class LegConverter : JsonConverter<TruckLeg>
    {
        private sealed record Shape(string Trip, string Post, string Side, Reading[] Readings, Phase Phase, long Since, int Missed);

        public override void Write(Utf8JsonWriter json, TruckLeg leg, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(json, new Shape(leg.Trip, leg.Post, leg.Side, leg.Readings, leg.Now.Phase, leg.Now.Since, leg.Now.Missed), options);

        public override TruckLeg Read(ref Utf8JsonReader json, Type type, JsonSerializerOptions options)
        {
            Shape shape = JsonSerializer.Deserialize<Shape>(ref json, options) ?? throw new JsonException("A leg is missing.");
            Leg leg = Leg.Of(shape.Readings);
            if (leg.Phase != shape.Phase || leg.Since != shape.Since) leg = leg with { Phase = shape.Phase, Since = shape.Since, Activities = [], Missed = shape.Missed };
            return new TruckLeg(shape.Trip, shape.Post, shape.Side, shape.Readings, leg);
        }
    }

    private sealed class LaneAtConverter() : ListConverter<ImmutableDictionary<LaneVisit, AtLane>, AtLane>(
        at => at.Values.OrderBy(a => a.Trip, StringComparer.Ordinal).ThenBy(a => a.Stage, StringComparer.Ordinal),
        list => list.ToImmutableDictionary(a => new LaneVisit(a.Trip, a.Stage)));

    private sealed class PostTrucksConverter() : ListConverter<PostTrucks, AtPost>(
        trucks => trucks.All.OrderBy(t => t.Trip, StringComparer.Ordinal).ThenBy(t => t.Side, StringComparer.Ordinal),
        list => new PostTrucks(Those(list, t => t.Phase is Phase.Queue or Phase.Inside), Those(list, t => t.Phase is not (Phase.Queue or Phase.Inside))))
    {
        private static ImmutableDictionary<SideVisit, AtPost> Those(IEnumerable<AtPost> list, Func<AtPost, bool> which) => list.Where(which).ToImmutableDictionary(t => new SideVisit(t.Trip, t.Side));
    }

    private sealed record SideFlow(string Side, Direction? Dir, long Entered, long Left, long Lost, int Queue, int Inside);

    private sealed class FlowsConverter() : ListConverter<ImmutableDictionary<SideKey, Flow>, SideFlow>(
        flows => flows.Select(f => new SideFlow(f.Key.Side, f.Key.Dir, f.Value.Entered, f.Value.Left, f.Value.Lost, f.Value.Queue, f.Value.Inside)).OrderBy(f => f.Side, StringComparer.Ordinal).ThenBy(f => f.Dir),
        list => list.ToImmutableDictionary(f => new SideKey(f.Side, f.Dir), f => new Flow(f.Entered, f.Left, f.Lost, f.Queue, f.Inside)));

    private sealed class LanesConverter() : ListConverter<ImmutableSortedDictionary<string, LaneReport>, LaneReport>(
        lanes => lanes.Values,
        list => list.ToImmutableSortedDictionary(l => l.Lane, l => l, StringComparer.Ordinal));

    /// <summary>A dictionary as the list of its values, in a fixed order.</summary>
    private abstract class ListConverter<TMap, TItem>(Func<TMap, IEnumerable<TItem>> items, Func<IReadOnlyList<TItem>, TMap> map) : JsonConverter<TMap>
    {
        public override void Write(Utf8JsonWriter json, TMap value, JsonSerializerOptions options) => JsonSerializer.Serialize(json, items(value), options);

        public override TMap Read(ref Utf8JsonReader json, Type type, JsonSerializerOptions options) => map(JsonSerializer.Deserialize<List<TItem>>(ref json, options) ?? []);
    }
}
