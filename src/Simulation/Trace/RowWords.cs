using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Network;

namespace CorridorTwin.Simulation.Trace;

/// <summary>What one stage of the network says when a truck joins, begins and ends it.</summary>
internal sealed class RowWords
{
    public RowWords(CorridorNetwork corridor, int row, bool joint)
    {
        ref StageRow stage = ref corridor.Network.Rows[row];
        StageMeaning? meaning = corridor.Stages[row];
        Procedure = stage.Procedure;
        Joint = joint;
        Works = stage.Kind == RowKind.Serve || (stage.Kind == RowKind.Delay && stage.Part == TimePart.Service);
        bool approach = stage.Station >= 0 && corridor.Stations[stage.Station].Lane == SideCompiler.ApproachName;
        Stage = stage.Kind == RowKind.Await ? null : approach ? SideCompiler.ApproachName : meaning == null ? corridor.Network.StageNames[row].ToLowerInvariant() : StageName(meaning.Kind);
        Agency = meaning?.Agency;
        Arrives = stage.StampOnStart == 1;
        Releases = stage.StampOnArrival == 7;
        Pays = stage.StampOnEnd == 6;
        (Start, End) = stage.StampOnStart == 4 ? (BorderEventTypes.InspectionStart, BorderEventTypes.InspectionEnd)
            : meaning?.Kind == StageKind.Migration ? (BorderEventTypes.MigrationStart, BorderEventTypes.MigrationEnd)
            : meaning?.Kind == StageKind.Laboratory ? (BorderEventTypes.SampleTaken, BorderEventTypes.LabResult)
            : (BorderEventTypes.StageStart, BorderEventTypes.StageEnd);
        Extras = joint ? new EventExtras { Joint = true } : EventExtras.None;
    }

    public int Procedure { get; }

    /// <summary>Name of the stage in events.</summary>
    public string? Stage { get; }

    public Agency? Agency { get; }

    /// <summary>Side task of a joint inspection.</summary>
    public bool Joint { get; }

    /// <summary>Somebody or something works on the truck here.</summary>
    public bool Works { get; }

    /// <summary>Its start is the arrival at the first gate.</summary>
    public bool Arrives { get; }

    /// <summary>Joining it means that the goods are released.</summary>
    public bool Releases { get; }

    /// <summary>Its end is the payment.</summary>
    public bool Pays { get; }

    /// <summary>Event types of its start and end.</summary>
    public string Start { get; }

    /// <inheritdoc cref="Start"/>
    public string End { get; }

    /// <summary>Extras of its events.</summary>
    public EventExtras Extras { get; }

    public EventOutcome? StartOutcome => Start == BorderEventTypes.SampleTaken ? EventOutcome.Sample : null;

    public EventOutcome? EndOutcome => End is BorderEventTypes.InspectionEnd or BorderEventTypes.LabResult ? EventOutcome.Ok : null;

    private static string StageName(StageKind kind) => kind == StageKind.SpsInspection ? "sps-inspection" : kind.ToString().ToLowerInvariant();
}
