using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Measures;

/// <summary>Electronic traveller declaration and advance data of passenger vehicles (ECFCC-2023 P5-M1).</summary>
/// <remarks>
/// Touches <c>Background</c>: the time buses and cars take of officers they share with trucks. Trucks gain only what those officers gain. The one figure found,
/// half the passenger time at Paso Canoas, is a design claim (T1.29). Two of six countries had the declaration in 2023, the annex does not say which (S14): none is taken as in force.
/// </remarks>
public sealed class TravellerDeclaration : SideMeasure
{
    /// <inheritdoc/>
    public override Bilingual Title { get; } = new("Declaración anticipada del viajero", "Advance traveller declaration");

    /// <inheritdoc/>
    public override Bilingual Summary { get; } = new(
        "Los viajeros y sus vehículos envían su declaración electrónica antes de llegar a la frontera.",
        "Travellers and their vehicles send an electronic declaration before they reach the border.");

    /// <inheritdoc/>
    public override Bilingual Mechanism { get; } = new(
        "Buses y autos ocupan menos tiempo a los funcionarios que comparten con los camiones.", "Buses and cars take less time of the officers they share with trucks.");

    /// <inheritdoc/>
    public override StrategyReference Strategy { get; } = new(5, 1, new(
        "Implementar controles ágiles y efectivos para la movilidad de personas", "Implement agile and effective controls for the mobility of people"));

    /// <inheritdoc/>
    public override IReadOnlyList<MeasureParameter> Parameters { get; } =
    [
        new()
        {
            Key = "travellers-declaring", Kind = ParameterKind.Share, Unit = "%", Default = new ParameterValue.Number(0.40), Low = 0.20, High = 0.80,
            Grade = EvidenceGrade.Assumption, Sources = ["A.traveller-share", "S14"],
            Description = new("Parte de los viajeros que declara antes de llegar", "Share of travellers that declare before they arrive"),
        },
        new()
        {
            Key = "time-cut", Kind = ParameterKind.Share, Unit = "%", Default = new ParameterValue.Number(0.25), Low = 0.20, High = 0.50, Maximum = 0.95,
            Grade = EvidenceGrade.ExAnteClaim, Sources = ["A.traveller-time", "T1.29"],
            Description = new("Reducción del tiempo de control de quien declaró", "Cut in the control time of those who declared"),
        },
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Touches { get; } = ["Background"];

    private protected override SideProcedure Change(SideChange change)
    {
        double factor = change.FactorOfSide(change.Number("travellers-declaring") * change.Number("time-cut"));
        if (factor == 1 || change.Side.Background.Count == 0) return change.Side;
        return change.Side with
        {
            Background = [.. change.Side.Background.Select(load => load with { Service = load.Service.ToDictionary(s => s.Key, s => s.Value.Scale(factor)) })],
        };
    }
}
