using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using CorridorTwin.Scenarios.Appraisal;
using CorridorTwin.Scenarios.Appraisal.Finance;
using CorridorTwin.Scenarios.Appraisal.Plans;
using CorridorTwin.Scenarios.Appraisal.Reports;
using CorridorTwin.Scenarios.Appraisal.Reports.Annex;
using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Reports;

namespace CorridorTwin.Scenarios.Tests.Appraisal;

/// <summary>The annex calculates by itself what the library calculated.</summary>
public sealed partial class AnnexBookTests
{
    private static readonly Lazy<AppraisalResult> Shared = new(() => TestPlan.Appraise(TestPlan.Read(("class: equipment", "class: equipment\n    prices: nominal"))));

    private static Stamp Stamp => Stamp.Of(Shared.Value.Plan.Baseline, [], TestPlan.Brief, 3, "corridor appraise test-plan");

    [Theory]
    [InlineData(null)]
    [InlineData(0.05)]
    public void LibreOffice_calculates_the_same_from_formulas_alone(double? otherRate)
    {
        if (!File.Exists("/usr/bin/soffice")) return;
        AppraisalResult r = Shared.Value;
        Discounting at = otherRate is { } rate ? Discounting.At(rate) : r.Plan.Rates[0];
        IReadOnlyDictionary<string, string[]> cells = Recalculated(AnnexBook.Write(r, Stamp, new Tongue("en")), otherRate);
        Assert.Equal(r.Flows.Npv(at), Number(cells["Net present value, million"][1]), 9);
        Assert.Equal(r.Flows.Bcr(at, r.Plan.ResidualAs), Number(cells["Benefit-cost ratio"][1]), 9);
        Assert.Equal(InternalRates.Only(r.Flows.Net)!.Value, Number(cells["Economic rate of return"][1]), 7);
        foreach (RateResult side in r.Rates.Skip(1)) Assert.Contains(cells.Values, c => c.Length > 2 && double.TryParse(c[1].TrimEnd('%'), CultureInfo.InvariantCulture, out double npv) && Math.Abs(npv - side.Npv) < 1e-9);
    }

    [Theory]
    [InlineData("es")]
    [InlineData("en")]
    public void Every_line_of_the_checklist_is_answered(string language)
    {
        var tongue = new Tongue(language);
        IReadOnlyList<ChecklistLine> lines = AppraisalChecklist.Of(Shared.Value, Stamp, tongue);
        Assert.Equal(15, lines.Count);
        Assert.All(lines, l => Assert.True(tongue.Say(l.Answer).Length > 4, tongue.Say(l.Question)));
        Assert.All(lines.Where(l => l.Question.Es != "Problema y falla de mercado"), l => Assert.NotEqual(l.Answer.Es, l.Answer.En));
        Assert.NotEmpty(AnnexBook.Write(Shared.Value, Stamp, tongue));
    }

    [Fact]
    public void Every_unit_value_has_its_source_and_conversion()
    {
        string text = Text(AnnexBook.Write(Shared.Value, Stamp, new Tongue("en")));
        foreach (Assumption a in Shared.Value.Plan.Assumptions.Where(a => a.Figure.Provenance.Source is not null)) Assert.Contains(a.Figure.Provenance.Source!, text);
        Assert.Contains("2024-baseline.yaml:", text);
        Assert.Contains("conventions.yaml:", text);
        Assert.Contains(Stamp.ScenarioHash, text);
    }

    /// <summary>The summary's rows by their first cell, calculated by LibreOffice from a file without any stored value of a formula.</summary>
    private static Dictionary<string, string[]> Recalculated(byte[] book, double? rate)
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            File.WriteAllBytes(Path.Combine(folder, "s.xlsx"), WithoutValues(book, rate));
            var start = new ProcessStartInfo("/usr/bin/soffice") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
            foreach (string argument in new[] { $"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1", "s.xlsx" }) start.ArgumentList.Add(argument);
            using Process office = Process.Start(start)!;
            Assert.True(office.WaitForExit(TimeSpan.FromMinutes(2)));
            return File.ReadAllLines(Path.Combine(folder, "s-Summary.csv")).Select(l => Cells().Matches(l).Select(m => m.Groups[1].Value.Trim('"')).ToArray()).Where(c => c[0].Length > 0).GroupBy(c => c[0]).ToDictionary(g => g.Key, g => g.First());
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private static byte[] WithoutValues(byte[] book, double? rate)
    {
        using var stream = new MemoryStream();
        stream.Write(book);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, true))
            foreach (ZipArchiveEntry entry in zip.Entries.Where(e => e.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal) && e.FullName.EndsWith(".xml", StringComparison.Ordinal)).ToArray())
            {
                string text;
                using (var reader = new StreamReader(entry.Open())) text = reader.ReadToEnd();
                text = Cached().Replace(text, "$1");
                if (rate is { } r && text.Contains("(change it)", StringComparison.Ordinal)) text = FirstNumber().Replace(text, m => m.Groups[1].Value + r.ToString(CultureInfo.InvariantCulture) + m.Groups[2].Value, 1);
                string name = entry.FullName;
                entry.Delete();
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(text);
            }
        return stream.ToArray();
    }

    private static string Text(byte[] book)
    {
        using var zip = new ZipArchive(new MemoryStream(book));
        return string.Concat(zip.Entries.Where(e => e.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)).Select(e =>
        {
            using var reader = new StreamReader(e.Open());
            return reader.ReadToEnd();
        }));
    }

    private static double Number(string cell) => cell.EndsWith('%') ? double.Parse(cell[..^1], CultureInfo.InvariantCulture) / 100 : double.Parse(cell, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(</(?:\w+:)?f>)<(?:\w+:)?v>[^<]*</(?:\w+:)?v>")]
    private static partial Regex Cached();

    [GeneratedRegex(@"(\(change it\)(?:(?!<(?:\w+:)?v>).)*<(?:\w+:)?v>)[^<]*(</(?:\w+:)?v>)", RegexOptions.Singleline)]
    private static partial Regex FirstNumber();

    [GeneratedRegex("(?:^|,)(\"[^\"]*\"|[^,]*)")]
    private static partial Regex Cells();
}
