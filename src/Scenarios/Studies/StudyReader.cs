using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Studies.Reading;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Studies;

/// <summary>Reads a study in whatever form its owner has it: rows as CSV or XLSX, border events as JSON Lines, hourly counts, or means alone.</summary>
public static class StudyReader
{
    private const int BetweenReports = 50_000;

    /// <summary>Reads a study. Lines that cannot be used are listed in it; only a file that is no study at all is refused.</summary>
    /// <param name="path">The file.</param>
    /// <param name="model">Posts, sides and local times.</param>
    /// <param name="mapping">Names of columns; null to recognise them.</param>
    /// <param name="options">Limits; null for the usual ones.</param>
    /// <param name="cancellation">Ends it without a study.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static Loaded<Study> Read(string path, CorridorModel model, StudyMapping? mapping = null, ReadingOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new ReadingOptions();
        var problems = new Problems();
        if (SourceFile.Open(path, options, problems, cancellation) is not { } file) return new Loaded<Study>(null, problems.All);
        if (file.Events) return new Loaded<Study>(EventTable.Read(file, model, options, cancellation), []);
        using TableSource? source = TableSource.Open(file, mapping, problems);
        Study? study = source is null ? null : Read(source, file, model, mapping, options, problems, cancellation);
        return new Loaded<Study>(study, problems.All);
    }

    /// <summary>Names of a file's columns, as its header has them; empty where it has none, or is no table.</summary>
    public static IReadOnlyList<string> Headers(string path, ReadingOptions? options = null)
    {
        var problems = new Problems();
        if (SourceFile.Open(path, options ?? new ReadingOptions(), problems, default) is not { Events: false } file) return [];
        using TableSource? source = TableSource.Open(file, null, problems);
        return source?.Headers ?? [];
    }

    /// <summary>The mapping by which a file would be read, to be written down and changed; null, with the reason, where it is no table.</summary>
    public static Loaded<StudyMapping> Propose(string path, StudyMapping? mapping = null, ReadingOptions? options = null)
    {
        var problems = new Problems();
        if (SourceFile.Open(path, options ?? new ReadingOptions(), problems, default) is not { } file) return new Loaded<StudyMapping>(null, problems.All);
        if (file.Events)
        {
            problems.Add(new InputProblem(Mark.Whole(path), "", null, new("son eventos de frontera: no hay columnas que nombrar", "these are border events: there are no columns to name")));
            return new Loaded<StudyMapping>(null, problems.All);
        }
        using TableSource? source = TableSource.Open(file, mapping, problems);
        return source is null ? new Loaded<StudyMapping>(null, problems.All) : new Loaded<StudyMapping>(source.Proposed(mapping), []);
    }

    private static Study? Read(TableSource source, SourceFile file, CorridorModel model, StudyMapping? mapping, ReadingOptions options, Problems problems, CancellationToken cancellation)
    {
        if (source.Layout(problems) is not { } layout) return null;
        var words = new StudyWords(model, mapping);
        DateOrder order = mapping?.Dates == StudyMapping.MonthFirst ? DateOrder.MonthFirst : DateOrder.DayFirst;
        TimeSpan? stated = mapping?.Offset;
        Parts parts = Table(source, layout, file.Path, model, words, order, stated, options, cancellation);
        bool ambiguous = parts.Orders is { DayFirst: 0, MonthFirst: 0, Either: > 0 };
        // What the dates themselves prove is only known once all are read; the other order then begins anew.
        if (mapping?.Dates is null && parts.Orders.MonthFirst > parts.Orders.DayFirst) parts = Table(source, layout, file.Path, model, words, order = DateOrder.MonthFirst, stated, options, cancellation);
        List<StudyRow> rows = TruckChecks.Of(parts.Rows, model, parts.Rejected);
        parts.Rejected.Sort((a, b) => a.Line.CompareTo(b.Line));
        if (rows.Count == 0 && parts.Counts.Count == 0 && parts.Summaries.Count == 0)
        {
            problems.Add(new InputProblem(new Mark(file.Path, layout.HeaderLine, 1), "", null, parts.Rejected.Count == 0
                ? new("hay encabezado, pero ninguna fila debajo", "there is a header, but no row below it")
                : new($"ninguna de las {parts.Rejected.Count} filas se puede usar", $"none of the {parts.Rejected.Count} rows can be used")));
            foreach (RejectedRow r in parts.Rejected.Take(Problems.Most - 1)) problems.Add(new InputProblem(new Mark(file.Path, r.Line, 1), r.Field, r.Given, r.Reason));
            return null;
        }
        var lacks = new List<Bilingual>();
        if (layout.Kind == TableKind.Rows && ambiguous && mapping?.Dates is null) lacks.Add(new("las fechas pueden leerse día/mes o mes/día: leídas día/mes; un archivo de correspondencias ('dates') lo decide", "the dates can be read day/month or month/day: read as day/month; a mapping file ('dates') decides"));
        if (order == DateOrder.MonthFirst && mapping?.Dates is null) lacks.Add(new("fechas leídas mes/día/año: así lo piden las propias fechas", "dates read month/day/year: the dates themselves ask for it"));
        if (file.Note is { } note) lacks.Add(note);
        lacks.AddRange([.. layout.Notes, .. parts.Notes, .. source.Notes, .. StudyLacks.Of(rows)]);
        if (parts.Summaries.Count > 0) lacks.Add(new("solo medias: se comparan medias y medianas; ni cuantiles ni bandas", "means only: means and medians are compared; no quantiles, no bands"));
        if (parts.Counts.Count > 0 && rows.Count == 0) lacks.Add(new("solo conteos por hora: se comparan flujos, no tiempos", "hourly counts only: flows are compared, not times"));
        bool queue = rows.Count > 0 ? rows.Exists(r => r.Stamps.Has(0)) : parts.Summaries.All(s => s.Measure == ClearanceMeasure.Side);
        return new Study
        {
            Source = file.Path, Hash = file.Hash, Rows = rows, Rejected = parts.Rejected, Counts = parts.Counts, Summaries = parts.Summaries, Lacks = lacks,
            Measure = queue ? ClearanceMeasure.Side : ClearanceMeasure.Gate, Window = StudyWindow.Of(rows), Simulated = layout.Headers.Contains(StudyWriter.SimulatedColumn),
        };
    }

    private sealed record Parts(List<StudyRow> Rows, List<RejectedRow> Rejected, List<HourlyCount> Counts, List<StudySummary> Summaries, (long DayFirst, long MonthFirst, long Either) Orders, IReadOnlyList<Bilingual> Notes);

    private static Parts Table(TableSource source, Layout layout, string path, CorridorModel model, StudyWords words, DateOrder order, TimeSpan? stated, ReadingOptions options, CancellationToken cancellation)
    {
        using ITable table = source.AtHeader(layout);
        var cells = new Cells(table, layout, order, options.Now, stated);
        var parts = new Parts([], [], [], [], default, []);
        var rows = new RowReading(path, model, words, layout, options);
        long read = 0;
        while (table.Next())
        {
            if (++read % BetweenReports == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                options.Progress?.Invoke(read);
            }
            if (cells.Blank) continue;
            cells.Begin();
            if (cells.Rejected is null)
            {
                switch (layout.Kind)
                {
                    case TableKind.Rows: if (rows.Read(cells, table.Line) is { } row) parts.Rows.Add(row); break;
                    case TableKind.Counts: if (SparseRows.Count(cells, model, words) is { } count) parts.Counts.Add(count); break;
                    case TableKind.Summaries: if (SparseRows.Summary(cells, table.Line, model, words) is { } summary) parts.Summaries.Add(summary); break;
                }
            }
            if (cells.Rejected is { } rejected) parts.Rejected.Add(rejected);
        }
        return parts with { Orders = cells.Orders, Notes = table.Notes };
    }
}
