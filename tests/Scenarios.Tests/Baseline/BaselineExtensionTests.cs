using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Calibration.Posts;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Studies;
using CorridorTwin.Simulation.Corridor;
using Xunit;

namespace CorridorTwin.Scenarios.Tests.Baseline;

public class BaselineExtensionTests
{
    private const string File = """
        id: mine
        title: {en: Mine, es: Mía}
        extends: 2024-baseline
        sources: {trs-2026: {en: Study of March 2026, es: Estudio de marzo de 2026, date: 2026-03-02/2026-03-08, hash: abc}}
        posts:
          guasaule:
            N2S:
              entry:
                stages:
                  migration:
                    service:
                      import: {value: lognormal 7 min cv 0.4, source: trs-2026, grade: measured, range: [6.5 min, 7.5 min], date: 2026-03-02/2026-03-08, sample: 412, fit: 'KS 0.03, p 0.4'}
        """;

    [Fact]
    public void It_is_the_other_but_for_what_it_says()
    {
        using TempFolder folder = TempFolder.With("mine.yaml", File);
        ScenarioFolder loaded = ScenarioFolder.LoadWith(Repository.Scenarios, [folder.Path("mine.yaml")]);
        Assert.Empty(loaded.Problems.Select(p => p.ToString()));
        BaselineFile below = loaded.Baselines.Single(b => b.Id == "2024-baseline"), mine = loaded.Baselines.Single(b => b.Id == "mine");
        Stage Migration(BaselineFile b, Direction d) => b.Model.Post("guasaule").Side(d, SideRole.Entry).Stages.First(s => s.Kind == StageKind.Migration);
        Assert.Equal(7 * 60_000, Migration(mine, Direction.N2S).Service[Operation.Import].MeanMilliseconds, 1e-6);
        Assert.Equal(Migration(below, Direction.S2N).Service[Operation.Import], Migration(mine, Direction.S2N).Service[Operation.Import]);
        Figure figure = mine.Figures.Single(f => f.Path == "posts.guasaule.N2S.entry.stages.migration.service.import");
        Assert.Equal(("trs-2026", Grade.Measured, "2026-03-02/2026-03-08", 412, "KS 0.03, p 0.4"), (figure.Provenance.Source, figure.Provenance.Grade, figure.Provenance.Date, figure.Provenance.Sample, figure.Provenance.Fit));
        Assert.Equal([folder.Path("mine.yaml"), below.Mark.File], mine.Files);
        Assert.Equal(below.Mark.File, loaded.Find("advance-declaration").OrThrow().Baseline.Mark.File);
    }

    [Fact]
    public void Put_in_place_of_all_others_every_scenario_starts_from_it()
    {
        using TempFolder folder = TempFolder.With("mine.yaml", File);
        ScenarioFolder loaded = ScenarioFolder.LoadWith(Repository.Scenarios, [], baseline: folder.Path("mine.yaml"));
        Assert.Empty(loaded.Problems.Select(p => p.ToString()));
        Assert.Equal("mine", Assert.Single(loaded.Baselines).Id);
        Assert.All(loaded.Scenarios, s => Assert.Equal("mine", s.Baseline.Id));
        Assert.NotEqual(Shipped.Folder.Find("advance-declaration").OrThrow().Hash, loaded.Find("advance-declaration").OrThrow().Hash);
    }

    [Theory]
    [InlineData("extends: 2024-baseline", "extends: 2024-baselin", "mine.yaml:3: extends '2024-baselin': not a baseline that can be used; expected one of 2024-baseline; did you mean '2024-baseline'?")]
    [InlineData("source: trs-2026,", "source: trs-2025,", "mine.yaml:12: posts.guasaule.N2S.entry.stages.migration.service.import.source 'trs-2025': no such source; expected an id of scenarios/data/sources.csv; did you mean 'trs-2026'?")]
    [InlineData("sample: 412", "sample: many", "mine.yaml:12: posts.guasaule.N2S.entry.stages.migration.service.import.sample 'many': not a number of observations; expected a whole number")]
    [InlineData("id: mine", "id: 2024-baseline", "mine.yaml:1: id '2024-baseline': is the id of the baseline it extends")]
    [InlineData("  guasaule:", "  guasale:", "mine.yaml:7: posts.guasale.en: missing; expected words")]
    public void What_is_wrong_with_it_is_told_where_it_stands(string right, string wrong, string line)
    {
        using TempFolder folder = TempFolder.With("mine.yaml", File.Replace(right, wrong, StringComparison.Ordinal));
        ScenarioFolder loaded = ScenarioFolder.LoadWith(Repository.Scenarios, [folder.Path("mine.yaml")]);
        Assert.Contains(line, loaded.Problems.Select(p => p.ToString()[p.ToString().IndexOf("mine.yaml", StringComparison.Ordinal)..]));
        Assert.DoesNotContain(loaded.Baselines, b => b.Id == "mine");
    }

    [Fact]
    public void What_a_calibration_writes_is_read_back_as_what_it_found()
    {
        BaselineFile shipped = Shipped.Folder.Baselines.Single();
        Study study = Survey.Of(shipped.Model, new SurveyDesign { WarmUpDays = 7, StageTimes = true, PerStratum = 30, Posts = ["guasaule"], Direction = Direction.S2N, Sides = ["NI"] });
        PostCalibration found = new PostCalibrator(study, shipped.Model, "guasaule", new CalibrationOptions { Days = 7, WarmUpDays = 7, Points = 4, Generations = 0, Bootstrap = 3 }).Run();
        Assert.Contains(found.Figures, f => f.Finding == Finding.Measured);
        using TempFolder folder = TempFolder.With("calibrated.yaml", CalibratedBaseline.Text("calibrated", shipped, study, [found], "es"));
        ScenarioFolder loaded = ScenarioFolder.LoadWith(Repository.Scenarios, [], baseline: folder.Path("calibrated.yaml"));
        Assert.Empty(loaded.Problems.Select(p => p.ToString()));
        BaselineFile calibrated = Assert.Single(loaded.Baselines);
        foreach (CalibratedFigure f in found.Figures.Where(f => f.Set && f.Unit is "min" or "%" or "/day"))
        {
            if (!f.Set) continue;
            Figure read = calibrated.Figures.Single(x => x.Path == f.Path);
            // A share is taken where in its interval the lines put it; laws are told by their mean.
            double taken = f.Unit == "%" ? double.Parse(f.After.TrimEnd('%', ' '), System.Globalization.CultureInfo.InvariantCulture) : f.Estimate;
            Assert.Equal(taken, read.Value, 0.01 * taken);
            Assert.Equal((CalibratedBaseline.SourceId(study), f.Count), (read.Provenance.Source, read.Provenance.Sample));
        }
        Assert.Contains(study.Hash, System.IO.File.ReadAllText(folder.Path("calibrated.yaml")), StringComparison.Ordinal);
    }

    private sealed class TempFolder : IDisposable
    {
        private readonly string root = Directory.CreateTempSubdirectory("own-figures-").FullName;

        public static TempFolder With(string name, string text)
        {
            var folder = new TempFolder();
            System.IO.File.WriteAllText(folder.Path(name), text);
            return folder;
        }

        public string Path(string name) => System.IO.Path.Combine(root, name);

        public void Dispose() => Directory.Delete(root, recursive: true);
    }
}
