using CorridorTwin.Scenarios.Studies;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Calibration.Posts;

/// <summary>At what hours of the week the corridor brings trucks from further away to a post.</summary>
internal static class ThroughTraffic
{
    private const int Replications = 4;

    /// <summary>Relative arrivals by direction in each of the 168 hours of the simulated clock, mean 1: weight of the hour of the day times weight of the day. A direction without through trucks is absent.</summary>
    /// <param name="model">The whole corridor.</param>
    /// <param name="post">Id of the post.</param>
    /// <param name="options">Length, warm-up, seed and threads.</param>
    /// <param name="cancellation">Ends it.</param>
    public static IReadOnlyDictionary<Direction, double[]> At(CorridorModel model, string post, CalibrationOptions options, CancellationToken cancellation)
    {
        var arrivals = new DateTimeOffset[Replications][][];
        Parallel.For(0, Replications, new ParallelOptions { MaxDegreeOfParallelism = options.Threads > 0 ? options.Threads : Environment.ProcessorCount, CancellationToken = cancellation }, r =>
        {
            Study whole = Survey.Of(model, new SurveyDesign { Seed = options.Seed, Replication = r, WarmUpDays = options.WarmUpDays, Days = options.Days, PerStratum = null, Posts = [post] }, cancellation);
            arrivals[r] = [.. Enum.GetValues<Direction>().Select(d => whole.Rows.Where(t => t.Direction == d && t.Role == SideRole.Exit && t.Operation == Operation.Transit).Select(t => t.Stamps[0]).OfType<DateTimeOffset>().ToArray())];
        });
        return Enum.GetValues<Direction>().Select((d, i) => (Direction: d, Times: arrivals.SelectMany(a => a[i]).ToArray())).Where(a => a.Times.Length > 0).ToDictionary(a => a.Direction, a => Weights(a.Times));
    }

    private static double[] Weights(DateTimeOffset[] times)
    {
        var hours = new double[24];
        var days = new double[7];
        foreach (DateTimeOffset time in times)
        {
            DateTimeOffset at = time.ToOffset(TimeSpan.FromHours(-6));
            hours[at.Hour] += 24.0 / times.Length;
            days[((int)at.DayOfWeek + 6) % 7] += 7.0 / times.Length;
        }
        return [.. Enumerable.Range(0, 168).Select(h => hours[h % 24] * days[h / 24])];
    }
}
