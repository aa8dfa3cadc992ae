using CorridorTwin.Scenarios.Claims;
using CorridorTwin.Scenarios.Indicators;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Rollouts;
using CorridorTwin.Scenarios.Statistics;
using CorridorTwin.Scenarios.Tests.Indicators;

namespace CorridorTwin.Scenarios.Tests.Claims;

public class ClaimCheckTests
{
    private static readonly StrategyTable Table = StrategyTable.Of(StrategyTableTests.Run);
    private static readonly BorderYear Border = new(StrategyTableTests.Run.Years[^1].Without, StrategyTableTests.Run.Years[^1].With);

    [Fact]
    public void The_shipped_claims_are_read_and_none_is_taken_for_a_result()
    {
        IReadOnlyList<Claim> claims = Claim.Load(Path.Combine(Repository.Scenarios, "data", Claim.FileName), [.. Table.Rows.Select(r => r.Key)]);
        IReadOnlyList<ClaimCheck> checks = ClaimCheck.Of(Table, claims);
        Assert.Equal(["time-35", "saving-1200", "msme-22", "growth-9", "landlocked-18"], checks.Select(c => c.Claim.Id));
        Assert.Equal(ClaimVerdict.DoesNotHold, checks[1].Verdict);
        Assert.All(checks.Skip(2), c => Assert.Equal(ClaimVerdict.NotByThisTool, c.Verdict));
        Assert.All(checks.Take(4), c => Assert.NotEmpty(c.Needs));
    }

    [Fact]
    public void A_time_is_held_against_the_interval_of_the_cut()
    {
        Interval cut = Table.PercentByStrategy(Table.Row("I1"), 2027);
        Assert.Equal(ClaimVerdict.Holds, One(ClaimKind.Time, Math.Ceiling(cut.High) + 1).Verdict);
        Assert.Equal(ClaimVerdict.DoesNotHold, One(ClaimKind.Time, Math.Floor(cut.Low) - 1).Verdict);
        Assert.Equal(ClaimVerdict.CannotTell, One(ClaimKind.Time, cut.Mean).Verdict);
        // A claim that is reached needs no shorter operation.
        Assert.DoesNotContain(One(ClaimKind.Time, Math.Ceiling(cut.High) + 1).Needs, n => n.En.StartsWith("an operation would have to take", StringComparison.Ordinal));
    }

    [Fact]
    public void Money_is_crossings_times_hours_times_the_value_of_an_hour()
    {
        ClaimCheck check = One(ClaimKind.Saving, 1.2e9);
        double hour = Border.Saved.Mean / (Border.Crossings.Mean * Border.HoursSaved.Mean);
        Assert.Equal(Border.Saved, check.Figures[0].Value);
        Assert.Contains($"instead of the model's US${Math.Round(hour)}", check.Needs[1].En, StringComparison.Ordinal);
        Assert.Contains("a crossing would have to save", check.Needs[0].En, StringComparison.Ordinal);
        Assert.Equal(ClaimVerdict.Holds, One(ClaimKind.Saving, Math.Floor(Border.Saved.Low) - 1).Verdict);
        Assert.InRange(hour, 20, 120);
    }

    [Fact]
    public void Trade_is_turned_into_the_elasticity_it_would_take()
    {
        double elasticity = Math.Log(1.22) / Math.Log(1 + Border.CostPercent.Mean / 100);
        Assert.True(elasticity < 0);
        Assert.Contains($"elasticity of −{Math.Abs(Math.Round(elasticity, 2, MidpointRounding.AwayFromZero)).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture)};", One(ClaimKind.Volume, 22).Needs[0].En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x,tim,-35,I1,a,b,c,,\n", "kind 'tim': unknown")]
    [InlineData("x,time,-101,I1,a,b,c,,\n", "value '-101': not a number allowed here; expected per cent from -100")]
    [InlineData("x,saving,-5,I1,a,b,c,,\n", "value '-5': not a number allowed here; expected US$ a year")]
    [InlineData("x,time,-35,I9,a,b,c,,\n", "of 'I9': unknown")]
    [InlineData("x,time,-35,I1,a,,c,,\n", "said_es '': missing")]
    [InlineData("x,time,-35,I1,a,b,c,,\nx,time,-35,I1,a,b,c,,\n", "id 'x': already in line 2")]
    [InlineData("", "holds no claim")]
    public void A_wrong_table_is_named_in_one_line(string rows, string why)
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "id,kind,value,of,said_en,said_es,source,note_en,note_es\n" + rows);
            InputException e = Assert.Throws<InputException>(() => Claim.Load(file, ["I1"]));
            Assert.Contains(why, Assert.Single(e.Problems).Render("en"), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static ClaimCheck One(ClaimKind kind, double value) => ClaimCheck.Of(Table, [new Claim("x", kind, value, "I1", Bilingual.Same("said"), "somebody", Bilingual.Same(""), Mark.Whole("claims.csv"))])[0];
}
