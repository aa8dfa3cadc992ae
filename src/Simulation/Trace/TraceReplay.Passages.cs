namespace CorridorTwin.Simulation.Trace;

public sealed partial class TraceReplay
{
    private void Passage(BorderEvent e)
    {
        string side = e.Side ?? throw Missing(e, "side");
        string trip = e.Trip ?? e.Unit!;
        if (!passages.TryGetValue((trip, side), out PassageReplay? passage))
        {
            // What comes late for a truck that has gone opens nothing; a declaration may come before its truck.
            if (e.Type is BorderEventTypes.DeclarationAccepted or BorderEventTypes.DeclarationRejected) return;
            if (e.Type is not (BorderEventTypes.QueueEnter or BorderEventTypes.LaneEnter or BorderEventTypes.HoldStart or BorderEventTypes.DeclarationLodged))
                throw new TraceFormatException($"{e.Type} of '{trip}', which is not on side {side}");
            passages[(trip, side)] = passage = new PassageReplay(e.Unit!, trip);
        }
        passage.Until(e.T);
        Take(passage, e);
        if (passage.Forgettable) passages.Remove((trip, side));
        if (e.Type != BorderEventTypes.PostExit) return;
        if (!passage.Begun || !passage.Idle) throw new TraceFormatException($"'{trip}' leaves side {side} before it is done there");
        passages.Remove((trip, side));
        ended?.Invoke(passage.At(e.T));
    }

    private void Take(PassageReplay passage, BorderEvent e)
    {
        switch (e.Type)
        {
            case BorderEventTypes.QueueEnter: passage.Enter(e); break;
            case BorderEventTypes.PostArrive: passage.Stamp(1, e.T); break;
            case BorderEventTypes.DeclarationLodged: passage.Stamp(2, e.T); break;
            case BorderEventTypes.DeclarationAccepted: passage.DeclarationAccepted(e.T); break;
            case BorderEventTypes.RiskAssigned: if (e.Agency == Corridor.Agency.Customs) passage.Channelled(e); break;
            case BorderEventTypes.TaxPaid: passage.Stamp(6, e.T); break;
            case BorderEventTypes.Release: passage.Stamp(7, e.T); break;
            case BorderEventTypes.PostExit: passage.Stamp(8, e.T); break;
            case BorderEventTypes.InspectionStart:
                passage.Stamp(4, e.T);
                Begin(passage, e);
                break;
            case BorderEventTypes.InspectionEnd:
                passage.Stamp(5, e.T);
                End(passage, e);
                break;
            case BorderEventTypes.LaneEnter: Join(passage, e); break;
            case BorderEventTypes.StageStart or BorderEventTypes.MigrationStart or BorderEventTypes.SampleTaken: Begin(passage, e); break;
            case BorderEventTypes.StageEnd or BorderEventTypes.MigrationEnd or BorderEventTypes.LabResult: End(passage, e); break;
            case BorderEventTypes.HoldStart: Hold(passage, e); break;
            case BorderEventTypes.HoldEnd: LetGo(passage, e); break;
        }
    }

    private void Join(PassageReplay passage, BorderEvent e)
    {
        LaneOf(e).Join(Occupant(passage, e));
        passage.Add(new Activity(StageOf(e), ActivityState.Queued));
    }

    /// <summary>Work begins: of a truck in a lane's line, or, without a lane, of one that needs nobody (the laboratory).</summary>
    private void Begin(PassageReplay passage, BorderEvent e)
    {
        if (e.Lane == null)
        {
            passage.Add(new Activity(StageOf(e), ActivityState.Served));
            return;
        }
        LaneOf(e).Begin(passage.Trip, StageOf(e), e.T);
        passage.Find(StageOf(e), ActivityState.Queued)!.State = ActivityState.Served;
    }

    private void End(PassageReplay passage, BorderEvent e)
    {
        if (e.Lane != null) LaneOf(e).End(passage.Trip, StageOf(e));
        passage.Remove(passage.Find(StageOf(e), ActivityState.Served) ?? throw new TraceFormatException($"'{passage.Trip}' ends stage {e.Stage} without having begun it"));
    }

    private void Hold(PassageReplay passage, BorderEvent e)
    {
        switch (e.Ext.Reason)
        {
            case EventReasons.Documents:
                passage.Add(new Activity("", ActivityState.Awaiting));
                break;
            case EventReasons.Closed:
                Waiting(passage, e).Closed = true;
                break;
            case EventReasons.Blocked:
                if (e.Lane != null) LaneOf(e).Hold(Occupant(passage, e));
                passage.Add(new Activity(StageOf(e), ActivityState.Blocked));
                break;
            case EventReasons.Suspended:
                LaneOf(e).Suspend(passage.Trip, StageOf(e), e.T);
                passage.Find(StageOf(e), ActivityState.Served)!.State = ActivityState.Queued;
                break;
            default:
                throw new TraceFormatException($"hold.start for an unknown reason '{e.Ext.Reason}'");
        }
    }

    private void LetGo(PassageReplay passage, BorderEvent e)
    {
        switch (e.Ext.Reason)
        {
            case EventReasons.Documents:
                passage.Remove(passage.Find("", ActivityState.Awaiting) ?? throw NotHeld(passage, e));
                break;
            case EventReasons.Closed:
                Waiting(passage, e).Closed = false;
                break;
            case EventReasons.Blocked:
                if (e.Lane != null) LaneOf(e).LetGo(passage.Trip, StageOf(e));
                passage.Remove(passage.Find(StageOf(e), ActivityState.Blocked) ?? throw NotHeld(passage, e));
                break;
            case EventReasons.Suspended:
                LaneOf(e).Begin(passage.Trip, StageOf(e), e.T);
                Waiting(passage, e).State = ActivityState.Served;
                break;
            default:
                throw NotHeld(passage, e);
        }
    }

    private static Activity Waiting(PassageReplay passage, BorderEvent e) => passage.Find(StageOf(e), ActivityState.Queued) ?? throw NotHeld(passage, e);

    private static LaneOccupant Occupant(PassageReplay passage, BorderEvent e) => new(passage.Unit, passage.Trip, StageOf(e), e.Ext.Priority, e.T);

    private static string StageOf(BorderEvent e) => e.Stage ?? throw Missing(e, "stage");

    private static TraceFormatException NotHeld(PassageReplay passage, BorderEvent e) => new($"{e.Type} ({e.Ext.Reason}) of '{passage.Trip}', which does not wait for stage {e.Stage ?? "customs"}");
}
