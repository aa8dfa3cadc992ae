using System.Globalization;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Simulation.Corridor;
using CsvHelper;

namespace CorridorTwin.Scenarios.Calibration;

/// <summary>Reads <c>scenarios/data/references.csv</c>.</summary>
public static class ReferenceTable
{
    private static readonly string[] Columns = ["post", "direction", "role", "kind", "operation", "quantity", "unit", "value", "low", "high", "aim_low", "aim_high", "must_low", "must_high", "source"];
    private static readonly string[] Quantities = ["volume", "direction-share", "mix-share", "M_side", "M_crossing", "waiting-share"];

    /// <summary>The rows that are right; what is wrong with others is noted.</summary>
    /// <param name="path">The file.</param>
    /// <param name="corridor">The posts it may name.</param>
    /// <param name="problems">What is wrong.</param>
    public static IReadOnlyList<ReferenceRow> Load(string path, CorridorModel corridor, Problems problems)
    {
        if (InputFile.Read(path, problems) is not { } text) return [];
        var rows = new List<ReferenceRow>();
        try
        {
            using CsvReader csv = CsvReader.FromText(text, CsvReaderOptions.Default with { TrackLineNumbers = true });
            csv.ReadHeader();
            if (Columns.Except(csv.Headers).Any())
            {
                problems.Add(new InputProblem(new Mark(path, 1, 1), "", null, new("no es una tabla de referencias", "not a table of references"), Bilingual.Same(string.Join(",", Columns))));
                return [];
            }
            while (csv.Read())
                if (new Cells(csv, path, problems).Row(corridor) is { } row) rows.Add(row);
        }
        catch (CsvFormatException e)
        {
            problems.Add(new InputProblem(Mark.Whole(path), "", null, new($"CSV no válido ({e.Message.ReplaceLineEndings(" ")})", $"not valid CSV ({e.Message.ReplaceLineEndings(" ")})")));
        }
        return rows;
    }

    /// <summary>The cells of one line.</summary>
    private sealed class Cells(CsvReader csv, string path, Problems problems)
    {
        private readonly int line = (int)csv.LineNumber;
        private readonly int before = problems.Count;

        public ReferenceRow? Row(CorridorModel corridor)
        {
            string post = Word("post", [.. corridor.Posts.Select(p => p.Id), "all"]) ?? "all";
            Direction? direction = Member<Direction>("direction", "both");
            SideRole? role = Member<SideRole>("role", "");
            TruckKind? kind = Member<TruckKind>("kind", "all");
            Operation? operation = Member<Operation>("operation", "");
            string quantity = Word("quantity", Quantities) ?? "volume";
            double value = Number("value") ?? double.NaN;
            if (double.IsNaN(value) && problems.Count == before) Note("value", "", new("falta", "missing"));
            var row = new ReferenceRow(line, post == "all" ? null : post, direction, role, kind, operation, quantity, Text("unit"), value, Pair("low", "high"), Pair("aim_low", "aim_high"), Pair("must_low", "must_high"), Text("source"));
            return problems.Count == before ? row : null;
        }

        private string Text(string column) => csv.GetString(Array.IndexOf([.. csv.Headers], column)).Trim();

        private string? Word(string column, string[] words)
        {
            string text = Text(column);
            if (words.Contains(text)) return text;
            Note(column, text, new("desconocido", "unknown"), Wording.OneOf(words), Nearest.To(text, words));
            return null;
        }

        private T? Member<T>(string column, string any)
            where T : struct, Enum
        {
            string[] keys = [.. Enum.GetValues<T>().Select(m => Names.Key(m)), any];
            return Word(column, keys) is { } text && text != any ? Names.Member<T>(text) : null;
        }

        private double? Number(string column)
        {
            string text = Text(column);
            if (text.Length == 0) return null;
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value)) return value;
            Note(column, text, new("no es un número finito", "not a finite number"));
            return null;
        }

        private (double, double)? Pair(string low, string high)
        {
            if (Number(low) is not { } l || Number(high) is not { } h) return null;
            if (l > h) Note(low, Text(low), new($"mayor que {high}", $"above {high}"));
            return (l, h);
        }

        private void Note(string column, string given, Bilingual message, Bilingual? expected = null, string? nearest = null) =>
            problems.Add(new InputProblem(new Mark(path, line, 1), column, given, message, expected, nearest));
    }
}
