using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Measures;

/// <summary>Reads and writes <see cref="SideProcedure.InForce"/>: a measure by its name for all operations, or by <c>Name.Operation</c> for one.</summary>
/// <remarks>
/// Applying a measure records it here too. So a scenario may name the same measure twice (half strength everywhere, full strength
/// at one post) without doubling its effect, and later measures see what earlier ones prepared.
/// </remarks>
public static class InForceLevels
{
    /// <summary>Strength already in force for the side as a whole, 0 to 1.</summary>
    public static double Of(SideProcedure side, string measure) => side.InForce.GetValueOrDefault(measure);

    /// <summary>Strength already in force for one operation, 0 to 1.</summary>
    public static double Of(SideProcedure side, string measure, Operation operation) =>
        Math.Max(Of(side, measure), side.InForce.GetValueOrDefault(Key(measure, operation)));

    /// <summary>True if it is in force at any strength, for any operation.</summary>
    public static bool Anywhere(SideProcedure side, string measure) => Strongest(side, measure) > 0;

    /// <summary>True if it is in force at half strength or more, for any operation: what builds on it can.</summary>
    public static bool Stands(SideProcedure side, string measure) => Strongest(side, measure) >= 0.5;

    /// <summary>The side with the strength recorded: never lowered, and the same object if nothing rises.</summary>
    /// <param name="operations">Null for the side as a whole.</param>
    public static SideProcedure Record(SideProcedure side, string measure, IReadOnlyList<Operation>? operations, double strength)
    {
        IEnumerable<string> keys = operations is null ? [measure] : operations.Select(o => Key(measure, o));
        string[] rising = [.. keys.Where(k => side.InForce.GetValueOrDefault(k) < strength)];
        if (rising.Length == 0) return side;
        var levels = new Dictionary<string, double>(side.InForce);
        foreach (string key in rising) levels[key] = strength;
        return side with { InForce = levels };
    }

    /// <summary>How far to move from the present value towards the full effect, so that strength <paramref name="wanted"/> stands in the end although <paramref name="present"/> did before.</summary>
    public static double Remainder(double wanted, double present) => wanted <= present ? 0 : (wanted - present) / (1 - present);

    /// <summary>Names a baseline may hold as in force: each measure, also for a single operation.</summary>
    public static IEnumerable<string> Names(IEnumerable<IMeasure> catalogue) => catalogue.SelectMany(m => m.Operations.Select(o => Key(m.Name, o)).Prepend(m.Name));

    private static double Strongest(SideProcedure side, string measure) =>
        side.InForce.Where(f => f.Key == measure || f.Key.StartsWith(measure + ".", StringComparison.Ordinal)).Select(f => f.Value).DefaultIfEmpty(0).Max();

    private static string Key(string measure, Operation operation) => $"{measure}.{operation}";
}
