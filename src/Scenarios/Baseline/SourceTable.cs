using CorridorTwin.Scenarios.Inputs;
using CsvHelper;

namespace CorridorTwin.Scenarios.Baseline;

/// <summary>One row of the table of sources.</summary>
/// <param name="Id">What figures refer to.</param>
/// <param name="Quantity">What was observed or assumed.</param>
/// <param name="Value">Its value, as text.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="PlaceYear">Where and when.</param>
/// <param name="Citation">Publication.</param>
/// <param name="Grade">Confidence as given by the table.</param>
public sealed record SourceRow(string Id, string Quantity, string Value, string Unit, string PlaceYear, string Citation, string Grade);

/// <summary>Reads <c>scenarios/data/sources.csv</c>.</summary>
public static class SourceTable
{
    private static readonly string[] Columns = ["id", "quantity", "value", "unit", "place_year", "source", "grade"];

    /// <summary>The rows; null, with the reason noted, if the table cannot be read.</summary>
    public static IReadOnlyList<SourceRow>? Load(string path, Problems problems)
    {
        if (InputFile.Read(path, problems) is not { } text) return null;
        var rows = new List<SourceRow>();
        var lines = new Dictionary<string, int>();
        try
        {
            using CsvReader csv = CsvReader.FromText(text, CsvReaderOptions.Default with { TrackLineNumbers = true });
            csv.ReadHeader();
            if (Columns.Except(csv.Headers).Any())
            {
                problems.Add(new InputProblem(new Mark(path, 1, 1), "", null, new("no es una tabla de fuentes", "not a table of sources"), Bilingual.Same(string.Join(",", Columns))));
                return null;
            }
            while (csv.Read())
            {
                string[] cells = [.. Columns.Select(csv.GetString)];
                int line = (int)csv.LineNumber;
                if (!lines.TryAdd(cells[0], line)) problems.Add(new InputProblem(new Mark(path, line, 1), "id", cells[0], new($"ya está en la línea {lines[cells[0]]}", $"already in line {lines[cells[0]]}")));
                rows.Add(new SourceRow(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6]));
            }
        }
        catch (CsvFormatException e)
        {
            problems.Add(new InputProblem(Mark.Whole(path), "", null, new($"CSV no válido ({e.Message.ReplaceLineEndings(" ")})", $"not valid CSV ({e.Message.ReplaceLineEndings(" ")})")));
            return null;
        }
        return rows;
    }
}
