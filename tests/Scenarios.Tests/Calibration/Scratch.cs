using System.Diagnostics;
using CorridorTwin.Scenarios.Calibration.Posts;
using CorridorTwin.Scenarios.Studies;
using CorridorTwin.Simulation.Corridor;
using Xunit;
using Xunit.Abstractions;
namespace CorridorTwin.Scenarios.Tests.Calibration;
public sealed class Scratch(ITestOutputHelper output)
{
    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 0)]
    [InlineData(true, 60)]
    [InlineData(false, 60)]
    public void Twin(bool staged, int per)
    {
        const string post = "paso-canoas";
        CorridorModel truth = Shipped.Folder.Baselines.Single().With([
            ($"defaults.exit.stages.migration.service.export", "4.2 min"), ($"defaults.exit.stages.migration.service.transit", "4.2 min"), ($"defaults.exit.stages.migration.service.empty", "4.2 min"),
            ($"defaults.entry.stages.gate.service.import", "4 min"), ($"defaults.entry.stages.gate.service.transit", "4 min"), ($"defaults.entry.stages.gate.service.empty", "4 min"),
            ($"defaults.entry.stations.gate.roster[0].staff", "1"),
            ($"defaults.entry.stages.migration.service.import", "9 min"), ($"defaults.entry.stages.migration.service.transit", "9 min"), ($"defaults.entry.stages.migration.service.empty", "9 min"),
            ($"defaults.entry.stations.migration.roster[0].staff", "2"),($"defaults.entry.stations.migration.roster[1].staff", "2"),
            ($"defaults.entry.risk.customs.import.red", "25 %"),
            ]).Model;
        Study study = Survey.Of(truth, new SurveyDesign { Seed = 77, PerStratum = per == 0 ? null : per, StageTimes = staged, Posts = [post] });
        var w = Stopwatch.StartNew();
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        PostCalibration c = new PostCalibrator(study, Shipped.Baseline, post, new CalibrationOptions()).Run();
        output.WriteLine($"staged {staged} per {per} rows {study.Rows.Count}, {w.Elapsed.TotalSeconds:0.0} s, cpu {(Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalSeconds:0.0} s, {c.Candidates} candidates");
        foreach (CalibratedFigure f in c.Figures) output.WriteLine($"{f.Path["posts.".Length..].Replace("paso-canoas.", "")} | {f.Before} -> {f.After} | {f.Estimate:0.00} [{f.Low:0.00}, {f.High:0.00}] n {f.Count} {f.Finding} {f.Fit.En}");
        foreach (var n in c.Notes) output.WriteLine(n.En);
        foreach (HeldOutFit h in c.Judged) output.WriteLine($"{h.Direction} {h.Role} {h.Operation} obs {h.Observed.Mean:0.00} [{h.Observed.Low:0.00}, {h.Observed.High:0.00}] before {h.Before:0.00} after {h.After:0.00}");
    }
}
