using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Twin.Grains;

/// <summary>
/// Takes the readings of a leg in order. Where one is missing, the next tells: a truck does one thing at a time (a joint inspection aside),
/// so what begins ends what went before, and what ends must have begun.
/// </summary>
internal struct LegFold()
{
    /// <summary>Readings of the same kind and place within this time tell one thing: the earliest counts, of exits the latest.</summary>
    public const long NearDuplicate = 60_000;

    private readonly long[] stamps = [-1, -1, -1, -1, -1, -1, -1, -1, -1];
    private Activity[] activities = [];
    private Operation? op;
    private Simulation.Trace.CargoFlags cls;
    private string? origin, destination, vehicle;
    private Facts? said;
    private RiskChannel? channel;
    private Place? done;
    private Phase phase = Phase.None;
    private long since, accepted = -1, first = -1, last = -1;
    private int missed, repeated, contradicted;

    public readonly Leg Leg() => new()
    {
        Phase = phase,
        Since = since,
        Activities = activities,
        Facts = said ?? Facts.None,
        Stamps = stamps,
        Accepted = accepted,
        Channel = channel,
        Done = done,
        First = first,
        Last = last,
        Missed = missed,
        Repeated = repeated,
        Contradicted = contradicted,
    };

    public void Take(in Reading r)
    {
        Know(r.Facts);
        switch (r.Kind)
        {
            case ReadingKind.DeclarationLodged: Stamp(2, r.T, latest: true); return;
            case ReadingKind.DeclarationAccepted: accepted = r.T; return;
            case ReadingKind.DeclarationRejected: return;
            case ReadingKind.RiskAssigned:
                if (r.Agency == Agency.Customs) (channel, stamps[3]) = (r.Chan, r.T);
                return;
        }
        if (phase == Phase.Left)
        {
            // Whoever leaves twice within a minute left the second time; whoever comes again after that is on a new passage.
            if (r.Kind == ReadingKind.PostExit && r.T - since <= NearDuplicate) repeated += stamps[8] >= 0 ? 1 : 0;
            else if (r.Kind is ReadingKind.QueueEnter or ReadingKind.PostArrive && r.T - since > NearDuplicate) Again();
            else
            {
                contradicted++;
                return;
            }
        }
        if (first < 0) first = r.T;
        last = r.T;
        switch (r.Kind)
        {
            case ReadingKind.QueueEnter:
                Stamp(0, r.T);
                Reach(Phase.Queue, r.T);
                break;
            case ReadingKind.PostArrive:
                Stamp(1, r.T);
                Reach(Phase.Inside, r.T);
                break;
            case ReadingKind.LaneEnter: Join(r); break;
            case ReadingKind.WorkStart: Begin(r); break;
            case ReadingKind.WorkEnd: End(r); break;
            case ReadingKind.HoldStart: Hold(r); break;
            case ReadingKind.HoldEnd: LetGo(r); break;
            case ReadingKind.TaxPaid:
                Stamp(6, r.T);
                Reach(Phase.Inside, r.T);
                break;
            case ReadingKind.Release:
                Stamp(7, r.T);
                Reach(Phase.Inside, r.T);
                break;
            case ReadingKind.PostExit: Leave(r.T); break;
        }
    }

    private void Leave(long t)
    {
        missed += activities.Length;
        stamps[8] = t;
        activities = [];
        (phase, since) = (Phase.Left, t);
    }

    private void Again()
    {
        Array.Fill(stamps, -1);
        activities = [];
        (phase, since, first, channel, done, accepted) = (Phase.None, 0, -1, null, null, -1);
    }

    private void Know(Facts facts)
    {
        if (ReferenceEquals(facts, said)) return;
        if (said == null)
        {
            (said, op, cls, origin, destination, vehicle) = (facts, facts.Op, facts.Cls, facts.Origin, facts.Destination, facts.Vehicle);
            return;
        }
        (Operation? Op, Simulation.Trace.CargoFlags Cls, string? Origin, string? Destination, string? Vehicle) more = (op ?? facts.Op, cls | facts.Cls, origin ?? facts.Origin, destination ?? facts.Destination, vehicle ?? facts.Vehicle);
        if (more == (op, cls, origin, destination, vehicle)) return;
        (op, cls, origin, destination, vehicle) = more;
        said = new Facts(op, cls, origin, destination, vehicle);
    }

    private void Stamp(int stamp, long t, bool latest = false)
    {
        if (stamps[stamp] >= 0 && !latest) repeated++;
        else stamps[stamp] = t;
    }

    private void Reach(Phase reached, long t)
    {
        // Buses and those who wait elsewhere are at lanes of the post without being on a side.
        if (reached <= phase || vehicle != null) return;
        (phase, since) = (reached, t);
    }

