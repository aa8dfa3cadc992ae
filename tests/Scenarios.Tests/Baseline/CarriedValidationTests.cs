using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Proofs;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Scenarios.Studies.Validations;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Tests.Baseline;

public sealed class CarriedValidationTests
{
    private static readonly BaselineFile Plain = Shipped.Folder.Baselines.Single();

    private static readonly CarriedValidation Carried = new("my \"study\".csv", "abc123", true, false, "M_side", "20 %", Plain.FiguresHash,
    [
        new("guasaule", "HN", Direction.N2S, Operation.Export, 38, 5.25, 5.5, StudyVerdict.Inside),
        new("guasaule", "NI", Direction.N2S, Operation.Import, 38, 12, 18.125, StudyVerdict.Outside),
        new("guasaule", null, null, null, 300, 4, 4, StudyVerdict.Doubtful),
    ]);

    private static BaselineFile Load(string text)
    {
        string file = Path.Combine(Directory.CreateTempSubdirectory("carried-").FullName, "baseline.yaml");
        File.WriteAllText(file, text);
        BaselineFile loaded = BaselineFile.Load(file).OrThrow();
        Directory.Delete(Path.GetDirectoryName(file)!, true);
        return loaded;
    }

    [Fact]
    public void A_baseline_carries_its_verdicts_and_is_else_the_same()
    {
        BaselineFile loaded = Load(Carried.Into(File.ReadAllText(Repository.Baseline)));
        Assert.Equal(Carried with { Verdicts = [] }, loaded.Validation! with { Verdicts = [] });
        Assert.Equal(Carried.Verdicts, loaded.Validation!.Verdicts);
        Assert.Equal(Plain.FiguresHash, loaded.FiguresHash);
        Assert.Equal(Plain.Figures.Count, loaded.Figures.Count);
        Assert.Null(Plain.Validation);
        Assert.Empty(Plain.ValidationLines);
    }

    [Fact]
    public void Verdicts_replace_those_before()
    {
        string once = Carried.Into(File.ReadAllText(Repository.Baseline));
        string twice = (Carried with { Study = "second.csv" }).Into(once);
        Assert.Equal("second.csv", Load(twice).Validation!.Study);
        Assert.Equal(once.Length - "my \\\"study\\\".csv".Length + "second.csv".Length, twice.Length);
    }

    [Fact]
    public void Every_later_result_says_what_the_study_said_by_post()
    {
        BaselineFile loaded = Load(Carried.Into(File.ReadAllText(Repository.Baseline)));
        string[] lines = [.. loaded.ValidationLines.Select(l => l.En)];
        Assert.Equal("Validated against the SIMULATED study 'my \"study\".csv' (M_side, margin 20 %):", lines[0]);
        Assert.Equal("Guasaule: as a whole doubtful; 1 inside, 0 doubtful, 1 outside: N2S NI import", lines[1]);
        Assert.StartsWith("No study: ", lines[2], StringComparison.Ordinal);
        var stamp = new Stamp("a", "b", "c", 1, 2, 3, "corridor") { Validation = loaded.ValidationLines };
        (Bilingual Name, string Value, bool IsName) row = Assert.Single(ReportTexts.StampRows(stamp, new Tongue("es")), r => r.Name == ReportTexts.Validation);
        Assert.Contains("Guasaule: en conjunto dudoso; 1 dentro, 0 dudosos, 1 fuera: N2S NI importación", row.Value, StringComparison.Ordinal);
        Assert.DoesNotContain(ReportTexts.StampRows(stamp with { Validation = [] }, new Tongue("es")), r => r.Name == ReportTexts.Validation);
    }

    [Fact]
    public void Figures_changed_since_and_a_study_it_was_fitted_to_are_said()
    {
        BaselineFile loaded = Load((Carried with { Fitted = true }).Into(File.ReadAllText(Repository.Baseline)));
        Assert.Contains("no independent test", loaded.ValidationLines[0].En, StringComparison.Ordinal);
        Assert.DoesNotContain("CHANGED", loaded.ValidationLines[0].En, StringComparison.Ordinal);
        BaselineFile changed = loaded.With("defaults.exit.stages.gate.service.export", "2 min");
        Assert.Contains("FIGURES HAVE CHANGED SINCE", changed.ValidationLines[0].En, StringComparison.Ordinal);
        Assert.Contains("LAS CIFRAS CAMBIARON DESPUÉS", changed.ValidationLines[0].Es, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_verdict_is_refused_with_its_line()
    {
        string text = Carried.Into(File.ReadAllText(Repository.Baseline)).Replace("verdict: outside", "verdict: outsid", StringComparison.Ordinal);
        string file = Path.Combine(Directory.CreateTempSubdirectory("carried-").FullName, "baseline.yaml");
        File.WriteAllText(file, text);
        InputProblem problem = Assert.Single(BaselineFile.Load(file).Problems);
        Directory.Delete(Path.GetDirectoryName(file)!, true);
        Assert.Equal("outside", problem.NearestValid);
        Assert.True(problem.Line > 500);
    }
}
