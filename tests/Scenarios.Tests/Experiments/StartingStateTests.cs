using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Scenarios.Store;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.State;

namespace CorridorTwin.Scenarios.Tests.Experiments;

public sealed class StartingStateTests : IDisposable
{
    private static readonly CorridorModel Baseline = Shipped.Folder.Baselines[0].Model;
    private static readonly ExperimentOptions Warmed = new() { Replications = 3, Days = 3, WarmUpDays = 9, Threads = 1 };

    private readonly string folder = Directory.CreateTempSubdirectory("corridor-state-").FullName;

    public void Dispose() => Directory.Delete(folder, true);

    [Theory]
    [InlineData(9)]
    [InlineData(4)]
    public void What_the_saved_replication_would_have_measured_it_measures(int savedAfter)
    {
        ReplicationSummary unbroken = Run(Baseline, Warmed)[0];
        ReplicationSummary broken = Run(Baseline, Warmed with { Start = Saved(savedAfter), WarmUpDays = 9 - savedAfter })[0];
        Assert.Equal(unbroken.Rows.OrderBy(r => r.Key.ToString()), broken.Rows.OrderBy(r => r.Key.ToString()));
        Assert.Equal(unbroken.ByDay, broken.ByDay);
        Assert.Equal((unbroken.Cost, unbroken.Crossings, unbroken.Deferred), (broken.Cost, broken.Crossings, broken.Deferred));
    }

    [Fact]
    public void Disturbances_and_dates_follow_the_measured_days()
    {
        CorridorModel closed = Baseline with { Disruptions = [new Disruption(DisruptionKind.Closure, Baseline.Posts[0].Id, 1, 12, 1)] };
        CorridorModel dated = Baseline with { Period = new DateOnly(2024, 12, 23) };
        ExperimentOptions weeks = Warmed with { Replications = 1, WarmUpDays = 7 };
        foreach (CorridorModel model in new[] { closed, dated })
        {
            ReplicationSummary unbroken = Run(model, weeks)[0];
            ReplicationSummary broken = Run(model, weeks with { Start = Saved(7, model), WarmUpDays = 0 })[0];
            Assert.NotEqual(Run(Baseline, weeks)[0].ByDay, unbroken.ByDay);
            Assert.Equal(unbroken.ByDay, broken.ByDay);
        }
    }

    [Fact]
    public void Trucks_that_went_elsewhere_before_it_was_saved_do_not_count()
    {
        CorridorModel diverting = Baseline with { Posts = [.. Baseline.Posts.Select(p => p with { Yield = new YieldRule(int.MaxValue, 0, 0, 1, 0.5) })] };
        ExperimentOptions fromEmpty = Warmed with { Replications = 1, WarmUpDays = 0, Days = 4, DrainDays = 0 };
        long before = Run(diverting, fromEmpty)[0].Diverted;
        long after = Run(diverting, fromEmpty with { Start = Saved(4, diverting), Days = 5 })[0].Diverted;
        Assert.InRange(before, 100, long.MaxValue);
        Assert.Equal(Run(diverting, fromEmpty with { Days = 9 })[0].Diverted, before + after);
    }

    [Fact]
    public void Each_replication_has_a_future_of_its_own_whatever_the_threads()
    {
        ExperimentOptions options = Warmed with { Start = Saved(9), WarmUpDays = 0 };
        SortedDictionary<int, ReplicationSummary> one = Run(Baseline, options), two = Run(Baseline, options with { Threads = 2 });
        Assert.Equal(3, one.Values.Select(s => s.Fingerprint).Distinct().Count());
        Assert.Equal(one.Values.Select(s => s.Fingerprint), two.Values.Select(s => s.Fingerprint));
    }

