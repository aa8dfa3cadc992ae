using CorridorTwin.Scenarios.Calibration.Moments;

namespace CorridorTwin.Scenarios.Calibration.Posts;

/// <summary>Where the search of one side ended.</summary>
/// <param name="Figures">The figures that were free.</param>
/// <param name="Values">Their values at the best fit.</param>
/// <param name="Distance">The objective there, beliefs left out.</param>
/// <param name="Moments">Moments it was fitted to.</param>
/// <param name="Ranges">Of whole figures, the values that the data do not speak against.</param>
/// <param name="Utilisation">Of staff figures, the share of its staffed time that the station works at the best fit; NaN for others.</param>
/// <param name="Told">What the moments can tell of the figures; null if there is none.</param>
internal sealed record SideSearchResult(
    IReadOnlyList<FreeFigure> Figures, double[] Values, double Distance, int Moments, IReadOnlyList<StaffRange> Ranges, IReadOnlyList<double> Utilisation, Identifiability? Told);

/// <summary>Whole values that the data do not speak against.</summary>
/// <param name="Low">Least.</param>
/// <param name="High">Greatest.</param>
internal readonly record struct StaffRange(double Low, double High);
