using CorridorTwin.Scenarios.Attributions;
using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Scenarios.Statistics;

namespace CorridorTwin.Scenarios.Reports;

/// <summary>One contributor as printed.</summary>
/// <param name="Contributor">Who.</param>
/// <param name="Printed">Its share, rounded so that all of them add up to the printed total.</param>
/// <param name="Share">That share as text.</param>
/// <param name="Alone">What it brings alone.</param>
/// <param name="LastIn">What is lost when it alone is dropped.</param>
public sealed record AttributionLine(Contributor Contributor, Interval Printed, string Share, string Alone, string LastIn);

/// <summary>An attribution as printed: every share with as many digits as all of them support, adding up to the total.</summary>
public sealed class AttributionTable
{
    private readonly Tongue tongue;
    private readonly int decimals;

    /// <summary>The table, the largest share first.</summary>
    public AttributionTable(ScenarioAttribution attribution, Tongue tongue)
    {
        this.tongue = tongue;
        int most = Figures.MostDecimals(attribution.Request.Indicator.Id);
        IEnumerable<Interval> uncertain = attribution.Shares.Select(s => s.Share).Append(attribution.Total).Where(i => i.HalfWidth > 0);
        decimals = uncertain.Select(i => Figures.DecimalsOfChange(i, most)).DefaultIfEmpty(most).Min();
        double unit = Math.Pow(10, Math.Max(0, -decimals));
        decimal[] rounded = PrintedShares.Round([.. attribution.Shares.Select(s => s.Share.Mean / unit)], attribution.Total.Mean / unit, Math.Max(0, decimals));
        Interval[] shares = [.. attribution.Shares.Zip(rounded, (s, r) => Around((double)r * unit, s.Share))];
        Lines =
        [
            .. attribution.Shares.Select((s, i) => new AttributionLine(s.Contributor, shares[i], Said(shares[i]), tongue.Figures.Change(s.Alone, most), tongue.Figures.Change(s.LastIn, most)))
                .OrderByDescending(line => attribution.Shares.First(s => s.Contributor == line.Contributor).Share.Mean),
        ];
        Total = Around(shares.Sum(s => s.Mean), attribution.Total);
    }

    /// <summary>One line per contributor.</summary>
    public IReadOnlyList<AttributionLine> Lines { get; }

    /// <summary>The sum of what is printed, with the interval of the whole effect.</summary>
    public Interval Total { get; }

    /// <summary>The total as text.</summary>
    public string TotalText => Said(Total);

    /// <summary>Whether effects are divided among measures or pillars.</summary>
    public static Bilingual Who(AttributionRequest request) => request.Contributors.Any(c => MeasureCatalog.Find(c.Id) is null) ? new("pilar", "pillar") : new("medida", "measure");

    // Figures would give a share with a narrow interval more digits than the others have: these must add up.
    private string Said(Interval share) => share is { Mean: 0, HalfWidth: 0 } ? "0" : tongue.Figures.Fixed(share, decimals);

    private static Interval Around(double mean, Interval of) => new(mean, mean - of.HalfWidth, mean + of.HalfWidth, of.Count);
}
