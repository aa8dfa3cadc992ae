using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Engine;
using CorridorTwin.Simulation.Time;

namespace CorridorTwin.Scenarios.Tests.Measures;

/// <summary>The shipped scenarios against the shipped baseline.</summary>
public class ShippedScenarioTests
{
    private static readonly ScenarioFolder Folder = ScenarioFolder.Load(Repository.Scenarios);

    public static TheoryData<string, string> Single { get; } = new()
    {
        { "advance-declaration", "AdvanceDeclaration" },
        { "smart-border", "SmartBorder" },
        { "perishable-priority", "PerishablePriority" },
        { "schedule-harmonization", "ScheduleHarmonization" },
        { "coordinated-border-management", "CoordinatedBorderManagement" },
        { "risk-management", "RiskManagement" },
    };

    private static Scenario Find(string id) => Folder.Scenarios.Single(s => s.Id == id);

    private static MeasureOutcome Apply(string id) => MeasureCatalog.Apply(Find(id).ModelBeforeMeasures(), Find(id).Measures.Select(m => m.Application));

    [Fact]
    public void They_load_without_a_complaint() => Assert.Empty(Folder.Problems);

    [Theory]
    [MemberData(nameof(Single))]
    public void Each_holds_its_measure_and_changes_only_what_that_measure_documents(string id, string measure)
    {
        Assert.Equal([measure], Find(id).Measures.Select(m => m.Application.Measure));
        string[][] allowed = [.. MeasureCatalog.Find(measure)!.Touches.Append("InForce").Select(t => t.Split('.'))];
        IReadOnlyList<string> changed = ModelLeaves.Changed(Find(id).ModelBeforeMeasures(), Apply(id).Model);
        Assert.NotEmpty(changed);
        Assert.All(changed, path => Assert.Contains(allowed, a => a.Zip(path.Split('.')[4..]).All(p => p.First == "*" || p.First == p.Second)));
    }

    [Fact]
    public void Advance_declaration_changes_nothing_where_it_already_was_in_2024()
    {
        Scenario scenario = Find("advance-declaration");
        CorridorModel before = scenario.ModelBeforeMeasures();
        MeasureOutcome outcome = MeasureCatalog.Apply(before, scenario.Measures.Select(m => m.Application));
        foreach (string post in new[] { "pedro-de-alvarado", "el-amatillo" })
        {
            Assert.Same(before.Post(post), outcome.Model.Post(post));
            Assert.Equal(4, outcome.Notes.Count(n => n.Post == post && n.Kind == NoteKind.AlreadyInForce));
        }
        Assert.NotSame(before.Post("penas-blancas"), outcome.Model.Post("penas-blancas"));
    }

    [Fact]
    public void A_baseline_may_hold_a_measure_as_in_force_or_one_operation_of_it()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        try
        {
            string text = File.ReadAllText(Repository.Baseline).Replace("          CoordinatedBorderManagement: {value", "          Maintenance: 100 %\n          AdvanceDeclaration.Import: 50 %\n          CoordinatedBorderManagement: {value", StringComparison.Ordinal);
            File.WriteAllText(Path.Combine(folder.FullName, "baseline.yaml"), text);
            ScenarioFolder loaded = ScenarioFolder.Load(folder.FullName);
            Assert.Empty(loaded.Problems);
            SideProcedure side = loaded.Baselines[0].Model.Post("paso-canoas").Side(Direction.S2N, SideRole.Entry);
            Assert.Equal(0.5, InForceLevels.Of(side, "AdvanceDeclaration", Operation.Import));
            Assert.Equal(0, InForceLevels.Of(side, "AdvanceDeclaration"));
            Assert.True(InForceLevels.Anywhere(side, "Maintenance"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void The_single_stop_of_2024_stays_and_2030_adds_the_other_direction()
    {
        static bool Single(CorridorModel m, Direction d) => m.Post("paso-canoas").Side(d, SideRole.Entry).SingleStop;
        CorridorModel now = Apply("coordinated-border-management").Model, later = Apply("ecfcc-2030").Model;
        Assert.Equal((true, false), (Single(now, Direction.S2N), Single(now, Direction.N2S)));
        Assert.Equal((true, true), (Single(later, Direction.S2N), Single(later, Direction.N2S)));
        Assert.All(later.Posts.Where(p => p.Id != "paso-canoas"), p => Assert.All(p.Sides, s => Assert.False(s.SingleStop)));
    }

    [Fact]
    public void Ecfcc_2030_holds_all_measures()
    {
        Scenario all = Find("ecfcc-2030");
        Assert.Equal(MeasureCatalog.Names, all.Measures.Select(m => m.Application.Measure));
        Assert.Equal(all.Baseline.Year, all.Year);
    }

    [Fact]
    public void A_gate_that_reads_trucks_but_saves_no_time_changes_no_time()
    {
        CorridorModel before = Find("smart-border").ModelBeforeMeasures();
        var use = new MeasureApplication("SmartBorder")
        {
            Posts = ["penas-blancas"], Directions = [Direction.S2N], Roles = [SideRole.Exit],
            Parameters = new Dictionary<string, ParameterValue> { ["gate-time-cut"] = new ParameterValue.Number(0) },
        };
        CorridorModel after = MeasureCatalog.Apply(before, [use]).Model;
        Assert.Equal(0.6, after.Post("penas-blancas").Side(Direction.S2N, SideRole.Exit).AutomaticGateShare);
        var exports = new RowKey(3, Direction.S2N, SideRole.Exit, Operation.Export, null, null);
        Assert.Equal(Summary(before).Rows[exports].Mean, Summary(after).Rows[exports].Mean);

        static ReplicationSummary Summary(CorridorModel model)
        {
            SimDuration warmUp = SimDuration.FromDays(14);
            return ReplicationSummary.Of(0, CorridorCollector.Run(CorridorCompiler.Compile(model, warmUp), new RunOptions { Seed = 7, WarmUp = warmUp, Length = SimDuration.FromDays(14) }));
        }
    }
}