    /// <summary>What is read at a stage says how far the truck is: before the gate, or beyond it.</summary>
    private void Seen(in Reading r, bool begun)
    {
        int order = r.Place.Order;
        if (order == 0) return;
        Reach(order > StageOrder.Gate || (order == StageOrder.Gate && begun) ? Phase.Inside : Phase.Queue, r.T);
    }

    private void Join(in Reading r)
    {
        Seen(r, begun: false);
        if (Find(r) is >= 0 and var known)
        {
            if (activities[known].Doing == Doing.Queued && r.T - activities[known].Since <= NearDuplicate) repeated++;
            else contradicted++;
            return;
        }
        Put(new Activity(Doing.Queued, r.Place, r.T, r.Priority, r.Joint));
    }

    private void Begin(in Reading r)
    {
        Seen(r, begun: true);
        if (stamps[4] < 0 && r.Place.Order is 8 or 9) stamps[4] = r.T;
        int known = Find(r);
        if (known >= 0 && activities[known].Doing == Doing.Served)
        {
            repeated++;
            return;
        }
        var begun = new Activity(Doing.Served, r.Place, r.T, known < 0 ? r.Priority : activities[known].Priority, r.Joint);
        if (known >= 0) Replace(known, begun);
        else
        {
            if (r.Place.Lane != null) missed++;
            Put(begun);
        }
    }

    private void End(in Reading r)
    {
        Seen(r, begun: true);
        if (r.Place.Order is 8 or 9) stamps[5] = r.T;
        int known = Find(r);
        if (known < 0)
        {
            if (done == r.Place)
            {
                repeated++;
                return;
            }
            missed++;
            Clear(r.Joint);
        }
        else
        {
            if (activities[known].Doing != Doing.Served) missed++;
            Remove(known);
        }
        done = r.Place;
        // Past the last check it has left, whether or not the exit itself is read.
        if (r.Place.Order == StageOrder.Exit && vehicle == null) (activities, phase, since) = ([], Phase.Left, r.T);
    }

    private void Hold(in Reading r)
    {
        int known;
        switch (r.Reason)
        {
            case Reason.Documents:
                Reach(Phase.Inside, r.T);
                if (Awaiting() < 0) Put(new Activity(Doing.AwaitingDocuments, r.Place, r.T));
                else repeated++;
                break;
            case Reason.Closed:
                Seen(r, begun: false);
                known = Find(r);
                if (known >= 0) Replace(known, activities[known] with { Closed = true });
                else
                {
                    missed++;
                    Put(new Activity(Doing.Queued, r.Place, r.T, r.Priority, r.Joint, Closed: true, Imputed: true));
                }
                break;
            case Reason.Blocked:
                known = Find(r);
                if (known < 0) Put(new Activity(Doing.Blocked, r.Place, r.T, 0, r.Joint));
                else repeated++;
                break;
            case Reason.Suspended:
                known = Find(r);
                if (known < 0)
                {
                    missed++;
                    Put(new Activity(Doing.Queued, r.Place, r.T, r.Priority, r.Joint, First: true));
                }
                else Replace(known, activities[known] with { Doing = Doing.Queued, Since = r.T, First = true });
                break;
            default: contradicted++; break;
        }
    }

    private void LetGo(in Reading r)
    {
        int known = r.Reason == Reason.Documents ? Awaiting() : Find(r);
        if (known < 0)
        {
            missed++;
            return;
        }
        switch (r.Reason)
        {
            case Reason.Documents: Remove(known); break;
            case Reason.Closed: Replace(known, activities[known] with { Closed = false }); break;
            case Reason.Blocked when activities[known].Doing == Doing.Blocked: Remove(known); break;
            case Reason.Suspended: Replace(known, activities[known] with { Doing = Doing.Served, Since = r.T, First = false, Closed = false }); break;
        }
    }

    private readonly int Find(in Reading r)
    {
        for (int i = 0; i < activities.Length; i++)
            if (activities[i].Place.Stage == r.Place.Stage && activities[i].Doing != Doing.AwaitingDocuments) return i;
        return -1;
    }

    private readonly int Awaiting()
    {
        for (int i = 0; i < activities.Length; i++)
            if (activities[i].Doing == Doing.AwaitingDocuments) return i;
        return -1;
    }

    /// <summary>Begins something; what is still under way has ended unseen.</summary>
    private void Put(Activity begun)
    {
        Clear(begun.Joint);
        activities = [.. activities, begun];
    }

    private void Clear(bool joint)
    {
        for (int i = activities.Length - 1; i >= 0; i--)
        {
            if (joint && activities[i].Joint) continue;
            missed++;
            done = activities[i].Place;
            Remove(i);
        }
    }

    private void Replace(int at, Activity by)
    {
        activities = [.. activities];
        activities[at] = by;
    }

    private void Remove(int at) => activities = activities.Length == 1 ? [] : [.. activities.AsSpan(0, at), .. activities.AsSpan(at + 1)];
}
