using System.Text.RegularExpressions;
using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Studies;

namespace CorridorTwin.Scenarios.Tests.Studies;

public sealed partial class SampleStudyTests
{
    private static string Folder => Path.Combine(Repository.Scenarios, "data", "studies");

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void The_sample_is_whole_and_says_in_every_row_that_it_is_simulated(int week)
    {
        Study study = StudyReader.Read(Path.Combine(Folder, $"guasaule-simulated-week-{week}.csv"), Shipped.Baseline).OrThrow();
        Assert.Empty(study.Rejected);
        Assert.True(study.Simulated);
        Assert.Equal(720, study.Rows.Count);
        Assert.Equal(12, study.Rows.Select(r => r.Stratum).Distinct().Count());
        Assert.Equal(week == 1 ? 4 : 11, study.Window!.Value.From.Day);
        Assert.All(File.ReadLines(study.Source).Skip(1), l => Assert.EndsWith(",yes", l, StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Category", "Long")]
    public void It_is_what_a_survey_of_the_planted_truth_brings()
    {
        (string Path, string Shipped, string Planted)[] planted = [.. Row().Matches(File.ReadAllText(Path.Combine(Folder, "README.md"))).Select(m => (m.Groups[1].Value, m.Groups[2].Value, m.Groups[3].Value))];
        Assert.Equal(9, planted.Length);
        BaselineFile shipped = Shipped.Folder.Baselines.Single();
        Assert.All(planted, p => Assert.Equal(p.Shipped, shipped.Figures.Single(f => f.Path == p.Path).Text));
        BaselineFile truth = shipped.With(planted.Select(p => (p.Path, p.Planted)));
        for (int week = 1; week <= 2; week++)
        {
            Study survey = Survey.Of(truth.Model, new SurveyDesign { Seed = 711, Posts = ["guasaule"], StageTimes = true, PerStratum = 60, MissedShare = 0.05, WarmUpDays = 21 + 7 * week });
            Assert.Equal(File.ReadAllText(Path.Combine(Folder, $"guasaule-simulated-week-{week}.csv")), StudyWriter.Csv(survey));
        }
    }

    [GeneratedRegex(@"^\| `(\S+)` \| ([^|]+?) \| ([^|]+?) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
