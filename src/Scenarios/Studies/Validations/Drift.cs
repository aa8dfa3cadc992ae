using CorridorTwin.Scenarios.Statistics;
using CorridorTwin.Simulation.Draws;
using MathNet.Numerics.Distributions;

namespace CorridorTwin.Scenarios.Studies.Validations;

/// <summary>
/// Whether the days of a study leave the model as they go by: a baseline that was right when it was calibrated may have ceased to be. Each truck is placed among the simulated ones of its
/// stratum (normal score of its rank), a day is the mean of its trucks, in standard deviations of the same day of simulated weeks with as many trucks, and
/// the days are added up (<see cref="Cusum"/>).
/// </summary>
/// <param name="Post">Border post id.</param>
/// <param name="Days">The days with trucks enough, in order.</param>
/// <param name="Path">Their cumulative sums.</param>
/// <param name="Bound">Where the alarm begins: the usual bound, or what one in twenty simulated studies passes if that is more, since days share their lines.</param>
public sealed record Drift(string Post, IReadOnlyList<DriftDay> Days, Cusum Path, double Bound)
{
    private const int FewestDays = 5, FewestTrucks = 5, FewestWeeks = 5;
    private const double Alike = 0.95;

    /// <summary>Of each post with rows on five days or more; none where hardly any weeks were simulated.</summary>
    internal static IEnumerable<Drift> Of(Study study, SimulatedWeeks simulated)
    {
        if (simulated.Weeks.Count < FewestWeeks) yield break;
        foreach (IGrouping<string, StudyRow> post in study.Rows.GroupBy(r => r.Post))
            if (Of(post.Key, [.. post], study.Measure, simulated) is { } drift) yield return drift;
    }

    private static Drift? Of(string post, IReadOnlyList<StudyRow> rows, ClearanceMeasure measure, SimulatedWeeks simulated)
    {
        Dictionary<StudyStratum, double[]> pools = rows.Select(r => r.Stratum).Distinct().ToDictionary(s => s, s => simulated.Times(r => r.Stratum == s, measure).SelectMany(w => w).Order().ToArray());
        double? Score(StudyRow row) => row.Hours(measure) is { } hours && pools.GetValueOrDefault(row.Stratum) is { Length: > 0 } pool ? NormalScore(pool, hours) : null;
        var days = new List<DriftDay>();
        var usual = new Dictionary<DayOfWeek, (double[] Weeks, double Mean, double Deviation)>();
        foreach (IGrouping<DateOnly, StudyRow> day in rows.Where(r => Score(r) is not null && r.Day is not null).GroupBy(r => r.Day!.Value).OrderBy(g => g.Key))
        {
            if (day.Count() < FewestTrucks) continue;
            if (!usual.TryGetValue(day.Key.DayOfWeek, out (double[] Weeks, double Mean, double Deviation) expected))
            {
                Dictionary<StudyStratum, int> counts = day.GroupBy(r => r.Stratum).ToDictionary(g => g.Key, g => g.Count());
                double[] weeks = [.. simulated.Weeks.Select(w => Drawn(w.Rows.Where(r => r.Post == post && r.Day?.DayOfWeek == day.Key.DayOfWeek), counts).Select(Score).OfType<double>().DefaultIfEmpty(0).Average())];
                (double mean, double variance) = Student.Moments(weeks);
                usual[day.Key.DayOfWeek] = expected = (weeks, mean, Math.Sqrt(variance));
            }
            if (expected.Deviation > 0) days.Add(new DriftDay(day.Key, day.Count(), (day.Average(r => Score(r)!.Value) - expected.Mean) / expected.Deviation));
        }
        if (days.Count < FewestDays) return null;
        double bound = Math.Max(Cusum.Bound, Scores.Quantile([.. Enumerable.Range(0, simulated.Weeks.Count).Select(Largest).Order()], Alike));
        return new Drift(post, days, Cusum.Of([.. days.Select(d => d.Deviation)], Cusum.Allowance, bound), bound);

        // As many simulated weeks on end as the study has, from one of them on; like the study's days, each is held to the others.
        double Largest(int week) => Cusum.Of([.. days.Select(d =>
        {
            double[] weeks = usual[d.Date.DayOfWeek].Weeks;
            int own = (week + (d.Date.DayNumber - days[0].Date.DayNumber) / 7) % weeks.Length;
            (double mean, double variance) = Student.Moments([.. weeks.Where((_, w) => w != own)]);
            return variance > 0 ? (weeks[own] - mean) / Math.Sqrt(variance) : 0;
        })]).Largest;
    }

    /// <summary>In words.</summary>
    /// <param name="post">The post's name.</param>
    public Bilingual Words(string post) => Path.Alarm is { } at
        ? new(FormattableString.Invariant($"Deriva, {post}: ALARMA el {Days[at].Date:yyyy-MM-dd}; desde el {Days[Path.Since!.Value].Date:yyyy-MM-dd} los camiones tardan {(Path.Upward ? "más" : "menos")} que en el modelo (CUSUM {Math.Max(Path.Up[at], Path.Down[at]):0.0}, alarma desde {Bound:0.0})."),
            FormattableString.Invariant($"Drift, {post}: ALARM on {Days[at].Date:yyyy-MM-dd}; since {Days[Path.Since!.Value].Date:yyyy-MM-dd} trucks take {(Path.Upward ? "longer" : "less")} than in the model (CUSUM {Math.Max(Path.Up[at], Path.Down[at]):0.0}, alarm from {Bound:0.0})."))
        : new(FormattableString.Invariant($"Deriva, {post}: ninguna en {Days.Count} días (CUSUM hasta {Path.Largest:0.0}, alarma desde {Bound:0.0})."),
            FormattableString.Invariant($"Drift, {post}: none in {Days.Count} days (CUSUM up to {Path.Largest:0.0}, alarm from {Bound:0.0})."));

    private static IEnumerable<StudyRow> Drawn(IEnumerable<StudyRow> rows, IReadOnlyDictionary<StudyStratum, int> counts) =>
        rows.GroupBy(r => r.Stratum).SelectMany(g => g.OrderBy(r => Mix.HashName(r.Truck)).Take(counts.GetValueOrDefault(g.Key)));

    private static double NormalScore(double[] pool, double hours)
    {
        int below = LowerBound(pool, hours), upTo = LowerBound(pool, Math.BitIncrement(hours));
        return Normal.InvCDF(0, 1, ((below + upTo) / 2.0 + 0.5) / (pool.Length + 1));
    }

    private static int LowerBound(double[] sorted, double value)
    {
        (int low, int high) = (0, sorted.Length);
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (sorted[middle] < value) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}

/// <summary>A day of a study.</summary>
/// <param name="Date">The day its trucks came.</param>
/// <param name="Trucks">How many were timed.</param>
/// <param name="Deviation">How much longer they took than in the model, in standard deviations of such days.</param>
public readonly record struct DriftDay(DateOnly Date, int Trucks, double Deviation);
