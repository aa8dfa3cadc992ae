using System.Text.Json.Nodes;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Proofs;
using CorridorTwin.Scenarios.Workbooks;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace CorridorTwin.Scenarios.Tests.Proofs;

public class VerificationTests
{
    private static Verdict Verify(byte[] file) => new Verification(ReportFile.Read(file, "report")).Run(new LocalExecutor())!;

    /// <summary>A report whose data were changed by someone who also made the seal anew.</summary>
    private static byte[] Forged(Action<JsonObject> change)
    {
        var all = (JsonObject)JsonNode.Parse(SampleReport.Json)!;
        change(all);
        return SampleReport.Bytes(Seal.Close(Seal.Open(all.ToJsonString())));
    }

    [Fact]
    public void Json_page_and_spreadsheet_are_reproduced()
    {
        foreach (byte[] file in new[] { SampleReport.Bytes(SampleReport.Json), SampleReport.Bytes(SampleReport.Html), SampleReport.Xlsx })
        {
            Verdict verdict = Verify(file);
            Assert.Empty(verdict.Findings);
            Assert.True(verdict.IsReproduced);
            Assert.Equal(6, verdict.Replications);
        }
    }

    [Fact]
    public void The_same_report_is_the_same_bytes()
    {
        Assert.Equal(SampleReport.Xlsx, SampleReport.Xlsx);
        Assert.Equal(SampleReport.Json, Seal.Close(SampleReport.Of(new LocalExecutor()).Proof.Json()));
    }

