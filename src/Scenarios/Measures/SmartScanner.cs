using CorridorTwin.Simulation.Calendars;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Draws;

namespace CorridorTwin.Scenarios.Measures;

/// <summary>The scanner half of <see cref="SmartBorder"/>: more of the red channel through an existing scanner, or a new one.</summary>
internal static class SmartScanner
{
    /// <summary>Name of the station the measure adds.</summary>
    public const string StationName = "scanner";

    // Positioning varies more than the scan itself, and a doubtful image takes several looks.
    private const double VariationOfScan = 0.5;

    /// <summary>Whether the measure adds a scanner here.</summary>
    public static bool IsWanted(SideProcedure side) =>
        side.Role == SideRole.Entry && side.StageOf(StageKind.Scan) is null && side.StageOf(StageKind.Inspection) is { Station: not null };

    public static SideProcedure In(SideChange change, SideProcedure side)
    {
        double target = change.Number("scan-share");
        if (side.StageOf(StageKind.Scan) is { } scan)
        {
            double share = SideChange.Raise(scan.RedShare, target, change.Step);
            return share == scan.RedShare ? side : side.EditStage(StageKind.Scan, s => s with { RedShare = share });
        }
        // Without trucks to scan there is no scanner to buy.
        if (!IsWanted(side) || target == 0) return side;
        Stage inspection = side.StageOf(StageKind.Inspection)!;
        StationSpec examiners = side.Stations.First(s => s.Name == inspection.Station);
        StationSpec scanner = side.Stations.FirstOrDefault(s => s.Name == StationName) ?? NewStation(change, examiners);
        var time = Distribution.Gamma(TimeSpan.FromHours(1 / change.Number("scans-per-hour")), VariationOfScan);
        var stage = new Stage
        {
            Kind = StageKind.Scan,
            Station = scanner.Name,
            Service = inspection.Service.Keys.ToDictionary(operation => operation, _ => time),
            RedShare = SideChange.Raise(0, target, change.Step),
        };
        return side with
        {
            Stages = [.. side.Stages.TakeWhile(s => s.Kind != StageKind.Inspection), stage, .. side.Stages.SkipWhile(s => s.Kind != StageKind.Inspection)],
            Stations = side.Stations.Contains(scanner) ? side.Stations : [.. side.Stations, scanner],
        };
    }

    // One machine, whenever the officers who read its images are on duty.
    private static StationSpec NewStation(SideChange change, StationSpec examiners) => new()
    {
        Name = StationName,
        Agency = examiners.Agency,
        Roster = new Roster([.. examiners.Roster.Shifts.Where(s => s.Staff > 0).Select(s => s with { Staff = 1 })]),
        ShiftEnd = examiners.ShiftEnd,
        Breakdown = new BreakdownSpec(
            Distribution.Exponential(TimeSpan.FromDays(change.Number("days-between-outages"))),
            Distribution.Exponential(TimeSpan.FromHours(change.Number("outage-hours") * (change.Has("Maintenance") ? 0.5 : 1)))),
    };
}
