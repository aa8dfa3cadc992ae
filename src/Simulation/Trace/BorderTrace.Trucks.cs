using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Engine;

namespace CorridorTwin.Simulation.Trace;

public sealed partial class BorderTrace
{
    private void Truck(in TraceRecord r)
    {
        switch (r.Kind)
        {
            case TraceKind.LegStart: LegStart(r); break;
            case TraceKind.LegEnd: LegEnd(r); break;
            case TraceKind.Leave: trucks.Remove((r.Source, r.Ordinal)); break;
            case TraceKind.Join: Join(r); break;
            case TraceKind.Start: Start(r); break;
            case TraceKind.End: End(r); break;
            case TraceKind.Suspend: Suspend(r); break;
            case TraceKind.Block: Hold(r, BorderEventTypes.HoldStart, EventReasons.Blocked); break;
            case TraceKind.Unblock: Hold(r, BorderEventTypes.HoldEnd, EventReasons.Blocked); break;
            case TraceKind.AwaitStart: Hold(r, BorderEventTypes.HoldStart, EventReasons.Documents); break;
            case TraceKind.AwaitEnd: Hold(r, BorderEventTypes.HoldEnd, EventReasons.Documents); break;
            case TraceKind.Pass: Tell(r, BorderEventTypes.RiskAssigned, chan: channels.Of(r.Row, r.ClassIndex, r.Key), staged: false); break;
        }
    }

    private void LegStart(in TraceRecord r)
    {
        ProcedureWords leg = tables.Procedures[tables.Rows[r.Row].Procedure];
        StreamWords stream = tables.Streams[r.Source];
        string unit = TruckPseudonym.Of(stream.Hash, r.Ordinal);
        trucks[(r.Source, r.Ordinal)] = new TruckWords(unit, leg.Place == null ? unit : TruckPseudonym.Trip(unit, leg.Place.Post), tables.Classes[r.ClassIndex], leg.Operation);
        if (leg.Place != null) Tell(r, BorderEventTypes.QueueEnter, extras: new EventExtras { Origin = stream.Origin, Destination = stream.Destination }, staged: false);
    }

    private void LegEnd(in TraceRecord r)
    {
        if (tables.Procedures[tables.Rows[r.Row].Procedure].Place != null) Tell(r, BorderEventTypes.PostExit, outcome: EventOutcome.Ok, staged: false);
    }

    private void Join(in TraceRecord r)
    {
        RowWords row = tables.Rows[r.Row];
        if (row.Releases) Tell(r, BorderEventTypes.Release, outcome: EventOutcome.Ok, staged: false);
        EventExtras extras = r.Value == 0 ? row.Extras : row.Extras with { Priority = r.Value };
        Tell(r, BorderEventTypes.LaneEnter, extras: extras);
        Wait(r, waiting[r.Station].AddLast(new Waiting()));
    }

    private void Start(in TraceRecord r)
    {
        RowWords row = tables.Rows[r.Row];
        if (!row.Works) return;
        if (r.Station >= 0 && StopWaiting(r))
        {
            Hold(r, BorderEventTypes.HoldEnd, EventReasons.Suspended);
            return;
        }
        if (row.Arrives) Tell(r, BorderEventTypes.PostArrive, staged: false);
        Tell(r, row.Start, outcome: row.StartOutcome, extras: row.Extras);
    }

    private void End(in TraceRecord r)
    {
        RowWords row = tables.Rows[r.Row];
        if (!row.Works) return;
        Tell(r, row.End, outcome: row.EndOutcome, extras: row.Extras);
        if (row.Pays) Tell(r, BorderEventTypes.TaxPaid, outcome: EventOutcome.Ok, staged: false);
    }

    private void Suspend(in TraceRecord r)
    {
        Hold(r, BorderEventTypes.HoldStart, EventReasons.Suspended);
        Wait(r, waiting[r.Station].AddFirst(new Waiting { Begun = true }));
    }

    private void Hold(in TraceRecord r, string type, string reason)
    {
        int order = reason is EventReasons.Closed or EventReasons.Suspended ? holdsNow.Next(r.Time, (r.Source, r.Ordinal, r.Row)) : 0;
        string? awaits = reason == EventReasons.Blocked ? tables.Stations[r.Value].Lane : null;
        Tell(r, type, outcome: type == BorderEventTypes.HoldStart ? EventOutcome.Hold : null, extras: tables.Rows[r.Row].Extras with { Reason = reason, Awaits = awaits, Order = order });
    }

    /// <summary>An event of a truck, at its side; or, for one that is on no side, at the station it is at.</summary>
    private void Tell(in TraceRecord r, string type, EventOutcome? outcome = null, RiskChannel? chan = null, EventExtras? extras = null, bool staged = true)
    {
        if (!scope.Tells(r)) return;
        RowWords row = tables.Rows[r.Row];
        PlaceWords? lane = staged && r.Station >= 0 ? tables.Stations[r.Station] : null;
        // A bus is on no side; where the yard is full it stands before the station its record names.
        PlaceWords place = tables.Procedures[row.Procedure].Place ?? lane ?? tables.Stations[r.Value];
        TruckWords truck = TruckOf(r);
        // A bus says in every event that it is one: any of them may be the only one that is read.
        if (r.Source >= 0 && tables.Streams[r.Source].Vehicle is { } vehicle) extras = (extras ?? EventExtras.None) with { Vehicle = vehicle };
        sink(new BorderEvent
        {
            Type = type,
            T = tables.At(r.Time, place.Offset),
            Post = place.Post,
            Side = place.Side,
            Dir = place.Dir,
            Unit = truck.Unit,
            Trip = truck.Trip,
            Op = truck.Op,
            Cls = truck.Cls,
            Stage = staged ? row.Stage : null,
            Lane = lane?.Lane,
            Agency = staged || chan != null ? row.Agency ?? lane?.Agency : null,
            Chan = chan,
            Outcome = outcome,
            Ext = extras ?? EventExtras.None,
        });
    }
}
