using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace CorridorTwin.Cli.Tests.Commands;

public class TwinCommandTests
{
    private static readonly string[] Brief = ["--warmup-days", "1", "--days", "1"];

    [Fact]
    public void A_simulated_day_is_fed_taken_shown_and_verified()
    {
        using var scratch = new Scratch();
        string feed = scratch.File("feed.jsonl"), twin = scratch.File("twin.db");
        Assert.Equal(ExitCode.Done, Corridor.Call(["feed", "--out", scratch.Path, .. Brief]).Code);
        string[] lines = File.ReadAllLines(feed);
        Assert.All(lines, l => Assert.Contains("\"src\":\"SIM\"", l, StringComparison.Ordinal));
        Answer taken = Corridor.Call("twin", "ingest", feed, "--twin", twin);
        Assert.Equal((ExitCode.Done, "", $"{lines.Length} lines: {lines.Length} accepted\n"), (taken.Code, taken.Out, taken.Error));
        Assert.Equal($"{lines.Length} lines: {lines.Length} duplicates\n", Corridor.Call("twin", "ingest", feed, "--twin", twin).Error.Replace("0 accepted, ", "", StringComparison.Ordinal));
        JsonElement state = JsonDocument.Parse(Corridor.Call("twin", "state", "--twin", twin, "--format", "json").Out).RootElement;
        Assert.Equal(20, state.GetProperty("sides").GetArrayLength());
        Assert.All(state.GetProperty("sides").EnumerateArray(), s => Assert.True(s.GetProperty("conserved").GetBoolean() && !s.GetProperty("noData").GetBoolean()));
        Assert.Equal((ExitCode.Done, $"log whole: {lines.Length} events\n"), (Corridor.Call("twin", "verify-log", "--twin", twin) is var v ? v.Code : 0, Corridor.Call("twin", "verify-log", "--twin", twin).Out));
        string csv = Corridor.Call("twin", "replay", "--twin", twin, "--hours", "4", "--format", "csv").Out;
        Assert.Equal(1 + 5 * 20, csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("Estado a las", Corridor.Call("twin", "state", "--twin", twin, "--lang", "es").Out, StringComparison.Ordinal);
        Assert.Contains("State at", Corridor.Call("twin", "state", "--twin", twin).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_readings_are_the_same_ones_every_time_and_csv_says_the_same()
    {
        string[] some = Corridor.Call(["feed", "--missing", "10", .. Brief]).Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string[] all = Corridor.Call(["feed", .. Brief]).Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.InRange(1 - some.Length / (double)all.Length, 0.08, 0.11);
        Assert.Empty(some.Except(all));
        Assert.Equal(all.Length + 1, Corridor.Call(["feed", "--format", "csv", .. Brief]).Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Theory]
    [InlineData("corridor: twin: what to do is missing; expected one of ingest, state, replay, verify-log, rebuild, forecast, fork, key", "twin")]
    [InlineData("corridor: twin 'ingset': unknown; expected one of ingest, state, replay, verify-log, rebuild, forecast, fork, key; did you mean 'ingest'?", "twin", "ingset")]
    [InlineData("corridor: --at 'noon': is not a time; expected a time with its offset, such as 2024-03-04T14:00:00-06:00", "twin", "state", "--at", "noon")]
    [InlineData("none.jsonl: does not exist; expected a file of events", "twin", "ingest", "none.jsonl")]
    [InlineData("corridor: twin key: what to do is missing; expected one of add, list, revoke", "twin", "key")]
    [InlineData("corridor: twin key add: the name of the source is missing; expected up to 64 letters, digits, dots, hyphens", "twin", "key", "add")]
    [InlineData("corridor: twin key add 'my gate': is not a name of a source; expected up to 64 letters, digits, dots, hyphens", "twin", "key", "add", "my gate")]
    [InlineData("corridor: 'more': is one word too many", "twin", "ingest", "feed.jsonl", "more")]
    [InlineData("none.db: does not exist; expected a file that 'corridor twin ingest' has filled", "twin", "state", "--twin", "none.db")]
    public void What_cannot_be_done_is_said_in_one_line(string line, params string[] call)
    {
        Answer answer = Corridor.Call(call);
        Assert.Equal((ExitCode.BadInput, line), (answer.Code, Assert.Single(answer.ErrorLines)));
    }

    [Fact]
    public void A_key_is_shown_once_listed_without_itself_and_revoked()
    {
        using var scratch = new Scratch();
        string twin = scratch.File("twin.db");
        Answer made = Corridor.Call("twin", "key", "add", "gates", "--scope", "both", "--twin", twin);
        string key = made.Out.Trim();
        Assert.Equal((ExitCode.Done, 1), (made.Code, made.Out.Count(c => c == '\n')));
        Assert.Matches("^ctk_[0-9a-f]{16}_[A-Za-z0-9_-]{43}$", key);
        JsonElement listed = JsonDocument.Parse(Corridor.Call("twin", "key", "list", "--twin", twin, "--format", "json").Out).RootElement[0];
        Assert.Equal(("gates", "ingest+read", JsonValueKind.Null), (listed.GetProperty("source").GetString(), listed.GetProperty("scope").GetString(), listed.GetProperty("revoked").ValueKind));
        string[] tables = [Corridor.Call("twin", "key", "list", "--twin", twin).Out, Corridor.Call("twin", "key", "list", "--twin", twin, "--format", "csv").Out];
        Assert.All(tables, t => Assert.DoesNotContain(key[21..], t, StringComparison.Ordinal));
        Assert.Equal("corridor: twin key revoke 'gatse': there is no good key of that name; expected one of gates; did you mean 'gates'?", Assert.Single(Corridor.Call("twin", "key", "revoke", "gatse", "--twin", twin).ErrorLines));
        Assert.Equal(ExitCode.Done, Corridor.Call("twin", "key", "revoke", "gates", "--twin", twin).Code);
        Assert.NotEqual(JsonValueKind.Null, JsonDocument.Parse(Corridor.Call("twin", "key", "list", "--twin", twin, "--format", "json").Out).RootElement[0].GetProperty("revoked").ValueKind);
        Assert.Equal(ExitCode.BadInput, Corridor.Call("twin", "key", "revoke", "gates", "--twin", twin).Code);
    }

    [Fact]
    public void Lines_set_aside_are_counted_and_make_the_exit_code_1()
    {
        using var scratch = new Scratch();
        File.WriteAllText(scratch.File("bad.jsonl"), "{\"type\":\"post.arrive\"}\nnonsense\n{\"type\":\"clock.heartbeat\",\"t\":\"2024-03-04T00:00:00-06:00\"}\n{\"type\":");
        Answer answer = Corridor.Call("twin", "ingest", scratch.File("bad.jsonl"), "--twin", scratch.File("twin.db"));
        Assert.Equal(ExitCode.Failed, answer.Code);
        Assert.Equal(["4 lines: 1 accepted, 2 set aside: malformed", "corridor: the last line is cut (byte 91); it will be taken when it is whole"], answer.ErrorLines);
    }

    /// <summary>Killed fifty times in the middle of its work: what it said was committed is there.</summary>
    [Fact]
    [Trait("Category", "Long")]
    public void No_acknowledged_event_is_lost_when_it_is_killed()
    {
        using var scratch = new Scratch();
        string feed = scratch.File("feed.jsonl"), twin = scratch.File("twin.db");
        Assert.Equal(ExitCode.Done, Corridor.Call("feed", "--out", scratch.Path, "--warmup-days", "7", "--days", "2").Code);
        int lines = File.ReadLines(feed).Count();
        var random = new Random(1);
        int killed = 0;
        long least = 0;
        while (killed < 50)
        {
            // Its file may have been taken whole by now: begin again, so that each of the fifty is killed at work.
            if (least > lines * 0.9)
            {
                foreach (string old in Directory.GetFiles(scratch.Path, "twin.db*")) File.Delete(old);
                least = 0;
            }
            using Process process = Corridor.Start("twin", "ingest", feed, "--twin", twin, "--acknowledge", "--scenarios", Repository.Scenarios);
            long acknowledged = least;
            int after = random.Next(1, 12);
            for (int n = 0; n < after && process.StandardOutput.ReadLine() is { } line; n++) acknowledged = Math.Max(acknowledged, long.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture));
            Thread.Sleep(random.Next(30));
            process.Kill();
            process.WaitForExit();
            killed++;
            Answer verified = Corridor.Call("twin", "verify-log", "--twin", twin);
            Assert.Equal((ExitCode.Done, ""), (verified.Code, verified.Error));
            long kept = long.Parse(verified.Out.Split(' ')[2], CultureInfo.InvariantCulture);
            Assert.True(kept >= acknowledged, $"{acknowledged} acknowledged, {kept} kept");
            least = kept;
        }
        Corridor.Call("twin", "ingest", feed, "--twin", twin);
        string whole = scratch.File("whole.db");
        Corridor.Call("twin", "ingest", feed, "--twin", whole);
        Assert.Equal(Hash(whole), Hash(twin));

        static string Hash(string path) => JsonDocument.Parse(Corridor.Call("twin", "state", "--twin", path, "--format", "json").Out).RootElement.GetProperty("hash").GetString()!;
    }
}
