using System.Globalization;
using CsvHelper;

namespace CorridorTwin.Scenarios.Inputs;

/// <summary>One line of a CSV table, read cell by cell; what is wrong is noted with file, line and column.</summary>
public sealed class TableLine
{
    private readonly Dictionary<string, string> cells;

    private TableLine(Dictionary<string, string> cells, Mark mark, Problems problems) => (this.cells, Mark, Problems) = (cells, mark, problems);

    /// <summary>Where it stands.</summary>
    public Mark Mark { get; }

    /// <summary>What is wrong so far, with any line of the table.</summary>
    public Problems Problems { get; }

    /// <summary>The lines of a table; none, with the reason noted, if it is not one of these columns.</summary>
    /// <param name="path">The file.</param>
    /// <param name="columns">Columns it must have.</param>
    /// <param name="otherwise">What to say of a table without them.</param>
    /// <param name="problems">What is wrong.</param>
    public static IReadOnlyList<TableLine> Read(string path, IReadOnlyList<string> columns, Bilingual otherwise, Problems problems)
    {
        if (InputFile.Read(path, problems) is not { } text) return [];
        var lines = new List<TableLine>();
        try
        {
            using CsvReader csv = CsvReader.FromText(text, CsvReaderOptions.Default with { TrackLineNumbers = true });
            csv.ReadHeader();
            if (columns.Except(csv.Headers).Any())
            {
                problems.Add(new InputProblem(new Mark(path, 1, 1), "", null, otherwise, Bilingual.Same(string.Join(",", columns))));
                return [];
            }
            string[] headers = [.. csv.Headers];
            while (csv.Read())
                lines.Add(new TableLine(columns.ToDictionary(c => c, c => csv.GetString(Array.IndexOf(headers, c)).Trim()), new Mark(path, (int)csv.LineNumber, 1), problems));
        }
        catch (CsvFormatException e)
        {
            problems.Add(new InputProblem(Mark.Whole(path), "", null, new($"CSV no válido ({e.Message.ReplaceLineEndings(" ")})", $"not valid CSV ({e.Message.ReplaceLineEndings(" ")})")));
        }
        return lines;
    }

    /// <summary>A cell.</summary>
    public string Text(string column) => cells[column];

    /// <summary>A cell that must be one of a few words; the first, with a problem noted, if it is none.</summary>
    public string Word(string column, IReadOnlyList<string> words)
    {
        if (words.Contains(Text(column))) return Text(column);
        Note(column, Text(column), new("desconocido", "unknown"), Wording.OneOf(words), Nearest.To(Text(column), words));
        return words[0];
    }

    /// <summary>A cell that must be a member of an enumeration.</summary>
    public T Member<T>(string column)
        where T : struct, Enum => Names.Member<T>(Word(column, [.. Enum.GetValues<T>().Select(m => Names.Key(m))]));

    /// <summary>A cell that must be a whole number within limits; the least, with a problem noted, if it is not.</summary>
    public int Whole(string column, int least, int most)
    {
        if (int.TryParse(Text(column), NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value >= least && value <= most) return value;
        Note(column, Text(column), new("no es un número entero admitido", "not a whole number allowed here"), most == int.MaxValue ? new($"al menos {least}", $"at least {least}") : new($"de {least} a {most}", $"{least} to {most}"));
        return least;
    }

    /// <summary>Notes what is wrong with a cell.</summary>
    public void Note(string column, string given, Bilingual message, Bilingual? expected = null, string? nearest = null) =>
        Problems.Add(new InputProblem(Mark, column, given, message, expected, nearest));
}
