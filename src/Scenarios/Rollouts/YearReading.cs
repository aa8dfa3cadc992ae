using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Statistics;

namespace CorridorTwin.Scenarios.Rollouts;

/// <summary>Trucks in a year that did not cross when and where they would have: means over replications.</summary>
/// <param name="Deferred">Put their crossing off.</param>
/// <param name="Diverted">Crossed elsewhere.</param>
/// <param name="Inside">Had not left four weeks after the measured days.</param>
public readonly record struct Unmet(double Deferred, double Diverted, double Inside)
{
    /// <summary>All three, whole trucks.</summary>
    public string Text => FormattableString.Invariant($"{Deferred:0} / {Diverted:0} / {Inside:0}");
}

/// <summary>The change of the case with since the first year, split in two ways; each pair adds up to the change exactly.</summary>
/// <param name="Change">I1 with, of this year less of the first, hours.</param>
/// <param name="Demand">What it would have been without the strategy: growth, and what is under contract.</param>
/// <param name="Reform">What the strategy adds to that.</param>
/// <param name="Within">Times within strata of post, direction, side and operation.</param>
/// <param name="Mix">The mix of strata.</param>
public sealed record ChangeSplit(Interval Change, Interval Demand, Interval Reform, Interval Within, Interval Mix);

/// <summary>What a year of a rollout says.</summary>
public sealed record YearReading
{
    /// <summary>Calendar year.</summary>
    public required int Year { get; init; }

    /// <summary>I1 without and with, hours, with the interval of each.</summary>
    public required (Interval Without, Interval With) I1 { get; init; }

    /// <summary>With less without, pair by pair.</summary>
    public required Interval Difference { get; init; }

    /// <summary>The same in per cent of without.</summary>
    public required Interval Percent { get; init; }

    /// <summary>Operations of the year, without.</summary>
    public required double Operations { get; init; }

    /// <summary>Against the first year; null for the first itself.</summary>
    public required ChangeSplit? Split { get; init; }

    /// <summary>Unmet trucks, without and with.</summary>
    public required (Unmet Without, Unmet With) Unmet { get; init; }

    /// <summary>Why levels and changes of this year are no result; null where they are one.</summary>
    public required Bilingual? Refused { get; init; }

    /// <summary>Reads all years of a run.</summary>
    public static IReadOnlyList<YearReading> Of(RolloutRun run)
    {
        (YearRun Without, YearRun With) first = run.Years[0];
        return [.. run.Years.Select(y => Of(y.Without, y.With, ReferenceEquals(y.With, first.With) ? null : first))];
    }

    private static YearReading Of(YearRun without, YearRun with, (YearRun Without, YearRun With)? first)
    {
        IReadOnlyList<double> a = without.Means(RowKey.AllOperations), b = with.Means(RowKey.AllOperations);
        return new YearReading
        {
            Year = without.Year, I1 = (Interval.Of(a), Interval.Of(b)), Difference = Interval.Paired(a, b), Percent = Interval.PairedPercent(a, b),
            Operations = Enumerable.Range(0, without.Replications).Average(r => without.Total(r, RowKey.AllOperations).Operations),
            Split = first is { } f ? SplitOf(f, without, with) : null,
            Unmet = (UnmetOf(without), UnmetOf(with)),
            Refused = Refusal(without, with, [.. new[] { first?.Without, first?.With }.OfType<YearRun>()]),
        };
    }

    /// <summary>Strata of which each operation stands in exactly one.</summary>
    public static bool IsStratum(RowKey key) => key is { Post: not null, Direction: not null, Role: not null, Operation: not null, Kind: null, Cargo: null };

    private static ChangeSplit SplitOf((YearRun Without, YearRun With) first, YearRun without, YearRun with)
    {
        double[] Change(YearRun from, YearRun to) => [.. from.Means(RowKey.AllOperations).Zip(to.Means(RowKey.AllOperations), (x, y) => y - x)];
        double[] change = Change(first.With, with), demand = Change(first.Without, without);
        MixDecomposition[] mix = [.. Enumerable.Range(0, with.Replications).Select(r => MixDecomposition.Of(Strata(first.With, r), Strata(with, r)))];
        return new ChangeSplit(
            Interval.Of(change), Interval.Of(demand), Interval.Paired(demand, change), Interval.Of([.. mix.Select(m => m.Within)]), Interval.Of([.. mix.Select(m => m.Mix)]));
    }

    private static Dictionary<RowKey, StratumSum> Strata(YearRun year, int replication) => year.Weeks
        .SelectMany(w => w.Replications[replication].Rows.Keys).Where(IsStratum).Distinct()
        .ToDictionary(k => k, k => year.Total(replication, k) is var total ? new StratumSum(total.Operations, total.Hours) : default);

    private static Unmet UnmetOf(YearRun year)
    {
        double Mean(Func<int, double> of) => Enumerable.Range(0, year.Replications).Average(of);
        return new(
            Mean(r => year.PerYear(r, s => s.Deferred)), Mean(r => year.PerYear(r, s => s.Diverted)),
            Mean(r => year.Weeks.Sum(w => w.Weight * w.Replications[r].CohortInside)));
    }

    private static Bilingual? Refusal(YearRun without, YearRun with, IReadOnlyList<YearRun> first)
    {
        foreach (YearRun year in new[] { without, with }.Concat(first))
        {
            Bilingual at = year.Case == RolloutCase.Without ? new("sin la estrategia", "without the strategy") : new("con la estrategia", "with the strategy");
            if (year.Growing.Count > 0)
            {
                WeekRun weeks = year.Growing[0];
                double more = 100 * Settling.Drift(weeks.Replications).Mean;
                return new(
                    $"{year.Year} {at.Es}: en {weeks.Weeks.Title.Es} la segunda mitad de los días tarda {more:0} % más que la primera: la demanda supera la capacidad, y el resultado dependería de cuánto se mide",
                    FormattableString.Invariant($"{year.Year} {at.En}: in {weeks.Weeks.Title.En} the second half of the days takes {more:0} % longer than the first: demand is beyond capacity, and the result would hang on how long one measures"));
            }
            if (year.Weeks.Any(w => w.Replications.Any(r => r.CohortInside > 0)))
                return new($"{year.Year} {at.Es}: hay camiones que no habían salido cuatro semanas después", $"{year.Year} {at.En}: some trucks had not left four weeks later");
        }
        return null;
    }
}
