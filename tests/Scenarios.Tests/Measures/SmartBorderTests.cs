using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Draws;
using static CorridorTwin.Scenarios.Tests.Measures.SyntheticCorridor;

namespace CorridorTwin.Scenarios.Tests.Measures;

public class SmartBorderTests
{
    private static readonly SmartBorder Measure = new();

    private static MeasureApplication Use => new("SmartBorder");

    private static SideProcedure Entry(CorridorModel model) => model.Post("north").Side(Direction.N2S, SideRole.Entry);

    [Fact]
    public void Reads_trucks_at_the_gate_and_saves_a_tenth_of_each_operations_own_time()
    {
        SideProcedure side = Entry(Measure.Apply(Model, Use).Model);
        Assert.Equal(0.60, side.AutomaticGateShare);
        Assert.Equal(0.90, side.StageOf(StageKind.Gate)!.AutomaticFactor, 1e-12);
    }

    [Fact]
    public void Replaces_an_automatic_time_nobody_uses_but_keeps_one_in_use()
    {
        CorridorModel idle = With(s => s.EditStage(StageKind.Gate, g => g with { ServiceAutomatic = Minutes(0.5) }));
        Assert.Null(Entry(Measure.Apply(idle, Use).Model).StageOf(StageKind.Gate)!.ServiceAutomatic);
        CorridorModel used = With(s => s.EditStage(StageKind.Gate, g => g with { ServiceAutomatic = Minutes(0.5) }) with { AutomaticGateShare = 0.2 });
        SideProcedure side = Entry(Measure.Apply(used, Use).Model);
        Assert.Equal(Minutes(0.5), side.StageOf(StageKind.Gate)!.ServiceAutomatic);
        Assert.Equal(0.60, side.AutomaticGateShare);
    }

    [Fact]
    public void Adds_a_scanner_before_the_inspection_that_examines_one_truck_at_a_time_and_fails()
    {
        SideProcedure side = Entry(Measure.Apply(Model, Use).Model);
        Assert.Equal([StageKind.Gate, StageKind.Customs, StageKind.Scan, StageKind.Inspection, StageKind.SpsInspection, StageKind.Payment], side.Stages.Select(s => s.Kind));
        Stage scan = side.StageOf(StageKind.Scan)!;
        Assert.Equal(0.30, scan.RedShare);
        Assert.Equal(8 * 60_000, scan.Service[Operation.Import].MeanMilliseconds, 1e-6);
        StationSpec scanner = side.Stations.Single(s => s.Name == scan.Station);
        Assert.Equal(1, scanner.Roster.MinuteLevels().Max());
        Assert.Equal(DayWithLunch(4, 2).MinuteLevels().Count(l => l > 0), scanner.Roster.MinuteLevels().Count(l => l > 0));
        Assert.Equal(Distribution.Exponential(TimeSpan.FromHours(24)), scanner.Breakdown!.TimeToRepair);
    }

    [Fact]
    public void An_exit_side_gets_no_scanner() =>
        Assert.Null(Measure.Apply(Model, Use).Model.Post("north").Side(Direction.N2S, SideRole.Exit).StageOf(StageKind.Scan));

    [Fact]
    public void Maintenance_halves_the_outages()
    {
        CorridorModel kept = With(s => s with { InForce = new Dictionary<string, double> { ["Maintenance"] = 1 } });
        MeasureOutcome outcome = Measure.Apply(kept, Use);
        Assert.Equal(Distribution.Exponential(TimeSpan.FromHours(12)), Entry(outcome.Model).Stations.Single(s => s.Name == "scanner").Breakdown!.TimeToRepair);
        Assert.DoesNotContain(outcome.Notes, n => n.Kind == NoteKind.PrerequisiteMissing);
        Assert.Contains(Measure.Apply(Model, Use).Notes, n => n.Kind == NoteKind.PrerequisiteMissing && n.Text.Es.Contains("Maintenance", StringComparison.Ordinal));
    }

    [Fact]
    public void An_existing_scanner_that_already_does_more_is_left_alone()
    {
        CorridorModel scanned = Measure.Apply(Model, Use with { Parameters = new Dictionary<string, ParameterValue> { ["scan-share"] = new ParameterValue.Number(0.6) } }).Model;
        CorridorModel fresh = scanned with { Posts = [.. scanned.Posts.Select(p => p with { Sides = [.. p.Sides.Select(s => s with { InForce = new Dictionary<string, double>() })] })] };
        Assert.Equal(0.6, Entry(Measure.Apply(fresh, Use).Model).StageOf(StageKind.Scan)!.RedShare);
    }

    [Fact]
    public void A_single_stop_has_no_gate_of_its_own()
    {
        CorridorModel model = With(s => s.Role == SideRole.Entry ? s with { SingleStop = true } : s);
        MeasureOutcome outcome = Measure.Apply(model, Use);
        Assert.Equal(0, Entry(outcome.Model).AutomaticGateShare);
        Assert.Contains(outcome.Notes, n => n.Kind == NoteKind.NothingToChange && n.Role == SideRole.Entry);
    }
}
