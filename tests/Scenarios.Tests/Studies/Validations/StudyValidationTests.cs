using CorridorTwin.Scenarios.Studies;
using CorridorTwin.Scenarios.Studies.Validations;
using CorridorTwin.Scenarios.Tests.Studies;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Tests.Studies.Validations;

public sealed class StudyValidationTests
{
    private static readonly ValidationOptions Brief = new() { Replications = 6, WarmUpDays = 7, Seed = 99 };
    private static readonly SurveyDesign Week = new() { Seed = 7, WarmUpDays = 7, Posts = ["guasaule"], Sides = ["HN"], PerStratum = null };

    private static Study Read(string content)
    {
        using var file = new TemporaryFile(content);
        return StudyReader.Read(file.Path, Shipped.Baseline).OrThrow();
    }

    [Fact]
    public void A_week_of_the_model_itself_is_never_outside_and_one_of_slower_desks_is()
    {
        Study own = Survey.Of(Shipped.Baseline, Week);
        StudyValidation same = StudyValidation.Of(own, Shipped.Baseline, Brief);
        Assert.Equal(6, same.Strata.Count());
        ValidationRow whole = Assert.Single(same.Rows, r => r.IsWhole);
        // Weighted by traffic: near the mean of all trucks of a study of everyone.
        Assert.InRange(whole.Observed, 0.9 * own.Rows.Average(r => r.Hours(ClearanceMeasure.Side)!.Value), 1.1 * own.Rows.Average(r => r.Hours(ClearanceMeasure.Side)!.Value));
        Assert.Equal(own.Rows.Count, whole.Trucks);
        Assert.DoesNotContain(same.Rows, r => r.Verdict == StudyVerdict.Outside);
        Assert.Contains(same.Rows, r => r.Verdict == StudyVerdict.Inside);
        Assert.All(same.Flows, f => Assert.Equal(StudyVerdict.Inside, f.Verdict));
        // Quantiles of the same law lie near each other.
        Assert.All(same.Rows.Where(r => r.Verdict == StudyVerdict.Inside), r => Assert.All(r.Quantiles.Where(q => q.Share is > 0.2 and < 0.8), q => Assert.InRange(q.Observed - q.Simulated, -1, 1)));

        CorridorModel slower = Shipped.Folder.Baselines.Single().With("defaults.exit.stages.customs.service.empty", "30 min").Model;
        StudyValidation other = StudyValidation.Of(own, slower, Brief);
        Assert.Contains(other.Rows, r => r.Operation == Operation.Empty && r.Verdict == StudyVerdict.Outside);
        Assert.All(other.Rows.Where(r => r.Verdict == StudyVerdict.Outside), r => Assert.Contains("slower", r.Reason.En, StringComparison.Ordinal));
    }

    [Fact]
    public void Days_that_leave_the_model_raise_an_alarm_with_the_day_it_began()
    {
        // Lines take weeks to settle: what is not warmed up drifts, and is found to.
        Study own = Survey.Of(Shipped.Baseline, Week with { WarmUpDays = 28, Days = 14, Seed = 21 });
        ValidationOptions settled = Brief with { WarmUpDays = 28, Replications = 10 };
        Drift none = Assert.Single(StudyValidation.Of(own, Shipped.Baseline, settled).Drifts);
        Assert.Equal((14, (int?)null), (none.Days.Count, none.Path.Alarm));
        DateOnly changed = none.Days[6].Date;
        // From the seventh day on every truck takes two hours longer.
        StudyRow Later(StudyRow r) => DateOnly.FromDateTime((r.Stamps[0] ?? r.Stamps[1])!.Value.DateTime) < changed || r.Stamps[8] is not { } left ? r
            : r with { Stamps = new RowStamps([.. Enumerable.Range(0, RowStamps.Count).Select(i => i == 8 ? left.AddHours(2) : r.Stamps[i])], r.Stamps.Offset) };
        Drift found = Assert.Single(StudyValidation.Of(own with { Rows = [.. own.Rows.Select(Later)] }, Shipped.Baseline, settled).Drifts);
        Assert.True(found.Path.Upward);
        Assert.InRange(found.Path.Since!.Value, 5, 7);
        Assert.InRange(found.Path.Alarm!.Value, 6, 9);
        Assert.Equal(none.Days.Take(6).Select(d => d.Deviation), found.Days.Take(6).Select(d => d.Deviation));
        Assert.Contains($"Drift, Guasaule: ALARM on {found.Days[found.Path.Alarm.Value].Date:yyyy-MM-dd}", found.Words("Guasaule").En, StringComparison.Ordinal);
        Assert.True(none.Bound >= 4 && none.Path.Largest <= none.Bound && found.Path.Up[found.Path.Alarm.Value] > found.Bound);
        // A study without t0 has days too; two simulated weeks or four days are too few to tell.
        Study gate = Survey.Of(Shipped.Baseline, Week with { WithoutQueue = true });
        Assert.Equal(7, Assert.Single(StudyValidation.Of(gate, Shipped.Baseline, Brief).Drifts).Days.Count);
        Assert.Empty(StudyValidation.Of(gate, Shipped.Baseline, Brief with { Replications = 2 }).Drifts);
        Assert.Empty(StudyValidation.Of(own with { Rows = [.. own.Rows.Where(r => DateOnly.FromDateTime((r.Stamps[0] ?? r.Stamps[1])!.Value.DateTime) < none.Days[4].Date)] }, Shipped.Baseline, Brief).Drifts);
    }

