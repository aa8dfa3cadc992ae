using System.Diagnostics;
using CorridorTwin.Scenarios.Calibration.Posts;
using CorridorTwin.Scenarios.Studies;
using CorridorTwin.Simulation.Corridor;
using Xunit;
using Xunit.Abstractions;

namespace CorridorTwin.Scenarios.Tests.Calibration.Posts;

/// <summary>Identical twins: figures are planted in a post, its study is emulated, and the calibration that starts from other figures must find them.</summary>
public sealed class PostCalibratorTests(ITestOutputHelper output)
{
    private static readonly CalibrationOptions Brief = new() { Days = 14, WarmUpDays = 7, Points = 6, Generations = 1, Bootstrap = 9 };

    [Fact]
    public void ServiceAndCapacityOfAFullDeskComeBackAndIdleOnesAreNotIdentified()
    {
        var truth = new PlantedPost { Customs = 21, CustomsStaff = 2, Red = 0.2 };
        PostCalibration found = Calibrate(truth, new PlantedPost(), new SurveyDesign { Seed = 5, PerStratum = null, StageTimes = true, Direction = Direction.N2S, Sides = ["CR"] }, Brief);
        Held(found, truth, sides: 1);
        Assert.Contains(found.Judged, h => h.Operation == Operation.Export && Math.Abs(h.After - h.Observed.Mean) < Math.Abs(h.Before - h.Observed.Mean));
        Assert.Contains(found.Notes, n => n.En.Contains("SIMULATED", StringComparison.Ordinal));
    }

    [Fact]
    public void TotalTimesAloneConfoundServiceAndSelection()
    {
        Study study = Survey.Of(new PlantedPost { Red = 0.2 }.Model, Design(new SurveyDesign { Seed = 5, PerStratum = 80, Direction = Direction.N2S, Sides = ["CR"] }));
        StudyRow Only(StudyRow r) => r with { Channel = null, Inspections = [], Stamps = new RowStamps([r.Stamps[0], null, null, null, null, null, null, null, r.Stamps[8]], r.Stamps.Offset) };
        PostCalibration found = new PostCalibrator(study with { Rows = [.. study.Rows.Select(Only)] }, new PlantedPost().Model, PlantedPost.Id, Brief with { Days = 7 }).Run();
        Assert.Contains(found.Notes, n => n.En.Contains("service time and selection (red channel) are confounded", StringComparison.Ordinal));
        Assert.DoesNotContain(found.Figures, f => f.Set && (f.Path.Contains(".service.", StringComparison.Ordinal) || f.Path.Contains(".risk.", StringComparison.Ordinal)));
        Assert.Contains(found.Identifiability, s => s.Told.Names.Contains("risk.customs.red") && s.Told.Names.Contains("stages.inspection.service"));
    }

    /// <summary>More trucks than two officers can serve: the length of the line says since when, not how many they are.</summary>
    [Fact]
    public void ALineThatDoesNotSettleTellsNoNumber()
    {
        PostCalibration found = Calibrate(new PlantedPost { Customs = 24.5, CustomsStaff = 2 }, new PlantedPost { CustomsStaff = 2 }, new SurveyDesign { Seed = 5, PerStratum = null, Direction = Direction.N2S, Sides = ["CR"] }, Brief);
        CalibratedFigure staff = Assert.Single(found.Figures, f => f.Path.Contains("customs.roster (", StringComparison.Ordinal));
        Assert.Equal((Finding.NotIdentified, "2", double.NaN), (staff.Finding, staff.After, staff.Low));
        Assert.Contains("a line that does not settle", staff.Fit.En, StringComparison.Ordinal);
    }

    /// <summary>Three officers are never full, so their number is not told; but one, as the baseline has it, would never get through.</summary>
    [Fact]
    public void ANumberTheDataSpeakAgainstIsNotKept()
    {
        PostCalibration found = Calibrate(new PlantedPost { CustomsStaff = 3 }, new PlantedPost { CustomsStaff = 1 }, new SurveyDesign { Seed = 5, PerStratum = 150, StageTimes = true, Direction = Direction.N2S, Sides = ["CR"] }, Brief);
        CalibratedFigure staff = Assert.Single(found.Figures, f => f.Path.Contains("customs.roster (", StringComparison.Ordinal));
        Assert.Equal((Finding.RuledOut, true), (staff.Finding, staff.Set));
        Assert.Contains(staff.After, (string[])["2", "3"]);
        Assert.Contains("1 is ruled out", staff.Fit.En, StringComparison.Ordinal);
        Assert.Equal(int.Parse(staff.After, System.Globalization.CultureInfo.InvariantCulture), found.Model.Post(PlantedPost.Id).Side(Direction.N2S, SideRole.Exit).Stations.Single(s => s.Name == "customs").Roster.Shifts[0].Staff);
    }

