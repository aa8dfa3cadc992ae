using CorridorTwin.Scenarios.Calibration.Laws;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Studies;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Draws;

namespace CorridorTwin.Scenarios.Calibration.Posts;

/// <summary>Service times of one stage that a study saw directly, of one operation on one side.</summary>
/// <param name="Direction">The side.</param>
/// <param name="Role">The side.</param>
/// <param name="Stage">The stage.</param>
/// <param name="Operation">The operation.</param>
/// <param name="InAdvance">Of trucks that had declared in advance, where that makes a difference.</param>
/// <param name="Law">The model's law before.</param>
/// <param name="Times">What was seen.</param>
internal sealed record StageSample(Direction Direction, SideRole Role, StageKind Stage, Operation Operation, bool InAdvance, Distribution Law, IReadOnlyList<ObservedTime> Times)
{
    /// <summary>Place of the law in the baseline's file.</summary>
    public string Path(string post) => $"posts.{post}.{Direction}.{Role.ToString().ToLowerInvariant()}.stages.{Names.Key(Stage)}.{(InAdvance ? "service-in-advance" : "service")}.{Names.Key(Operation)}";

    /// <summary>All samples of a post's rows.</summary>
    public static IEnumerable<StageSample> Of(BorderPost post, IReadOnlyList<StudyRow> rows, int rounding)
    {
        foreach (SideProcedure side in post.Sides)
        {
            StudyRow[] own = [.. rows.Where(r => r.Direction == side.Direction && r.Role == side.Role)];
            foreach (Stage stage in side.Stages)
            {
                foreach ((Operation operation, Distribution law) in stage.Service)
                {
                    StudyRow[] performed = [.. own.Where(r => r.Operation == operation)];
                    bool differs = Differs(side, stage, operation);
                    foreach (bool advance in differs ? [false, true] : new[] { false })
                    {
                        ObservedTime[] times = [.. performed.Where(r => !differs || Advance(r) == advance).Select(r => Time(side, stage, r, rounding)).OfType<ObservedTime>()];
                        if (times.Length > 0) yield return new StageSample(side.Direction, side.Role, stage.Kind, operation, advance, advance ? stage.ServiceInAdvance[operation] : law, times);
                    }
                }
            }
        }
    }

    /// <summary>Whether a desk serves those faster that declared in advance, and there are some.</summary>
    public static bool Differs(SideProcedure side, Stage stage, Operation operation) => stage.ServiceInAdvance.ContainsKey(operation) && side.Declaration.AdvanceShare.GetValueOrDefault(operation) > 0;

    /// <summary>Whether a truck's declaration was lodged before it came; null if that was not recorded.</summary>
    public static bool? Advance(StudyRow row) => row.Stamps[2] is { } lodged && (row.Stamps[0] ?? row.Stamps[1]) is { } came ? lodged < came : null;

    /// <summary>How long a truck was served at a stage; null if nobody timed it.</summary>
    public static ObservedTime? Time(SideProcedure side, Stage stage, StudyRow row, int rounding)
    {
        string name = Names.Key(stage.Kind);
        if (row.Stages.TryGetValue(name, out StageTimes timed)) return timed.Length is { } length && length >= TimeSpan.Zero ? ObservedTime.Rounded(length.TotalMinutes, rounding) : null;
        Agency agency = stage.Kind == StageKind.SpsInspection ? Agency.Sps : Agency.Customs;
        // With a scanner beside inspection by hand, nobody can tell which of the two an examination was.
        bool told = stage.Kind == StageKind.SpsInspection || (stage.Kind is StageKind.Inspection or StageKind.Scan && side.Stages.Count(s => s.Kind is StageKind.Inspection or StageKind.Scan) == 1);
        if (!told) return null;
        StudyInspection[] examined = [.. row.Inspections.Where(i => i.Agency == agency || (i.Agency is null && row.Inspections.Count == 1 && agency == Agency.Customs && row.Channel == RiskChannel.Red))];
        if (examined is [{ Start: { } start, End: { } end }] && end >= start) return ObservedTime.Rounded((end - start).TotalMinutes, rounding);
        bool stamps = row.Inspections.Count == 0 && agency == Agency.Customs && row.Channel == RiskChannel.Red && row.Stamps.Has(4) && row.Stamps.Has(5) && side.Stages.All(s => s.Kind != StageKind.SpsInspection);
        return stamps ? ObservedTime.Rounded(Math.Max(0, (row.Stamps[5]!.Value - row.Stamps[4]!.Value).TotalMinutes), rounding) : null;
    }
}
