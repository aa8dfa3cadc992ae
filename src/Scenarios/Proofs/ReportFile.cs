using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using CorridorTwin.Scenarios.Inputs;
using DocumentFormat.OpenXml.Packaging;
using X = DocumentFormat.OpenXml.Spreadsheet;

namespace CorridorTwin.Scenarios.Proofs;

/// <summary>What kind of file a report is in.</summary>
public enum ReportKind
{
    /// <summary>A page.</summary>
    Html,

    /// <summary>One JSON object.</summary>
    Json,

    /// <summary>A spreadsheet.</summary>
    Xlsx,
}

/// <summary>A report as found in a file.</summary>
/// <param name="Kind">What kind of file.</param>
/// <param name="Text">The whole text, of pages and JSON; else empty.</param>
/// <param name="Cells">Values by sheet and cell, of spreadsheets; else empty.</param>
/// <param name="Proof">What it carries.</param>
public sealed partial record ReportFile(ReportKind Kind, string Text, IReadOnlyDictionary<string, string> Cells, Proof Proof)
{
    /// <summary>Largest file that is read, bytes.</summary>
    public const long LargestBytes = 50_000_000;

    private const int LargestPart = 60_000_000;

    /// <summary>Reads one.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="name">Its name, for messages.</param>
    /// <exception cref="InputException">It is no report, or is damaged.</exception>
    public static ReportFile Read(byte[] bytes, string name)
    {
        if (bytes.AsSpan().StartsWith("PK\u0003\u0004"u8)) return Workbook(bytes, name);
        string text;
        try
        {
            text = new UTF8Encoding(false, true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw Refuse(name);
        }
        if (text.AsSpan().TrimStart("\uFEFF \t\r\n").StartsWith("{")) return new ReportFile(ReportKind.Json, text, new Dictionary<string, string>(), Proof.Read(text, name));
        return Embedded().Match(text) is { Success: true } found ? new ReportFile(ReportKind.Html, text, new Dictionary<string, string>(), Proof.Read(found.Groups[1].Value, name)) : throw Refuse(name);
    }

    /// <summary>Values of the cells of a spreadsheet, by <c>sheet!cell</c>; empty ones are left out.</summary>
    public static IReadOnlyDictionary<string, string> CellsOf(byte[] bytes)
    {
        var cells = new Dictionary<string, string>();
        using SpreadsheetDocument document = SpreadsheetDocument.Open(new MemoryStream(bytes), false, new OpenSettings { MaxCharactersInPart = LargestPart });
        WorkbookPart book = document.WorkbookPart ?? throw new InvalidDataException();
        string[] shared = [.. book.SharedStringTablePart?.SharedStringTable.Elements<X.SharedStringItem>().Select(s => s.InnerText) ?? []];
        foreach (X.Sheet sheet in book.Workbook.Sheets?.Elements<X.Sheet>() ?? [])
            foreach (X.Cell cell in ((WorksheetPart)book.GetPartById(sheet.Id!)).Worksheet.Descendants<X.Cell>())
            {
                string value = cell.DataType?.Value == X.CellValues.SharedString ? shared[int.Parse(cell.CellValue!.Text, System.Globalization.CultureInfo.InvariantCulture)]
                    : cell.DataType?.Value == X.CellValues.InlineString ? cell.InlineString?.InnerText ?? "" : cell.CellValue?.Text ?? "";
                if (value.Length > 0) cells[$"{sheet.Name}!{cell.CellReference}"] = value;
            }
        return cells;
    }

    private static ReportFile Workbook(byte[] bytes, string name)
    {
        try
        {
            IReadOnlyDictionary<string, string> cells = CellsOf(bytes);
            var json = new StringBuilder();
            for (int row = 2; cells.TryGetValue($"{ReportTexts.SheetProof}!A{row}", out string? chunk); row++) json.Append(chunk);
            return json.Length > 0 ? new ReportFile(ReportKind.Xlsx, "", cells, Proof.Read(json.ToString(), name)) : throw Refuse(name);
        }
        catch (Exception e) when (e is OpenXmlPackageException or InvalidDataException or XmlException or FileFormatException or FormatException or KeyNotFoundException or IOException or ArgumentException or InvalidOperationException or IndexOutOfRangeException or NullReferenceException or InvalidCastException)
        {
            throw Refuse(name);
        }
    }

    private static InputException Refuse(string name) => new([new InputProblem(Mark.Whole(name), "", null, new("no es un informe que se pueda comprobar", "is not a report that can be verified"),
        new("un informe de este programa en HTML, JSON o XLSX (el PDF, el CSV y el PNG llevan el sello, pero no los datos)", "a report of this program as HTML, JSON or XLSX (PDF, CSV and PNG bear the stamp, but not the data)"))]);

    [GeneratedRegex("""<script type="application/json" id="proof">(.*?)</script>""", RegexOptions.Singleline)]
    private static partial Regex Embedded();
}
