using CorridorTwin.Scenarios.Calibration.Moments;
using MathNet.Numerics.Distributions;

namespace CorridorTwin.Scenarios.Calibration.Posts;

/// <summary>Where the search of one side ended.</summary>
/// <param name="Staged">The desks were timed.</param>
/// <param name="Figures">The figures that were free.</param>
/// <param name="Values">Their values at the best fit.</param>
/// <param name="Distance">The objective there, beliefs left out.</param>
/// <param name="Moments">Moments it was fitted to.</param>
/// <param name="Alike">Of each number of staff that was profiled, the numbers that fit about as well, the best first, with all figures fitted to each; empty for other figures.</param>
/// <param name="RuledOut">Whether the data speak against the number of staff before, beyond what chance makes in one of a thousand.</param>
/// <param name="Utilisation">Of staff figures, the share of its staffed time that the station works at the best fit; NaN for others.</param>
/// <param name="Told">What the moments can tell of the figures, but for numbers of staff no other fits like; null if there is none.</param>
/// <param name="Deviations">Standard deviation of each figure with those numbers of staff that were profiled held.</param>
internal sealed record SideSearchResult(
    bool Staged, IReadOnlyList<FreeFigure> Figures, double[] Values, double Distance, int Moments, IReadOnlyList<IReadOnlyList<StaffFit>> Alike, IReadOnlyList<bool> RuledOut, IReadOnlyList<double> Utilisation, Identifiability? Told, IReadOnlyList<double> Deviations)
{
    // A line takes about 1 / (c/s (1 - √ρ)²) to settle: with a truck every 11 min 12 days at 0.95, 35 at 0.97, longer than the weeks simulated before.
    private const double Settles = 0.97;

    /// <summary>How often a study of this very model would be as far from it by chance (Hansen 1982); NaN if it was interrupted before; small where the model does not match the side.</summary>
    public double Chance => double.IsFinite(Distance) ? 1 - ChiSquared.CDF(Freedom, Distance) : double.NaN;

    /// <summary>The distance over its degrees of freedom, and its chance.</summary>
    public string Fit => FormattableString.Invariant($"J {Distance:0.0} / {Freedom}, p {Chance:0.00}");

    private int Freedom => Math.Max(1, Moments - Figures.Count);

    /// <summary>Nobody timed the desks, and the line before a station takes longer to settle than is simulated before: its length tells what was before the study, not the staff.</summary>
    public bool Unsettled(int i) => !Staged && Utilisation[i] > Settles;
}

/// <summary>The best fit with one number of staff held.</summary>
/// <param name="Number">The number.</param>
/// <param name="Values">All figures.</param>
/// <param name="Cost">The objective with beliefs; of those that fit alike, how much less likely than the best, as -2 ln of the ratio.</param>
internal readonly record struct StaffFit(double Number, double[] Values, double Cost);
