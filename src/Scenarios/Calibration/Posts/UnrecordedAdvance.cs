using CorridorTwin.Scenarios.Calibration.Laws;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Scenarios.Studies;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Draws;
using MathNet.Numerics.Statistics;

namespace CorridorTwin.Scenarios.Calibration.Posts;

/// <summary>
/// Timed desks that serve a truck faster when it declared in advance, where the study does not say which trucks did (on exit sides nothing is stamped when they lodge). The
/// mean of all tells one number: both times are moved by one factor, at the baseline's share in advance.
/// </summary>
/// <param name="Direction">The side.</param>
/// <param name="Role">The side.</param>
/// <param name="Stage">The stage.</param>
/// <param name="Operation">The operation.</param>
/// <param name="Factor">What both times are multiplied by; 1 where there are too few.</param>
/// <param name="Figures">Both figures.</param>
internal sealed record UnrecordedAdvance(Direction Direction, SideRole Role, StageKind Stage, Operation Operation, double Factor, IReadOnlyList<CalibratedFigure> Figures)
{
    /// <summary>All of a post.</summary>
    public static IEnumerable<UnrecordedAdvance> Of(BorderPost post, IReadOnlyList<StudyRow> rows, int rounding)
    {
        foreach (SideProcedure side in post.Sides)
        {
            foreach (Stage stage in side.Stages)
            {
                foreach (Operation operation in stage.ServiceInAdvance.Keys.Where(o => StageSample.Differs(side, stage, o)))
                {
                    StudyRow[] performed = [.. rows.Where(r => r.Direction == side.Direction && r.Role == side.Role && r.Operation == operation)];
                    if (performed.Any(r => StageSample.Advance(r) is not null)) continue;
                    double[] minutes = [.. performed.Select(r => StageSample.Time(side, stage, r, rounding)).OfType<ObservedTime>().Select(t => t.Middle)];
                    if (minutes.Length > 0) yield return Of(post.Id, side, stage, operation, minutes);
                }
            }
        }
    }

    private static UnrecordedAdvance Of(string post, SideProcedure side, Stage stage, Operation operation, double[] minutes)
    {
        double share = side.Declaration.AdvanceShare[operation], usual = DistributionText.Minutes(stage.Service[operation]), faster = DistributionText.Minutes(stage.ServiceInAdvance[operation]);
        double mixed = (1 - share) * usual + share * faster, found = minutes.Mean() / mixed, half = 1.96 * minutes.StandardDeviation() / Math.Sqrt(minutes.Length) / mixed;
        bool enough = minutes.Length >= StageLawFits.Fewest;
        Bilingual fit = enough
            ? new(FormattableString.Invariant($"media de {minutes.Mean():0.0} min de todos; el estudio no dice quién declaró antes: ambos tiempos × {found:0.00}, con {100 * share:0} % por anticipado"),
                FormattableString.Invariant($"mean of all {minutes.Mean():0.0} min; the study does not say who declared in advance: both times × {found:0.00}, at {100 * share:0} % in advance"))
            : StageLawFits.TooFewTimes;
        CalibratedFigure Figure(bool advance)
        {
            Distribution law = (advance ? stage.ServiceInAdvance : stage.Service)[operation];
            double old = DistributionText.Minutes(law);
            return new CalibratedFigure
            {
                Path = $"{SideFigures.At(side, post)}stages.{Names.Key(stage.Kind)}.{(advance ? "service-in-advance" : "service")}.{Names.Key(operation)}",
                Before = StageLawFits.Words(law), After = StageLawFits.Words(enough ? law.Scale(found) : law), Old = old, Estimate = old * found, Low = enough ? old * (found - half) : double.NaN, High = enough ? old * (found + half) : double.NaN,
                Unit = "min", Count = minutes.Length, Finding = enough ? Finding.Measured : Finding.TooFew, Fit = fit,
            };
        }
        return new UnrecordedAdvance(side.Direction, side.Role, stage.Kind, operation, enough ? found : 1, [Figure(false), Figure(true)]);
    }

    /// <summary>The side with both times moved.</summary>
    public SideProcedure On(SideProcedure side) => side.EditStage(Stage, s => s.ScaleTimes(Operation, Factor));
}
