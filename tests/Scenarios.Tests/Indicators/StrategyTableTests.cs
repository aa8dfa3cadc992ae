using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Indicators;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Proofs;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Scenarios.Rollouts;
using CorridorTwin.Scenarios.Rollouts.Matrix;
using CorridorTwin.Scenarios.Tests.Rollouts;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Tests.Indicators;

public class StrategyTableTests
{
    internal static RolloutRun Run { get; } = RolloutRun.Run(
        new RolloutRequest
        {
            Rollout = TestRollout.Shipped with { Weeks = [new("short", new("corta", "short"), null, 3, 4, 365, false)] }, Years = [2024, 2027], Options = new ExperimentOptions { Replications = 3 },
        }, new LocalExecutor());

    private static readonly StrategyTable Table = StrategyTable.Of(Run);

    [Fact]
    public void The_corridors_rows_are_made_of_the_cells_and_I1_of_all_operations()
    {
        foreach (RolloutCase at in Enum.GetValues<RolloutCase>())
        {
            IndicatorRow[] corridor = [.. Table.Rows.Where(r => r.IsCorridor && r.Id != IndicatorRow.Headline)], cells = [.. Table.Rows.Where(r => !r.IsCorridor)];
            Assert.Equal((6, 60), (corridor.Length, cells.Length));
            double Operations(IEnumerable<IndicatorRow> rows) => rows.Sum(r => Table.Value(r, 2027, at).Operations);
            double Hours(IEnumerable<IndicatorRow> rows) => rows.Where(r => Table.Value(r, 2027, at).Operations > 0).Sum(r => Table.Value(r, 2027, at).Means.Average() * Table.Value(r, 2027, at).Operations);
            IndicatorValue all = Table.Value(Table.Row("I1"), 2027, at);
            Assert.Equal(all.Operations, Operations(corridor), 6);
            Assert.Equal(all.Operations, Operations(cells), 6);
            // Means of ratios differ from ratios of means by the spread of counts among replications only.
            Assert.Equal(all.Mean.Mean * all.Operations, Hours(cells), all.Mean.Mean * all.Operations * 0.01);
        }
    }

    [Fact]
    public void The_mean_lies_between_median_and_P90_of_a_skewed_time()
    {
        IndicatorValue all = Table.Value(Table.Row("I1"), 2024, RolloutCase.Without);
        Assert.True(all.Median.Mean < all.Mean.Mean && all.Mean.Mean < all.P90.Mean);
        Assert.Null(all.AsPrinted);
    }

    [Fact]
    public void Changes_are_paired()
    {
        IndicatorRow row = Table.Row("I1");
        double[] pairs = [.. Table.Value(row, 2024, RolloutCase.Without).Means.Zip(Table.Value(row, 2027, RolloutCase.With).Means, (a, b) => b - a)];
        Assert.Equal(pairs.Average(), Table.SinceFirst(row, 2027).Mean, 12);
        Assert.True(Table.ByStrategy(row, 2027).High < 0);
        Assert.Equal(0, Table.ByStrategy(row, 2024).Mean);
    }

    [Fact]
    public void A_place_without_such_trucks_has_no_figure()
    {
        IndicatorValue none = Table.Value(Table.Row("paso-canoas.PA.I4"), 2024, RolloutCase.Without);
        Assert.Equal(0, none.Operations);
        Assert.True(double.IsNaN(none.Mean.Mean));
    }

    [Fact]
    public void Distances_are_those_of_the_roads_and_borders_are_steps()
    {
        CorridorProfile way = CorridorProfile.Of(Run.Years[0].Without, Direction.N2S);
        CorridorModel model = Run.Request.Rollout.Baseline.Model;
        Assert.Equal(10, way.Points.Count);
        Assert.Equal(model.Roads.Sum(r => r.Kilometres), way.Points[^1].Kilometres, 9);
        for (int i = 0; i < way.Points.Count; i += 2)
        {
            Assert.Equal(way.Points[i].Kilometres, way.Points[i + 1].Kilometres);
            Assert.True(way.Points[i].Hours.Mean < way.Points[i + 1].Hours.Mean);
        }
        double road = model.Roads.Sum(r => r.Travel.MeanMilliseconds) / 3_600_000;
        Assert.Equal(way.Points[^1].Kilometres / road, way.SpeedWithoutDelay, 9);
        Assert.Equal(way.Points[^1].Kilometres / (road + 5 * way.Points.Where((_, i) => i % 2 == 1).Select((p, i) => p.Hours.Mean - way.Points[2 * i].Hours.Mean).Average()), way.SpeedWithDelay.Mean, 0.5);
        CorridorProfile back = CorridorProfile.Of(Run.Years[0].Without, Direction.S2N);
        Assert.Equal("paso-canoas", back.Points[0].Place.Id);
    }

