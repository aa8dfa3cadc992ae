using CorridorTwin.Simulation.Draws;

namespace CorridorTwin.Scenarios.Sensitivity;

/// <summary>Inputs that a screening moves together; a single one is a group of its own.</summary>
/// <param name="Kind">What they have in common.</param>
/// <param name="Members">The inputs.</param>
internal sealed record InputGroup(InputKind Kind, IReadOnlyList<UncertainInput> Members)
{
    private static readonly ulong Purpose = Mix.HashName("sensitivity-orientation");

    /// <summary>The members' values where the group stands at a place of its range.</summary>
    /// <remarks>
    /// On the first path and every second one after it all members rise together, which shows most where they pull the same way; on the
    /// others each rises or falls by a draw of its own, so that members that pull against each other cannot hide one another for good.
    /// </remarks>
    /// <param name="position">0 the low end, 1 the high end.</param>
    /// <param name="path">Number of the path.</param>
    /// <param name="options">Reach and seed.</param>
    public IEnumerable<(UncertainInput Input, double Value)> At(double position, int path, SensitivityOptions options) =>
        Members.Select(m => (m, m.Toward(Members.Count > 1 && path % 2 == 1 && Falls(m, path, options.Seed) ? 1 - position : position, options.Reach)));

    private static bool Falls(UncertainInput input, int path, ulong seed) =>
        new KeyedStream(Mix.Combine(Mix.Combine(Mix.Combine(seed, Purpose), Mix.HashName(input.Id)), (ulong)path)).NextUniform() < 0.5;
}
