using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Measures;

/// <summary>Contingency protocols for system failures, closures, strikes and disasters (ECFCC-2023 P3-M4).</summary>
/// <remarks>
/// Touches <c>Contingency</c> and <c>Priority</c>. It changes how a disturbance hits and nothing else: work by hand is less slow, a side works again before a closure is over
/// everywhere, part of an absent shift is replaced, relief cargo goes first. Where no disturbance comes it changes no bit. The baseline's own system failures, one a
/// week at each post (E.outage), are disturbances too. No protocol's effect was ever measured here (P6.11 has lengths of disturbances only).
/// </remarks>
public sealed class ContingencyProtocols : SideMeasure
{
    /// <inheritdoc/>
    public override Bilingual Title { get; } = new("Protocolos de contingencia", "Contingency protocols");

    /// <inheritdoc/>
    public override Bilingual Summary { get; } = new(
        "Planes acordados para fallas de los sistemas, cierres, huelgas y desastres, con prioridad para la ayuda humanitaria.",
        "Agreed plans for system failures, closures, strikes and disasters, with priority for relief shipments.");

    /// <inheritdoc/>
    public override Bilingual Mechanism { get; } = new(
        "Las perturbaciones golpean menos: el trabajo a mano es menos lento, se reabre antes, se cubre parte de las ausencias y la ayuda pasa primero.",
        "Disturbances hit less: work by hand is less slow, the side reopens sooner, part of the absent is replaced, and relief goes first.");

    /// <inheritdoc/>
    public override StrategyReference Strategy { get; } = new(3, 4, new(
        "Revisión de protocolos para desastres naturales y emergencias en materia aduanera", "Review of protocols for natural disasters and emergencies in customs matters"));

    /// <inheritdoc/>
    public override IReadOnlyList<MeasureParameter> Parameters { get; } =
    [
        new()
        {
            Key = "fallback-relief", Kind = ParameterKind.Share, Unit = "%", Default = new ParameterValue.Number(0.30), Low = 0.20, High = 0.60,
            Grade = EvidenceGrade.Assumption, Sources = ["A.contingency", "A.outage-slowdown", "T1.35"],
            Description = new("Parte del atraso del trabajo a mano que se evita cuando cae el sistema", "Share of the slowdown of work by hand that is avoided when the system is down"),
        },
        new()
        {
            Key = "sooner-reopening", Kind = ParameterKind.Share, Unit = "%", Default = new ParameterValue.Number(0.10), Low = 0.05, High = 0.30, Maximum = 0.95,
            Grade = EvidenceGrade.Assumption, Sources = ["A.contingency", "P6.11"],
            Description = new("Parte de la duración de un cierre que se ahorra", "Share of the length of a closure that is saved"),
        },
        new()
        {
            Key = "absent-replaced", Kind = ParameterKind.Share, Unit = "%", Default = new ParameterValue.Number(0.15), Low = 0.10, High = 0.40,
            Grade = EvidenceGrade.Assumption, Sources = ["A.contingency", "P6.11"],
            Description = new("Parte del personal ausente en una huelga que se reemplaza", "Share of the staff absent in a strike that is replaced"),
        },
        new()
        {
            Key = "relief-first", Kind = ParameterKind.Flag, Default = new ParameterValue.Flag(true),
            Grade = EvidenceGrade.Assumption, Sources = ["A.contingency", "S18"],
            Description = new("La ayuda humanitaria se atiende primero", "Relief cargo is served first"),
        },
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Touches { get; } = ["Contingency", "Priority"];

    private protected override SideProcedure Change(SideChange change)
    {
        SideProcedure side = change.Side;
        ContingencyPlan present = side.Contingency ?? new(0, 0, 0);
        var plan = new ContingencyPlan(
            SideChange.Raise(present.FallbackRelief, change.Number("fallback-relief"), change.Step),
            SideChange.Raise(present.ClosureCut, change.Number("sooner-reopening"), change.Step),
            SideChange.Raise(present.StrikeCover, change.Number("absent-replaced"), change.Step));
        if (plan != present) side = side with { Contingency = plan };
        if (change.Flag("relief-first") && change.SwitchesOn && !side.Priority.Contains(CargoClass.Relief)) side = side with { Priority = [CargoClass.Relief, .. side.Priority] };
        if (!ReferenceEquals(side, change.Side) && !IsDisturbed(change))
            change.Note(NoteKind.NothingToChange, "ninguna perturbación alcanza este puesto: el plan vale, pero no cambia nada.", "no disturbance reaches this post: the plan stands but changes nothing.");
        return side;
    }

    private static bool IsDisturbed(SideChange change) => change.Post.Outage is { PerWeek: > 0 } || change.Model.Demand.CargoShares.GetValueOrDefault(CargoClass.Relief) > 0
        || change.Model.Disruptions.Any(d => d.Cargo == CargoClass.Relief || (d.Kind != DisruptionKind.Surge && (d.Post is null || d.Post == change.Post.Id)));
}
