using CorridorTwin.Scenarios.Measures.Hours;
using CorridorTwin.Simulation.Calendars;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Measures;

/// <summary>Standardization of schedules: both sides of a post, and all agencies of a side, keep the same hours (ECFCC-2023 P4-M3).</summary>
/// <remarks>
/// Touches the rosters of the stations and of the declaration desk. Common hours are those at which any station of the pair is open, on one
/// clock (Panama keeps UTC−5). By default each station keeps its weekly staff-hours (the weaker end): a newly opened hour has one officer, taken
/// from the hours with most officers per arriving truck, and no open hour loses its last. So a station with one officer keeps its hours, and a
/// note names it: otherwise the measure would double the staff of the very desks that hold the trucks up. With <c>staff-neutral: no</c> the new
/// hours are staffed on top of the old. Lower intensity fills a part of each closed window, next to the hours it adjoins. A lunch gap moves to
/// the hour of the exit side's customs. Evidence: an analogue (E4.23) and the mismatch of hours (H2.07), no measured effect here.
/// </remarks>
public sealed class ScheduleHarmonization : SideMeasure
{
    /// <inheritdoc/>
    public override Bilingual Title { get; } = new("Armonización de horarios", "Schedule harmonization");

    /// <inheritdoc/>
    public override Bilingual Summary { get; } = new(
        "Los dos países de un puesto y todas sus instituciones atienden en el mismo horario.", "The two countries of a post and all their agencies keep the same hours.");

    /// <inheritdoc/>
    public override Bilingual Mechanism { get; } = new(
        "Ningún camión espera a una institución cerrada mientras las demás atienden; sin personal nuevo, las horas pico pierden lo que ganan las noches.",
        "No truck waits for a closed agency while the others work; without new staff, peak hours lose what the nights gain.");

    /// <inheritdoc/>
    public override StrategyReference Strategy { get; } = new(4, 3, new(
        "Mejorar el acceso a los puestos fronterizos, la estandarización de horarios y el plan de gestión vial",
        "Improve access to border posts, standardization of timetables and road management plan"));

    /// <inheritdoc/>
    public override IReadOnlyList<MeasureParameter> Parameters { get; } =
    [
        new()
        {
            Key = "staff-neutral", Kind = ParameterKind.Flag, Default = new ParameterValue.Flag(true),
            Grade = EvidenceGrade.Assumption, Sources = ["A.staff-neutral", "J.schedule-harmonization"],
            Description = new("Mismas horas de personal por semana, repartidas de otro modo", "Same weekly staff-hours, spread otherwise"),
        },
        new()
        {
            Key = "night-staff-share", Kind = ParameterKind.Share, Unit = "%", Default = new ParameterValue.Number(0.50), Low = 0.25, High = 1,
            Grade = EvidenceGrade.Assumption, Sources = ["E.night-staffing", "P6.07"],
            Description = new(
                "Con personal nuevo: dotación de las horas nuevas, como parte de la media actual", "With extra staff: staff of the new hours, as a share of the present mean"),
        },
        new()
        {
            Key = "declaration-desk", Kind = ParameterKind.Flag, Default = new ParameterValue.Flag(true),
            Grade = EvidenceGrade.Assumption, Sources = ["A.declaration-desk", "J.schedule-harmonization"],
            Description = new("También la ventanilla de declaraciones y las agencias aduanales", "The declaration desk and the brokers too"),
        },
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Guard> Guards { get; } =
    [
        new(GuardKind.StaffHours, new("Abrir más horas cuesta personal, nuevo o tomado de otras horas.", "Longer hours cost staff, new or taken from other hours.")),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Touches { get; } = ["Stations.*.Roster", "Declaration.Desk"];

    private protected override SideProcedure Change(SideChange change)
    {
        bool desk = change.Flag("declaration-desk"), neutral = change.Flag("staff-neutral");
        bool[] common = CommonHours.OfPair(change.Model, change.Post, change.Side.Direction, desk, Offset(change));
        var unstaffed = new List<string>();
        (IReadOnlyDictionary<int, LunchGap>, double)? lunch = change.SwitchesOn ? LunchReference(change) : null;
        SideProcedure side = change.Side.EditStations(s => Longer(change, s, common, lunch, neutral, unstaffed));
        if (desk && Open(change, side.Declaration.Desk, common) is var open && !ReferenceEquals(open, side.Declaration.Desk))
            side = side with { Declaration = side.Declaration with { Desk = open } };
        if (unstaffed.Count > 0)
            change.Note(NoteKind.Limited, $"sin personal de sobra conservan su horario, del todo o en parte: {string.Join(", ", unstaffed)}.",
                $"with nobody to spare these keep their hours, wholly or in part: {string.Join(", ", unstaffed)}.");
        double added = StaffHours(side) - StaffHours(change.Side);
        if (added >= 1)
            change.Note(NoteKind.SideEffect, $"{Phrases.Number(added)} horas de personal más por semana.", $"{Phrases.Number(added)} more staff-hours per week.");
        return side;
    }

    private static StationSpec Longer(SideChange change, StationSpec station, bool[] common, (IReadOnlyDictionary<int, LunchGap> Gaps, double Offset)? lunch, bool neutral, List<string> unstaffed)
    {
        int[] levels = station.Roster.MinuteLevels();
        bool moved = lunch is { } other && LunchGap.Align(levels, Offset(change), other.Gaps, other.Offset);
        var closed = new ClosedWindows(levels, common);
        double step = change.Step;
        int wanted = closed.MinutesAt(step), spare = neutral ? StaffSpread.Spare(levels) : wanted;
        if (spare < wanted) unstaffed.Add(station.Name);
        bool[] toOpen = spare < wanted ? closed.OpenWithin(step, spare) : closed.Open(step);
        if (toOpen.Contains(true))
        {
            levels = neutral
                ? StaffSpread.SameStaffHours(levels, toOpen, change.Model.Demand.HourProfile)
                : StaffSpread.WithStaff(levels, toOpen, StaffSpread.NightStaff(levels, change.Number("night-staff-share")));
            moved = true;
        }
        return moved ? station with { Roster = WeekLevels.ToRoster(levels) } : station;
    }

    // The desk accepts declarations rather than serve a line: it is open or not, and takes no officer from a lane.
    private static Roster Open(SideChange change, Roster desk, bool[] common)
    {
        int[] levels = desk.MinuteLevels();
        return WeekLevels.Replace(desk, StaffSpread.WithStaff(levels, new ClosedWindows(levels, common).Open(change.Step), 1));
    }

    private static (IReadOnlyDictionary<int, LunchGap> Gaps, double Offset)? LunchReference(SideChange change)
    {
        SideProcedure exit = change.Post.Side(change.Side.Direction, SideRole.Exit);
        IReadOnlyDictionary<int, LunchGap>? gaps = exit.Stations.Where(s => s.Agency == Agency.Customs).Select(s => LunchGap.Of(s.Roster.MinuteLevels())).FirstOrDefault(g => g.Count > 0);
        return gaps is null ? null : (gaps, change.Model.Country(exit.Country).UtcOffsetHours);
    }

    private static double Offset(SideChange change) => change.Model.Country(change.Side.Country).UtcOffsetHours;

    private static double StaffHours(SideProcedure side) => side.Stations.Sum(s => s.Roster.WeeklyStaffHours);
}
