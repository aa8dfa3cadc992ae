using System.IO.Compression;

namespace CorridorTwin.Scenarios.Tests.Studies;

/// <summary>Writes a workbook's parts by hand: what spreadsheet programs write, without the time it takes them.</summary>
internal static class RawWorkbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>A workbook of one sheet, given as the XML of its rows and what follows them.</summary>
    public static void Write(string path, Action<TextWriter> rows, string after = "", string[]? shared = null, bool since1904 = false)
    {
        using var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        Part(zip, "[Content_Types].xml", w => w.Write("""<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"""));
        Part(zip, "xl/workbook.xml", w => w.Write($"""<workbook xmlns="{Main}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr{(since1904 ? " date1904=\"1\"" : "")}/><sheets><sheet name="Estudio" sheetId="1" r:id="rId1"/></sheets></workbook>"""));
        Part(zip, "xl/_rels/workbook.xml.rels", w => w.Write("""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="worksheet" Target="worksheets/sheet1.xml"/></Relationships>"""));
        if (shared is not null) Part(zip, "xl/sharedStrings.xml", w => w.Write($"""<sst xmlns="{Main}">{string.Concat(shared.Select(s => $"<si><t>{s}</t></si>"))}</sst>"""));
        Part(zip, "xl/worksheets/sheet1.xml", w =>
        {
            w.Write($"""<worksheet xmlns="{Main}"><sheetData>""");
            rows(w);
            w.Write($"</sheetData>{after}</worksheet>");
        });
    }

    /// <summary>A row of cells, each as <c>&lt;c …&gt;</c> without its name.</summary>
    public static string Row(int number, params string[] cells) => $"<row r=\"{number}\">{string.Concat(cells.Select((c, i) => c.Replace("<c", $"<c r=\"{(char)('A' + i)}{number}\"", StringComparison.Ordinal)))}</row>";

    public static string Text(string text) => $"<c t=\"inlineStr\"><is><t>{text}</t></is></c>";

    public static string Shared(int index) => $"<c t=\"s\"><v>{index}</v></c>";

    public static string Number(double value) => FormattableString.Invariant($"<c><v>{value:R}</v></c>");

    private static void Part(ZipArchive zip, string name, Action<TextWriter> write)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Fastest).Open());
        write(writer);
    }
}
