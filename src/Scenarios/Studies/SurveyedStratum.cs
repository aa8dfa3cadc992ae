using CorridorTwin.Scenarios.Statistics;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Studies;

/// <summary>What a study says of one stratum, with how far its own sampling lets it be believed.</summary>
/// <param name="Stratum">Post, side, direction, operation.</param>
/// <param name="Measure">Which clearance time.</param>
/// <param name="Came">Trucks that came; null where only those timed are known.</param>
/// <param name="Timed">Trucks with a time, censored ones included.</param>
/// <param name="Censored">Of these, those that had not left.</param>
/// <param name="Mean">Mean of those that left, hours, with the 95 % interval of its sampling (Student's t).</param>
/// <param name="KaplanMeier">Mean with the censored ones, hours.</param>
/// <param name="Median">By Kaplan–Meier, hours; null where too few left.</param>
/// <param name="P90">By Kaplan–Meier, hours; null where too few left.</param>
public sealed record SurveyedStratum(StudyStratum Stratum, ClearanceMeasure Measure, int? Came, int Timed, int Censored, Interval Mean, SurvivalMean KaplanMeier, double? Median, double? P90)
{
    /// <summary>All strata of a study, from the north.</summary>
    public static IReadOnlyList<SurveyedStratum> Of(Study study, CorridorModel model, ClearanceMeasure? measure = null)
    {
        ClearanceMeasure which = measure ?? study.Measure;
        var order = model.Posts.Select((p, i) => (p.Id, i)).ToDictionary(p => p.Id, p => p.i);
        return [.. study.Rows.GroupBy(r => r.Stratum).OrderBy(g => order[g.Key.Post]).ThenBy(g => g.Key.Direction).ThenBy(g => g.First().Role).ThenBy(g => g.Key.Operation).Select(g => Of(g.Key, [.. g], which, study.Population)).OfType<SurveyedStratum>()];
    }

    private static SurveyedStratum? Of(StudyStratum stratum, IReadOnlyList<StudyRow> rows, ClearanceMeasure measure, IReadOnlyDictionary<StudyStratum, int> population)
    {
        Lifetime[] times = [.. rows.Where(r => r.Hours(measure) is >= 0).Select(r => new Lifetime(r.Hours(measure)!.Value, r.Censored))];
        if (times.Length == 0) return null;
        return new SurveyedStratum(
            stratum, measure, population.TryGetValue(stratum, out int came) ? came : null, times.Length, times.Count(t => t.Censored),
            Interval.Of([.. times.Where(t => !t.Censored).Select(t => t.Time)]), Statistics.KaplanMeier.Mean(times), Statistics.KaplanMeier.Quantile(times, 0.5), Statistics.KaplanMeier.Quantile(times, 0.9));
    }
}
