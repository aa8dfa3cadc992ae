using System.Runtime.CompilerServices;

namespace CorridorTwin.Simulation.Draws;

/// <summary>Checks of distribution parameters, with messages fit to show a planner.</summary>
internal static class Check
{
    internal static double Positive(double value, string what, [CallerArgumentExpression(nameof(value))] string name = "") =>
        double.IsFinite(value) && value > 0.0
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"The {what} must be a finite number above 0.");

    internal static double NotNegative(double value, string what, [CallerArgumentExpression(nameof(value))] string name = "") =>
        double.IsFinite(value) && value >= 0.0
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"The {what} must be a finite number, 0 or more.");

    internal static double AtLeast(
        double floor, double value, string what, string floorWhat, [CallerArgumentExpression(nameof(value))] string name = "") =>
        double.IsFinite(value) && value >= floor
            ? value
            : throw new ArgumentOutOfRangeException(
                name, value, FormattableString.Invariant($"The {what} must be a finite number, at least the {floorWhat} of {floor}."));

    internal static void NotEmpty(int count, string what, string name)
    {
        if (count == 0)
        {
            throw new ArgumentOutOfRangeException(name, count, $"At least one {what} is needed.");
        }
    }

    internal static void SameCount(int values, int weights, string name)
    {
        if (values != weights)
        {
            throw new ArgumentOutOfRangeException(name, weights, $"There must be one weight for each of the {values} values.");
        }
    }

    internal static void Weights(IEnumerable<double> weights, string name)
    {
        double total = 0.0;
        foreach (double weight in weights)
        {
            total += NotNegative(weight, "weight", name);
        }

        Positive(total, "sum of the weights", name);
    }
}
