using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using X = DocumentFormat.OpenXml.Spreadsheet;

namespace CorridorTwin.Scenarios.Workbooks;

/// <summary>Writes a <see cref="Workbook"/> as an Office Open XML spreadsheet (ECMA-376). The same workbook gives the same bytes.</summary>
public static class WorkbookWriter
{
    /// <summary>Zip files know no earlier time: every entry bears this one.</summary>
    private static readonly DateTimeOffset Then = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The file's bytes.</summary>
    /// <exception cref="ArgumentException">A name of a sheet or range, or a link, that a spreadsheet program would refuse.</exception>
    public static byte[] Write(Workbook workbook)
    {
        Check(workbook);
        using var package = new MemoryStream();
        using (SpreadsheetDocument document = SpreadsheetDocument.Create(package, SpreadsheetDocumentType.Workbook))
            Fill(document, workbook);
        return Steady(package);
    }

    private static void Fill(SpreadsheetDocument document, Workbook workbook)
    {
        WorkbookPart book = document.AddWorkbookPart();
        document.ChangeIdOfPart(book, "rId1");
        CoreFilePropertiesPart properties = document.AddCoreFilePropertiesPart();
        document.ChangeIdOfPart(properties, "rId2");
        WriteProperties(properties, workbook.Title);
        var styles = new StyleTable();
        var sheets = new X.Sheets();
        for (int i = 0; i < workbook.Sheets.Count; i++)
        {
            WorksheetPart part = book.AddNewPart<WorksheetPart>($"rId{i + 1}");
            part.Worksheet = SheetWriter.Write(workbook.Sheets[i], i == 0, styles);
            sheets.Append(new X.Sheet { Name = workbook.Sheets[i].Name, SheetId = (uint)i + 1, Id = $"rId{i + 1}" });
        }
        book.AddNewPart<WorkbookStylesPart>($"rId{workbook.Sheets.Count + 1}").Stylesheet = styles.Write();
        book.Workbook = new X.Workbook(new X.BookViews(new X.WorkbookView()), sheets);
        X.DefinedName[] names = [.. Names(workbook)];
        if (names.Length > 0) book.Workbook.Append(new X.DefinedNames(names));
        // A program that opens it may calculate again; until then the values written stand.
        book.Workbook.Append(new X.CalculationProperties { CalculationId = 0, FullCalculationOnLoad = true });
    }

    /// <summary>Names in the order of the alphabet, as spreadsheet programs write them; a filter is a name too.</summary>
    private static IEnumerable<X.DefinedName> Names(Workbook workbook)
    {
        for (int i = 0; i < workbook.Sheets.Count; i++)
            if (workbook.Sheets[i] is { FilterRow: > 0 } sheet)
                yield return new X.DefinedName(CellNames.On(sheet.Name, CellNames.Fixed(SheetWriter.FilterRange(sheet)))) { Name = "_xlnm._FilterDatabase", LocalSheetId = (uint)i, Hidden = true };
        foreach (DefinedName name in workbook.Names.OrderBy(n => n.Name, StringComparer.OrdinalIgnoreCase))
            yield return new X.DefinedName(CellNames.On(name.Sheet, CellNames.Fixed(name.Range))) { Name = name.Name };
    }

    private static void WriteProperties(CoreFilePropertiesPart part, string title)
    {
        System.Xml.Linq.XNamespace core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties", dc = "http://purl.org/dc/elements/1.1/";
        var xml = new System.Xml.Linq.XElement(core + "coreProperties", new System.Xml.Linq.XElement(dc + "title", title), new System.Xml.Linq.XElement(dc + "creator", "CorridorTwin"));
        using Stream stream = part.GetStream(FileMode.Create);
        xml.Save(stream);
    }

    /// <summary>The same package with its entries in order and no time of day in it.</summary>
    private static byte[] Steady(MemoryStream package)
    {
        package.Position = 0;
        using var source = new ZipArchive(package, ZipArchiveMode.Read);
        using var steady = new MemoryStream();
        using (var target = new ZipArchive(steady, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (ZipArchiveEntry entry in source.Entries.OrderBy(e => e.FullName, StringComparer.Ordinal))
            {
                ZipArchiveEntry copy = target.CreateEntry(entry.FullName);
                copy.LastWriteTime = Then;
                using Stream from = entry.Open(), to = copy.Open();
                from.CopyTo(to);
            }
        }
        return steady.ToArray();
    }

    private static void Check(Workbook workbook)
    {
        if (workbook.Sheets.Count == 0) throw new ArgumentException("A workbook has a sheet.", nameof(workbook));
        var sheets = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (Sheet sheet in workbook.Sheets)
        {
            if (!CellNames.IsSheet(sheet.Name) || !sheets.Add(sheet.Name)) throw new ArgumentException($"'{sheet.Name}' cannot name a sheet, or names two.", nameof(workbook));
            if (sheet.FilterRow < 0 || sheet.FilterRow > sheet.Rows.Count) throw new ArgumentException($"Sheet '{sheet.Name}' has no row {sheet.FilterRow} to filter by.", nameof(workbook));
            foreach (LinkCell link in sheet.Rows.SelectMany(r => r).OfType<LinkCell>())
                if (!workbook.Sheets.Any(s => s.Name == link.Sheet) || !CellNames.IsRange(link.Target)) throw new ArgumentException($"A link leads to '{link.Sheet}' {link.Target}, which is not there.", nameof(workbook));
        }
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (DefinedName name in workbook.Names)
        {
            if (!CellNames.IsName(name.Name) || !names.Add(name.Name)) throw new ArgumentException($"'{name.Name}' cannot name a range, or names two.", nameof(workbook));
            if (!sheets.Contains(name.Sheet) || !CellNames.IsRange(name.Range)) throw new ArgumentException($"'{name.Name}' names '{name.Sheet}' {name.Range}, which is not there.", nameof(workbook));
        }
    }
}
