using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Scenarios.Store;
using CorridorTwin.Simulation.Corridor;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CorridorTwin.Scenarios.Tests.Store;

public sealed class StoredExecutorTests : IDisposable
{
    private static readonly CorridorModel Baseline = Shipped.Folder.Baselines[0].Model;
    private static readonly ExperimentOptions Short = new() { Replications = 3, Days = 2, WarmUpDays = 1, Threads = 2 };

    private readonly string folder = Directory.CreateTempSubdirectory("corridor-store-").FullName;

    private string File => Path.Combine(folder, "results.db");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, true);
    }

    [Fact]
    public void What_is_stored_comes_back_to_the_last_bit_and_is_not_run_again()
    {
        Dictionary<(int, int), ReplicationSummary> plain = Run(new LocalExecutor(), 3);
        Dictionary<(int, int), ReplicationSummary> first = Run(Stored(), 3);
        StoredExecutor again = Stored();
        Dictionary<(int, int), ReplicationSummary> second = Run(again, 3);
        Assert.Equal((3, 0), again.Counts);
        Same(plain, first);
        Same(plain, second);
    }

    [Fact]
    public void Trucks_counted_hour_by_hour_come_back_too()
    {
        CorridorModel disturbed = Baseline with { Disruptions = [new Disruption(DisruptionKind.Closure, "guasaule", 0.5, 12, 1)] };
        ReplicationSummary Once(IExecutor executor)
        {
            ReplicationSummary? found = null;
            Assert.True(executor.Run([new Variant("d", disturbed, 1)], Short, f => found = f.Summary, default));
            return found!;
        }

        ReplicationSummary first = Once(Stored()), again = Once(Stored());
        Assert.Equal((5, 48), (first.Presence.Count, first.Presence[0].Count));
        Assert.True(first.Presence[2][23] > first.Presence[2][11] + 50, "a closed post fills");
        Assert.Equal(first.Presence, again.Presence);
    }

    [Fact]
    public void More_replications_run_only_what_is_missing()
    {
        Run(Stored(), 2);
        StoredExecutor more = Stored();
        Same(Run(new LocalExecutor(), 4), Run(more, 4));
        Assert.Equal((2, 2), more.Counts);
    }

    [Fact]
    public void Equal_models_are_run_once_and_given_to_each()
    {
        CorridorModel same = MeasureCatalog.Apply(Baseline, [new MeasureApplication("SmartBorder") { Intensity = 0 }]).Model;
        StoredExecutor executor = Stored();
        Dictionary<(int Variant, int), ReplicationSummary> given = [];
        Assert.True(executor.Run([new Variant("a", Baseline, 2), new Variant("b", same, 3)], Short, f => given[(f.Variant, f.Summary.Replication)] = f.Summary, default));
        Assert.Equal((0, 3), executor.Counts);
        Assert.Equal([(0, 0), (0, 1), (1, 0), (1, 1), (1, 2)], given.Keys.Order());
    }

    [Theory]
    [InlineData("seed")]
    [InlineData("days")]
    [InlineData("warm-up")]
    [InlineData("model")]
    public void Other_inputs_are_other_results(string what)
    {
        Run(Stored(), 1);
        ExperimentOptions other = what switch { "seed" => Short with { Seed = 7 }, "days" => Short with { Days = 3 }, "warm-up" => Short with { WarmUpDays = 2 }, _ => Short };
        StoredExecutor executor = Stored();
        executor.Run([new Variant("b", what == "model" ? Baseline with { CapacityFactor = 1.02 } : Baseline, 1)], other, _ => { }, default);
        Assert.Equal((0, 1), executor.Counts);
    }

    [Fact]
    public void A_damaged_result_is_run_again()
    {
        Dictionary<(int, int), ReplicationSummary> sound = Run(Stored(), 2);
        using (var file = new SqliteConnection($"Data Source={File}"))
            file.Execute("UPDATE replication SET summary = substr(summary, 1, length(summary) - 5) WHERE number = 1");
        StoredExecutor executor = Stored();
        Same(sound, Run(executor, 2));
        Assert.Equal((1, 1), executor.Counts);
    }

    [Fact]
    public void A_store_that_cannot_be_written_does_not_stop_the_run()
    {
        var executor = new StoredExecutor(new LocalExecutor(), ReplicationStore.Open(File));
        using var file = new SqliteConnection($"Data Source={File}");
        file.Execute("DROP TABLE replication");
        Assert.Equal(2, Run(executor, 2).Count);
        Assert.Contains(File, executor.Problem!.En);
    }

    [Fact]
    public void A_cancelled_run_keeps_what_is_finished()
    {
        using var cancel = new CancellationTokenSource();
        int done = 0;
        Assert.False(Stored().Run([new Variant("b", Baseline, 50)], Short, _ =>
        {
            if (++done == 2) cancel.Cancel();
        }, cancel.Token));
        StoredExecutor executor = Stored();
        Run(executor, 2);
        Assert.Equal((2, 0), executor.Counts);
    }

    [Fact]
    public void Two_processes_may_write_at_once()
    {
        ReplicationSummary summary = Run(new LocalExecutor(), 1).Values.Single();
        ReplicationStore[] stores = [ReplicationStore.Open(File), ReplicationStore.Open(File)];
        Parallel.For(0, 40, i => stores[i % 2].Keep("key", summary with { Replication = i / 2 }));
        Assert.Equal(20, stores[0].Replications("key", 100).Count);
    }

    [Fact]
    public void Another_programs_file_is_refused_and_left_as_it_is()
    {
        System.IO.File.WriteAllText(File, "id,value\n" + new string('x', 5000));
        Assert.Contains("not a database of results", Assert.Throws<InputException>(() => ReplicationStore.Open(File)).Problems[0].Render("en"));
        Assert.StartsWith("id,value", System.IO.File.ReadAllText(File));
        string other = Path.Combine(folder, "other.db");
        using (var file = new SqliteConnection($"Data Source={other}")) file.Execute("CREATE TABLE t (a)");
        Assert.Contains("another program's", Assert.Throws<InputException>(() => ReplicationStore.Open(other)).Problems[0].Render("en"));
    }

    private StoredExecutor Stored() => new(new LocalExecutor(), ReplicationStore.Open(File));

    private static Dictionary<(int, int), ReplicationSummary> Run(IExecutor executor, int replications)
    {
        var found = new Dictionary<(int, int), ReplicationSummary>();
        Assert.True(executor.Run([new Variant("b", Baseline, replications)], Short, f => found.Add((f.Variant, f.Summary.Replication), f.Summary), default));
        return found;
    }

    private static void Same(Dictionary<(int, int), ReplicationSummary> expected, Dictionary<(int, int), ReplicationSummary> actual)
    {
        Assert.Equal(expected.Keys.Order(), actual.Keys.Order());
        foreach (((int, int) at, ReplicationSummary e) in expected)
        {
            Assert.Equal(e with { Rows = actual[at].Rows, ByDay = actual[at].ByDay, Presence = actual[at].Presence }, actual[at]);
            Assert.Equal(e.ByDay, actual[at].ByDay);
            Assert.Equal(e.Presence, actual[at].Presence);
            Assert.Equal(e.Rows.Count, actual[at].Rows.Count);
            Assert.All(e.Rows, r => Assert.Equal(r.Value, actual[at].Rows[r.Key]));
        }
    }
}
