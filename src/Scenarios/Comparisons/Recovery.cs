using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Statistics;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Comparisons;

/// <summary>How long a post takes to be itself again after a disturbance.</summary>
/// <param name="Post">Number of the post hit.</param>
/// <param name="Kinds">What hit it.</param>
/// <param name="FromHour">When it began, hours after the start of the measured period.</param>
/// <param name="ToHour">When it was over, as declared: a side that works again sooner is ahead of this.</param>
/// <param name="Hours">Hours from its end until recovery, over the replications.</param>
/// <param name="Values">The same in each replication; where a post had not recovered, the hours that could be watched.</param>
/// <param name="Unfinished">Replications in which it had not recovered: the mean is then a lower bound.</param>
/// <param name="Peak">Trucks more than undisturbed at the worst hour, over the replications.</param>
public sealed record Recovery(int Post, IReadOnlyList<DisruptionKind> Kinds, double FromHour, double ToHour, Interval Hours, IReadOnlyList<double> Values, int Unfinished, Interval Peak)
{
    /// <summary>Hours in a row for which the post must be itself again.</summary>
    public const int Steady = 6;

    /// <summary>Trucks more than undisturbed that count as none, where they are more than <see cref="ToleratedShare"/>.</summary>
    public const int ToleratedTrucks = 3;

    /// <summary>Share of the undisturbed mean that counts as none.</summary>
    public const double ToleratedShare = 0.05;

    // Disturbances less than a day apart are one: what comes between them is no recovery.
    private const double Apart = 24;

    /// <summary>The definition, for readers.</summary>
    public static Bilingual Definition { get; } = new(
        $"Recuperación: horas desde el fin declarado de la perturbación hasta que los camiones presentes en el puesto dejan de exceder los de la misma réplica sin perturbación (en más de {ToleratedTrucks} camiones o {100 * ToleratedShare:0} % de su media) durante {Steady} horas seguidas.",
        $"Recovery: hours from the declared end of the disturbance until the trucks at the post no longer exceed those of the same replication undisturbed (by more than {ToleratedTrucks} trucks or {100 * ToleratedShare:0} % of their mean) for {Steady} hours in a row.");

    /// <summary>The recoveries of a disturbed corridor, post by post in the order of time.</summary>
    /// <param name="model">The disturbed corridor.</param>
    /// <param name="disturbed">Its replications.</param>
    /// <param name="undisturbed">The same replications of <see cref="CorridorModel.Undisturbed"/>, in the same order.</param>
    public static IReadOnlyList<Recovery> Of(CorridorModel model, IReadOnlyList<ReplicationSummary> disturbed, IReadOnlyList<ReplicationSummary> undisturbed)
    {
        if (disturbed.Count == 0 || disturbed[0].Presence.Count == 0) return [];
        int hours = disturbed[0].Presence[0].Count;
        var found = new List<Recovery>();
        for (int p = 0; p < model.Posts.Count; p++)
        {
            IReadOnlyList<Episode> episodes = Episodes(model, model.Posts[p].Id, hours);
            for (int e = 0; e < episodes.Count; e++)
            {
                int until = e + 1 < episodes.Count ? (int)episodes[e + 1].From : hours;
                (double Hours, bool Recovered, double Peak)[] each = [.. disturbed.Zip(undisturbed, (with, without) => One(episodes[e], with.Presence[p], without.Presence[p], until))];
                found.Add(new Recovery(p, episodes[e].Kinds, episodes[e].From, episodes[e].To, Interval.Of([.. each.Select(x => x.Hours)]), [.. each.Select(x => x.Hours)], each.Count(x => !x.Recovered), Interval.Of([.. each.Select(x => x.Peak)])));
            }
        }
        return found;
    }

    private static (double Hours, bool Recovered, double Peak) One(Episode episode, IReadOnlyList<int> with, IReadOnlyList<int> without, int until)
    {
        double tolerated = Math.Max(ToleratedTrucks, ToleratedShare * without.Average());
        int end = (int)Math.Ceiling(episode.To), steady = 0;
        double peak = Enumerable.Range((int)episode.From, Math.Max(0, until - (int)episode.From)).Select(h => (double)with[h] - without[h]).DefaultIfEmpty(0).Max();
        for (int h = end; h < until; h++)
        {
            steady = with[h] - without[h] <= tolerated ? steady + 1 : 0;
            if (steady == Steady) return (h - Steady + 1 - episode.To, true, peak);
        }
        return (Math.Max(0, until - episode.To), false, peak);
    }

    /// <summary>What hits a post, less than a day apart taken together. Relief that comes to help is no disturbance.</summary>
    private static List<Episode> Episodes(CorridorModel model, string post, int hours)
    {
        var episodes = new List<Episode>();
        foreach (Disruption d in model.Disruptions.Where(d => (d.Post is null || d.Post == post) && d.Cargo is null && d.Hours > 0).OrderBy(d => d.StartDay))
        {
            (double from, double to) = (24 * d.StartDay, 24 * d.StartDay + d.Hours);
            if (from < 0 || from >= hours) continue;
            if (episodes.Count > 0 && from <= episodes[^1].To + Apart)
                episodes[^1] = episodes[^1] with { To = Math.Max(episodes[^1].To, to), Kinds = [.. episodes[^1].Kinds.Append(d.Kind).Distinct()] };
            else
                episodes.Add(new Episode(from, to, [d.Kind]));
        }
        return episodes;
    }

    private sealed record Episode(double From, double To, IReadOnlyList<DisruptionKind> Kinds);
}
