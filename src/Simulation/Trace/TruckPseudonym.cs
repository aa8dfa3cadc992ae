using System.Globalization;
using CorridorTwin.Simulation.Draws;

namespace CorridorTwin.Simulation.Trace;

/// <summary>Names of simulated trucks in events: the same truck has the same name in every scenario and replication.</summary>
public static class TruckPseudonym
{
    /// <summary>Name of a truck, from its stream and ordinal.</summary>
    public static string Of(string stream, long ordinal) => Of(Mix.HashName(stream), ordinal);

    /// <summary>One passage of a post: a truck passes a post once on a journey.</summary>
    public static string Trip(string unit, string post) => $"{unit}@{post}";

    internal static string Of(ulong stream, long ordinal) => Of(Mix.Combine(stream, (ulong)ordinal));

    internal static string Of(ulong hash) => string.Create(CultureInfo.InvariantCulture, $"T{hash:x16}");
}
