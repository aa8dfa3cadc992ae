using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Statistics;

namespace CorridorTwin.Scenarios.Attributions;

/// <summary>The effect of a scenario divided among its measures. Effects are reductions: above 0 is time, cost or CO2 saved.</summary>
public sealed record ScenarioAttribution
{
    /// <summary>What was asked.</summary>
    public required AttributionRequest Request { get; init; }

    /// <summary>The indicator before any measure.</summary>
    public required Interval Before { get; init; }

    /// <summary>The indicator with all measures.</summary>
    public required Interval After { get; init; }

    /// <summary>The reduction all measures bring together; the shares add up to it.</summary>
    public required Interval Total { get; init; }

    /// <summary>One per contributor, in the request's order.</summary>
    public required IReadOnlyList<ContributorShare> Shares { get; init; }

    /// <summary>One per pair of contributors; empty where orders were drawn.</summary>
    public required IReadOnlyList<ContributorPair> Interactions { get; init; }

    /// <summary>Pairs (contributor, the one it joined only after).</summary>
    public required IReadOnlyList<(int Contributor, int Needs)> Needs { get; init; }

    /// <summary>Coalitions whose worth was used.</summary>
    public required int Coalitions { get; init; }

    /// <summary>Different models among them: equal ones are run once.</summary>
    public required int Models { get; init; }

    /// <summary>Orders drawn for each replication; 0 where all coalitions were run.</summary>
    public required int Orders { get; init; }

    /// <summary>Why it ended.</summary>
    public required Stopping Stopping { get; init; }

    /// <summary>Whether the change of I1 hangs on how long was measured.</summary>
    public required RunHalves? Halves { get; init; }

    /// <summary>What contributors need and none of them brings: they count with what they do without.</summary>
    public required IReadOnlyList<AbsentNeed> Absent { get; init; }

    /// <summary>Replications that count.</summary>
    public int Replications => Stopping.Replications;

    /// <summary>False if it was cancelled.</summary>
    public bool Complete => Stopping.End != RunEnd.Cancelled;

    /// <summary>What a reader must be told about the runs.</summary>
    public IEnumerable<Bilingual> Warnings
    {
        get
        {
            if (!Complete || Stopping.End == RunEnd.OutOfTime || Stopping.Missed) yield return Stopping.Text;
            if (Halves is { Depends: true })
                yield return new(
                    "El efecto depende de cuánto se mide: la segunda mitad de los días difiere de la primera más que el intervalo. Mida más días o caliente más.",
                    "The effect depends on how long is measured: the second half of the days differs from the first by more than the interval. Measure more days or warm up longer.");
            if (ComparisonRun.Beginning(Request.Options) is { } beginning) yield return beginning;
        }
    }
}

/// <summary>What one contributor brings.</summary>
/// <param name="Contributor">Who.</param>
/// <param name="Share">Its share of the total.</param>
/// <param name="Alone">What it brings alone, as a comparison with that measure only would show it.</param>
/// <param name="LastIn">What is lost when it alone is dropped from the whole.</param>
/// <param name="Values">Its share in each replication.</param>
/// <param name="HolmP">p-value of no share, adjusted by Holm over all contributors.</param>
public sealed record ContributorShare(Contributor Contributor, Interval Share, Interval Alone, Interval LastIn, IReadOnlyList<double> Values, double HolmP)
{
    /// <summary>Whether the runs made tell its share from nothing.</summary>
    public bool Told => HolmP <= 0.05;
}

/// <summary>How two contributors work together.</summary>
/// <param name="First">One.</param>
/// <param name="Second">Another.</param>
/// <param name="Value">Shapley interaction index: below 0 they overlap, above 0 they help one another.</param>
/// <param name="HolmP">p-value of no interaction, adjusted by Holm over all pairs.</param>
public sealed record ContributorPair(Contributor First, Contributor Second, Interval Value, double HolmP)
{
    /// <summary>Whether the runs made tell it from nothing.</summary>
    public bool Told => HolmP <= 0.05;
}
