using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Sensitivity;
using CorridorTwin.Scenarios.Store;
using CorridorTwin.Scenarios.Tests.Inputs;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Tests.Sensitivity;

public class UncertainModelTests
{
    private static readonly BaselineFile Baseline = Shipped.Folder.Baselines[0];
    private static readonly Scenario All = Shipped.Folder.Find("ecfcc-2030").OrThrow();
    private static readonly IReadOnlyList<UncertainInput> Inputs = UncertainInputs.Of(Baseline, [All]);
    private static readonly UncertainModel Models = new(Baseline, new Weeks(Baseline.Year, null));

    /// <summary>Parameters of which an end does nothing beside the other measures and switches of the scenario with all of them.</summary>
    private static readonly string[] Idle = ["RiskManagement.minimum-red", "CoordinatedBorderManagement.recognition-without-risk-management", "Infrastructure.construction-loss", "PerishablePriority.lane-kilometres", "ScheduleHarmonization.night-staff-share"];

    [Fact]
    [Trait("Category", "Long")]
    public void Every_input_can_be_set_to_both_ends_and_changes_the_model()
    {
        string baseline = ModelHash.Of(Baseline.Model), scenario = ModelHash.Of(Models.Scenario(All, InputPoint.Own));
        bool Changes(UncertainInput input, double end)
        {
            InputPoint point = InputPoint.Own.With(input, end);
            CorridorModel with = Models.Scenario(All, point);
            CorridorCompiler.Compile(with, default);
            // What already stands says what a measure still changes, and nothing of the corridor without it.
            return input.Parameter is null && input.Kind.Id != "in-force" ? ModelHash.Of(Models.Baseline(point)) != baseline : ModelHash.Of(with) != scenario;
        }
        IEnumerable<string> unchanged = Inputs.AsParallel().AsOrdered()
            .Where(i => !new[] { i.Low, i.High }.Where(e => e != i.Value).All(e => Changes(i, e)))
            .Select(i => i.Id).ToArray();
        Assert.Equal(Idle, unchanged);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void All_inputs_fit_together_at_either_end(double position)
    {
        var corner = new InputPoint(Inputs.Select(i => (i, i.At(position))));
        CorridorCompiler.Compile(Models.Baseline(corner), default);
        CorridorCompiler.Compile(Models.Scenario(All, corner), default);
    }

    [Fact]
    public void An_input_at_its_own_value_changes_no_bit()
    {
        var own = new InputPoint(Inputs.Select(i => (i, i.Value)));
        Assert.Same(Baseline.Model, Models.Baseline(own));
        Assert.Equal(Fingerprint(Baseline.Model), Fingerprint(Models.Baseline(own)));
        // Through the file's own text too, whatever it says there: a law keeps its words.
        string model = ModelHash.Of(Baseline.Model);
        Assert.All(Inputs.Where(i => i.Parameter is null).AsParallel().Select(i => ModelHash.Of(Baseline.With(i.Figures.Select(f => (f.Path, f.Text))).Model)), hash => Assert.Equal(model, hash));
        UncertainInput lead = Inputs.Single(i => i.Id == "defaults.exit.declaration.lead");
        Assert.Equal(Fingerprint(Baseline.Model), Fingerprint(Models.Baseline(InputPoint.Own.With(lead, 30).With(lead, 24))));
    }

    [Fact]
    public void Unit_values_leave_the_trajectory_alone()
    {
        var dear = new InputPoint(Inputs.Where(i => i.Kind.Id == "costs").Select(i => (i, i.High)));
        Assert.Equal(12, dear.Changed.Count);
        Assert.Equal(Fingerprint(Baseline.Model), Fingerprint(Models.Baseline(dear)));
    }

    [Fact]
    public void A_law_keeps_its_shape()
    {
        Assert.Equal("lognormal 48 h cv 0.7", Text("lead: {value: lognormal 24 h cv 0.7, range: [6 h, 72 h]}", 48));
        Assert.Equal("triangular 2 h 4 h 12 h", Text("lead: {value: triangular 1 h 2 h 6 h, range: [1 h, 9 h]}", 6));
        Assert.Equal("36 h", Text("lead: {value: 24 h, range: [6 h, 72 h]}", 36));

        static string Text(string written, double value)
        {
            using Workspace workspace = Workspace.WithBaseline("lead: 24 h", written);
            BaselineFile file = workspace.Load().Baselines[0];
            UncertainInput input = Assert.Single(UncertainInputs.Of(file, []));
            return FigureText.At(input.Figures[0], value);
        }
    }

    [Theory]
    [InlineData(200, 150)]
    [InlineData(15, 11)]
    public void Extra_staff_leave_in_proportion_to_when_they_come(double from, int until)
    {
        UncertainInput line = Inputs.Single(i => i.Id == "posts.guasaule.both.exit.stations.customs.extra[0].from");
        ExtraStaff rule = Models.Baseline(InputPoint.Own.With(line, from)).Post("guasaule").Side(Direction.N2S, SideRole.Exit).Stations.Single(s => s.Name == "customs").Extra[0];
        Assert.Equal(((int)from, until), (rule.FromQueue, rule.UntilQueue));
    }

    [Fact]
    public void Both_sides_of_a_comparison_see_the_same_value()
    {
        UncertainInput sps = Inputs.Single(i => i.Id == "defaults.entry.stages.sps.service.import");
        InputPoint point = InputPoint.Own.With(sps, 25);
        double Minutes(CorridorModel m) => m.Posts[0].Side(Direction.N2S, SideRole.Entry).Stages.Single(s => s.Kind == StageKind.Sps).Service[Operation.Import].MeanMilliseconds / 60_000;
        Assert.Equal((25.0, 25.0), (Math.Round(Minutes(Models.Baseline(point)), 6), Math.Round(Minutes(Models.Scenario(Shipped.Folder.Find("smart-border").OrThrow(), point)), 6)));
    }

    [Fact]
    public void Less_demand_than_the_streams_say_brings_fewer_trucks()
    {
        UncertainInput volume = Inputs.Single(i => i.Id == "demand.added");
        long At(double percent) => Run(Models.Baseline(InputPoint.Own.With(volume, percent))).Crossings;
        long own = At(0);
        Assert.InRange(At(-25) / (double)own, 0.68, 0.82);
        Assert.InRange(At(25) / (double)own, 1.18, 1.32);
    }

    [Fact]
    public void Ranges_that_do_not_go_together_are_one_line()
    {
        using Workspace workspace = Workspace.WithBaseline("cargo: {perishable: 20 %}", "cargo: {perishable: {value: 20 %, range: [10 %, 70 %]}, dangerous: {value: 10 %, range: [5 %, 60 %]}}");
        BaselineFile file = workspace.Load().Baselines[0];
        var corner = new InputPoint(UncertainInputs.Of(file, []).Select(i => (i, i.High)));
        InputException refused = Assert.Throws<InputException>(() => new UncertainModel(file, new Weeks(2024, null)).Baseline(corner));
        Assert.Contains("the ranges allow a value that does not fit: shares add up to more than 100 %", Assert.Single(refused.Problems).Render("en"), StringComparison.Ordinal);
    }

    private static ulong Fingerprint(CorridorModel model) => Run(model).Fingerprint;

    private static ReplicationSummary Run(CorridorModel model)
    {
        ReplicationSummary? found = null;
        new LocalExecutor().Run([new Variant("m", model, 1)], new ExperimentOptions { Replications = 1, Days = 3, WarmUpDays = 2, Threads = 1 }, f => found = f.Summary, default);
        return found!;
    }
}
