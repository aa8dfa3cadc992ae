using System.Text.Json.Nodes;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Proofs;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Scenarios.Workbooks;

namespace CorridorTwin.Cli.Tests.Commands;

public class VerifyCommandTests
{
    private static readonly Lazy<(ReportSubject Subject, Proof Proof)> Made = new(() =>
    {
        Scenario scenario = ScenarioFolder.Load(Repository.Scenarios).Find("advance-declaration").OrThrow();
        var request = new ComparisonRequest { Baseline = scenario.Baseline, Scenarios = [scenario], CapacitySensitivity = false, Options = new ExperimentOptions { Replications = 2, Days = 1, WarmUpDays = 1, Seed = 5 } };
        var subject = ReportSubject.Of(RunResult.Of(request, new LocalExecutor()), null, []);
        return (subject, Proof.Of(subject, InputCopies.Of(Repository.Scenarios), new Tongue("en"), null));
    });

    private static string Json => Seal.Close(Made.Value.Proof.Json());

    [Fact]
    public void A_report_is_reproduced_without_the_files_of_this_machine()
    {
        using var scratch = new Scratch();
        File.WriteAllText(scratch.File("report.json"), Json);
        File.WriteAllBytes(scratch.File("report.xlsx"), WorkbookWriter.Write(ReportWorkbook.Of(Made.Value.Subject, Made.Value.Proof)));
        foreach (string name in new[] { "report.json", "report.xlsx" })
        {
            // An empty directory of scenarios: only what the report carries counts.
            Answer answer = Corridor.Call("verify", scratch.File(name), "--scenarios", scratch.Path);
            Assert.Equal(ExitCode.Done, answer.Code);
            Assert.StartsWith("Reproduced bit for bit. 4 replications of 1 scenarios", answer.Out);
            Assert.Contains("seed 5", answer.Out);
        }
        Assert.StartsWith("Reproducido bit a bit.", Corridor.Call("verify", scratch.File("report.json"), "--lang", "es").Out);
    }

    [Fact]
    public void A_tampered_figure_is_named_and_the_exit_code_is_1()
    {
        using var scratch = new Scratch();
        var all = (JsonObject)JsonNode.Parse(Json)!;
        all["results"]!["tables"]!["split"]![1]!["queue"] = 0.5;
        File.WriteAllText(scratch.File("report.json"), Seal.Close(Seal.Open(all.ToJsonString())));
        Answer answer = Corridor.Call("verify", scratch.File("report.json"));
        Assert.Equal(ExitCode.Failed, answer.Code);
        Assert.StartsWith("Does not agree: there is 1 difference.", answer.Out);
        Assert.Contains("- tables.split[2].queue: in the report 0.5, now ", answer.Out);
    }

    [Fact]
    public void With_a_store_replications_are_taken_from_it()
    {
        using var scratch = new Scratch();
        File.WriteAllText(scratch.File("report.json"), Json);
        foreach (int _ in new[] { 1, 2 })
            Assert.Equal(ExitCode.Done, Corridor.Call("verify", scratch.File("report.json"), "--store", scratch.File("results.db")).Code);
        Assert.True(File.Exists(scratch.File("results.db")));
    }

    [Fact]
    public void What_is_no_report_gets_one_line_and_exit_code_2()
    {
        using var scratch = new Scratch();
        File.WriteAllText(scratch.File("report.pdf"), "%PDF-1.4");
        foreach (string[] call in new[] { new[] { "verify" }, ["verify", scratch.File("report.pdf")], ["verify", scratch.File("nothing.html")], ["verify", scratch.Path] })
        {
            Answer answer = Corridor.Call(call);
            Assert.Equal(ExitCode.BadInput, answer.Code);
            Assert.Single(answer.ErrorLines);
            Assert.Empty(answer.Out);
        }
    }

    [Fact]
    public void Cancelling_gives_no_verdict()
    {
        using var scratch = new Scratch();
        File.WriteAllText(scratch.File("report.json"), Json);
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Answer answer = Corridor.Call(100, cancelled.Token, "verify", scratch.File("report.json"));
        Assert.Equal(ExitCode.Cancelled, answer.Code);
        Assert.Contains("nothing was verified", answer.Error);
        Assert.Empty(answer.Out);
    }
}
