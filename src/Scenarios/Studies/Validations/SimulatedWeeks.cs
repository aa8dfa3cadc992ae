using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Studies.Validations;

/// <summary>Weeks of the model, each surveyed as the study was: same posts, same days of the week, stamps to the minute, no t0 where the study has none.</summary>
internal sealed class SimulatedWeeks
{
    private SimulatedWeeks(IReadOnlyList<Study> weeks, IReadOnlySet<DayOfWeek> days) => (Weeks, this.days) = (weeks, days);

    private readonly IReadOnlySet<DayOfWeek> days;

    /// <summary>The weeks.</summary>
    public IReadOnlyList<Study> Weeks { get; }

    /// <summary>Simulates them.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static SimulatedWeeks Of(Study study, CorridorModel model, ValidationOptions options, Action<int, int>? progress, CancellationToken cancellation)
    {
        string[] posts = [.. study.Rows.Select(r => r.Post).Concat(study.Summaries.Select(s => s.Post)).Concat(study.Counts.Select(c => c.Post)).Distinct()];
        HashSet<DayOfWeek> days = [.. study.Rows.Select(r => (r.Stamps[0] ?? r.Stamps[1])!.Value.DayOfWeek)];
        if (days.Count == 0) days = [.. Enum.GetValues<DayOfWeek>()];
        var design = new SurveyDesign
        {
            Seed = options.Seed, WarmUpDays = options.WarmUpDays, Days = 7, FollowUpHours = 14 * 24, PerStratum = null, RoundedToMinutes = 1, Posts = posts, WithoutQueue = study.Rows.Count > 0 && study.Measure != ClearanceMeasure.Side,
        };
        var weeks = new Study[options.Replications];
        int done = 0;
        Parallel.For(0, weeks.Length, new ParallelOptions { MaxDegreeOfParallelism = options.Threads == 0 ? Environment.ProcessorCount : options.Threads, CancellationToken = cancellation }, r =>
        {
            weeks[r] = Survey.Of(model, design with { Replication = r }, cancellation);
            progress?.Invoke(Interlocked.Increment(ref done), weeks.Length);
        });
        return new SimulatedWeeks(weeks, days);
    }

    /// <summary>Times of the trucks that a filter takes, week by week, hours; a truck still inside a fortnight later counts with what it has lasted.</summary>
    public double[][] Times(Func<StudyRow, bool> filter, ClearanceMeasure which) =>
        [.. Weeks.Select(w => w.Rows.Where(r => days.Contains((r.Stamps[0] ?? r.Stamps[1])?.DayOfWeek ?? DayOfWeek.Monday) && filter(r)).Select(r => r.Hours(which)).OfType<double>().ToArray())];

    /// <summary>Mean trucks that came in an hour of the week.</summary>
    public double Flow(string post, string side, Direction direction, DateTimeOffset hour) =>
        Weeks.Average(w => w.Counts.Where(c => c.Post == post && c.Side == side && c.Direction == direction && c.Hour.DayOfWeek == hour.DayOfWeek && c.Hour.Hour == hour.Hour).Sum(c => c.Count));
}
