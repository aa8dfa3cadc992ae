using CorridorTwin.Simulation.Draws;
using CorridorTwin.Simulation.Time;

namespace CorridorTwin.Simulation.Tests.KnownAnswers;

/// <summary>Textbook queues have no unit of time; here it is the hour.</summary>
internal static class Times
{
    public static TimeSpan Hours(double hours) => TimeSpan.FromHours(hours);
    public static SimTime Clock(double hours) => SimTime.FromHours(hours);
    public static SimDuration Span(double hours) => SimDuration.FromHours(hours);
    public static double InHours(double milliseconds) => milliseconds / SimDuration.MillisecondsPerHour;

    /// <summary>Instants in milliseconds from hours, for comparing with a trace.</summary>
    public static long[] Ms(params double[] hours) => [.. hours.Select(h => SimTime.FromHours(h).Milliseconds)];

    public static Distribution Exp(double mean) => Distribution.Exponential(Hours(mean));
    public static Distribution Det(double value) => Distribution.Deterministic(Hours(value));
    public static Distribution Unif(double min, double max) => Distribution.Uniform(Hours(min), Hours(max));
}
