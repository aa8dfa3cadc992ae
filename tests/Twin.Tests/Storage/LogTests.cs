using System.Diagnostics;
using System.Globalization;
using System.Text;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Simulation.Trace;
using CorridorTwin.Twin.Grains;
using CorridorTwin.Twin.Ingest;
using CorridorTwin.Twin.Storage;
using Microsoft.Data.Sqlite;

namespace CorridorTwin.Twin.Tests.Storage;

/// <summary>The log: what is in it stays, what is changed shows, and what was known when can be asked.</summary>
public class LogTests
{
    private static readonly string[] Lines = [.. TemporaryTwin.Feed.Take(9000)];

    [Fact]
    public async Task A_restart_goes_on_where_it_was_with_and_without_a_snapshot()
    {
        foreach (int every in (int[])[500, int.MaxValue])
            foreach (bool killed in (bool[])[true, false])
            {
                await using var whole = new TemporaryTwin();
                whole.Ingest(Lines);
                await using var twin = new TemporaryTwin(new TwinOptions { BatchSize = 300, SnapshotEvery = every });
                for (int i = 0; i < 3; i++)
                {
                    twin.Ingest(Lines.Skip(i * 3000).Take(3000));
                    string before = twin.Twin.State().Text();
                    await twin.Reopen(killed);
                    Assert.DoesNotContain(twin.Twin.State().Sides, s => s.NoData);
                    Assert.Equal(before.Split('\n'), twin.Twin.State().Text().Split('\n'));
                }
                Assert.Equal(whole.Hash(), twin.Hash());
                Assert.Equal(9000, twin.Twin.Sources.Single().Counters["accepted"]);
                Assert.Equal(9000, twin.Twin.Sources.Single().Counters[SourceState.Simulated]);
                Assert.Equal(0, twin.Twin.Host.Counts.Faults);
            }
    }

    [Fact]
    public async Task A_snapshot_made_by_other_rules_is_left_aside_and_replaced()
    {
        await using var twin = new TemporaryTwin();
        twin.Ingest(Lines.Take(3000));
        string hash = twin.Hash();
        twin.Twin.Snapshot();
        // Every grain holds what other rules made of its messages: nothing that anybody could read.
        Assert.NotEqual("0", Ask("UPDATE grain SET state = x'00'; SELECT changes()"));
        Ask("UPDATE meta SET value = value || '1' WHERE name = 'snapshot'");
        await twin.Reopen(killed: true);
        Assert.Equal(hash, twin.Hash());
        twin.Twin.Snapshot();
        Assert.Equal("0", Ask("SELECT count(*) FROM grain WHERE state = x'00'"));
        await twin.Reopen(killed: true);
        Assert.Equal(hash, twin.Hash());
        Assert.EndsWith($" {TwinRules.Version}", Ask("SELECT value FROM meta WHERE name = 'snapshot'"), StringComparison.Ordinal);

        string? Ask(string sql)
        {
            using var open = new SqliteConnection($"Data Source={twin.Path};Pooling=false");
            open.Open();
            using SqliteCommand command = open.CreateCommand();
            command.CommandText = sql;
            return command.ExecuteScalar()?.ToString();
        }
    }

