using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using X = DocumentFormat.OpenXml.Spreadsheet;

namespace CorridorTwin.Scenarios.Workbooks;

/// <summary>One sheet as the file has it.</summary>
internal static class SheetWriter
{
    /// <summary>Longest text a cell may hold.</summary>
    private const int LongestText = 32_767;

    private const double LineHeight = 15;
    private const double MostLines = 20;
    private const double UsualWidth = 8.4;

    /// <summary>The sheet, its styles numbered in <paramref name="styles"/>.</summary>
    public static X.Worksheet Write(Sheet sheet, bool first, StyleTable styles)
    {
        var view = new X.SheetView { WorkbookViewId = 0, TabSelected = first };
        if (sheet.FrozenRows > 0)
            view.Append(new X.Pane { VerticalSplit = sheet.FrozenRows, TopLeftCell = CellNames.At(sheet.FrozenRows + 1, 1), ActivePane = X.PaneValues.BottomLeft, State = X.PaneStateValues.Frozen });
        var page = new X.Worksheet(
            new X.SheetProperties(new X.PageSetupProperties { FitToPage = true }),
            new X.SheetViews(view),
            new X.SheetFormatProperties { DefaultRowHeight = LineHeight });
        if (sheet.Widths.Count > 0)
            page.Append(new X.Columns(sheet.Widths.Select((w, i) => new X.Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = w, CustomWidth = true })));
        var links = new List<X.Hyperlink>();
        page.Append(new X.SheetData(sheet.Rows.Select((row, r) => Row(row, r, sheet.Widths, styles, links))));
        if (sheet.FilterRow > 0) page.Append(new X.AutoFilter { Reference = FilterRange(sheet) });
        if (links.Count > 0) page.Append(new X.Hyperlinks(links));
        page.Append(new X.PageSetup { PaperSize = 9, Orientation = X.OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });
        return page;
    }

    /// <summary>From the filter's row to the last one.</summary>
    public static string FilterRange(Sheet sheet) => $"A{sheet.FilterRow}:{CellNames.At(sheet.Rows.Count, Math.Max(1, sheet.Rows[sheet.FilterRow - 1].Count))}";

    /// <summary>A row, high enough for its longest wrapped text: not every program finds that out by itself.</summary>
    private static X.Row Row(IReadOnlyList<Cell> cells, int row, IReadOnlyList<double> widths, StyleTable styles, List<X.Hyperlink> links)
    {
        var written = new X.Row(cells.Select((cell, c) => One(cell, CellNames.At(row + 1, c + 1), styles, links))) { RowIndex = (uint)row + 1 };
        double lines = cells.Select((cell, c) => cell is TextCell { Look: Look.Note or Look.Header } text ? Math.Ceiling(text.Words.Length / (c < widths.Count ? widths[c] : UsualWidth)) : 1).DefaultIfEmpty(1).Max();
        if (lines > 1) (written.Height, written.CustomHeight) = (Math.Min(MostLines, lines) * LineHeight, true);
        return written;
    }

    private static X.Cell One(Cell cell, string at, StyleTable styles, List<X.Hyperlink> links)
    {
        switch (cell)
        {
            case NumberCell n: return Numeric(n.Value, at, styles.Of(n.Look, n.Format));
            case DateCell d: return Numeric(d.Day.ToDateTime(default).ToOADate(), at, styles.Of(d.Look, d.Format));
            case FormulaCell { Words: { } text } f: return Calculated(f, at, styles.Of(f.Look, f.Format), X.CellValues.String, Clean(text));
            case FormulaCell f when double.IsFinite(f.Value): return Calculated(f, at, styles.Of(f.Look, f.Format), X.CellValues.Number, Digits(f.Value));
            case FormulaCell f: return Calculated(f, at, styles.Of(f.Look, f.Format), X.CellValues.Error, "#NUM!");
            case LinkCell link:
                links.Add(new X.Hyperlink { Reference = at, Location = CellNames.On(link.Sheet, link.Target), Display = Clean(link.Words) });
                return Words(link.Words, at, link.Look, styles);
            default: return Words(((TextCell)cell).Words, at, cell.Look, styles);
        }
    }

    private static X.Cell Numeric(double value, string at, uint style) => new() { CellReference = at, StyleIndex = style, CellValue = new X.CellValue(Digits(value)) };

    private static X.Cell Calculated(FormulaCell f, string at, uint style, X.CellValues type, string cached) =>
        new() { CellReference = at, StyleIndex = style, DataType = type, CellFormula = new X.CellFormula(Clean(f.Expression)), CellValue = new X.CellValue(cached) };

    /// <summary>A text, marked as quoted where a spreadsheet would take it for a formula once someone edits the cell.</summary>
    private static X.Cell Words(string text, string at, Look look, StyleTable styles)
    {
        text = Clean(text);
        bool quoted = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r';
        var cell = new X.Cell { CellReference = at, StyleIndex = styles.Of(look, quoted: quoted) };
        if (text.Length == 0) return cell;
        cell.DataType = X.CellValues.InlineString;
        cell.InlineString = new X.InlineString(new X.Text(text) { Space = SpaceProcessingModeValues.Preserve });
        return cell;
    }

    private static string Digits(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>What a file of this kind cannot hold is left out.</summary>
    private static string Clean(string text)
    {
        if (text.Length > LongestText) text = text[..(char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText)];
        if (text.All(XmlConvert.IsXmlChar)) return text;
        var kept = new System.Text.StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i])) kept.Append(text[i]);
            else if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])) kept.Append(text[i]).Append(text[++i]);
        }
        return kept.ToString();
    }
}
