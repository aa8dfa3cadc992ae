using System.Globalization;

namespace CorridorTwin.Simulation.Tests.KnownAnswers;

/// <summary>The seed of every stochastic test: 1, or what the environment says, so that nobody can have picked a lucky one.</summary>
internal static class TestSeed
{
    public const string Variable = "CORRIDOR_TEST_SEED";

    public static ulong Value { get; } =
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text ? ulong.Parse(text, CultureInfo.InvariantCulture) : 1;
}
