using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Tests.Experiments;

public class RepeatabilityTests
{
    private static readonly CorridorModel Baseline = Shipped.Folder.Baselines[0].Model;
    private static readonly ExperimentOptions Short = new() { Replications = 4, Days = 3, WarmUpDays = 2, Threads = 1 };

    [Fact]
    public void One_and_four_threads_give_the_same_trajectories()
    {
        Dictionary<int, ulong> one = Fingerprints(Baseline, Short);
        Dictionary<int, ulong> four = Fingerprints(Baseline, Short with { Threads = 4 });
        Assert.Equal(4, one.Values.Distinct().Count());
        Assert.Equal(one, four);
    }

    [Fact]
    public void Another_seed_gives_another_trajectory() =>
        Assert.NotEqual(Fingerprints(Baseline, Short)[0], Fingerprints(Baseline, Short with { Seed = Short.Seed + 1 })[0]);

    public static TheoryData<string> Measures => [.. MeasureCatalog.Names];

    [Theory]
    [MemberData(nameof(Measures))]
    public void A_measure_of_zero_intensity_changes_no_bit(string measure)
    {
        MeasureOutcome outcome = MeasureCatalog.Apply(Baseline, [new MeasureApplication(measure) { Intensity = 0 }]);
        Assert.Equal(Fingerprints(Baseline, Short with { Replications = 1 }), Fingerprints(outcome.Model, Short with { Replications = 1 }));
    }

    [Fact]
    public void A_measure_of_full_intensity_changes_the_trajectory()
    {
        MeasureOutcome outcome = MeasureCatalog.Apply(Baseline, [new MeasureApplication("AdvanceDeclaration")]);
        Assert.NotEqual(Fingerprints(Baseline, Short)[0], Fingerprints(outcome.Model, Short)[0]);
    }

    [Fact]
    public void Cancelled_runs_keep_what_is_finished()
    {
        using var cancel = new CancellationTokenSource();
        int done = 0;
        bool complete = new LocalExecutor().Run([new Variant("b", Baseline, 50)], Short with { Replications = 50 }, _ =>
        {
            if (++done == 3) cancel.Cancel();
        }, cancel.Token);
        Assert.False(complete);
        Assert.InRange(done, 3, 10);
    }

    private static Dictionary<int, ulong> Fingerprints(CorridorModel model, ExperimentOptions options)
    {
        var found = new Dictionary<int, ulong>();
        new LocalExecutor().Run([new Variant("b", model, options.Replications)], options, f => found[f.Summary.Replication] = f.Summary.Fingerprint, default);
        return found;
    }
}
