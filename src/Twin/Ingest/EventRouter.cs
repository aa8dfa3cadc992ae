using CorridorTwin.Simulation.Trace;
using CorridorTwin.Twin.Grains;

namespace CorridorTwin.Twin.Ingest;

/// <summary>Turns an event into the message of the grain it concerns: a truck, or a lane. Not for two threads at once.</summary>
public sealed class EventRouter
{
    private static readonly Dictionary<string, ReadingKind> Kinds = new()
    {
        [BorderEventTypes.QueueEnter] = ReadingKind.QueueEnter,
        [BorderEventTypes.PostArrive] = ReadingKind.PostArrive,
        [BorderEventTypes.DeclarationLodged] = ReadingKind.DeclarationLodged,
        [BorderEventTypes.DeclarationAccepted] = ReadingKind.DeclarationAccepted,
        [BorderEventTypes.DeclarationRejected] = ReadingKind.DeclarationRejected,
        [BorderEventTypes.RiskAssigned] = ReadingKind.RiskAssigned,
        [BorderEventTypes.InspectionStart] = ReadingKind.WorkStart,
        [BorderEventTypes.InspectionEnd] = ReadingKind.WorkEnd,
        [BorderEventTypes.SampleTaken] = ReadingKind.WorkStart,
        [BorderEventTypes.LabResult] = ReadingKind.WorkEnd,
        [BorderEventTypes.HoldStart] = ReadingKind.HoldStart,
        [BorderEventTypes.HoldEnd] = ReadingKind.HoldEnd,
        [BorderEventTypes.TaxPaid] = ReadingKind.TaxPaid,
        [BorderEventTypes.MigrationStart] = ReadingKind.WorkStart,
        [BorderEventTypes.MigrationEnd] = ReadingKind.WorkEnd,
        [BorderEventTypes.Release] = ReadingKind.Release,
        [BorderEventTypes.PostExit] = ReadingKind.PostExit,
        [BorderEventTypes.LaneEnter] = ReadingKind.LaneEnter,
        [BorderEventTypes.StageStart] = ReadingKind.WorkStart,
        [BorderEventTypes.StageEnd] = ReadingKind.WorkEnd,
        [BorderEventTypes.ResourceOpen] = ReadingKind.Roster,
        [BorderEventTypes.ResourceClose] = ReadingKind.Roster,
        [BorderEventTypes.ResourceDown] = ReadingKind.Down,
        [BorderEventTypes.ResourceUp] = ReadingKind.Up,
    };

    private static readonly Dictionary<string, Reason> Reasons = new()
    {
        [EventReasons.Documents] = Reason.Documents,
        [EventReasons.Closed] = Reason.Closed,
        [EventReasons.Blocked] = Reason.Blocked,
        [EventReasons.Suspended] = Reason.Suspended,
        [EventReasons.Breakdown] = Reason.Breakdown,
        [EventReasons.Outage] = Reason.Outage,
    };

    private readonly Places places = new();

    /// <summary>What an event's type says.</summary>
    public static ReadingKind KindOf(string type) => Kinds.GetValueOrDefault(type);

    /// <summary>Whether events of a kind are about a lane rather than a truck.</summary>
    public static bool IsOfLane(ReadingKind kind) => kind is ReadingKind.Roster or ReadingKind.Down or ReadingKind.Up;

    /// <summary>The grain an event is for; null if it concerns none (a heartbeat, a policy, an unknown type).</summary>
    public GrainId? Of(BorderEvent e)
    {
        ReadingKind kind = KindOf(e.Type);
        if (kind == ReadingKind.Unknown || e.Post == null || e.Side == null) return null;
        if (IsOfLane(kind)) return e.Lane == null ? null : places.Of(e.Post, e.Side, e.Dir, null, e.Lane).LaneId;
        return e.Unit == null ? null : new GrainId(TruckGrain.Kind, e.Unit);
    }

    /// <summary>The message that tells a grain of an event.</summary>
    /// <param name="e">An event for which <see cref="Of"/> names a grain.</param>
    /// <param name="key">First eight bytes of its identity.</param>
    public Told Tell(BorderEvent e, ulong key)
    {
        ReadingKind kind = KindOf(e.Type);
        Reason reason = e.Ext.Reason is { } word ? Reasons.GetValueOrDefault(word) : Reason.None;
        long t = Milliseconds(e.T);
        Place place = places.Of(e.Post!, e.Side!, e.Dir, IsOfLane(kind) ? null : e.Stage ?? (e.Type is BorderEventTypes.SampleTaken or BorderEventTypes.LabResult ? "laboratory" : null), e.Lane);
        if (IsOfLane(kind))
        {
            int staff = e.Ext.Staff ?? (e.Type == BorderEventTypes.ResourceOpen ? 1 : 0);
            return new Told(new Reading(t, key, place, Facts.None, kind, reason, e.Agency, Priority: staff, Extra: e.Ext.Extra ?? 0, Order: e.Ext.Order));
        }
        Facts facts = e.Op == null && e.Cls == CargoFlags.None && e.Ext.Origin == null && e.Ext.Vehicle == null && e.Ext.Destination == null
            ? Facts.None
            : places.Of(new Facts(e.Op, e.Cls, e.Ext.Origin, e.Ext.Destination, e.Ext.Vehicle));
        return new Told(new Reading(t, key, place, facts, kind, reason, e.Agency, e.Chan, e.Ext.Joint, e.Ext.Priority, Order: e.Ext.Order), e.Trip);
    }

    /// <summary>An instant as the twin counts time: Unix milliseconds, rounded down.</summary>
    public static long Milliseconds(DateTimeOffset t) => t.ToUnixTimeMilliseconds();
}
