using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Studies;
using CorridorTwin.Scenarios.Workbooks;
using static CorridorTwin.Scenarios.Tests.Studies.RawWorkbook;

namespace CorridorTwin.Scenarios.Tests.Studies;

public sealed class SpreadsheetTests
{
    // 45327 days after 30 December 1899 is 5 February 2024.
    private const double Day = 45327;
    private static readonly DateTimeOffset Six = new(2024, 2, 5, 6, 0, 0, TimeSpan.FromHours(-6));

    private static Loaded<Study> Load(Action<string> write)
    {
        using var file = new TemporaryFile([], "study.xlsx");
        write(file.Path);
        return StudyReader.Read(file.Path, Shipped.Baseline);
    }

    private static readonly string Header = Row(1, Text("puesto"), Text("lado"), Text("operación"), Text("llegada"), Text("salida"));

    [Fact]
    public void Dates_are_numbers_texts_may_be_shared_and_rows_may_be_short()
    {
        Study study = Load(p => RawWorkbook.Write(p, w => w.Write(
            Row(1, Shared(0), Shared(1), Text("operación"), Text("llegada"), Text("salida"))
            + Row(2, Text("Guasaule"), Text("HN"), Text("export"), Number(Day + 0.25), Number(Day + 0.5))
            + Row(3, Text("Guasaule"), Text("HN"), Text("export"), Number(Day + 1.0 / 3))
            + Row(5, Text("Guasaule"), Text("HN"), Text("export"), Text("05/02/2024 06:00"), Text("2024-02-05 09:00"))), shared: ["puesto", "lado"])).OrThrow();
        Assert.Empty(study.Rejected);
        Assert.Equal([(2, Six, 6.0, false), (3, Six.AddHours(2), 0.0, true), (5, Six, 3.0, false)], study.Rows.Select(r => (r.Line, r.Stamps[1]!.Value, r.Hours(ClearanceMeasure.Gate)!.Value, r.Censored)));
    }

    [Fact]
    public void Days_counted_from_1904_are_the_same_days()
    {
        Study study = Load(p => RawWorkbook.Write(p, w => w.Write(Header + Row(2, Text("Guasaule"), Text("HN"), Text("export"), Number(Day - 1462 + 0.25), Number(Day - 1462 + 0.5))), since1904: true)).OrThrow();
        Assert.Equal(Six, study.Rows[0].Stamps[1]);
    }

    [Fact]
    public void Formulas_count_by_their_stored_value_and_without_one_reject_the_row()
    {
        Study study = Load(p => RawWorkbook.Write(p, w => w.Write(
            Header
            + Row(2, Text("Guasaule"), Text("HN"), Text("export"), Number(Day + 0.25), FormattableString.Invariant($"<c><f>D2+0.25</f><v>{Day + 0.5}</v></c>"))
            + Row(3, Text("Guasaule"), Text("HN"), Text("export"), Number(Day + 0.25), "<c><f>D3+0.25</f></c>")
            + Row(4, Text("Guasaule"), Text("HN"), "<c t=\"e\"><v>#N/A</v></c>", Number(Day + 0.25), Number(Day + 0.5))))).OrThrow();
        Assert.Equal(6, Assert.Single(study.Rows).Hours(ClearanceMeasure.Gate));
        Assert.Equal([(3, RejectKind.Formula), (4, RejectKind.Formula)], study.Rejected.Select(r => (r.Line, r.Kind)));
        Assert.Contains(study.Lacks, l => l.En.StartsWith("2 cells are formulas", StringComparison.Ordinal));
    }

    [Fact]
    public void A_header_of_merged_cells_is_refused_with_what_to_do()
    {
        Loaded<Study> loaded = Load(p => RawWorkbook.Write(p, w => w.Write(
            Row(1, Text("puesto"), Text("lado"), Text("operación"), Text("tiempos"), "<c/>") + Row(2, Text("Guasaule"), Text("HN"), Text("export"), Number(Day + 0.25), Number(Day + 0.5))),
            "<mergeCells count=\"1\"><mergeCell ref=\"D1:E1\"/></mergeCells>"));
        Assert.Null(loaded.Value);
        Assert.All(loaded.Problems, p => Assert.Contains("unmerge", p.Message.En, StringComparison.Ordinal));
        Assert.Equal(2, loaded.Problems.Count);
    }

    [Fact]
    public void Our_own_workbooks_are_read_and_the_sheet_is_found()
    {
        Sheet cover = new("Notes", [[Cell.Text("A study of nothing")]]);
        Sheet data = new("Data", [[Cell.Text("post"), Cell.Text("side"), Cell.Text("operation"), Cell.Text("t0"), Cell.Text("t1"), Cell.Text("t8")], [Cell.Text("guasaule"), Cell.Text("HN"), Cell.Text("import"), Cell.Number(Day + 0.125), Cell.Number(Day + 0.25), Cell.Number(Day + 0.5)]]);
        Study study = Load(p => File.WriteAllBytes(p, WorkbookWriter.Write(new Workbook("Study", [cover, data])))).OrThrow();
        Assert.Equal(9, Assert.Single(study.Rows).Hours(ClearanceMeasure.Side));
        Assert.Contains(study.Lacks, l => l.En == "sheet 'Data' is read; the other 1 are not");
    }

    [Fact]
    public void A_workbook_cut_anywhere_is_refused_or_says_where_it_breaks_off()
    {
        using var file = new TemporaryFile([], "study.xlsx");
        RawWorkbook.Write(file.Path, w => w.Write(Header + string.Concat(Enumerable.Range(2, 50).Select(i => Row(i, Text("Guasaule"), Text("HN"), Text("export"), Number(Day + 0.25), Number(Day + 0.5))))));
        byte[] whole = File.ReadAllBytes(file.Path);
        for (int length = 4; length < whole.Length; length += 37)
        {
            File.WriteAllBytes(file.Path, whole[..length]);
            Assert.NotEmpty(StudyReader.Read(file.Path, Shipped.Baseline).Problems);
        }
        for (int at = 30; at < whole.Length; at += 23)
        {
            byte[] wrong = [.. whole];
            wrong[at] ^= 0x55;
            File.WriteAllBytes(file.Path, wrong);
            Loaded<Study> loaded = StudyReader.Read(file.Path, Shipped.Baseline);
            Assert.True(loaded.Value is not null || loaded.Problems.Count > 0);
        }
    }
}