    [Fact]
    public void Means_alone_and_counts_alone_are_compared_for_what_they_tell()
    {
        StudyValidation means = StudyValidation.Of(Read("post,side,direction,operation,mean,median,n\npenas-blancas,NI,N2S,empty,40,38,200\npenas-blancas,NI,N2S,transit,3,,4\n"), Shipped.Baseline, Brief);
        Assert.Equal([StudyVerdict.Outside, StudyVerdict.Doubtful], means.Strata.Select(r => r.Verdict));
        Assert.Null(means.Rows[0].Distance);
        Assert.Equal(38, Assert.Single(means.Rows[0].Quantiles).Observed);
        Assert.Contains(means.Notes, n => n.En.StartsWith("means only", StringComparison.Ordinal));

        StudyValidation counts = StudyValidation.Of(Read("post,side,direction,hour,count\npenas-blancas,NI,N2S,2024-03-04 10:00,900\npenas-blancas,NI,N2S,2024-03-04 11:00,0\n"), Shipped.Baseline, Brief);
        FlowRow flow = Assert.Single(counts.Flows);
        Assert.Equal((2, 450.0, StudyVerdict.Outside), (flow.Hours, flow.Counted, flow.Verdict));
        Assert.InRange(flow.Simulated, 3, 60);
        Assert.InRange(flow.Largest, 30, 43);
    }

    [Fact]
    public void The_rule_decides_as_it_says()
    {
        var options = new ValidationOptions();
        static Scenarios.Statistics.EquivalenceResult Test(double low, double high) => new((low + high) / 2, 1, 10, new((low + high) / 2, low, high, 10), 1, 0.5);
        Scenarios.Statistics.BandCoverage Band(double level, int inside) => new(level, 0, 1, inside, 40);
        StudyVerdict Of(double low, double high, int inHalf = 20, int inNinety = 36, int trucks = 40) => ValidationRule.Of(trucks, Test(low, high), Band(0.5, inHalf), Band(0.9, inNinety), options).Verdict;
        Assert.Equal(StudyVerdict.Inside, Of(-0.9, 0.9));
        Assert.Equal(StudyVerdict.Doubtful, Of(-0.9, 1.1));
        Assert.Equal(StudyVerdict.Outside, Of(1.1, 2));
        Assert.Equal(StudyVerdict.Outside, Of(-3, -1.1));
        // Of 40 trucks, 11 or fewer within the 50 % band have probability 0.3 %, 13 or fewer 1.9 %; of the 90 % band 30 or fewer 0.5 %.
        Assert.Equal(StudyVerdict.Doubtful, Of(-0.9, 0.9, inHalf: 11));
        Assert.Equal(StudyVerdict.Inside, Of(-0.9, 0.9, inHalf: 13));
        Assert.Equal(StudyVerdict.Doubtful, Of(-0.9, 0.9, inNinety: 30));
        Assert.Equal(StudyVerdict.Inside, Of(-0.9, 0.9, inHalf: 40, inNinety: 40));
        Assert.Equal(StudyVerdict.Doubtful, Of(1.1, 2, trucks: 7));
    }
}
