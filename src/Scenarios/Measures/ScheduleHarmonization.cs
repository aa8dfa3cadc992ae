using CorridorTwin.Scenarios.Measures.Hours;
using CorridorTwin.Simulation.Calendars;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Measures;

/// <summary>Standardization of schedules: both sides of a post, and all agencies of a side, keep the same hours (ECFCC-2023 P4-M3).</summary>
/// <remarks>
/// Touches the rosters of the stations and of the declaration desk. Common hours are those at which any station of the pair is open, on one
/// clock (Panama keeps UTC−5). By default no staff-hours are added (the weaker end): each newly opened hour has one officer, taken from the
/// hours with most officers per arriving truck; where a station has nobody to spare its staff-hours rise and a note says by how much.
/// With <c>staff-neutral: false</c> the night is staffed on top of the day. Lower intensity fills a part of each closed window, from both
/// ends. A lunch gap moves to the hour of the exit side's customs. Evidence: an analogue (E4.23) and the mismatch of hours (H2.07), no measured effect here.
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
        bool desks = change.Flag("declaration-desk");
        bool[] common = CommonHours.OfPair(change.Model, change.Post, change.Side.Direction, desks);
        SideProcedure side = change.Side.EditStations(s => Harmonized(change, s.Roster, common) is var roster && ReferenceEquals(roster, s.Roster) ? s : s with { Roster = roster });
        if (desks && Harmonized(change, side.Declaration.Desk, common) is var desk && !ReferenceEquals(desk, side.Declaration.Desk))
            side = side with { Declaration = side.Declaration with { Desk = desk } };
        double added = StaffHours(side) - StaffHours(change.Side);
        if (Math.Abs(added) >= 1)
            change.Note(NoteKind.SideEffect, $"{Phrases.Number(added)} horas de personal más por semana.", $"{Phrases.Number(added)} more staff-hours per week.");
        return side;
    }

    private static Roster Harmonized(SideChange change, Roster roster, bool[] common)
    {
        double offset = change.Model.Country(change.Side.Country).UtcOffsetHours;
        if (change.SwitchesOn && LunchReference(change) is { } reference)
            roster = LunchGap.Align(roster, offset, reference.Roster, reference.Offset);
        int[] levels = roster.MinuteLevels();
        bool[] toOpen = CommonHours.ToOpen(levels, common, offset, change.Step);
        if (!toOpen.Contains(true)) return roster;
        return WeekLevels.ToRoster(change.Flag("staff-neutral")
            ? StaffSpread.SameStaffHours(levels, toOpen, change.Model.Demand.HourProfile)
            : StaffSpread.WithStaff(levels, toOpen, StaffSpread.NightStaff(levels, change.Number("night-staff-share"))));
    }

    private static (Roster Roster, double Offset)? LunchReference(SideChange change)
    {
        SideProcedure exit = change.Post.Side(change.Side.Direction, SideRole.Exit);
        StationSpec? station = exit.Stations.FirstOrDefault(s => s.Agency == Agency.Customs && LunchGap.Of(s.Roster.MinuteLevels()).Count > 0);
        return station is null ? null : (station.Roster, change.Model.Country(exit.Country).UtcOffsetHours);
    }

    private static double StaffHours(SideProcedure side) => side.Stations.Sum(s => s.Roster.WeeklyStaffHours);
}
