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
            if (post.First().Post.Outage is { PerWeek: > 0 } outage)
                Hit($"{post.Key}/outage", outage.SlowdownFactor).AtRandom(Distribution.Exponential(TimeSpan.FromDays(7 / outage.PerWeek)), outage.Length);
            int n = 0;
            foreach (Disruption d in Of(corridor, post.Key, DisruptionKind.Outage))
                Hit($"{post.Key}/outage-{++n}", d.Intensity).At(Window(corridor, d));

            DisturbanceBuilder Hit(string name, double slowdown)
            {
                DisturbanceBuilder disturbance = corridor.Network.Disturbance(name);
                foreach (SideCompiler s in post)
                {
                    double factor = s.Side.Contingency is { } plan ? 1 + (slowdown - 1) * (1 - plan.FallbackRelief) : slowdown;
                    disturbance.Slows(factor, [.. s.Side.Stations.Where(x => Computerised.Contains(x.Agency)).Select(x => s.Stations[x.Name])]);
                }
                return disturbance;
            }
        }
    }

    /// <summary>A station's calendar under the closures and strikes of its post.</summary>
    /// <param name="post">Its post.</param>
    /// <param name="calendar">Its calendar without them.</param>
    /// <param name="utcOffsetHours">The side's offset: a strike thins the staff of each local day by itself.</param>
    /// <param name="plan">What the side has agreed on: it replaces part of the absent and works again before the closure ends.</param>
    public static CapacityCalendar Apply(CorridorCompiler corridor, string post, double utcOffsetHours, CapacityCalendar calendar, ContingencyPlan? plan)
    {
        foreach (Disruption d in Of(corridor, post, DisruptionKind.Strike))
            calendar = Strike(calendar, Window(corridor, d), utcOffsetHours, 1 - d.Intensity * (1 - (plan?.StrikeCover ?? 0)));
        foreach (Disruption d in Of(corridor, post, DisruptionKind.Closure))
            if (Window(corridor, plan is null ? d : d with { Hours = d.Hours * (1 - plan.ClosureCut) }) is var (from, to) && to > from) calendar = calendar.WithClosure(from, to);
        return calendar;
    }

    /// <summary>From when to when, on the simulated clock.</summary>
    public static (SimTime From, SimTime To) Window(CorridorCompiler corridor, Disruption d)
    {
        SimTime from = new SimTime(corridor.WarmUp.Milliseconds) + SimDuration.FromDays(d.StartDay);
        return (from, from + SimDuration.FromHours(d.Hours));
    }

    private static CapacityCalendar Strike(CapacityCalendar usual, (SimTime From, SimTime To) window, double utcOffsetHours, double present)
    {
        const long day = SimDuration.MillisecondsPerDay;
        long ahead = (long)Math.Round((utcOffsetHours + 6) * 60) * SimDuration.MillisecondsPerMinute;
        CapacityCalendar calendar = usual;
        for (long t = window.From.Milliseconds; t < window.To.Milliseconds;)
        {
            long midnight = ((t + ahead) / day + 1) * day - ahead;
            long next = Math.Min(window.To.Milliseconds, Math.Min(midnight, usual.NextChange(t)));
            calendar = PartialStaff.Keep(calendar, t, next, usual.LevelAt(t), present);
            t = next;
        }
        return calendar;
    }

    private static IEnumerable<Disruption> Of(CorridorCompiler corridor, string post, DisruptionKind kind) =>
        corridor.Corridor.Disruptions.Where(d => d.Kind == kind && (d.Post == null || d.Post == post));
}
