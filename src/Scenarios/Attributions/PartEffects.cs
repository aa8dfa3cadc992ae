using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Scenarios.Statistics;

namespace CorridorTwin.Scenarios.Attributions;

/// <summary>What one contributor alone changes of the mean time, and of which of its parts.</summary>
/// <param name="Id">Measure or pillar; <see cref="PartEffects.Together"/> for all of them.</param>
/// <param name="Title">Its name.</param>
/// <param name="Time">Change of the mean clearance time, hours; below 0 is time saved.</param>
/// <param name="Parts">Change of each part in the order of <see cref="TimePart.All"/>; they add up to <paramref name="Time"/>.</param>
/// <param name="Notes">What its measures said.</param>
/// <param name="Same">It makes no other corridor than there was: nothing could change.</param>
public sealed record PartEffect(string Id, Bilingual Title, Interval Time, IReadOnlyList<Interval> Parts, IReadOnlyList<MeasureNote> Notes, bool Same)
{
    /// <summary>Sides at which it already was in force.</summary>
    public int InForce => Notes.Where(n => n.Kind == NoteKind.AlreadyInForce).Select(n => (n.Post, n.Direction, n.Role)).Distinct().Count();
}

/// <summary>Each measure of a scenario alone, and all together, by the part of the time it moves.</summary>
public sealed record PartEffects
{
    /// <summary>Id of the line of all measures together.</summary>
    public const string Together = "together";

    /// <summary>What was asked.</summary>
    public required AttributionRequest Request { get; init; }

    /// <summary>Replications all have finished.</summary>
    public required int Replications { get; init; }

    /// <summary>False if it was cancelled.</summary>
    public required bool Complete { get; init; }

    /// <summary>Hours of the mean time before any measure.</summary>
    public required double Before { get; init; }

    /// <summary>Hours of its parts, in the order of <see cref="TimePart.All"/>.</summary>
    public required IReadOnlyList<double> BeforeParts { get; init; }

    /// <summary>One per contributor, and all together last.</summary>
    public required IReadOnlyList<PartEffect> Effects { get; init; }

    /// <summary>Runs the corridor before, under each contributor alone, and under all.</summary>
    /// <param name="request">The contributors, as for an attribution.</param>
    /// <param name="executor">Where.</param>
    /// <param name="progress">Told after each replication.</param>
    /// <param name="cancellation">Ends it; what is finished is read.</param>
    public static PartEffects Run(AttributionRequest request, IExecutor executor, Action<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        (string Id, Bilingual Title, IReadOnlyList<MeasureApplication> Uses)[] asked =
        [
            .. request.Contributors.Select(c => (c.Id, c.Title, c.Uses)),
            (Together, new("Todas a la vez", "All together"), [.. request.Contributors.SelectMany(c => c.Uses)]),
        ];
        MeasureOutcome[] outcomes = [.. asked.Select(a => MeasureCatalog.Apply(request.Before, a.Uses))];
        Variant[] variants = [new("before", request.Before, request.Options.Replications), .. asked.Zip(outcomes, (a, o) => new Variant(a.Id, o.Model, request.Options.Replications))];
        SequentialResult result = SequentialRun.Run(new HeadlinesOnly(executor), variants, request.Options, Enough.Never, _ => [], progress, cancellation);
        int[] common = [.. result.Results.Select(r => (IEnumerable<int>)r.Keys).Aggregate((x, y) => x.Intersect(y)).Order()];
        RowValue[] Of(int variant) => [.. common.Select(r => result.Results[variant][r].Rows[RowKey.AllOperations])];
        RowValue[] before = Of(0);
        Interval Change(RowValue[] after, Func<RowValue, double> of) => Interval.Paired([.. before.Select(of)], [.. after.Select(of)]);
        return new PartEffects
        {
            Request = request,
            Replications = common.Length,
            Complete = result.Stopping.End == RunEnd.Made,
            Before = Mean(before, v => v.Mean),
            BeforeParts = [.. TimePart.All.Select(p => Mean(before, p.Of))],
            Effects =
            [
                .. asked.Select((a, i) => new PartEffect(
                    a.Id, a.Title, Change(Of(i + 1), v => v.Mean), [.. TimePart.All.Select(p => Change(Of(i + 1), p.Of))], outcomes[i].Notes, ReferenceEquals(outcomes[i].Model, request.Before))),
            ],
        };
    }

    private static double Mean(RowValue[] rows, Func<RowValue, double> of) => rows.Length == 0 ? double.NaN : rows.Average(of);
}
