using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Trace;

namespace CorridorTwin.Scenarios.Studies;

/// <summary>One truck on one side of a border post, as a time release study times it: one line of the study.</summary>
public sealed record StudyRow
{
    /// <summary>File it was read from; the name of the emulation for a simulated one.</summary>
    public required string File { get; init; }

    /// <summary>Line of the file, from 1 (of a spreadsheet: its row); of a simulated row its number.</summary>
    public required int Line { get; init; }

    /// <summary>Border post id, as the corridor model spells it.</summary>
    public required string Post { get; init; }

    /// <summary>ISO code of the country whose side it is.</summary>
    public required string Side { get; init; }

    /// <summary>Whether trucks leave or enter the country here; follows from post, side and direction.</summary>
    public required SideRole Role { get; init; }

    /// <summary>Which way the truck goes.</summary>
    public required Direction Direction { get; init; }

    /// <summary>Pseudonym of the truck; empty if the study has none.</summary>
    public string Truck { get; init; } = "";

    /// <summary>Official operation on this side.</summary>
    public required Operation Operation { get; init; }

    /// <summary>What it carries; general where the study does not say.</summary>
    public CargoClass Cargo { get; init; }

    /// <summary>What else sets it apart: authorised operator, small enterprise.</summary>
    public CargoFlags Flags { get; init; }

    /// <summary>Customs' risk channel; null if not recorded.</summary>
    public RiskChannel? Channel { get; init; }

    /// <summary>The stamps t0 to t8; those not recorded are null.</summary>
    public RowStamps Stamps { get; init; } = RowStamps.None;

    /// <summary>Examinations by agency.</summary>
    public IReadOnlyList<StudyInspection> Inspections { get; init; } = [];

    /// <summary>
    /// Further stage times, where the study timed the desks: from the columns <c>NAME_start</c> and <c>NAME_end</c>. Names are those of
    /// stages in files (<c>gate</c>, <c>customs</c>, <c>sps-inspection</c>). The start is that of the service, not of the wait.
    /// </summary>
    public IReadOnlyDictionary<string, StageTimes> Stages { get; init; } = NoStages;

    /// <summary>The truck had not left when observation ended: its time is at least that until <see cref="SeenUntil"/>. Its t8 is null.</summary>
    public bool Censored { get; init; }

    /// <summary>Last instant a censored truck was known to be inside; null for one that left.</summary>
    public DateTimeOffset? SeenUntil { get; init; }

    /// <summary>The day on which its truck came, by the clock of the side; null for a row that has neither t0 nor t1.</summary>
    public DateOnly? Day => (Stamps[0] ?? Stamps[1]) is { } at ? DateOnly.FromDateTime(at.DateTime) : null;

    /// <summary>What it is compared by.</summary>
    public StudyStratum Stratum => new(Post, Side, Direction, Operation);

    /// <summary>Nothing timed.</summary>
    internal static IReadOnlyDictionary<string, StageTimes> NoStages { get; } = new Dictionary<string, StageTimes>();

    /// <summary>A clearance time of this side by its definition, hours; of a censored truck the time it is known to have lasted. Null where a stamp it needs is missing.</summary>
    public double? Hours(ClearanceMeasure measure)
    {
        DateTimeOffset? end = measure == ClearanceMeasure.Release ? Stamps[7] ?? SeenUntil : Stamps[8] ?? SeenUntil;
        DateTimeOffset? start = measure == ClearanceMeasure.Side ? Stamps[0] : Stamps[1];
        return (end - start)?.TotalHours;
    }
}

/// <summary>An agency's examination of one truck.</summary>
/// <param name="Agency">Who examined; null where the study does not say.</param>
/// <param name="Start">When it began (t4).</param>
/// <param name="End">When it ended (t5).</param>
public readonly record struct StudyInspection(Agency? Agency, DateTimeOffset? Start, DateTimeOffset? End);

/// <summary>Service of one stage to one truck.</summary>
/// <param name="Start">When the service began.</param>
/// <param name="End">When it ended.</param>
public readonly record struct StageTimes(DateTimeOffset? Start, DateTimeOffset? End)
{
    /// <summary>How long the service took; null unless both ends were recorded.</summary>
    public TimeSpan? Length => End - Start;
}

/// <summary>Which clearance time (methods: the stamps t0 to t8).</summary>
public enum ClearanceMeasure
{
    /// <summary>M_side: physical exit − joining the line for the side.</summary>
    Side,
    /// <summary>M_gate: physical exit − first gate.</summary>
    Gate,
    /// <summary>M_release: release − first gate.</summary>
    Release,
}