    [Fact]
    public void Weights_of_the_perception_index_add_up_and_security_has_no_driver()
    {
        Assert.Equal(100, PerceptionDriver.All.Sum(d => d.Weight));
        Assert.Equal(["security"], PerceptionDriver.All.Where(d => d.Of is null).Select(d => d.Id));
        foreach (PerceptionDriver d in PerceptionDriver.All.Where(d => d.Of is not null)) Assert.All(d.Of!(Run.Years[0].With), v => Assert.True(double.IsFinite(v) && v >= 0));
    }

    [Fact]
    public void The_index_changes_only_by_the_users_coefficients()
    {
        var survey = new PerceptionSurvey("s.csv", new Dictionary<string, PerceptionCoefficient> { ["service"] = new(-2, -3, -1, "survey") });
        PerceptionChange change = PerceptionChange.Of(survey, Run.Years[1].Without, Run.Years[1].With);
        PerceptionDriver service = PerceptionDriver.All.Single(d => d.Id == "service");
        double wait = service.Of!(Run.Years[1].With).Average() - service.Of(Run.Years[1].Without).Average();
        Assert.Equal(0.20 * -2 * wait, change.Points.Mid, 9);
        Assert.True(change.Points.Low < change.Points.Mid && change.Points.Mid < change.Points.High);
        Assert.Equal(20, change.Covered);
    }

    [Theory]
    [InlineData("dimension,points_per_unit,low,high,source\nsecurity,1,0,2,x\n", "dimension 'security': unknown")]
    [InlineData("dimension,points_per_unit,low,high,source\nservice,5,0,2,x\n", "low '0': the interval does not hold the coefficient")]
    [InlineData("dimension,points_per_unit,low,high,source\nservice,\"0,5\",-2,1,x\n", "points_per_unit '0,5': not a number allowed here")]
    [InlineData("dimension,points_per_unit,low,high,source\nservice,-1,-2,0,\n", "source '': missing")]
    [InlineData("dimension,points_per_unit,low,high,source\n", "holds no coefficient")]
    [InlineData("a,b\n1,2\n", "not a table of survey coefficients")]
    public void Wrong_coefficients_are_named_in_one_line(string text, string why)
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, text);
            var problems = new Problems();
            Assert.Null(PerceptionSurvey.Read(file, problems));
            Assert.Contains(why, Assert.Single(problems.All).Render("en"), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Table_1_comes_from_the_matrix_and_not_from_the_simulation()
    {
        IReadOnlyList<OutcomeIndicator> printed = OutcomeIndicator.Of(RolloutPlan.Of(TestRollout.Shipped, MatrixReading.AsPrinted)), scaled = OutcomeIndicator.Of(RolloutPlan.Of(TestRollout.Shipped, MatrixReading.ScaledToGoal));
        Assert.Equal(8, printed.Count);
        // 6 + 2 of 17 posts in 2024, 20 of 17 as printed in 2030: nobody mends it silently.
        OutcomeIndicator cbm = printed.Single(o => o.Id == "cbm");
        Assert.Equal((100 * 8 / 17.0, 100 * 20 / 17.0), (cbm.Values![0], cbm.Values[^1]));
        Assert.Equal(100, scaled.Single(o => o.Id == "cbm").Values![^1], 9);
        Assert.All(printed.Where(o => o.Values is null), o => Assert.NotEmpty(o.Note.En));
    }

    [Fact]
    public void Tables_have_as_many_cells_as_columns_and_files_of_every_kind()
    {
        var survey = new PerceptionSurvey("s.csv", new Dictionary<string, PerceptionCoefficient> { ["cost"] = new(-0.1, -0.2, 0, "survey") });
        IReadOnlyList<FigureTable> tables = StrategyFigures.Of(Table, asPrinted: true, survey);
        Assert.Equal(["table2", "changes", "profile", "carec", "table1", "perception_drivers", "perception_index"], tables.Select(t => t.Id));
        Assert.All(tables, t => Assert.All(t.Rows, r => Assert.Equal(t.Columns.Count, r.Count)));
        using var csv = new StringWriter();
        FigureFiles.WriteCsv(tables[0], new Tongue("en"), csv);
        string[] lines = csv.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(1 + 67 * 2 * 2, lines.Length);
        Assert.StartsWith("key,indicator,name,post,country,direction,operation,definition,year,case,operations,mean,mean_low,mean_high,", lines[0], StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", csv.ToString(), StringComparison.Ordinal);
    }
}