    [Fact]
    public void A_spreadsheet_is_valid_and_its_sheets_have_the_names_of_its_language()
    {
        foreach (string language in new[] { "es", "en" })
        {
            (ReportSubject subject, Proof proof) = (SampleReport.Subject, SampleReport.Proof with { Language = language });
            using SpreadsheetDocument document = SpreadsheetDocument.Open(new MemoryStream(WorkbookWriter.Write(ReportWorkbook.Of(subject, proof))), false);
            Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2013).Validate(document).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}"));
            Assert.Equal(ReportFigures.Of(subject).Select(t => t.Sheet.In(language)).Prepend(ReportTexts.SheetReport.In(language)).Append("proof"), document.WorkbookPart!.Workbook.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Select(s => s.Name!.Value));
        }
    }

    [Fact]
    public void Titles_that_look_like_formulas_stay_text_in_csv()
    {
        ReportSubject subject = SampleReport.Subject;
        ReportSubject hostile = subject with { Reference = subject.Reference with { Title = Bilingual.Same("=HYPERLINK(\"http://x\",\"y\")") } };
        string csv = ReportCsv.Of(new ReportSubject(hostile.Result, hostile.Reference, hostile.Contrasts), SampleReport.Proof);
        Assert.Contains("split,\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\",service,", csv);
        Assert.All(csv.Split('\n').Where(l => l.Length > 0), l => Assert.False(l[0] is '=' or '+' or '-' or '@'));
    }

    [Fact]
    public void A_number_changed_in_the_text_is_found()
    {
        Verdict verdict = Verify(SampleReport.Bytes(SampleReport.Html.Replace("<p>6.1 h</p>", "<p>5.1 h</p>")));
        Assert.Contains("seal", Assert.Single(verdict.Findings).What.En);
    }

    [Fact]
    public void A_figure_changed_together_with_the_seal_is_found_where_it_stands()
    {
        double was = 0;
        Finding finding = Assert.Single(Verify(Forged(all =>
        {
            JsonObject row = (JsonObject)all["results"]!["tables"]!["differences"]![0]!;
            was = (double)row["change"]!;
            row["change"] = was - 1;
        })).Findings);
        Assert.Equal("tables.differences[1].change", finding.What.En);
        Assert.Equal(was.ToString("R", System.Globalization.CultureInfo.InvariantCulture), finding.Found);
    }

    [Fact]
    public void An_edited_input_is_found_and_so_is_what_it_changes()
    {
        Verdict verdict = Verify(Forged(all => all["inputs"]!["advance-declaration.yaml"] = ((string)all["inputs"]!["advance-declaration.yaml"]!) + "\n# edited\n"));
        Assert.Equal(["the copies of the input files were changed", "the hash of scenarios and baseline"], verdict.Findings.Select(f => f.What.En));
    }

    [Fact]
    public void Another_seed_gives_other_figures()
    {
        Verdict verdict = Verify(Forged(all => all["question"]!["seed"] = 8));
        Assert.Contains(verdict.Findings, f => f.What.En == "the seed of the stamp");
        Assert.True(verdict.More > 100);
    }

    [Fact]
    public void A_cell_changed_in_a_spreadsheet_is_found()
    {
        Workbook book = ReportWorkbook.Of(SampleReport.Subject, SampleReport.Proof);
        IReadOnlyList<Cell>[] rows = [.. book.Sheets[1].Rows];
        Assert.Equal("Diferencias", book.Sheets[1].Name);
        rows[3] = [.. rows[3].Take(3), Cell.Number(-9.5), .. rows[3].Skip(4)];
        Workbook changed = book with { Sheets = [book.Sheets[0], book.Sheets[1] with { Rows = rows }, .. book.Sheets.Skip(2)] };
        Finding finding = Assert.Single(Verify(WorkbookWriter.Write(changed)).Findings);
        Assert.Equal("the cell Diferencias!D4", finding.What.En);
        Assert.Equal("-9.5", finding.Recorded);
    }

    [Fact]
    public void A_run_that_was_stopped_is_reproduced_as_far_as_it_went()
    {
        (ReportSubject subject, Proof proof) = SampleReport.Of(new Stopped());
        Assert.False(subject.Result.Comparison.Complete);
        Verdict verdict = Verify(SampleReport.Bytes(Seal.Close(proof.Json())));
        Assert.Empty(verdict.Findings);
        Assert.Equal(5, verdict.Replications);
    }

    [Fact]
    public void Another_build_is_told_and_is_no_difference()
    {
        Verdict verdict = Verify(Forged(all => all["build"] = "0123"));
        Assert.True(verdict.IsReproduced);
        Assert.Contains("another build", Assert.Single(verdict.Notes).En);
    }

    [Fact]
    public void Cancelling_gives_no_verdict()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.Null(new Verification(ReportFile.Read(SampleReport.Xlsx, "report")).Run(new LocalExecutor(), null, cancelled.Token));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"format\":\"corridor-report/9\"}")]
    [InlineData("<html></html>")]
    [InlineData("PK\u0003\u0004 but no spreadsheet")]
    public void What_is_no_report_is_refused(string text) => Assert.Throws<InputException>(() => ReportFile.Read(SampleReport.Bytes(text), "x"));

    [Theory]
    [InlineData("../evil.yaml")]
    [InlineData("data/../../evil.csv")]
    [InlineData("/etc/evil.yaml")]
    [InlineData("program.dll")]
    public void No_input_file_is_written_outside_its_place(string name) =>
        Assert.Throws<InputException>(() => ReportFile.Read(Forged(all => all["inputs"]![name] = "x"), "x"));

    [Fact]
    public void Every_part_of_a_report_is_damaged_without_more_than_a_message()
    {
        foreach (string part in new[] { "question", "stamp", "results", "inputs", "inputsHash", "comma" })
            foreach (JsonNode? other in new JsonNode?[] { null, JsonValue.Create(3), new JsonArray(), new JsonObject() })
            {
                byte[] file = Forged(all => all[part] = other?.DeepClone());
                try
                {
                    Verdict? verdict = new Verification(ReportFile.Read(file, "x")).Run(new LocalExecutor());
                    Assert.False(verdict!.IsReproduced, $"{part} {other}");
                }
                catch (InputException)
                {
                    // One clear message is what is wanted.
                }
            }
    }

    /// <summary>Ends before the last replication.</summary>
    private sealed class Stopped : IExecutor
    {
        public bool Run(IReadOnlyList<Variant> variants, ExperimentOptions options, Action<Finished> finished, CancellationToken cancellation)
        {
            Variant[] fewer = [.. variants.Take(variants.Count - 1), variants[^1] with { AtHand = new HashSet<int> { variants[^1].Replications - 1 } }];
            new LocalExecutor().Run(fewer, options, finished, cancellation);
            return false;
        }
    }
}
