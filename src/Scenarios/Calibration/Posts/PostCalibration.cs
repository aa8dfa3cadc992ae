using CorridorTwin.Scenarios.Calibration.Moments;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Calibration.Posts;

/// <summary>A post calibrated from a study.</summary>
public sealed record PostCalibration
{
    /// <summary>Id of the post.</summary>
    public required string Post { get; init; }

    /// <summary>Which days were fitted to and which held out, for the judgement.</summary>
    public required StudySplit Split { get; init; }

    /// <summary>Every figure the study could speak of. Fitted to all days; the judgement is of a fit to some days only.</summary>
    public required IReadOnlyList<CalibratedFigure> Figures { get; init; }

    /// <summary>How a fit to some days came out on the others.</summary>
    public required IReadOnlyList<HeldOutFit> Judged { get; init; }

    /// <summary>What the reader should know: assumptions made, what cannot be told apart.</summary>
    public required IReadOnlyList<Bilingual> Notes { get; init; }

    /// <summary>What the moments of each side tell of its figures.</summary>
    public required IReadOnlyList<(Direction Direction, SideRole Role, Identifiability Told)> Identifiability { get; init; }

    /// <summary>The corridor with the figures that were set.</summary>
    public required CorridorModel Model { get; init; }

    /// <summary>Rows of the study at this post.</summary>
    public required int Rows { get; init; }

    /// <summary>Candidates that were emulated.</summary>
    public required int Candidates { get; init; }

    /// <summary>False if it was interrupted: the figures are the best so far.</summary>
    public required bool Finished { get; init; }
}
