using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Trace;

namespace CorridorTwin.Scenarios.Studies.Reading;

/// <summary>Rows from border events (<c>corridor-event/1</c>, one JSON object a line): one for each passage of a side, whatever order the lines come in.</summary>
internal static class EventTable
{
    private sealed class Building(BorderEvent first, int line)
    {
        public readonly DateTimeOffset?[] Stamps = new DateTimeOffset?[RowStamps.Count];
        public readonly Dictionary<string, StageTimes> Stages = [];
        public readonly List<StudyInspection> Inspections = [];
        public BorderEvent First => first;
        public int Line => line;
        public Operation? Operation = first.Op;
        public Direction? Direction = first.Dir;
        public CargoFlags Flags = first.Cls;
        public RiskChannel? Channel;
        public DateTimeOffset Last = first.T;
        public bool Arrived;
    }

    /// <summary>Reads the events.</summary>
    public static Study Read(SourceFile file, CorridorModel model, ReadingOptions options, CancellationToken cancellation)
    {
        var rejected = new List<RejectedRow>();
        var passages = new Dictionary<(string, string, string), Building>();
        var seen = new HashSet<string>();
        var parser = new BorderEventParser();
        int line = 0;
        bool simulated = false;
        using StreamReader text = file.Text();
        while (text.ReadLine() is { } words)
        {
            if (++line % 50_000 == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                options.Progress?.Invoke(line);
            }
            if (line == 1) simulated = words.Contains("\"trace.header\"", StringComparison.Ordinal);
            if (string.IsNullOrWhiteSpace(words) || (line == 1 && words.Contains("\"schema\"", StringComparison.Ordinal))) continue;
            if (!parser.TryParse(words, out BorderEvent? e, out string? problem))
            {
                rejected.Add(new RejectedRow(line, "", words.Length > 60 ? words[..60] + "…" : words, new($"no es un evento de frontera: {problem}", $"not a border event: {problem}"), RejectKind.Shape));
                continue;
            }
            // Lanes and buses are no trucks of the study.
            if (e!.Ext.Vehicle is not null || e.Unit is null) continue;
            if (e.Post is null || e.Side is null)
            {
                rejected.Add(new RejectedRow(line, e.Post is null ? "post" : "side", null, new("falta", "missing"), RejectKind.Missing));
                continue;
            }
            if (e.T > options.Now.AddMinutes(5))
            {
                rejected.Add(new RejectedRow(line, "t", e.T.ToString("O"), new("en el futuro", "in the future"), RejectKind.Future));
                continue;
            }
            if (model.Posts.FirstOrDefault(p => p.Id == e.Post) is not { } post || (e.Side != post.North && e.Side != post.South))
            {
                rejected.Add(new RejectedRow(line, "post", $"{e.Post} {e.Side}", new("puesto o lado desconocido", "no such post or side"), RejectKind.Unknown));
                continue;
            }
            if (!seen.Add(e.Id ?? EventId.Of(e)))
            {
                rejected.Add(new RejectedRow(line, "id", e.Id, new("evento repetido", "repeated event"), RejectKind.Duplicate));
                continue;
            }
            // A line that does not say where it comes from is read as one of the simulator's: only one that says so makes the study simulated.
            simulated |= e.Src == EventSource.Sim && words.Contains("\"SIM\"", StringComparison.Ordinal);
            var key = (e.Trip ?? e.Unit, e.Post, e.Side);
            if (!passages.TryGetValue(key, out Building? passage)) passages[key] = passage = new Building(e, line);
            Take(passage, e);
        }
        // A declaration lodged in advance for a truck that had not come when the events end is no passage.
        Building[] came = [.. passages.Values.Where(p => p.Arrived)];
        int ahead = passages.Count - came.Length;
        List<StudyRow> rows = Rows(file.Path, came, model, options, rejected);
        rows = TruckChecks.Of(rows, model, rejected);
        rejected.Sort((a, b) => a.Line.CompareTo(b.Line));
        return new Study
        {
            Source = file.Path, Hash = file.Hash, Rows = rows, Rejected = rejected, Lacks = [
                .. file.Note is { } note ? [note] : Array.Empty<Bilingual>(),
                .. ahead > 0 ? [new Bilingual($"{ahead} declaraciones son de camiones que aún no habían llegado: no son filas", $"{ahead} declarations are of trucks that had not come yet: they are no rows")] : Array.Empty<Bilingual>(),
                .. StudyLacks.Of(rows),
            ],
            Measure = rows.Exists(r => r.Stamps.Has(0)) ? ClearanceMeasure.Side : ClearanceMeasure.Gate, Window = StudyWindow.Of(rows), Simulated = simulated,
        };
    }

