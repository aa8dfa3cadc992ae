using CorridorTwin.Scenarios.Inputs;

namespace CorridorTwin.Scenarios.Studies.Reading;

/// <summary>What kind of table a study comes as.</summary>
internal enum TableKind { Rows, Counts, Summaries }

/// <summary>Where a table's header stands and which of its columns holds which field.</summary>
/// <param name="HeaderLine">Line of the header.</param>
/// <param name="Headers">Names of all columns, as written.</param>
/// <param name="Columns">Column by field.</param>
/// <param name="Kind">Kind of table.</param>
/// <param name="Notes">What the reader should be told of it.</param>
internal sealed record Layout(int HeaderLine, IReadOnlyList<string> Headers, IReadOnlyDictionary<string, int> Columns, TableKind Kind, IReadOnlyList<Bilingual> Notes)
{
    private const int MostLinesAbove = 20;
    private const int MostColumns = 500;

    /// <summary>What follows a stamp's name where its time of day stands in a column of its own.</summary>
    public const string TimeOfDay = "_time";

    /// <summary>Columns of the fields, or −1.</summary>
    public int this[string field] => Columns.GetValueOrDefault(field, -1);

    /// <summary>Some stamps have their time of day in a column of its own.</summary>
    public bool HasTimesApart { get; } = Columns.Keys.Any(k => k.EndsWith(TimeOfDay, StringComparison.Ordinal));

    /// <summary>Last column that is used.</summary>
    public int Last => Columns.Values.Max();

    /// <summary>The row of a table that looks most like a header, and how many fields it names.</summary>
    public static (int Line, string[] Headers, int Fields) Search(ITable table, StudyMapping? mapping)
    {
        (int Line, string[] Headers, int Fields) best = (0, [], 0);
        for (int i = 0; i < MostLinesAbove && table.Next(); i++)
        {
            if (table.Fault is not null) continue;
            var headers = new string[table.Count];
            for (int c = 0; c < headers.Length; c++) headers[c] = new string(table[c]);
            int fields = Assign(headers, mapping, null).Count;
            if (fields > best.Fields) best = (table.Line, headers, fields);
        }
        return best;
    }

    /// <summary>The layout of a header; null, with the reason noted, if something it must have is not there.</summary>
    public static Layout? Of(string path, int line, string[] headers, StudyMapping? mapping, bool merged, Problems problems)
    {
        var at = new Mark(path, Math.Max(line, 1), 1);
        if (headers.Length > MostColumns)
        {
            problems.Add(new InputProblem(at, "", null, new($"{headers.Length} columnas", $"{headers.Length} columns"), new($"como máximo {MostColumns}", $"at most {MostColumns}")));
            return null;
        }
        var notes = new List<Bilingual>();
        Dictionary<string, int> columns = Assign(headers, mapping, notes);
        TableKind kind = columns.ContainsKey("count") && columns.ContainsKey("hour") ? TableKind.Counts
            : columns.ContainsKey("mean") && columns.ContainsKey("n") ? TableKind.Summaries : TableKind.Rows;
        string[][] needed = kind switch
        {
            TableKind.Counts => [["post"], ["side", "role"], ["hour"], ["count"]],
            TableKind.Summaries => [["post"], ["mean"], ["n"]],
            _ => [["post"], ["side", "role"], ["operation"], ["t1", "t0"], ["t8", "t7", "seen_until"]],
        };
        bool blanks = headers.Any(h => h.Length == 0) && (merged || headers.Count(h => h.Length == 0) > 1);
        foreach (string[] any in needed.Where(any => !any.Any(columns.ContainsKey)))
        {
            string? nearest = headers.FirstOrDefault(h => FieldNames.Of(h) is null && FieldNames.Nearly(h) is { } field && any.Contains(field));
            Bilingual message = blanks
                ? new("falta la columna, y el encabezado tiene celdas vacías o combinadas; sepárelas para que cada columna tenga su nombre", "column missing, and the header has blank or merged cells; unmerge them so that every column has its own name")
                : nearest is not null ? new($"falta la columna; '{nearest}' se le parece: dígalo en un archivo de correspondencias", $"column missing; '{nearest}' looks like it: say so in a mapping file")
                : new("falta la columna", "column missing");
            problems.Add(new InputProblem(at, string.Join(" / ", any), null, message, new("una columna con ese nombre, en español o en inglés, o un archivo de correspondencias", "a column of that name, in Spanish or English, or a mapping file")));
        }
        if (problems.Any) return null;
        string[] unused = [.. headers.Where((h, c) => h.Length > 0 && !columns.ContainsValue(c) && h != StudyWriter.SimulatedColumn)];
        if (unused.Length == 1) notes.Add(new($"una columna no se usa: {unused[0]}", $"one column is not used: {unused[0]}"));
        else if (unused.Length > 0) notes.Add(new($"{unused.Length} columnas no se usan: {Some(unused)}", $"{unused.Length} columns are not used: {Some(unused)}"));
        if (blanks) notes.Add(new("hay columnas sin nombre en el encabezado: no se usan", "some columns have no name in the header: they are not used"));
        if (line > 1) notes.Add(new($"el encabezado está en la línea {line}; lo que hay encima no se usa", $"the header stands in line {line}; what is above it is not used"));
        return new Layout(line, headers, columns, kind, notes);
    }

    private static string Some(string[] names) => string.Join(", ", names.Take(6)) + (names.Length > 6 ? ", …" : "");

    private static Dictionary<string, int> Assign(string[] headers, StudyMapping? mapping, List<Bilingual>? notes)
    {
        var columns = new Dictionary<string, int>();
        var mapped = new HashSet<int>();
        foreach ((string field, string name) in mapping?.Columns ?? new Dictionary<string, string>())
        {
            int at = Array.FindIndex(headers, h => Fold.Of(h) == Fold.Of(name));
            if (at < 0) continue;
            columns[field] = at;
            mapped.Add(at);
        }
        for (int c = 0; c < headers.Length; c++)
        {
            if (mapped.Contains(c) || FieldNames.Of(headers[c]) is not { } field) continue;
            if (columns.TryAdd(field, c)) continue;
            // A day and a time of day in columns of their own make one instant.
            if (field.Length == 2 && field[0] == 't' && IsDay(headers[columns[field]]) && IsTime(headers[c]) && columns.TryAdd(field + TimeOfDay, c)) continue;
            if (mapping?.Columns.ContainsKey(field) != true) notes?.Add(new($"'{headers[columns[field]]}' y '{headers[c]}' parecen la misma columna ({field}): se usa la primera; un archivo de correspondencias lo decide", $"'{headers[columns[field]]}' and '{headers[c]}' look like the same column ({field}): the first is used; a mapping file decides"));
        }
        return columns;
    }

    private static bool IsDay(string header) => Fold.Words(header).Any(w => w is "fecha" or "date" or "dia" or "day");

    private static bool IsTime(string header) => Fold.Words(header).Any(w => w is "hora" or "time");
}