    [Fact]
    public async Task What_was_known_when_can_be_asked()
    {
        static string Event(string type, string minute, string known, string more = "") =>
            $$"""{"type":"{{type}}","t":"2024-02-05T08:{{minute}}:00-06:00","rec":"2024-02-05T{{known}}:00-06:00","post":"upper","side":"GT","dir":"N2S","unit":"A","src":"SIM"{{more}}}""";
        string exit = Event("post.exit", "40", "08:40");
        await using var twin = new TemporaryTwin();
        twin.Ingest([
            Event("queue.enter", "00", "08:00"), exit,
            // The gate was read at 8:10 and told at 9:00; the exit turned out to be another truck's at 9:30.
            Event("post.arrive", "10", "09:00"), Event("stage.end", "50", "09:30", $$""","stage":"gate","lane":"gate","corrects":["{{EventId.Of(new BorderEventParser().Parse(exit))}}"]"""),
        ]);
        Assert.Equal(Phase.Queue, At("08:30", "08:30"));
        Assert.Equal(Phase.Inside, At("08:30", "09:10"));
        Assert.Null(At("08:45", "09:10"));
        Assert.Equal(Phase.Inside, At("08:45", "09:40"));
        Assert.Equal(Phase.Inside, At("08:45", null));

        Phase? At(string at, string? known) => twin.Twin.State(Local(at), known == null ? null : Local(known)).Trucks.SingleOrDefault()?.Phase;
        static DateTimeOffset Local(string time) => DateTimeOffset.Parse($"2024-02-05T{time}:00-06:00", CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task The_past_as_known_today_is_what_the_state_was()
    {
        await using var twin = new TemporaryTwin();
        twin.Ingest(Lines.Take(6000));
        TwinView then = twin.Twin.State();
        twin.Ingest(Lines.Skip(6000));
        Assert.NotEqual(then.Hash(), twin.Hash());
        Assert.Equal(then.Hash(), twin.Twin.State(then.At).Hash());
    }

    [Theory]
    [InlineData("UPDATE event SET t = t + 1 WHERE seq = 700", "the batch of events 601 to 900 is not what it was recorded as")]
    [InlineData("UPDATE event SET body = replace(CAST(body AS TEXT), 'GT', 'SV') WHERE seq = 700", "event 700 is not what it was recorded as")]
    [InlineData("DELETE FROM event WHERE seq = 700", "event 700 is missing")]
    [InlineData("DELETE FROM event WHERE seq > 8990", "events from 8991 to 9000 are missing")]
    [InlineData("DELETE FROM batch WHERE last = 900", "events 601 to 900 are in no batch")]
    [InlineData("DELETE FROM batch WHERE last = 9000", " are in no batch")]
    public async Task Any_change_to_the_log_shows(string change, string problem)
    {
        await using var twin = new TemporaryTwin(new TwinOptions { BatchSize = 300 });
        twin.Ingest(Lines);
        Assert.Null(twin.Twin.VerifyLog());
        using (var open = new SqliteConnection($"Data Source={twin.Path};Pooling=false"))
        {
            open.Open();
            using SqliteCommand command = open.CreateCommand();
            command.CommandText = change;
            Assert.True(command.ExecuteNonQuery() > 0);
        }
        Assert.EndsWith(problem, twin.Twin.VerifyLog(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_forgotten_is_gone_and_the_state_and_the_rest_stay()
    {
        await using var twin = new TemporaryTwin(new TwinOptions { BatchSize = 300 });
        twin.Ingest(Lines);
        string before = twin.Hash();
        long forgotten = twin.Twin.Forget(twin.Twin.State().At.AddHours(-6));
        Assert.InRange(forgotten, 300, Lines.Length - 300);
        Assert.Null(twin.Twin.VerifyLog());
        await twin.Reopen(killed: true);
        Assert.Equal(before, twin.Hash());
        Assert.Equal(Lines.Length, twin.Twin.Events);
    }

    [Fact]
    public async Task An_export_tells_no_cell_of_fewer_than_five_trucks()
    {
        await using var twin = new TemporaryTwin();
        twin.Ingest(Lines);
        var text = new StringWriter();
        twin.Twin.ExportFlows(text, DateTimeOffset.MinValue.AddYears(1), DateTimeOffset.MaxValue.AddYears(-1));
        string[][] rows = [.. text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(r => r.Split(','))];
        string[] counts = [.. rows.SelectMany(r => r[4..])];
        Assert.Contains("<5", counts);
        Assert.DoesNotContain(counts, c => c is "1" or "2" or "3" or "4");
        Assert.Contains(counts, c => int.TryParse(c, out int n) && n >= 5);
    }

    [Fact]
    public async Task One_writes_and_others_read_meanwhile()
    {
        await using var twin = new TemporaryTwin();
        twin.Ingest(Lines.Take(3000));
        InputException refused = Assert.Throws<InputException>(() => LiveTwin.Open(twin.Path));
        Assert.Contains("another process", refused.Problems.Single().Message.En, StringComparison.Ordinal);
        await using LiveTwin reader = LiveTwin.Open(twin.Path, new TwinOptions { ReadOnly = true });
        Assert.Equal(twin.Hash(), reader.State().Hash());
        Assert.Throws<InvalidOperationException>(() => reader.Ingest(Stream.Null, new IngestOptions { Source = "x" }));
    }

    [Fact]
    public void Files_of_others_and_of_later_versions_are_refused()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        string text = Path.Combine(folder, "text.db"), other = Path.Combine(folder, "other.db"), later = Path.Combine(folder, "later.db");
        File.WriteAllText(text, string.Concat(Enumerable.Repeat("not a database ", 100)));
        Run(other, "CREATE TABLE mine (x INTEGER)");
        Run(later, $"PRAGMA application_id = {TwinSql.ApplicationId}; PRAGMA user_version = {TwinDatabase.SchemaVersion + 1}");
        Assert.Equal("is not a file of the twin", Assert.Throws<InputException>(() => LiveTwin.Open(text)).Problems[0].Message.En);
        Assert.Equal("is not a file of the twin", Assert.Throws<InputException>(() => LiveTwin.Open(other)).Problems[0].Message.En);
        Assert.Equal("was written by a newer version of this program", Assert.Throws<InputException>(() => LiveTwin.Open(later)).Problems[0].Message.En);
        Assert.Equal("does not exist", Assert.Throws<InputException>(() => LiveTwin.Open(Path.Combine(folder, "none.db"), new TwinOptions { ReadOnly = true })).Problems[0].Message.En);
        Directory.Delete(folder, true);

        static void Run(string path, string sql)
        {
            using var open = new SqliteConnection($"Data Source={path};Pooling=false");
            open.Open();
            using SqliteCommand command = open.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
    }

    [Fact]
    public void A_pseudonym_needs_the_key_and_joins_what_cameras_read_differently()
    {
        var mine = new Pseudonyms([1, 2, 3]);
        Assert.Equal(mine.OfPlate("C 123-SOZ"), mine.OfPlate("c123502"));
        Assert.Equal(mine.OfPlate("AB123450"), mine.OfPlate("AB12345OAB123450"));
        Assert.NotEqual(mine.OfPlate("C123501"), mine.OfPlate("C123502"));
        Assert.NotEqual(mine.OfPlate("C123502"), new Pseudonyms([1, 2, 4]).OfPlate("C123502"));
        BorderEvent e = new() { Type = "post.arrive", T = default, Unit = "C123", Trip = "C123-7", Src = EventSource.Lpr, Doc = new DocumentReference(DocumentKind.DucaT, "GT-1"), Ext = new EventExtras { Other = """{"placa":"C123","axles":6,"more":{"plate":"C123"}}""" } };
        string told = BorderEventJson.Text(mine.Apply(e));
        Assert.DoesNotContain("C123", told, StringComparison.Ordinal);
        Assert.DoesNotContain("GT-1", told, StringComparison.Ordinal);
        Assert.Contains("\"axles\":\"6\"", told, StringComparison.Ordinal);
    }
}
