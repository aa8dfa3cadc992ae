using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Calibration;

/// <summary>One target of <c>scenarios/data/references.csv</c>; the columns are explained beside it.</summary>
/// <param name="Line">Line of the file.</param>
/// <param name="Post">Border post id; null for all.</param>
/// <param name="Direction">Null for both, each truck counting once.</param>
/// <param name="Role">Null for the whole crossing.</param>
/// <param name="Kind">Null for all.</param>
/// <param name="Operation">Null where the target is not about one.</param>
/// <param name="Quantity">volume, direction-share, mix-share, M_side, M_crossing or waiting-share.</param>
/// <param name="Unit">trucks/day, % or h.</param>
/// <param name="Value">The target.</param>
/// <param name="Range">Outside it the baseline fails; null for none.</param>
/// <param name="Aim">What calibration aims at; null for none.</param>
/// <param name="Must">Outside it the baseline fails whatever the range says; null for none.</param>
/// <param name="Source">Row of the table of sources.</param>
public sealed record ReferenceRow(
    int Line, string? Post, Direction? Direction, SideRole? Role, TruckKind? Kind, Operation? Operation,
    string Quantity, string Unit, double Value, (double Low, double High)? Range, (double Low, double High)? Aim, (double Low, double High)? Must, string Source);
