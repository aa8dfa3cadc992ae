using System.Buffers;
using System.Text;
using System.Text.Json;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Simulation.Trace;

/// <summary>An event while its fields are being read.</summary>
internal sealed class EventDraft
{
    public string? Id, Type, Post, Side, Unit, Trip, Stage, Lane;
    public DateTimeOffset? T, Rec;
    public Direction? Dir;
    public Operation? Op;
    public CargoFlags Cls;
    public DocumentReference? Doc;
    public Agency? Agency;
    public RiskChannel? Chan;
    public EventOutcome? Outcome;
    public EventSource? Src;
    public double? Conf;
    public List<string>? Corrects;
    public ExtrasDraft? Extras;
    public List<(string, JsonElement)>? Other;

    public BorderEvent Finished()
    {
        if (Other != null) ((Extras ??= new ExtrasDraft()).Other ??= []).InsertRange(0, Other);
        return new BorderEvent
        {
            Id = Id,
            Type = Type ?? throw new TraceFormatException("field 'type' is missing"),
            T = T ?? throw new TraceFormatException($"field 't' is missing: a time with its offset, such as {WireTime.Example}"),
            Rec = Rec,
            Post = Post,
            Side = Side,
            Dir = Dir,
            Unit = Unit,
            Trip = Trip,
            Op = Op,
            Cls = Cls,
            Doc = Doc,
            Stage = Stage,
            Lane = Lane,
            Agency = Agency,
            Chan = Chan,
            Outcome = Outcome,
            Src = Src ?? EventSource.Manual,
            Conf = Conf ?? 1,
            Corrects = Corrects ?? [],
            Ext = Extras?.Finished() ?? EventExtras.None,
        };
    }
}

/// <summary>The field <c>ext</c> while it is being read.</summary>
internal sealed class ExtrasDraft
{
    public string? Reason, Awaits, Origin, Destination, Vehicle;
    public int Priority, Order;
    public int? Staff, Extra;
    public bool Joint;
    public List<(string, JsonElement)>? Other;

    public EventExtras Finished() => new()
    {
        Reason = Reason,
        Awaits = Awaits,
        Priority = Priority,
        Staff = Staff,
        Extra = Extra,
        Order = Order,
        Joint = Joint,
        Origin = Origin,
        Destination = Destination,
        Vehicle = Vehicle,
        Other = Other == null ? null : Text(Other),
    };

    private static string Text(List<(string Name, JsonElement Value)> fields)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, BorderEventJson.Options))
        {
            json.WriteStartObject();
            foreach ((string name, JsonElement value) in fields)
            {
                json.WritePropertyName(name);
                value.WriteTo(json);
            }
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}
