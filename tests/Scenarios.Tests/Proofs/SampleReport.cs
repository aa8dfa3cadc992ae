using System.Text;
using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Proofs;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Scenarios.Workbooks;

namespace CorridorTwin.Scenarios.Tests.Proofs;

/// <summary>A short comparison of two shipped scenarios with its proof, made once.</summary>
internal static class SampleReport
{
    private static readonly Lazy<(ReportSubject Subject, Proof Proof)> Made = new(() => Of(new LocalExecutor()));

    public static ReportSubject Subject => Made.Value.Subject;

    public static Proof Proof => Made.Value.Proof;

    public static string Json => Seal.Close(Proof.Json());

    /// <summary>As small as a page of a report can be.</summary>
    public static string Html => Seal.Close($"<!DOCTYPE html><p>6.1 h</p><script type=\"application/json\" id=\"proof\">{Proof.Json()}</script>");

    public static byte[] Xlsx => WorkbookWriter.Write(ReportWorkbook.Of(Subject, Proof));

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static (ReportSubject Subject, Proof Proof) Of(IExecutor executor, string language = "es")
    {
        string folder = Path.Combine(Repository.Root, "scenarios");
        ScenarioFolder all = ScenarioFolder.Load(folder);
        Scenario[] scenarios = [all.Find("advance-declaration").OrThrow(), all.Find("perishable-priority").OrThrow()];
        var request = new ComparisonRequest { Baseline = scenarios[0].Baseline, Scenarios = scenarios, CapacitySensitivity = false, Options = new ExperimentOptions { Replications = 2, Days = 1, WarmUpDays = 1, Seed = 7 } };
        var subject = ReportSubject.Of(RunResult.Of(request, executor), null, []);
        return (subject, Proof.Of(subject, InputCopies.Of(folder), new Tongue(language), new DateTimeOffset(2027, 3, 5, 14, 0, 0, TimeSpan.Zero)));
    }
}
