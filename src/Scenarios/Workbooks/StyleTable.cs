using DocumentFormat.OpenXml;
using X = DocumentFormat.OpenXml.Spreadsheet;

namespace CorridorTwin.Scenarios.Workbooks;

/// <summary>The styles a workbook uses, numbered as they come: a look, a number format, and whether the text begins like a formula.</summary>
internal sealed class StyleTable
{
    private const uint FirstOwnFormat = 164;
    private readonly List<(Look Look, string Format, bool Quoted)> _styles = [(Look.Plain, Formats.General, false)];
    private readonly List<string> _formats = [];

    /// <summary>The number of a style.</summary>
    public uint Of(Look look, string format = Formats.General, bool quoted = false)
    {
        int index = _styles.IndexOf((look, format, quoted));
        if (index < 0)
        {
            index = _styles.Count;
            _styles.Add((look, format, quoted));
            if (format != Formats.General && !_formats.Contains(format)) _formats.Add(format);
        }
        return (uint)index;
    }

    /// <summary>The table as the file has it.</summary>
    public X.Stylesheet Write()
    {
        var sheet = new X.Stylesheet();
        if (_formats.Count > 0)
            sheet.Append(new X.NumberingFormats(_formats.Select((f, i) => new X.NumberingFormat { NumberFormatId = FirstOwnFormat + (uint)i, FormatCode = f })) { Count = (uint)_formats.Count });
        Look[] looks = Enum.GetValues<Look>();
        sheet.Append(
            new X.Fonts(looks.Select(Font)) { Count = (uint)looks.Length },
            new X.Fills(Fill(X.PatternValues.None), Fill(X.PatternValues.Gray125), Solid("FFE8EEF4"), Solid("FFFFF8DC")) { Count = 4 },
            new X.Borders(Border(null, null), Border(null, X.BorderStyleValues.Thin), Border(X.BorderStyleValues.Thin, null)) { Count = 3 },
            new X.CellStyleFormats(new X.CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }) { Count = 1 },
            new X.CellFormats(_styles.Select(Format)) { Count = (uint)_styles.Count },
            new X.CellStyles(new X.CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }) { Count = 1 });
        return sheet;
    }

    private X.CellFormat Format((Look Look, string Format, bool Quoted) style)
    {
        bool top = style.Look is Look.Note or Look.Header;
        var format = new X.CellFormat
        {
            NumberFormatId = style.Format == Formats.General ? 0 : FirstOwnFormat + (uint)_formats.IndexOf(style.Format),
            FontId = (uint)style.Look,
            FillId = style.Look switch { Look.Header => 2u, Look.Input => 3u, _ => 0u },
            BorderId = style.Look switch { Look.Header => 1u, Look.Total => 2u, _ => 0u },
            FormatId = 0,
            ApplyNumberFormat = true,
            ApplyFont = true,
            ApplyFill = true,
            ApplyBorder = true,
        };
        if (style.Quoted) format.QuotePrefix = true;
        if (!top) return format;
        format.ApplyAlignment = true;
        format.Append(new X.Alignment { WrapText = true, Vertical = X.VerticalAlignmentValues.Top });
        return format;
    }

    private static X.Font Font(Look look)
    {
        var font = new X.Font();
        if (look is Look.Header or Look.Title or Look.Total) font.Append(new X.Bold());
        if (look == Look.Link) font.Append(new X.Underline());
        font.Append(new X.FontSize { Val = look == Look.Title ? 14 : 11 });
        string colour = look switch { Look.Note => "FF595959", Look.Input => "FF0000C8", Look.Link => "FF0B5394", _ => "FF000000" };
        font.Append(new X.Color { Rgb = colour }, new X.FontName { Val = "Calibri" }, new X.FontFamilyNumbering { Val = 2 });
        return font;
    }

    private static X.Fill Fill(X.PatternValues pattern) => new(new X.PatternFill { PatternType = pattern });

    private static X.Fill Solid(string colour) =>
        new(new X.PatternFill(new X.ForegroundColor { Rgb = colour }, new X.BackgroundColor { Indexed = 64 }) { PatternType = X.PatternValues.Solid });

    private static X.Border Border(X.BorderStyleValues? above, X.BorderStyleValues? below) =>
        new(new X.LeftBorder(), new X.RightBorder(), Edge(new X.TopBorder(), above), Edge(new X.BottomBorder(), below), new X.DiagonalBorder());

    private static X.BorderPropertiesType Edge(X.BorderPropertiesType edge, X.BorderStyleValues? style)
    {
        if (style is not { } s) return edge;
        edge.Style = s;
        edge.Append(new X.Color { Rgb = new HexBinaryValue("FF7F7F7F") });
        return edge;
    }
}
