using CorridorTwin.Scenarios.Studies;

namespace CorridorTwin.Scenarios.Calibration.Posts;

/// <summary>Which days of a study figures are fitted to, and on which the fit is judged: never the same.</summary>
/// <param name="Fitted">Days fitted to.</param>
/// <param name="HeldOut">Days held out; none if the study has one day only: then nothing is judged.</param>
public sealed record StudySplit(IReadOnlyList<DateOnly> Fitted, IReadOnlyList<DateOnly> HeldOut)
{
    private const int Week = 7;
    private const double Scrap = 0.25;

    /// <summary>
    /// Of two weeks or more, the last third of the weeks is held out; of less, every second day, so that both parts have days of work and of rest.
    /// </summary>
    public static StudySplit Of(IEnumerable<StudyRow> rows)
    {
        (DateOnly Day, int Count)[] counted = [.. rows.Select(r => r.Day).OfType<DateOnly>().GroupBy(d => d).Select(g => (g.Key, g.Count())).OrderBy(d => d.Key)];
        if (counted.Length == 0) return new StudySplit([], []);
        // A day of which the study has an hour or two, as where two sides keep different time, goes with the day before it.
        double usual = counted.Select(c => c.Count).Order().ElementAt(counted.Length / 2);
        DateOnly[] days = [.. counted.Where(c => c.Count >= Scrap * usual).Select(c => c.Day)];
        StudySplit split = Of(days);
        DateOnly[] scraps = [.. counted.Select(c => c.Day).Except(days)];
        bool Held(DateOnly scrap) => days.Where(d => d < scrap).DefaultIfEmpty(days[0]).Last() is var near && split.HeldOut.Contains(near);
        return new StudySplit([.. split.Fitted.Concat(scraps.Where(d => !Held(d))).Order()], [.. split.HeldOut.Concat(scraps.Where(Held)).Order()]);
    }

    private static StudySplit Of(DateOnly[] days)
    {
        int weeks = (days[^1].DayNumber - days[0].DayNumber + 1) / Week;
        Func<DateOnly, int, bool> held = weeks >= 2
            ? (d, _) => (d.DayNumber - days[0].DayNumber) / Week >= weeks - Math.Max(1, weeks / 3)
            : (_, i) => i % 2 == 1;
        return new StudySplit([.. days.Where((d, i) => !held(d, i))], [.. days.Where(held)]);
    }

    /// <summary>In words.</summary>
    public Bilingual Words => HeldOut.Count == 0
        ? new($"días ajustados: {Of(Fitted)}; la muestra es de un solo día: nada se juzga", $"days fitted to: {Of(Fitted)}; the study is of one day only: nothing is judged")
        : new($"días ajustados: {Of(Fitted)}; días reservados para juzgar: {Of(HeldOut)}", $"days fitted to: {Of(Fitted)}; days held out to judge by: {Of(HeldOut)}");

    private static string Of(IReadOnlyList<DateOnly> days) => string.Join(", ", days.Select(d => d.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
}