    /// <summary>Before a busy desk a share counted in a sample is taken where in its interval the lines put it, and the file says what the model has.</summary>
    [Fact]
    public void AShareThatFillsADeskIsTakenWhereTheLinesPutIt()
    {
        var truth = new PlantedPost { Red = 0.2, Inspection = 100, InspectionStaff = 2 };
        PostCalibration found = Calibrate(truth, new PlantedPost { Red = 0.2, Inspection = 100, InspectionStaff = 2 }, new SurveyDesign { Seed = 8, PerStratum = 60, StageTimes = true, Direction = Direction.N2S, Sides = ["CR"] }, Brief);
        CalibratedFigure red = Assert.Single(found.Figures, f => f.Path.EndsWith("risk.customs.export.red", StringComparison.Ordinal));
        double taken = double.Parse(red.After.TrimEnd('%', ' '), System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(taken, red.Low, red.High);
        Assert.NotEqual(red.Estimate, taken);
        Assert.Contains("where in its interval the lines put it", red.Fit.En, StringComparison.Ordinal);
        Assert.Equal(taken / 100, found.Model.Post(PlantedPost.Id).Side(Direction.N2S, SideRole.Exit).Risk.Customs[Operation.Export].Red, 1e-9);
        Assert.Equal("2", Assert.Single(found.Figures, f => f.Path.Contains("inspection.roster (", StringComparison.Ordinal)).After);
    }

    [Fact]
    public void AnInterruptedCalibrationKeepsWhatItHas()
    {
        using var cancellation = new CancellationTokenSource();
        Study study = Survey.Of(new PlantedPost { Customs = 21 }.Model, Design(new SurveyDesign { PerStratum = 60, StageTimes = true, Direction = Direction.N2S, Sides = ["CR"] }));
        PostCalibration found = new PostCalibrator(study, new PlantedPost().Model, PlantedPost.Id, Brief with { Days = 7 }, _ => cancellation.Cancel(), cancellation.Token).Run();
        Assert.False(found.Finished);
        Assert.Contains(found.Figures, f => f.Finding == Finding.Measured && f.Path.Contains("customs.service", StringComparison.Ordinal));
    }

    [Trait("Category", "Long")]
    [Theory]
    [InlineData(21, 2, 2, 0.20, 75, 1)]
    [InlineData(34, 3, 2, 0.05, 90, 2)]
    [InlineData(10.5, 1, 3, 0.15, 45, 3)]
    [InlineData(24, 4, 1, 0.12, 85, 4)]
    public void OtherPlantedPosts(double customs, int staff, double gate, double red, double inspection, int seed)
    {
        var truth = new PlantedPost { Customs = customs, CustomsStaff = staff, Gate = gate, Red = red, Inspection = inspection };
        var before = new PlantedPost { CustomsStaff = staff == 2 ? 3 : 2 };
        Held(Calibrate(truth, before, new SurveyDesign { Seed = (ulong)seed, PerStratum = null, StageTimes = true }, new CalibrationOptions()), truth, sides: 4);
    }

    /// <summary>A week of all trucks, or a sample of one or two thousand rows, and nobody timed the desks: staff and service times of four sides from stamps alone, twenty free figures, in less than six minutes of processor time.</summary>
    [Trait("Category", "Long")]
    [Theory]
    [InlineData(21, 2, 77, null)]
    [InlineData(44, 4, 4, null)]
    [InlineData(10.5, 1, 3, null)]
    [InlineData(21, 2, 77, 125)]
    [InlineData(21, 2, 5, 250)]
    [InlineData(21, 2, 6, 250)]
    public void FromStampsAlone(double customs, int officers, int seed, int? perStratum)
    {
        var truth = new PlantedPost { Customs = customs, CustomsStaff = officers, Red = 0.2 };
        TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
        PostCalibration found = Calibrate(truth, new PlantedPost(), new SurveyDesign { Seed = (ulong)seed, PerStratum = perStratum }, new CalibrationOptions());
        double seconds = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
        CalibratedFigure[] staff = [.. found.Figures.Where(f => f.Path.Contains("customs.roster (", StringComparison.Ordinal))], service = [.. found.Figures.Where(f => f.Path.Contains("customs.service.", StringComparison.Ordinal) && f.Set)];
        output.WriteLine($"{found.Rows} rows, {found.Candidates} candidates, {seconds:0} s of processor time");
        foreach (CalibratedFigure f in staff.Concat(service)) output.WriteLine($"{f.Path} {f.Before} -> {f.After}: {f.Estimate:0.0} [{f.Low:0.0}, {f.High:0.0}] {f.Finding}: {f.Fit.En}");
        Assert.True(seconds < 360, $"{seconds} s of processor time");
        if (perStratum is null)
        {
            Assert.All(staff, f => Assert.Equal((Finding.Calibrated, (double)truth.CustomsStaff), (f.Finding, f.Estimate)));
            // Near saturation a week of stamps leaves a service time a little more room than 5 %: then its own interval holds.
            Assert.All(service, f => Assert.Equal(truth.Customs, f.Estimate, Math.Max(0.05 * truth.Customs, f.High - f.Estimate)));
        }

        // From a sample a number may not be told (WhatASampleTellsTests); the interval holds the true one, none that is set is wrong, and a service time kept with a number says so.
        Assert.All(staff, f => Assert.True(f.Low <= truth.CustomsStaff && f.High >= truth.CustomsStaff && (!f.Set || f.Estimate == truth.CustomsStaff), f.Path));
        Assert.True(staff.Count(f => f.Set) >= 3, "hardly any is told");
        Assert.All(service, f => Assert.Equal(staff.Single(s => s.Path.Split('.')[2..4].SequenceEqual(f.Path.Split('.')[2..4])).Set ? Finding.Calibrated : Finding.Tied, f.Finding));
        Assert.All(service.Where(f => f.Finding == Finding.Calibrated), f => Assert.Equal(truth.Customs, f.Estimate, 0.08 * truth.Customs));
        Assert.All(service, f => Assert.True(f.Low <= truth.Customs * 1.05 && f.High >= truth.Customs * 0.95, f.Path));
    }

    /// <summary>Services within 5 % (or their own interval, where few were seen), capacities exactly where full and kept elsewhere, shares within their intervals.</summary>
    private static void Held(PostCalibration found, PlantedPost truth, int sides)
    {
        CalibratedFigure[] Of(string part) => [.. found.Figures.Where(f => f.Path.Contains(part, StringComparison.Ordinal))];
        foreach ((string stage, double minutes) in new[] { ("gate", truth.Gate), ("customs", truth.Customs), ("inspection", truth.Inspection), ("exit", truth.Exit) })
        {
            CalibratedFigure[] services = [.. Of($".stages.{stage}.service.").Where(f => f.Finding == Finding.Measured)];
            Assert.True(services.Length >= sides || stage == "inspection", stage);
            Assert.All(services, f => Assert.True(Math.Abs(f.Estimate / minutes - 1) <= Math.Max(0.05, 1.7 * (f.High - f.Estimate) / f.Estimate), $"{f.Path}: {f.Estimate} for {minutes}"));
            Assert.All(services.Where(f => f.Count > 600), f => Assert.Equal(minutes, f.Estimate, 0.05 * minutes));
        }
        double works = truth.Pair * truth.Customs / 1440 / truth.CustomsStaff;
        CalibratedFigure[] staff = Of("stations.customs.roster (");
        Assert.Equal(sides, staff.Length);
        if (works > 0.83) Assert.All(staff, f => Assert.Equal((Finding.Calibrated, $"{truth.CustomsStaff}"), (f.Finding, f.After)));
        foreach (string idle in (string[])["gate", "exit", "review"])
            Assert.All(Of($"stations.{idle}.roster ("), f => Assert.Equal((Finding.NotIdentified, f.Before), (f.Finding, f.After)));
        CalibratedFigure[] reds = [.. Of(".red").Where(f => f.Path.Contains("risk.customs", StringComparison.Ordinal))];
        Assert.Equal(sides, reds.Length);
        // 95 % intervals: of four, one may miss.
        Assert.True(reds.Count(f => f.Low <= 100 * truth.Red && f.High >= 100 * truth.Red) >= sides - (sides > 1 ? 1 : 0));
    }

    private static SurveyDesign Design(SurveyDesign design) => design with { Posts = [PlantedPost.Id], WarmUpDays = 14 };

    private static PostCalibration Calibrate(PlantedPost truth, PlantedPost before, SurveyDesign design, CalibrationOptions options) =>
        new PostCalibrator(Survey.Of(truth.Model, Design(design)), before.Model, PlantedPost.Id, options).Run();
}