    [Fact]
    public void Scenarios_pair_from_it_and_one_that_changes_nothing_changes_no_bit()
    {
        ExperimentOptions options = Warmed with { Start = Saved(9), WarmUpDays = 0 };
        CorridorModel neutral = MeasureCatalog.Apply(Baseline, [new MeasureApplication("SmartBorder") { Intensity = 0 }]).Model;
        CorridorModel changed = MeasureCatalog.Apply(Baseline, [new MeasureApplication("AdvanceDeclaration")]).Model;
        Assert.Equal(Run(Baseline, options)[1].Fingerprint, Run(neutral, options)[1].Fingerprint);
        SortedDictionary<int, ReplicationSummary> before = Run(Baseline, options), after = Run(changed, options);
        Assert.All(before.Keys, r => Assert.InRange(Indicator.Find("I1")!.Of(after[r]) - Indicator.Find("I1")!.Of(before[r]), -10, -0.01));
    }

    [Fact]
    public void The_store_tells_states_apart()
    {
        StartingState one = Saved(4), other = Saved(5);
        string[] keys = [.. new[] { null, one, other }.Select(s => ReplicationStore.KeyOf(Baseline, Warmed with { Start = s }))];
        Assert.Equal(3, keys.Distinct().Count());
        Assert.Equal(keys[1], ReplicationStore.KeyOf(Baseline, Warmed with { Start = Read(one.File) }));
    }

    [Fact]
    public void A_comparison_from_it_says_so()
    {
        Bilingual said = ComparisonRun.Beginning(Warmed with { Start = Saved(1), WarmUpDays = 0 })!;
        Assert.Contains("after-1.json", said.En, StringComparison.Ordinal);
        Assert.Contains("after-1.json", said.Es, StringComparison.Ordinal);
        Assert.Contains("A warm-up of 1 day, shorter than the 28 tested", ComparisonRun.Beginning(Warmed with { WarmUpDays = 1 })!.En, StringComparison.Ordinal);
        Assert.Null(ComparisonRun.Beginning(new ExperimentOptions()));
    }

    [Theory]
    [InlineData("", "not a state of this corridor")]
    [InlineData("{\"schema\": 99}", "schema version 99")]
    [InlineData("[1, 2", "not a state of this corridor")]
    public void What_is_no_state_is_refused_in_one_line(string text, string why)
    {
        string file = Path.Combine(folder, "broken.json");
        File.WriteAllText(file, text);
        var problems = new Problems();
        Assert.Null(StartingState.Read(file, problems));
        string line = Assert.Single(problems.All).Render("en");
        Assert.Contains(why, line, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', line);
    }

    [Fact]
    public void The_state_of_another_corridor_is_refused_when_it_is_run()
    {
        CorridorState state = Saved(1).State;
        CorridorState other = state with { Trucks = [.. state.Trucks.Select((t, i) => i == 0 ? t with { Source = "PA>MX" } : t)] };
        InputException e = Assert.Throws<InputException>(() => Run(Baseline, Warmed with { Start = new StartingState("other.json", "", other), WarmUpDays = 0, Threads = 2 }));
        Assert.StartsWith("other.json: not a state of this corridor (", Assert.Single(e.Problems).Render("en"), StringComparison.Ordinal);
    }

    private StartingState Saved(int days, CorridorModel? model = null)
    {
        string file = Path.Combine(folder, $"after-{days}.json");
        File.WriteAllText(file, CorridorStateJson.Write(StartingState.WarmedUp(model ?? Baseline, Warmed with { WarmUpDays = days })));
        return Read(file);
    }

    private static StartingState Read(string file)
    {
        var problems = new Problems();
        StartingState? state = StartingState.Read(file, problems);
        Assert.Empty(problems.All);
        return state!;
    }

    private static SortedDictionary<int, ReplicationSummary> Run(CorridorModel model, ExperimentOptions options)
    {
        var found = new SortedDictionary<int, ReplicationSummary>();
        new LocalExecutor().Run([new Variant("v", model, options.Replications)], options, f => found[f.Summary.Replication] = f.Summary, default);
        return found;
    }
}
