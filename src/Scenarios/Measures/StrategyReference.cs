namespace CorridorTwin.Scenarios.Measures;

/// <summary>Place of a measure in the strategy ECFCC-2023.</summary>
/// <param name="Pillar">Pillar, 1 to 5.</param>
/// <param name="Measure">Number of the measure within the pillar.</param>
/// <param name="Heading">The strategy's own heading, shortened.</param>
public sealed record StrategyReference(int Pillar, int Measure, Bilingual Heading)
{
    /// <summary>Short form, such as <c>ECFCC-2023 P1-M2</c>.</summary>
    public override string ToString() => $"ECFCC-2023 P{Pillar}-M{Measure}";
}
