using CorridorTwin.Scenarios.Attributions;
using CorridorTwin.Scenarios.Evidence;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Indicators;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Scenarios.Rollouts;
using CorridorTwin.Scenarios.Tests.Indicators;

namespace CorridorTwin.Scenarios.Tests.Evidence;

public class EvidencePackTests
{
    private static readonly RolloutRun Run = StrategyTableTests.Run;
    private static readonly StrategyTable Table = StrategyTable.Of(Run);
    private static readonly ScenarioAttribution Shares = AttributionRun.Run(EvidenceGroup.Request(Run.Plan, 2027, Run.Request.Options)!, new LocalExecutor());

    [Fact]
    public void Eighteen_questions_are_answered_in_order_or_said_not_to_be()
    {
        EvidencePack pack = EvidencePack.Of(Table, Shares, []);
        Assert.Equal("abcdefghijklmnopqr", string.Concat(pack.Answers.Select(a => a.Id)));
        Assert.Equal(Standing.Answered, pack.Answers[1].Standing);
        Assert.All(pack.Answers.Where(a => a.Id is "f" or "g" or "h" or "k" or "l" or "n" or "o" or "r"), a => Assert.Equal(Standing.NotByThisTool, a.Standing));
        Assert.All(pack.Answers.Where(a => a.Standing != Standing.NotByThisTool), a =>
        {
            Assert.NotNull(a.WouldChange);
            Assert.NotEmpty(a.Links);
        });
        Assert.Contains("No study was loaded", pack.Answers[1].Answer.En, StringComparison.Ordinal);
        Assert.All(pack.Answers.Where(a => a.Effects.Count > 0 && a.Standing != Standing.NotByThisTool), a => Assert.Equal(Confidence.Low, a.Confidence));
    }

    [Fact]
    public void Every_measure_is_in_one_group_and_the_groups_shares_add_up()
    {
        Assert.Equal(MeasureCatalog.Names.Order(), EvidenceGroup.All.SelectMany(g => g.Measures).Order());
        Assert.Equal(Shares.Total.Mean, Shares.Shares.Sum(s => s.Share.Mean), 9);
        Assert.Equal(
            YearModels.Uses(Run.Plan, RolloutCase.With, 2027).Count - YearModels.Uses(Run.Plan, RolloutCase.Without, 2027).Count,
            EvidenceGroup.Request(Run.Plan, 2027, Run.Request.Options)!.Contributors.Sum(c => c.Uses.Count));
    }

    [Fact]
    public void Observed_modelled_and_unexplained_stand_apart_and_add_up()
    {
        Observation[] seen = [new(2024, "I1", 6, 0.3, 900, "study"), new(2027, "I1", 5, 0.4, 900, "study"), new(2027, "I3", 9, 0.4, 900, "study")];
        EvidencePack pack = EvidencePack.Of(Table, Shares, seen);
        ObservedChange change = Assert.Single(pack.Observed);
        Assert.Equal((-1, 0.5), (change.Observed.Mean, Math.Round(change.Observed.HalfWidth, 9)));
        Assert.Equal(Table.SinceFirst(Table.Row("I1"), 2027), change.Modelled);
        Assert.Equal(change.Observed.Mean, change.Modelled.Mean + change.Unexplained.Mean, 12);
        Assert.Equal(Math.Sqrt(0.25 + change.Modelled.HalfWidth * change.Modelled.HalfWidth), change.Unexplained.HalfWidth, 9);
        Assert.Contains("Observed in I1", pack.Answers[1].Answer.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Confidence_rises_only_if_the_model_agrees_with_what_was_seen()
    {
        double modelled = Table.SinceFirst(Table.Row("I1"), 2027).Mean;
        Confidence With(double change) => EvidencePack.Of(Table, Shares, [new(2024, "I1", 6, 0.1, 900, "study"), new(2027, "I1", 6 + change, 0.1, 900, "study")]).Answers[1].Confidence;
        Assert.Equal(Confidence.Moderate, With(modelled));
        Assert.Equal(Confidence.Low, With(modelled + 3));
    }

    [Theory]
    [InlineData("2025,I1,5,,900,s\n", "year '2025': not among the years simulated; expected one of 2024, 2027")]
    [InlineData("2024,I8,5,,900,s\n", "cell 'I8': unknown")]
    [InlineData("2024,I1,-5,,900,s\n", "mean_h '-5': not hours")]
    [InlineData("2024,I1,5,,0,s\n", "n '0': not a whole number allowed here; expected at least 1")]
    [InlineData("2024,I1,5,,900,\n", "source '': missing")]
    [InlineData("2024,I1,5,,900,s\n2024,I1,6,,900,s\n", "cell 'I1': given more than once in 2024")]
    [InlineData("", "holds no observation")]
    public void Wrong_observations_are_named_in_one_line(string rows, string why)
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "year,cell,mean_h,half_width_h,n,source\n" + rows);
            InputException e = Assert.Throws<InputException>(() => Observation.Load(file, ["I1"], [2024, 2027]));
            Assert.Contains(why, Assert.Single(e.Problems).Render("en"), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Tables_have_as_many_cells_as_columns() =>
        Assert.All(EvidenceTables.Tables(EvidencePack.Of(Table, Shares, [])), t => Assert.All(t.Rows, r => Assert.Equal(t.Columns.Count, r.Count)));
}
