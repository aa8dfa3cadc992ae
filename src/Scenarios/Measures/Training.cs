using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Measures;

/// <summary>Training of officials and of private users (ECFCC-2023 axis 3 and P2-M4).</summary>
/// <remarks>
/// Touches <c>Pace</c>, the work all staff of a side get done in an hour, and <c>Declaration.RejectedShare</c>. Hours in the classroom are hours away from the desk, and are taken off
/// the gain. No source gives a figure; the default is small because experience, not courses, makes most of the pace.
/// </remarks>
public sealed class Training : SideMeasure
{
    /// <inheritdoc/>
    public override Bilingual Title { get; } = new("Capacitación", "Training");

    /// <inheritdoc/>
    public override Bilingual Summary { get; } = new(
        "Profesionalización de los funcionarios de la frontera y capacitación de agentes aduaneros y transportistas.", "Professionalisation of border officials and training of brokers and carriers.");

    /// <inheritdoc/>
    public override Bilingual Mechanism { get; } = new(
        "Los funcionarios atienden algo más rápido, menos las horas que pasan en cursos, y se rechazan menos declaraciones por errores.",
        "Officers work somewhat faster, less the hours they spend in courses, and fewer declarations are rejected for errors.");

    /// <inheritdoc/>
    public override StrategyReference Strategy { get; } = new(2, 4, new(
        "Fortalecer las capacidades del sector privado; eje 3, profesionalización de los funcionarios", "Strengthen the capacities of the private sector; axis 3, professionalism of officials"));

    /// <inheritdoc/>
    public override IReadOnlyList<MeasureParameter> Parameters { get; } =
    [
        new()
        {
            Key = "faster-work", Kind = ParameterKind.Share, Unit = "%", Default = new ParameterValue.Number(0.03), Low = 0.02, High = 0.10,
            Grade = EvidenceGrade.Assumption, Sources = ["A.training"],
            Description = new("Cuánto más trabajo rinde una hora de personal capacitado", "How much more work an hour of trained staff yields"),
        },
        new()
        {
            Key = "time-in-courses", Kind = ParameterKind.Share, Unit = "%", Default = new ParameterValue.Number(0.01), Low = 0, High = 0.02, Maximum = 0.5, LowerIsWeaker = false,
            Grade = EvidenceGrade.Assumption, Sources = ["A.training"],
            Description = new("Parte de las horas de personal que se va en cursos", "Share of staff-hours that goes into courses"),
        },
        new()
        {
            Key = "rejected-cut", Kind = ParameterKind.Share, Unit = "%", Default = new ParameterValue.Number(0.10), Low = 0.05, High = 0.30,
            Grade = EvidenceGrade.Assumption, Sources = ["A.training", "M2.10"],
            Description = new("Reducción de la proporción de declaraciones rechazadas por errores", "Cut in the share of declarations rejected for errors"),
        },
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Touches { get; } = ["Pace", "Declaration.RejectedShare"];

    private protected override SideProcedure Change(SideChange change)
    {
        SideProcedure side = change.Side;
        double pace = side.Pace * change.FactorOfSide(1 - (1 + change.Number("faster-work")) * (1 - change.Number("time-in-courses")));
        double rejected = side.Declaration.RejectedShare * change.FactorOfSide(change.Number("rejected-cut"));
        if (pace != side.Pace) side = side with { Pace = pace };
        return rejected == side.Declaration.RejectedShare ? side : side with { Declaration = side.Declaration with { RejectedShare = rejected } };
    }
}
