using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Scenarios.Tests.Measures;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Tests.Comparisons;

public class RecoveryTests
{
    /// <summary>Two posts and two days of which only the first post is hit.</summary>
    private static CorridorModel Hit(params Disruption[] disruptions) => SyntheticCorridor.Model with { Disruptions = disruptions };

    private static Disruption Closed(double fromHour, double hours) => new(DisruptionKind.Closure, "north", fromHour / 24, hours, 1);

    private static ReplicationSummary With(Func<int, int> north, int hours = 48) => new()
    {
        Replication = 0, Rows = new Dictionary<RowKey, RowValue>(), Crossings = 0, Days = 2, Cost = default, Examined = 0, Detections = 0, Deferred = 0, Diverted = 0, Fingerprint = 0, Events = 0, CohortInside = 0,
        Presence = [[.. Enumerable.Range(0, hours).Select(north)], [.. Enumerable.Repeat(5, hours)]],
    };

    private static Recovery Of(CorridorModel model, Func<int, int> with, Func<int, int> without) => Assert.Single(Recovery.Of(model, [With(with)], [With(without)]));

    [Fact]
    public void Counted_by_hand()
    {
        // Closed from 10 to 14; 20 trucks usually; then 60, falling by 5 an hour: 23 or fewer from hour 22 on, 8 hours after the end.
        Recovery r = Of(Hit(Closed(10, 4)), h => h < 10 ? 20 : h < 14 ? 60 : Math.Max(20, 60 - 5 * (h - 14)), _ => 20);
        Assert.Equal((8.0, 40.0, 0, 10.0, 14.0), (r.Hours.Mean, r.Peak.Mean, r.Unfinished, r.FromHour, r.ToHour));
        Assert.Equal((0, DisruptionKind.Closure), (r.Post, Assert.Single(r.Kinds)));
    }

    [Fact]
    public void A_post_that_is_itself_for_an_hour_and_then_not_has_not_recovered()
    {
        Recovery r = Of(Hit(Closed(10, 4)), h => h is >= 14 and < 20 && h != 16 ? 60 : 20, _ => 20);
        Assert.Equal(6, r.Hours.Mean);
    }

    [Fact]
    public void Five_per_cent_count_as_none_where_they_are_more_than_three_trucks()
    {
        Assert.Equal(0, Of(Hit(Closed(10, 4)), h => h >= 14 ? 210 : 200, _ => 200).Hours.Mean);
        Assert.Equal(0, Of(Hit(Closed(10, 4)), h => h >= 14 ? 23 : 20, _ => 20).Hours.Mean);
        Assert.Equal(1, Of(Hit(Closed(10, 4)), h => h >= 14 ? 24 : 20, _ => 20).Unfinished);
    }

    [Fact]
    public void What_is_not_over_at_the_end_is_a_lower_bound_and_said()
    {
        Recovery r = Of(Hit(Closed(10, 4)), h => h >= 10 ? 100 : 20, _ => 20);
        Assert.Equal((34.0, 1), (r.Hours.Mean, r.Unfinished));
    }

    [Fact]
    public void Disturbances_less_than_a_day_apart_are_one_and_others_end_each_others_watch()
    {
        Recovery one = Of(Hit(Closed(2, 4), Closed(20, 4)), _ => 20, _ => 20);
        Assert.Equal((2.0, 24.0), (one.FromHour, one.ToHour));
        IReadOnlyList<Recovery> two = Recovery.Of(Hit(Closed(2, 4), Closed(40, 4)), [With(h => h >= 2 ? 90 : 20)], [With(_ => 20)]);
        Assert.Equal([34.0, 4.0], two.Select(r => r.Hours.Mean));
        Assert.Equal([1, 1], two.Select(r => r.Unfinished));
    }

    [Fact]
    public void Relief_is_no_disturbance_and_one_of_all_posts_hits_each()
    {
        Assert.Empty(Recovery.Of(Hit(new Disruption(DisruptionKind.Surge, "north", 0.5, 24, 0.1, CargoClass.Relief)), [With(_ => 20)], [With(_ => 20)]));
        Assert.Equal([0, 1], Recovery.Of(Hit(new Disruption(DisruptionKind.Outage, null, 0.5, 3, 4)), [With(_ => 20)], [With(_ => 20)]).Select(r => r.Post));
    }

    [Fact]
    public void The_undisturbed_twin_changes_no_bit()
    {
        CorridorModel model = Shipped.Folder.Baselines[0].Model;
        CorridorModel disturbed = model with { Disruptions = [new Disruption(DisruptionKind.Outage, null, 0.5, 12, 4), new Disruption(DisruptionKind.Strike, "guasaule", 0.5, 12, 1), new Disruption(DisruptionKind.Surge, null, 0, 24, 1)] };
        ReplicationSummary usual = Run(model), twin = Run(disturbed.Undisturbed());
        Assert.Equal(usual.Fingerprint, twin.Fingerprint);
        Assert.NotEqual(usual.Fingerprint, Run(disturbed).Fingerprint);
        Assert.Equal((0, 5), (usual.Presence.Count, twin.Presence.Count));
    }

    [Fact]
    public void Protocols_shorten_the_recovery_of_the_shipped_outage_pair_by_pair()
    {
        Scenario bare = Shipped.Folder.Scenarios.Single(s => s.Id == "outage-2019"), planned = Shipped.Folder.Scenarios.Single(s => s.Id == "outage-2019-protocols");
        var request = new ComparisonRequest
        {
            Baseline = bare.Baseline, Scenarios = [bare, planned], CapacitySensitivity = false, Options = new ExperimentOptions { Replications = 3, Days = 28, WarmUpDays = 14 },
        };
        Comparison comparison = ComparisonRun.Run(request, new LocalExecutor());
        IReadOnlyList<Recovery> without = comparison.Scenarios[0].Recoveries, with = comparison.Scenarios[1].Recoveries;
        Assert.Equal([0, 1, 2, 3, 4], without.Select(r => r.Post));
        Assert.All(without, r => Assert.Equal((175.0, 247.0), (r.FromHour, Math.Round(r.ToHour, 6))));
        Assert.All(without.Zip(with), p => Assert.True(p.Second.Peak.Mean < p.First.Peak.Mean, $"{p.First.Peak.Mean:0} → {p.Second.Peak.Mean:0} trucks"));
        Assert.True(with.Average(r => r.Hours.Mean) < without.Average(r => r.Hours.Mean));
    }

    private static ReplicationSummary Run(CorridorModel model)
    {
        ReplicationSummary? found = null;
        new LocalExecutor().Run([new Variant("m", model, 1)], new ExperimentOptions { Days = 2, WarmUpDays = 2, Threads = 1 }, f => found = f.Summary, default);
        return found!;
    }
}
