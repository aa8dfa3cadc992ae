using System.Globalization;
using CorridorTwin.Simulation.Trace;
using CorridorTwin.Twin.Ingest;
using CorridorTwin.Twin.Storage;

namespace CorridorTwin.Twin;

public sealed partial class LiveTwin
{
    /// <summary>Cells of an export that count fewer than so many trucks are not told.</summary>
    public const int LeastTold = 5;

    /// <summary>Forgets events that happened before an instant, batch by batch, with the lines refused before it. Corrections stay: they name events by hash alone. The state stays; the hashes stay, so the rest can be verified.</summary>
    /// <returns>Events forgotten.</returns>
    public long Forget(DateTimeOffset before)
    {
        long t = EventRouter.Milliseconds(before), forgotten = 0;
        Snapshot();
        lock (gate)
        {
            log.Begin();
            foreach ((long last, long first) in log.Many<(long, long)>(TwinSql.OldBatches, new { before = t, upTo = store.Mark.UpTo }).ToList())
            {
                log.Execute(TwinSql.DeleteEvents, new { first, last });
                log.Execute(TwinSql.MarkGone, new { last });
                forgotten += last - first + 1;
            }
            log.Execute(TwinSql.DeleteOldQuarantine, new { before = t });
            log.Commit(options.Clock());
        }
        return forgotten;
    }

    /// <summary>
    /// Trucks that came to and left each side, by hour of its local time, as CSV. A cell of one to four trucks says only that (<c>&lt;5</c>):
    /// nobody should find one truck in it.
    /// </summary>
    public void ExportFlows(TextWriter to, DateTimeOffset from, DateTimeOffset until)
    {
        var cells = new SortedDictionary<(string Post, string Side, string Dir, string Hour), (HashSet<string> Came, HashSet<string> Left)>();
        using var reader = new EventLog(database);
        HashSet<EventKey> without = [.. reader.Withdrawn().Select(w => w.Key)];
        var parser = new BorderEventParser();
        foreach (LoggedEvent logged in reader.KnownAt(EventRouter.Milliseconds(until) - 1, long.MaxValue))
        {
            if (logged.T < EventRouter.Milliseconds(from) || without.Contains(logged.Key)) continue;
            BorderEvent e = parser.Parse(logged.Body.AsSpan());
            if (e.Type is not (BorderEventTypes.QueueEnter or BorderEventTypes.PostExit) || e.Unit == null) continue;
            string hour = e.T.ToOffset(TimeSpan.FromMinutes(logged.Zone)).ToString("yyyy-MM-dd'T'HH':00'zzz", CultureInfo.InvariantCulture);
            var cell = (e.Post!, e.Side!, e.Dir?.ToString() ?? "", hour);
            if (!cells.TryGetValue(cell, out (HashSet<string> Came, HashSet<string> Left) trucks)) cells[cell] = trucks = ([], []);
            (e.Type == BorderEventTypes.QueueEnter ? trucks.Came : trucks.Left).Add(e.Trip ?? e.Unit);
        }
        to.Write("post,side,dir,hour,came,left\n");
        foreach (((string post, string side, string dir, string hour), (HashSet<string> came, HashSet<string> left)) in cells)
            to.Write($"{post},{side},{dir},{hour},{Told(came.Count)},{Told(left.Count)}\n");

        static string Told(int n) => n is > 0 and < LeastTold ? $"<{LeastTold}" : n.ToString(CultureInfo.InvariantCulture);
    }
}
