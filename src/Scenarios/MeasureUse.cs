using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Measures;

namespace CorridorTwin.Scenarios;

/// <summary>One line of a scenario's measures.</summary>
/// <param name="Application">Which measure, where, how strongly, with which parameters.</param>
/// <param name="Mark">Where it stands; for an inherited one, in the file that says it.</param>
public sealed record MeasureUse(MeasureApplication Application, Mark Mark);
