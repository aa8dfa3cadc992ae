using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Studies;

/// <summary>Names of the stages whose service a study may time, as files spell them.</summary>
public static class StageColumns
{
    /// <summary>All stages, in the order in which trucks meet them.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<StageKind>().Select(k => Names.Key(k))];

    /// <summary>The column of a stage's start: <c>sps_inspection_start</c>.</summary>
    public static string Start(string stage) => stage.Replace('-', '_') + "_start";

    /// <summary>The column of a stage's end.</summary>
    public static string End(string stage) => stage.Replace('-', '_') + "_end";

    /// <summary>The column of an agency's examination, start or end: <c>inspection_sps_start</c>.</summary>
    public static string Inspection(Agency agency, bool start) => $"inspection_{Names.Key(agency)}_{(start ? "start" : "end")}";
}
