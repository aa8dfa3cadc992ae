using System.Diagnostics;
using System.Globalization;
using CorridorTwin.Scenarios.Studies;
using Xunit.Abstractions;
using static CorridorTwin.Scenarios.Tests.Studies.RawWorkbook;

namespace CorridorTwin.Scenarios.Tests.Studies;

[Trait("Category", "Long")]
public sealed class StudySpeedTests(ITestOutputHelper output)
{
    private const int Rows = 1_000_000;
    private static readonly DateTime First = new(2024, 1, 1);

    /// <summary>Truck i on one side: every row another truck, an hour and some minutes each.</summary>
    private static (DateTime T0, DateTime T1, DateTime T8) Times(int i) => (First.AddSeconds(i * 20.0), First.AddSeconds(i * 20.0 + 1800), First.AddSeconds(i * 20.0 + 9000 + i % 977));

    [Fact]
    public void A_million_rows_of_csv_are_read_and_checked_in_ten_seconds_and_a_gigabyte()
    {
        using var file = new TemporaryFile([]);
        using (var writer = new StreamWriter(file.Path))
        {
            writer.WriteLine("post,side,direction,truck,operation,cargo,aeo,msme,channel,t0,t1,t2,t3,t6,t7,t8");
            for (int i = 0; i < Rows; i++)
            {
                (DateTime t0, DateTime t1, DateTime t8) = Times(i);
                writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"guasaule,{(i % 2 == 0 ? "HN" : "NI")},N2S,T{i:x8},{(i % 3 == 0 ? "transit" : "empty")},general,no,yes,green,{t0:yyyy-MM-dd HH:mm:ss},{t1:yyyy-MM-dd HH:mm:ss},{t0:yyyy-MM-dd HH:mm},{t1:yyyy-MM-dd HH:mm:ss},{t1:yyyy-MM-dd HH:mm:ss},{t8:yyyy-MM-dd HH:mm:ss},{t8:yyyy-MM-dd HH:mm:ss}"));
            }
        }
        Measure(file.Path, 10);
    }

    [Fact]
    public void A_million_rows_of_a_workbook_are_read_in_a_minute()
    {
        using var file = new TemporaryFile([], "study.xlsx");
        RawWorkbook.Write(file.Path, w =>
        {
            w.Write(Row(1, [.. new[] { "post", "side", "direction", "truck", "operation", "cargo", "channel", "t0", "t1", "t3", "t7", "t8" }.Select(Text)]));
            for (int i = 0; i < Rows; i++)
            {
                (DateTime t0, DateTime t1, DateTime t8) = Times(i);
                w.Write(Row(i + 2, Shared(0), Shared(1 + i % 2), Shared(3), Text($"T{i:x8}"), Shared(4), Shared(5), Shared(6), Number(t0.ToOADate()), Number(t1.ToOADate()), Number(t1.ToOADate()), Number(t8.ToOADate()), Number(t8.ToOADate())));
            }
        }, shared: ["guasaule", "HN", "NI", "N2S", "transit", "general", "green"]);
        Measure(file.Path, 60);
    }

    private void Measure(string path, double seconds)
    {
        GC.Collect();
        var watch = Stopwatch.StartNew();
        long most = 0;
        Study study = StudyReader.Read(path, Shipped.Baseline, null, new ReadingOptions { Progress = _ => most = Math.Max(most, GC.GetTotalMemory(false)) }).OrThrow();
        watch.Stop();
        most = Math.Max(most, GC.GetTotalMemory(false));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{new FileInfo(path).Length / 1e6:0} MB, {study.Rows.Count} rows in {watch.Elapsed.TotalSeconds:0.0} s, {most / 1e6:0} MB"));
        Assert.Equal(Rows, study.Rows.Count);
        Assert.Empty(study.Rejected);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, seconds);
        Assert.InRange(most, 0, 1_000_000_000);
    }
}
