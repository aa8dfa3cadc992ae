using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Engine;

namespace CorridorTwin.Simulation.Trace;

/// <summary>Tells a replication of the corridor as border events, in order of time; events of the same instant in order of occurrence.</summary>
/// <remarks>
/// Made and driven by <see cref="TraceRun"/>: it needs to know beforehand what a first pass over the same run found (<see cref="TraceScope"/>).
/// Memory: the trucks inside, and declarations still ahead.
/// </remarks>
public sealed partial class BorderTrace : RunObserver
{
    private readonly TraceTables tables;
    private readonly TraceScope scope;
    private readonly Action<BorderEvent> sink;
    private readonly ChannelReading channels;
    private readonly LaneLevels[] lanes;
    private readonly PriorityQueue<TraceRecord, (long Time, long Sequence)> later = new();
    private readonly Dictionary<(int Source, long Ordinal), TruckWords> trucks = [];
    private long sequence;
    private long now;
    private int aheadNext;

    internal BorderTrace(CorridorNetwork corridor, TraceScope scope, Action<BorderEvent> sink)
    {
        tables = new TraceTables(corridor);
        channels = new ChannelReading(corridor);
        (this.scope, this.sink) = (scope, sink);
        lanes = LaneLevels.AtStart(corridor.Network, 0);
        waiting = [.. lanes.Select(_ => new LinkedList<Waiting>())];
    }

    /// <inheritdoc/>
    public override bool WantsTrace => true;

    /// <inheritdoc/>
    public override void Traced(in TraceRecord record)
    {
        sequence++;
        if (record.Kind is TraceKind.Lodged or TraceKind.Accepted or TraceKind.Rejected)
        {
            if (record.Time >= now) later.Enqueue(record, (record.Time, sequence));
            return;
        }
        now = record.Time;
        if (now >= scope.To) return;
        Declarations(now, sequence);
        if (record.Source < 0 && record.Ordinal == 0 && record.Key == 0) Resource(record);
        else Truck(record);
    }

    /// <summary>Tells what is still ahead in the window, and that this is all.</summary>
    internal void Complete()
    {
        Declarations(scope.To, 0);
        sink(new BorderEvent { Type = BorderEventTypes.Heartbeat, T = tables.At(scope.To, TraceClock.Epoch.Offset) });
    }

    /// <summary>Tells the declarations due before a record.</summary>
    private void Declarations(long time, long before)
    {
        while (true)
        {
            bool known = aheadNext < scope.Ahead.Count && Due(scope.Ahead[aheadNext].Record.Time, scope.Ahead[aheadNext].Sequence);
            bool queued = later.TryPeek(out _, out (long Time, long Sequence) next) && Due(next.Time, next.Sequence);
            if (!known && !queued) return;
            if (known && (!queued || (scope.Ahead[aheadNext].Record.Time, scope.Ahead[aheadNext].Sequence).CompareTo(next) < 0)) Declaration(scope.Ahead[aheadNext++].Record);
            else
            {
                TraceRecord record = later.Dequeue();
                if (scope.Tells(record)) Declaration(record);
            }
        }

        bool Due(long t, long s) => t < time || (t == time && s < before);
    }

    private void Declaration(in TraceRecord r)
    {
        ProcedureWords leg = tables.Procedures[tables.Rows[r.Row].Procedure];
        TruckWords truck = TruckOf(r);
        string trip = TruckPseudonym.Trip(truck.Unit, leg.Place!.Post);
        DocumentKind kind = leg.Operation is Operation.Export or Operation.Import ? DocumentKind.DucaF : leg.Operation == Operation.Transit ? DocumentKind.DucaT : DocumentKind.Other;
        sink(new BorderEvent
        {
            Type = r.Kind switch { TraceKind.Lodged => BorderEventTypes.DeclarationLodged, TraceKind.Accepted => BorderEventTypes.DeclarationAccepted, _ => BorderEventTypes.DeclarationRejected },
            T = tables.At(r.Time, leg.Place.Offset),
            Post = leg.Place.Post,
            Side = leg.Place.Side,
            Dir = leg.Place.Dir,
            Unit = truck.Unit,
            Trip = trip,
            Op = leg.Operation,
            Cls = truck.Cls,
            Doc = new DocumentReference(kind, $"D-{trip}-{leg.Place.Side}"),
            Agency = Agency.Customs,
            Outcome = r.Kind == TraceKind.Accepted ? EventOutcome.Ok : r.Kind == TraceKind.Rejected ? EventOutcome.Reject : null,
        });
    }

    private TruckWords TruckOf(in TraceRecord r)
    {
        if (trucks.TryGetValue((r.Source, r.Ordinal), out TruckWords? truck)) return truck;
        // A truck from a former model has no stream in this one: its key tells it apart.
        string unit = r.Source >= 0 ? TruckPseudonym.Of(tables.Streams[r.Source].Hash, r.Ordinal) : TruckPseudonym.Of(r.Key);
        return new TruckWords(unit, unit, tables.Classes[r.ClassIndex], null);
    }
}

/// <summary>What a truck's events on its present leg have in common.</summary>
internal sealed record TruckWords(string Unit, string Trip, CargoFlags Cls, Operation? Op);
