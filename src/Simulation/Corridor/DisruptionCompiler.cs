using CorridorTwin.Simulation.Calendars;
using CorridorTwin.Simulation.Draws;
using CorridorTwin.Simulation.Network;
using CorridorTwin.Simulation.Time;

namespace CorridorTwin.Simulation.Corridor;

/// <summary>Compiles what goes wrong: random system outages of the baseline, and a scenario's closures, strikes and outages.</summary>
internal static class DisruptionCompiler
{
    private static readonly Agency[] Computerised = [Agency.Customs, Agency.Migration];

    /// <summary>Outages slow the customs and migration stations of a post.</summary>
    public static void Compile(CorridorCompiler corridor, IEnumerable<SideCompiler> sides)
    {
        foreach (IGrouping<string, SideCompiler> post in sides.GroupBy(s => s.Post.Id))
        {
            StationBuilder[] hit = [.. post.SelectMany(s => s.Side.Stations.Where(x => Computerised.Contains(x.Agency)).Select(x => s.Stations[x.Name]))];
            if (post.First().Post.Outage is { PerWeek: > 0 } outage)
                corridor.Network.Disturbance($"{post.Key}/outage").Slows(outage.SlowdownFactor, hit).AtRandom(Distribution.Exponential(TimeSpan.FromDays(7 / outage.PerWeek)), outage.Length);
            int n = 0;
            foreach (Disruption d in Of(corridor, post.Key, DisruptionKind.Outage))
                corridor.Network.Disturbance($"{post.Key}/outage-{++n}").Slows(d.Intensity, hit).At(Window(corridor, d));
        }
    }

    /// <summary>A station's calendar under the closures and strikes of its post.</summary>
    public static CapacityCalendar Apply(CorridorCompiler corridor, string post, CapacityCalendar calendar)
    {
        foreach (Disruption d in Of(corridor, post, DisruptionKind.Closure).Concat(Of(corridor, post, DisruptionKind.Strike)))
        {
            (SimTime from, SimTime to) = Window(corridor, d);
            CapacityCalendar before = calendar;
            for (long t = from.Milliseconds; t < to.Milliseconds;)
            {
                long next = Math.Min(to.Milliseconds, before.NextChange(t));
                int level = (int)Math.Round(before.LevelAt(t) * (1 - d.Intensity), MidpointRounding.ToNegativeInfinity);
                calendar = calendar.WithException(new SimTime(t), new SimTime(next), level);
                t = next;
            }
        }
        return calendar;
    }

    private static IEnumerable<Disruption> Of(CorridorCompiler corridor, string post, DisruptionKind kind) =>
        corridor.Corridor.Disruptions.Where(d => d.Kind == kind && (d.Post == null || d.Post == post));

    private static (SimTime, SimTime) Window(CorridorCompiler corridor, Disruption d)
    {
        SimTime from = new SimTime(corridor.WarmUp.Milliseconds) + SimDuration.FromDays(d.StartDay);
        return (from, from + SimDuration.FromHours(d.Hours));
    }
}
