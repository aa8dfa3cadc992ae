using System.Diagnostics;
using System.IO.Compression;
using CorridorTwin.Scenarios.Workbooks;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using X = DocumentFormat.OpenXml.Spreadsheet;

namespace CorridorTwin.Scenarios.Tests.Workbooks;

public class WorkbookWriterTests
{
    private static Workbook Sample { get; } = new("Prueba & test",
    [
        new Sheet("Supuestos", [[Cell.Text("Supuesto", Look.Header), Cell.Text("Valor", Look.Header)], [Cell.Text("tasa"), Cell.Number(0.12, Formats.Percent, Look.Input)], [Cell.Text("año"), Cell.Date(new DateOnly(2024, 2, 29))]])
        {
            Widths = [30, 12.5],
            FrozenRows = 1,
            FilterRow = 1,
        },
        new Sheet("L'año 1",
        [
            [Cell.Text("Flujo", Look.Title), Cell.Link("a los supuestos", "Supuestos", "B2")],
            [Cell.Number(-100, Formats.One), Cell.Number(60), Cell.Number(60)],
            [Cell.Formula("A2+NPV(tasa,B2:C2)", -100 + 60 / 1.12 + 60 / (1.12 * 1.12), Formats.Two, Look.Total), Cell.Formula("SQRT(-1)", double.NaN), Cell.Formula("IF(A3>0,\"sí\",\"no\")", "sí")],
            [Cell.Text("=1+1"), Cell.Text("+A1", Look.Note), Cell.Text("-2"), Cell.Text("@x"), Cell.Text("\tcmd"), Cell.Text("uno\u0001 \U0001F69A\n dos")],
            [Cell.Empty, Cell.NumberOrEmpty(double.NaN), Cell.NumberOrEmpty(3)],
        ]),
    ])
    {
        Names = [new("tasa", "Supuestos", "B2"), new("flujo", "L'año 1", "A2:C2")],
    };

    [Fact]
    public void A_validator_finds_nothing()
    {
        using SpreadsheetDocument document = Open(WorkbookWriter.Write(Sample));
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2013).Validate(document).Select(e => $"{e.Path?.XPath}: {e.Description}"));
    }

    [Fact]
    public void The_same_workbook_gives_the_same_bytes_and_no_time_of_day()
    {
        byte[] first = WorkbookWriter.Write(Sample);
        Assert.Equal(first, WorkbookWriter.Write(Sample));
        using var zip = new ZipArchive(new MemoryStream(first));
        Assert.All(zip.Entries, e => Assert.Equal(1980, e.LastWriteTime.Year));
    }

    [Fact]
    public void Text_that_begins_like_a_formula_stays_text()
    {
        using SpreadsheetDocument document = Open(WorkbookWriter.Write(Sample));
        X.CellFormat[] formats = [.. document.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<X.CellFormat>()];
        foreach (string at in new[] { "A4", "B4", "C4", "D4", "E4" })
        {
            X.Cell cell = Find(document, 1, at);
            Assert.Null(cell.CellFormula);
            Assert.Equal(X.CellValues.InlineString, cell.DataType!.Value);
            Assert.True(formats[cell.StyleIndex!.Value].QuotePrefix?.Value, at);
        }
        Assert.Equal("uno \U0001F69A\n dos", Find(document, 1, "F4").InnerText);
        Assert.NotEqual(true, formats[Find(document, 0, "A2").StyleIndex!.Value].QuotePrefix?.Value);
    }

    [Fact]
    public void A_formula_keeps_the_value_it_has_now()
    {
        using SpreadsheetDocument document = Open(WorkbookWriter.Write(Sample));
        X.Cell npv = Find(document, 1, "A3");
        Assert.Equal("A2+NPV(tasa,B2:C2)", npv.CellFormula!.Text);
        Assert.Equal(1.403, double.Parse(npv.CellValue!.Text, System.Globalization.CultureInfo.InvariantCulture), 3);
        Assert.Equal(X.CellValues.Error, Find(document, 1, "B3").DataType!.Value);
        Assert.Equal("'Supuestos'!$B$2", document.WorkbookPart!.Workbook.DefinedNames!.Elements<X.DefinedName>().Single(n => n.Name == "tasa").Text);
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("")]
    [InlineData("un nombre de más de treinta y un caracteres")]
    public void A_name_no_sheet_may_have_is_refused(string name) =>
        Assert.Throws<ArgumentException>(() => WorkbookWriter.Write(new Workbook("", [new Sheet(name, [])])));

    [Theory]
    [InlineData("B2", "Supuestos", "B2")]
    [InlineData("dos palabras", "Supuestos", "B2")]
    [InlineData("tasa", "Otra", "B2")]
    [InlineData("tasa", "Supuestos", "B")]
    public void A_name_no_range_may_have_is_refused(string name, string sheet, string range) =>
        Assert.Throws<ArgumentException>(() => WorkbookWriter.Write(Sample with { Names = [new(name, sheet, range)] }));

    [Fact]
    public void A_link_to_nowhere_and_a_number_that_is_none_are_refused()
    {
        Assert.Throws<ArgumentException>(() => WorkbookWriter.Write(new Workbook("", [new Sheet("a", [[Cell.Link("x", "b")]])])));
        Assert.Throws<ArgumentException>(() => Cell.Number(double.PositiveInfinity));
    }

    [Theory]
    [InlineData(1, "A")]
    [InlineData(26, "Z")]
    [InlineData(27, "AA")]
    [InlineData(703, "AAA")]
    public void Columns_have_letters(int column, string letters) => Assert.Equal(letters, CellNames.Column(column));

    /// <summary>Opens it with LibreOffice and reads what it shows; says nothing where there is no LibreOffice.</summary>
    [Fact]
    public void LibreOffice_opens_it_and_shows_it()
    {
        if (!File.Exists("/usr/bin/soffice")) return;
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            File.WriteAllBytes(Path.Combine(folder, "s.xlsx"), WorkbookWriter.Write(Sample));
            // Filter options: comma, quotes, UTF-8, from the first line, formatted as shown, every sheet in a file of its own.
            var start = new ProcessStartInfo("/usr/bin/soffice") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
            foreach (string argument in new[] { $"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,true,false,false,-1", "s.xlsx" }) start.ArgumentList.Add(argument);
            using Process office = Process.Start(start)!;
            Assert.True(office.WaitForExit(TimeSpan.FromMinutes(2)));
            string[] lines = File.ReadAllLines(Path.Combine(folder, "s-L'año 1.csv"));
            Assert.Equal("1.40,#NUM!,sí,,,", lines[2].Replace("Err:502", "#NUM!"));
            Assert.StartsWith("=1+1,+A1,-2,@x", lines[3]);
            Assert.Contains("tasa,12.0%", File.ReadAllText(Path.Combine(folder, "s-Supuestos.csv")));
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private static SpreadsheetDocument Open(byte[] file) => SpreadsheetDocument.Open(new MemoryStream(file), false);

    private static X.Cell Find(SpreadsheetDocument document, int sheet, string at)
    {
        string id = document.WorkbookPart!.Workbook.Sheets!.Elements<X.Sheet>().ElementAt(sheet).Id!;
        return ((WorksheetPart)document.WorkbookPart.GetPartById(id)).Worksheet.Descendants<X.Cell>().Single(c => c.CellReference == at);
    }
}
