using CorridorTwin.Simulation.Calendars;
using CorridorTwin.Simulation.Draws;
using CorridorTwin.Simulation.Network;

namespace CorridorTwin.Simulation.State;

/// <summary>Draws the document track of a truck seen in mid-procedure, given what is known of its declaration.</summary>
internal sealed class ObservedDocuments(NetworkModel model, long clock)
{
    private const int MostTries = 4096;

    /// <summary>When the declaration was lodged and when it is accepted.</summary>
    /// <param name="truck">What is known.</param>
    /// <param name="start">The leg's start.</param>
    /// <param name="row">The stage it is at.</param>
    /// <param name="classIndex">Its class.</param>
    /// <param name="key">Its random key.</param>
    public (long Lodged, long Accepted) Draw(ObservedTruck truck, long start, int row, int classIndex, ulong key)
    {
        int[] order = model.Procedures[model.Rows[row].Procedure].Order;
        int here = Array.IndexOf(order, row);
        int lodge = Array.FindLastIndex(order, here, here + 1, r => model.Rows[r].Kind == RowKind.Lodge);
        if (lodge < 0) return (truck.Lodged?.Milliseconds ?? start, truck.Accepted?.Milliseconds ?? start);
        bool waits = model.Rows[row].Kind == RowKind.Await && truck.At.Standing == Standing.AwaitingDocuments;
        bool past = Array.FindLastIndex(order, here, here - lodge, r => model.Rows[r].Kind == RowKind.Await) is var wait && wait > lodge && wait < here;
        bool? accepted = waits ? false
            : truck.Declaration == DeclarationStatus.Accepted || truck.Accepted != null || past ? true
            : truck.Declaration == DeclarationStatus.NotAccepted ? false
            : null;
        LodgeRule rule = model.Rows[order[lodge]].Lodge!;
        if (truck is { Lodged: { } l, Accepted: { } a }) return (l.Milliseconds, a.Milliseconds);
        // By rejection, which draws exactly from what is left possible; the first try is the draw the engine itself would have made.
        for (int n = 0; n < MostTries; n++)
        {
            (long lodged, long ends) = Try(truck, rule, start, classIndex, key, n);
            if (accepted is null || ends <= clock == accepted) return (lodged, truck.Accepted?.Milliseconds ?? ends);
        }
        // So rare that the model does not expect it: taken as seen.
        long known = truck.Lodged?.Milliseconds ?? start;
        return accepted == true ? (known, truck.Accepted?.Milliseconds ?? clock) : (known, model.Desks[rule.Desk].AdvanceOpen(clock, 1));
    }

    private (long Lodged, long Accepted) Try(ObservedTruck truck, LodgeRule rule, long start, int classIndex, ulong key, int n)
    {
        double Uniform(ulong purpose) => KeyedStream.For(key, purpose, n).NextUniform();
        long Time(ulong purpose, int serviceBase)
        {
            KeyedStream stream = KeyedStream.For(key, purpose, n);
            return model.Samplers[model.ServiceTable[serviceBase + classIndex]].SampleMilliseconds(ref stream);
        }

        bool advance = rule.AdvanceShare[classIndex] > 0 && Uniform(rule.AdvanceKey) < rule.AdvanceShare[classIndex];
        long lodged = truck.Lodged?.Milliseconds ?? (advance ? start - Time(rule.LeadKey, rule.LeadBase) : start);
        long work = rule.PreparationBase < 0 ? 0 : Time(rule.PreparationKey, rule.PreparationBase);
        if (rule.RejectedShare > 0 && Uniform(rule.RejectedKey) < rule.RejectedShare) work += Time(rule.ResubmissionKey, rule.ResubmissionBase);
        CapacityCalendar desk = model.Desks[rule.Desk];
        return (lodged, work == 0 ? lodged : desk.AdvanceOpen(lodged, work));
    }
}
