using System.Globalization;
using CorridorTwin.Scenarios.Inputs;
using CsvHelper;

namespace CorridorTwin.Scenarios.Rollouts.Matrix;

/// <summary>Reads <c>scenarios/data/ecfcc-rollout.csv</c>.</summary>
public static class MatrixTable
{
    /// <summary>Its name, in the folder of tables.</summary>
    public const string FileName = "ecfcc-rollout.csv";

    private static readonly string[] Columns =
        ["row", "pillar", "measure", "action", "indicator", "of", "unit", "baseline", .. MatrixRow.Years.Select(y => string.Create(CultureInfo.InvariantCulture, $"c{y}")), "goal", "reading", "source_line", "note_en", "note_es"];

    /// <summary>The rows that are right; what is wrong with others is noted.</summary>
    public static IReadOnlyList<MatrixRow> Load(string path, Problems problems)
    {
        var rows = new List<MatrixRow>();
        foreach (TableLine line in TableLine.Read(path, Columns, new("no es la matriz de implementación", "not the implementation matrix"), problems))
            if (Row(line) is { } row)
            {
                if (rows.FirstOrDefault(r => r.Id == row.Id) is { } twin) line.Note("row", row.Id, new($"ya está en la línea {twin.Mark.Line}", $"already in line {twin.Mark.Line}"));
                else rows.Add(row);
            }
        return rows;
    }

    private static MatrixRow? Row(TableLine line)
    {
        int before = line.Problems.Count;
        string id = line.Text("row");
        if (id.Length == 0) line.Note("row", id, Wording.Missing);
        int pillar = line.Whole("pillar", 1, 5), measure = line.Whole("measure", 1, 9), source = line.Whole("source_line", 1, int.MaxValue);
        Counted of = line.Member<Counted>("of");
        CellReading reading = line.Member<CellReading>("reading");
        string[] cells = [.. MatrixRow.Years.Select(y => line.Text($"c{y}"))];
        for (int i = 0; i < cells.Length; i++) Quantity(line, $"c{MatrixRow.Years[i]}", cells[i], reading);
        Quantity(line, "baseline", line.Text("baseline"), CellReading.Increment);
        if (reading != CellReading.Mark) Quantity(line, "goal", line.Text("goal"), reading);
        return line.Problems.Count > before ? null : new MatrixRow(
            id, pillar, measure, line.Text("action"), line.Text("indicator"), of, line.Text("baseline"), cells, line.Text("goal"), reading, source,
            new(line.Text("note_es"), line.Text("note_en")), line.Mark);
    }

    private static void Quantity(TableLine line, string column, string cell, CellReading reading)
    {
        if (cell.Length == 0 || (reading == CellReading.Mark ? cell == "X" : MatrixRow.Number(cell) is not null)) return;
        line.Note(column, cell, reading == CellReading.Mark ? new("no es una marca", "not a mark") : new("no es una cantidad", "not a quantity"), reading == CellReading.Mark
            ? new("X o nada", "X or nothing")
            : new("un número de 0 o más, o nada", "a number of 0 or more, or nothing"));
    }
}
