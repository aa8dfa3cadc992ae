using System.IO.Compression;
using System.Xml;
using CorridorTwin.Scenarios.Inputs;

namespace CorridorTwin.Scenarios.Studies.Reading;

/// <summary>An Office Open XML workbook, opened so that its sheets can be read as streams: a million rows never stand in memory at once.</summary>
internal sealed class SpreadsheetFile : IDisposable
{
    /// <summary>Largest sheet, unpacked, bytes.</summary>
    private const long LargestSheet = 6_000_000_000;

    /// <summary>Largest table of shared texts, unpacked, bytes.</summary>
    private const long LargestTexts = 300_000_000;

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true };

    private readonly ZipArchive package;

    private SpreadsheetFile(ZipArchive package, IReadOnlyList<(string Name, ZipArchiveEntry Entry)> sheets, string[] texts, bool since1904) =>
        (this.package, Sheets, Texts, Since1904) = (package, sheets, texts, since1904);

    /// <summary>Sheets that are not hidden, in order.</summary>
    public IReadOnlyList<(string Name, ZipArchiveEntry Entry)> Sheets { get; }

    /// <summary>Texts that cells share.</summary>
    public string[] Texts { get; }

    /// <summary>Days are counted from 1904.</summary>
    public bool Since1904 { get; }

    /// <summary>Opens a workbook; null, with the reason noted, if it is none, is broken, or would fill the memory.</summary>
    public static SpreadsheetFile? Open(string path, Problems problems)
    {
        ZipArchive? package = null;
        try
        {
            package = ZipFile.OpenRead(path);
            bool since1904 = false;
            Dictionary<string, string> targets = Relations(package);
            var sheets = new List<(string, ZipArchiveEntry)>();
            using (XmlReader xml = Xml(Need(package, "xl/workbook.xml")))
            {
                while (xml.Read())
                {
                    if (xml.NodeType != XmlNodeType.Element) continue;
                    if (xml.LocalName == "workbookPr") since1904 = xml.GetAttribute("date1904") is "1" or "true";
                    if (xml.LocalName != "sheet" || xml.GetAttribute("state") is "hidden" or "veryHidden") continue;
                    string? id = xml.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships");
                    if (id is not null && targets.TryGetValue(id, out string? target) && package.GetEntry(target) is { } entry) sheets.Add((xml.GetAttribute("name") ?? "", entry));
                }
            }
            if (sheets.Count == 0) throw new InvalidDataException();
            if (sheets.Any(s => s.Item2.Length > LargestSheet)) return Refuse(new("una hoja ocupa demasiado desempaquetada", "a sheet is too large when unpacked"));
            if (package.GetEntry("xl/sharedStrings.xml") is { Length: > LargestTexts }) return Refuse(new("sus textos ocupan demasiado desempaquetados", "its texts are too large when unpacked"));
            var file = new SpreadsheetFile(package, sheets, SharedTexts(package), since1904);
            package = null;
            return file;
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or EndOfStreamException or NotSupportedException)
        {
            return Refuse(new("no es una hoja de cálculo entera: está truncada o dañada", "is not a whole spreadsheet: truncated or damaged"));
        }
        finally
        {
            package?.Dispose();
        }

        SpreadsheetFile? Refuse(Bilingual why)
        {
            problems.Add(new InputProblem(Mark.Whole(path), "", null, why, new("un libro .xlsx, o CSV", "an .xlsx workbook, or CSV")));
            return null;
        }
    }

    /// <summary>A part as XML.</summary>
    public static XmlReader Xml(ZipArchiveEntry entry) => XmlReader.Create(new BufferedStream(entry.Open(), 1 << 16), Settings);

    /// <inheritdoc/>
    public void Dispose() => package.Dispose();

    private static ZipArchiveEntry Need(ZipArchive package, string name) => package.GetEntry(name) ?? throw new InvalidDataException();

    private static Dictionary<string, string> Relations(ZipArchive package)
    {
        var targets = new Dictionary<string, string>();
        using XmlReader xml = Xml(Need(package, "xl/_rels/workbook.xml.rels"));
        while (xml.Read())
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && xml.GetAttribute("Id") is { } id && xml.GetAttribute("Target") is { } target)
                targets[id] = target.StartsWith('/') ? target[1..] : $"xl/{target}";
        return targets;
    }

    private static string[] SharedTexts(ZipArchive package)
    {
        if (package.GetEntry("xl/sharedStrings.xml") is not { } entry) return [];
        var texts = new List<string>();
        var text = new System.Text.StringBuilder();
        using XmlReader xml = Xml(entry);
        bool phonetic = false;
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "si")
            {
                text.Clear();
                if (xml.IsEmptyElement) texts.Add("");
            }
            else if (xml.LocalName == "rPh") phonetic = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA && !phonetic) text.Append(xml.Value);
            else if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "si") texts.Add(text.ToString());
        }
        return [.. texts];
    }
}
