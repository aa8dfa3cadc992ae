using System.Globalization;
using System.Text;
using CorridorTwin.Scenarios.Reports;

namespace CorridorTwin.Scenarios.Proofs;

/// <summary>A report as one CSV table of single figures: table, what the figure is of, its name, its value. The stamp stands in comment lines above.</summary>
public static class ReportCsv
{
    /// <summary>The text. Numbers have a point for decimals, whatever the reader's setting, so that every program reads them alike.</summary>
    public static string Of(ReportSubject subject, Proof proof)
    {
        Tongue tongue = proof.Tongue;
        var text = new StringBuilder();
        foreach (string line in (IEnumerable<string>)[tongue.Say(ReportTexts.Title), tongue.Say(ReportTexts.Illustrative), tongue.Say(ReportTexts.Definition), .. ReportTexts.StampRows(proof.Stamp, tongue).Select(r => $"{tongue.Say(r.Name)}: {r.Value}")])
            text.Append("# ").Append(line.ReplaceLineEndings(" ")).Append('\n');
        text.Append(tongue.Say("cuadro,fila,cifra,valor\n", "table,row,figure,value\n"));
        foreach (FigureTable table in ReportFigures.Of(subject))
        {
            foreach (IReadOnlyList<object?> row in table.Rows)
            {
                string what = string.Join(" | ", row.Where(c => c is not double and not null).Select(c => Words(c!, tongue)));
                foreach ((FigureColumn column, double value) in table.Columns.Zip(row).Where(c => c.Second is double).Select(c => (c.First, (double)c.Second!)))
                    if (double.IsFinite(value)) text.Append(CultureInfo.InvariantCulture, $"{table.Id},{Field(what)},{column.Id},{value:R}\n");
            }
        }
        return text.ToString();
    }

    private static string Words(object cell, Tongue tongue) => cell is Bilingual text ? tongue.Say(text) : cell.ToString() ?? "";

    /// <summary>A text as one field. What a spreadsheet would take for a formula gets an apostrophe before it.</summary>
    private static string Field(string text)
    {
        if (text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r') text = "'" + text;
        return text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
