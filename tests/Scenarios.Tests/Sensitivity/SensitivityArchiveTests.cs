using System.Text.Json;
using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Sensitivity;
using CorridorTwin.Scenarios.Store;
using CorridorTwin.Scenarios.Tests.Inputs;

namespace CorridorTwin.Scenarios.Tests.Sensitivity;

public class SensitivityArchiveTests
{
    private static readonly BaselineFile Baseline = Shipped.Folder.Baselines[0];
    private static readonly Scenario Advance = Shipped.Folder.Find("advance-declaration").OrThrow();
    private static readonly IReadOnlyList<UncertainInput> All = UncertainInputs.Of(Baseline, [Advance]);
    private static readonly Stamp Stamp = new("a", "b", "c", 1, 2, 3, "corridor sensitivity advance-declaration");

    private static readonly SensitivityReport Report = SensitivityReport.Run(
        new SensitivityRequest
        {
            Baseline = Baseline, Scenario = Advance, Of = ResponseKind.Change, Weeks = new Weeks(2024, null), Options = new ExperimentOptions { Days = 2, WarmUpDays = 1 },
            Inputs = UncertainInputs.Named(All, ["AdvanceDeclaration.compliance", "AdvanceDeclaration.prepaid-share", "demand.growth"]),
            Thoroughness = new SensitivityOptions { Paths = 2, ScreeningReplications = 1, EndReplications = 2, Top = 1 },
        }, new LocalExecutor());

    [Fact]
    public void Assumptions_come_in_the_order_in_which_the_answer_hangs_on_them()
    {
        using var workspace = new Workspace();
        ReplicationStore store = ReplicationStore.Open(Path.Combine(workspace.Folder, "results.db"));
        Assert.Null(SensitivityArchive.Find(store, Report.Request));
        Assert.Null(SensitivityArchive.Keep(store, Report, Stamp));
        SensitivityRanking ranking = SensitivityArchive.Find(store, Report.Request)!;
        Assert.Equal(Report.Result.Answer.Mean, ranking.Answer.Mean, 1e-6);
        IReadOnlyList<RankedAssumption> list = AssumptionList.Of(All, ranking);
        Assert.Equal(All.Count, list.Count);
        EndsEffect first = Assert.Single(Report.Result.Ends);
        Assert.Equal(first.Input, list[0].Input);
        Assert.Equal(first.AtLow.Mean, list[0].AtLow!.Value.Mean, 1e-6);
        Assert.Equal(Report.Result.Inputs.Select(i => i.Input.Id), list.Take(3).Select(a => a.Input.Id));
        Assert.Equal(0.0, list[2].MuStar);
        Assert.Null(list[3].MuStar);
        // Another question has no answer yet.
        Assert.Null(SensitivityArchive.Find(store, Report.Request with { Weeks = new Weeks(2030, null) }));
    }

    [Fact]
    public void What_was_cancelled_is_not_kept()
    {
        using var workspace = new Workspace();
        ReplicationStore store = ReplicationStore.Open(Path.Combine(workspace.Folder, "results.db"));
        SensitivityArchive.Keep(store, Report with { Result = Report.Result with { Missing = [Bilingual.Same("x")] } }, Stamp);
        Assert.Null(SensitivityArchive.Find(store, Report.Request));
    }

    [Fact]
    public void Without_a_result_the_list_keeps_the_order_of_the_file() =>
        Assert.Equal(All, AssumptionList.Of(All, null).Select(a => a.Input));

    [Fact]
    public void The_json_says_what_the_table_says_and_holds_no_NaN()
    {
        using var stream = new MemoryStream();
        SensitivityJson.Write(Report, Stamp, stream);
        using JsonDocument json = JsonDocument.Parse(stream.ToArray());
        JsonElement root = json.RootElement;
        Assert.Equal(["scenario", "indicator", "unit", "of", "answer", "ci95", "ends", "inputs", "kinds", "notScreened", "stamp", "run"], root.EnumerateObject().Select(p => p.Name));
        Assert.Equal("change", root.GetProperty("of").GetString());
        Assert.Equal("assumption", root.GetProperty("ends")[0].GetProperty("grade").GetString());
        using var csv = new StringWriter();
        SensitivityCsv.Write(Report, csv);
        Assert.Equal(1 + 3, csv.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.DoesNotContain("NaN", csv.ToString(), StringComparison.Ordinal);
    }
}
