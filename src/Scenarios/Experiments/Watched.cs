namespace CorridorTwin.Scenarios.Experiments;

/// <summary>A result whose interval decides when there are enough replications.</summary>
/// <param name="Name">What it is, with its article, as it stands in the middle of a sentence.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Values">One value per replication; for a comparison, the paired differences.</param>
public sealed record Watched(Bilingual Name, string Unit, IReadOnlyList<double> Values);