    private static void Take(Building p, BorderEvent e)
    {
        p.Operation ??= e.Op;
        p.Direction ??= e.Dir;
        p.Flags |= e.Cls;
        if (e.T > p.Last) p.Last = e.T;
        p.Arrived |= e.Type is not (BorderEventTypes.DeclarationLodged or BorderEventTypes.DeclarationAccepted or BorderEventTypes.DeclarationRejected);
        switch (e.Type)
        {
            case BorderEventTypes.QueueEnter: First(0); break;
            case BorderEventTypes.PostArrive: First(1); break;
            case BorderEventTypes.DeclarationLodged: First(2); break;
            case BorderEventTypes.RiskAssigned when e.Agency is null or Agency.Customs:
                First(3);
                p.Channel ??= e.Chan;
                break;
            case BorderEventTypes.InspectionStart:
                First(4);
                p.Inspections.Add(new StudyInspection(e.Agency, e.T, null));
                break;
            case BorderEventTypes.InspectionEnd:
                if (p.Stamps[5] is null || e.T > p.Stamps[5]) p.Stamps[5] = e.T;
                int open = p.Inspections.FindIndex(i => i.Agency == e.Agency && i.End is null);
                if (open >= 0) p.Inspections[open] = p.Inspections[open] with { End = e.T };
                break;
            case BorderEventTypes.TaxPaid: First(6); break;
            case BorderEventTypes.Release: First(7); break;
            case BorderEventTypes.PostExit: p.Stamps[8] = p.Stamps[8] is { } t && t > e.T ? t : e.T; break;
        }
        if (e.Stage is not { } stage || !StageColumns.All.Contains(stage)) return;
        StageTimes times = p.Stages.GetValueOrDefault(stage);
        if (e.Type is BorderEventTypes.StageStart or BorderEventTypes.MigrationStart or BorderEventTypes.InspectionStart or BorderEventTypes.SampleTaken) p.Stages[stage] = times with { Start = times.Start ?? e.T };
        if (e.Type is BorderEventTypes.StageEnd or BorderEventTypes.MigrationEnd or BorderEventTypes.InspectionEnd or BorderEventTypes.LabResult) p.Stages[stage] = times with { End = e.T };

        void First(int i)
        {
            if (p.Stamps[i] is null || e.T < p.Stamps[i]) p.Stamps[i] = e.T;
        }
    }

    private static List<StudyRow> Rows(string file, IEnumerable<Building> passages, CorridorModel model, ReadingOptions options, List<RejectedRow> rejected)
    {
        var rows = new List<StudyRow>();
        foreach (Building p in passages)
        {
            (string field, Bilingual reason, RejectKind kind)? wrong =
                p.Operation is null ? ("op", new Bilingual("ningún evento dice la operación", "no event tells the operation"), RejectKind.Missing)
                : p.Direction is null ? ("dir", new Bilingual("ningún evento dice el sentido", "no event tells the direction"), RejectKind.Missing)
                : RowRules.Wrong(p.Stamps, p.Stages, false, options) is { } w ? (w.Field, w.Reason, w.Kind) : null;
            if (wrong is { } why)
            {
                rejected.Add(new RejectedRow(p.Line, why.field, p.First.Trip ?? p.First.Unit, why.reason, why.kind));
                continue;
            }
            BorderPost post = model.Post(p.First.Post!);
            bool censored = p.Stamps[8] is null;
            rows.Add(new StudyRow
            {
                File = file, Line = p.Line, Post = post.Id, Side = p.First.Side!, Direction = p.Direction!.Value, Role = post.CountryOf(p.Direction.Value, SideRole.Exit) == p.First.Side ? SideRole.Exit : SideRole.Entry,
                Truck = p.First.Unit!, Operation = p.Operation!.Value, Cargo = Survey.CargoOf(p.Flags), Flags = p.Flags & (CargoFlags.Aeo | CargoFlags.Msme), Channel = p.Channel,
                Stamps = new RowStamps(p.Stamps, TimeSpan.FromHours(model.Country(p.First.Side!).UtcOffsetHours)), Inspections = p.Inspections, Stages = p.Stages,
                Censored = censored, SeenUntil = censored ? p.Last : null,
            });
        }
        rows.Sort((a, b) => a.Line.CompareTo(b.Line));
        return rows;
    }
}
