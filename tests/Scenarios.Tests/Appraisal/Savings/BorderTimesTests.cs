using CorridorTwin.Scenarios.Appraisal.Savings;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Statistics;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Tests.Appraisal.Savings;

/// <summary>What is read off the stored distributions is what the simulation counted truck by truck.</summary>
public class BorderTimesTests
{
    private static readonly Lazy<ReplicationSummary> Run = new(() =>
    {
        ReplicationSummary? found = null;
        new LocalExecutor().Run([new Variant("baseline", Shipped.Baseline, 1)], new ExperimentOptions { Replications = 1, Days = 7, WarmUpDays = 7 }, f => found = f.Summary, default);
        return found!;
    });

    [Fact]
    public void Costs_from_strata_are_those_of_the_trucks()
    {
        ReplicationSummary run = Run.Value;
        CostParameters unit = Shipped.Baseline.Costs;
        Physical all = BorderTimes.Of(run, unit.SpoilageAfterHours).Aggregate(default(Physical), (sum, t) => sum + Physical.Of(t.Key, t.Value));
        double year = BorderTimes.DaysPerYear / run.Days;
        Assert.Equal(run.Cost.Carrier * year, all.Hours * unit.CarrierPerHour, 1e-6 * run.Cost.Carrier * year);
        Assert.Equal(run.Cost.IdleFuel * year, all.Waiting * unit.IdlingShare * unit.IdleLitresPerHour * unit.DieselPerLitre, 1e-6 * run.Cost.IdleFuel * year);
        Assert.Equal(run.Cost.ReeferFuel * year, all.Perishable * unit.ReeferLitresPerHour * unit.DieselPerLitre, 1e-6 * run.Cost.ReeferFuel * year);
        Assert.Equal(run.Cost.CargoTime * year, (all.Dry * unit.TimeValueDry + all.Perishable * unit.TimeValuePerishable) / 24 * unit.CargoValue, 1e-6 * run.Cost.CargoTime * year);
        // Spoilage is not linear in time: it comes from the distribution, counted in bins of an eighth.
        Assert.Equal(run.Cost.Spoilage * year, all.Late * unit.SpoilagePerHour * unit.CargoValue, 0.02 * run.Cost.Spoilage * year);
        Assert.Equal(2 * run.Crossings * year, all.Trucks, 1e-6 * run.Crossings * year);
    }

    [Fact]
    public void Spread_and_lateness_from_bins_are_near_those_of_the_times()
    {
        int[] times = [.. Enumerable.Range(0, 20_000).Select(i => (int)(36_000 * Math.Exp(1 + 0.9 * Math.Sin(i * 0.7) * Math.Sqrt(i % 97 / 30.0))))];
        double[] hours = [.. times.Select(t => t / 36_000.0)];
        TimeHistogram bins = TimeHistogram.Of(times);
        double mean = hours.Average(), sd = Math.Sqrt(hours.Average(h => (h - mean) * (h - mean)));
        Assert.Equal(sd, bins.StandardDeviation, 0.01 * sd);
        Assert.Equal(hours.Average(h => Math.Max(0, h - 4)), bins.MeanBeyond(4), 0.01 * hours.Average(h => Math.Max(0, h - 4)));
        Assert.Equal((0, 0), (TimeHistogram.Empty.StandardDeviation, TimeHistogram.Empty.MeanBeyond(1)));
    }

    [Fact]
    public void Queues_that_grow_while_they_are_measured_are_beyond_capacity()
    {
        ReplicationSummary steady = Run.Value;
        ReplicationSummary Days(double perDay) => steady with { ByDay = [.. Enumerable.Range(0, 28).Select(d => new DayValue(100, 100 * (1 + perDay * d)))] };
        ReplicationSummary[] level = [Days(0), Days(0.001), Days(-0.001)], growing = [Days(0.05), Days(0.04), Days(0.06)];
        Assert.False(YearSavings.Of(2030, level, level, 12).Unsettled);
        Assert.True(YearSavings.Of(2030, growing, level, 12).Unsettled);
        Assert.True(YearSavings.Of(2030, level, growing, 12).Unsettled);
    }

    [Fact]
    public void The_same_on_both_sides_saves_nothing_at_all()
    {
        YearSavings none = YearSavings.Of(2030, [Run.Value], [Run.Value], 12);
        Assert.All(none.Totals, t => Assert.Equal(default(Physical) with { Trucks = t.Trucks }, t));
    }
}
