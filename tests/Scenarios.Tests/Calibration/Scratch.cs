using System.Diagnostics;
using CorridorTwin.Scenarios.Calibration.Posts;
using CorridorTwin.Scenarios.Studies;
using CorridorTwin.Scenarios.Tests.Calibration.Posts;
using CorridorTwin.Simulation.Corridor;
using Xunit;
using Xunit.Abstractions;
namespace CorridorTwin.Scenarios.Tests.Calibration;
public sealed class Scratch(ITestOutputHelper output)
{
    [Theory]
    [InlineData(true, 0)]
    [InlineData(true, 125)]
    [InlineData(false, 0)]
    [InlineData(false, 125)]
    public void Twin(bool staged, int per)
    {
        CorridorModel truth = new PlantedPost { Customs = 21, CustomsStaff = 2, Red = 0.2, Inspection = 75 }.Model, before = new PlantedPost().Model;
        Study study = Survey.Of(truth, new SurveyDesign { Seed = 77, PerStratum = per == 0 ? null : per, StageTimes = staged, Posts = [PlantedPost.Id] });
        var w = Stopwatch.StartNew();
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        PostCalibration c = new PostCalibrator(study, before, PlantedPost.Id, new CalibrationOptions()).Run();
        output.WriteLine($"staged {staged} per {per} rows {study.Rows.Count}, {w.Elapsed.TotalSeconds:0.0} s, cpu {(Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalSeconds:0.0} s, {c.Candidates} candidates");
        foreach (CalibratedFigure f in c.Figures) output.WriteLine($"{f.Path["posts.".Length..].Replace("planted.", "")} | {f.Before} -> {f.After} | {f.Estimate:0.00} [{f.Low:0.00}, {f.High:0.00}] n {f.Count} {f.Finding} {f.Fit.En}");
        foreach (var n in c.Notes) output.WriteLine(n.En);
        foreach (HeldOutFit h in c.Judged) output.WriteLine($"{h.Direction} {h.Role} {h.Operation} obs {h.Observed.Mean:0.00} [{h.Observed.Low:0.00}, {h.Observed.High:0.00}] before {h.Before:0.00} after {h.After:0.00}");
    }
}
public sealed class Scratch2(ITestOutputHelper output)
{
    [Fact]
    public void Raw()
    {
        CorridorModel truth = new PlantedPost { Customs = 21, CustomsStaff = 2, Red = 0.2, Inspection = 75 }.Model;
        foreach (ulong seed in new ulong[] { 1, 2, 3, 4 })
        {
            Study s = Survey.Of(truth, new SurveyDesign { Seed = seed, PerStratum = null, StageTimes = true, Posts = [PlantedPost.Id], RoundedToMinutes = 0, Days = 28 });
            output.WriteLine(seed + ": " + string.Join(", ", s.Rows.GroupBy(x => (x.Role, x.Operation, x.Direction)).Select(g => $"{g.Key} {g.Count()} mean {g.Select(x => x.Stages["gate"].Length!.Value.TotalMinutes).Average():0.000}")));
        }
    }
}
