using System.Text;
using CorridorTwin.Simulation.Tests.Trace;
using CorridorTwin.Simulation.Trace;
using CorridorTwin.Twin.Grains;
using CorridorTwin.Twin.Ingest;

namespace CorridorTwin.Twin.Tests.Ingest;

/// <summary>What a source may do wrong, and that it harms nothing that is right.</summary>
public class BadDataTests
{
    private static readonly IReadOnlyList<string> Lines = [.. TemporaryTwin.Feed.Take(12_000)];

    private static readonly Lazy<Task<string>> Whole = new(async () =>
    {
        await using var twin = new TemporaryTwin();
        IngestReport report = twin.Ingest(Lines);
        Assert.Equal((Lines.Count, Lines.Count, 0), (report.Lines, report.Accepted, report.Refused.Count));
        return twin.Hash();
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Any_order_within_the_lateness_bound_gives_the_same_state(int seed)
    {
        var random = new Random(seed);
        var parser = new BorderEventParser();
        // Each event is put off by up to less than the bound; the roster at the beginning sets no clock that events could be late against.
        string[] shuffled = [.. Lines.Select(l => (Line: l, At: parser.Parse(l).T.AddMinutes(random.NextDouble() * 119))).OrderBy(x => x.At).Select(x => x.Line)];
        await using var twin = new TemporaryTwin();
        IngestReport report = twin.Ingest(shuffled);
        Assert.Equal((0, Lines.Count), (report.Late, report.Accepted));
        Assert.True(report.OutOfOrder > 5000);
        Assert.Equal(await Whole.Value, twin.Hash());
    }

    [Fact]
    public async Task Told_twice_in_any_order_or_again_as_a_whole_counts_once()
    {
        await using var twin = new TemporaryTwin();
        IngestReport twice = twin.Ingest(Lines.SelectMany(l => (string[])[l, l]));
        Assert.Equal((Lines.Count, Lines.Count), (twice.Accepted, twice.Duplicates));
        IngestReport again = twin.Ingest(Lines, "another");
        Assert.Equal((0, Lines.Count), (again.Accepted, again.Duplicates));
        Assert.Equal(await Whole.Value, twin.Hash());
    }

    [Fact]
    public async Task Cut_anywhere_in_its_last_kilobyte_nothing_whole_is_lost_and_the_rest_can_come_later()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(string.Join('\n', Lines.Take(600)) + "\n");
        string whole;
        await using (var twin = new TemporaryTwin())
        {
            twin.Ingest(bytes);
            whole = twin.Hash();
        }
        for (int cut = bytes.Length - 1024; cut < bytes.Length; cut++)
        {
            await using var twin = new TemporaryTwin();
            IngestReport report = twin.Ingest(bytes[..cut]);
            int complete = bytes.AsSpan(0, cut).Count((byte)'\n');
            // A line without its end may be whole all the same.
            Assert.InRange(report.Accepted, complete, complete + 1);
            Assert.Empty(report.Refused);
            Assert.Equal(bytes.AsSpan(0, cut).LastIndexOf((byte)'\n') + 1 == cut || report.Accepted == complete + 1, report.TornAt == null);
            twin.Ingest(bytes[(int)report.Bytes..]);
            Assert.Equal(whole, twin.Hash());
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task One_per_cent_of_lines_damaged_at_random_are_set_aside_and_no_other(int seed)
    {
        var random = new Random(seed);
        byte[][] damaged = [.. Lines.Select(l =>
        {
            byte[] bytes = Encoding.UTF8.GetBytes(l);
            if (random.Next(100) != 0) return bytes;
            for (int n = random.Next(1, 6); n > 0; n--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            return bytes;
        })];
        string[] good = [.. Lines.Where((l, i) => damaged[i].AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(l)))];
        await using var twin = new TemporaryTwin();
        IngestReport report = twin.Ingest(damaged.SelectMany(d => d.Append((byte)'\n')).ToArray());
        Assert.True(report.Refused.Values.Sum() >= 60);
        // Nothing good is lost. Damage to the name or the beginning of the id leaves an event that bears no hash: it counts as one that came without.
        Assert.InRange(report.Accepted, good.Length, good.Length + 3);
        string[] unhashed = [.. damaged.Select(d => Encoding.UTF8.GetString(d)).Except(Lines).Where(l => !l.Contains($"\"id\":\"{EventId.Prefix}", StringComparison.Ordinal))];
        await using var clean = new TemporaryTwin();
        clean.Ingest(damaged.Select(d => Encoding.UTF8.GetString(d)).Where(l => good.Contains(l) || unhashed.Contains(l)));
        Assert.Equal(clean.Hash(), twin.Hash());
    }

    [Fact]
    public async Task A_refused_line_is_kept_with_its_place_and_reason_and_not_its_text()
    {
        const string Arrival = """{"type":"post.arrive","t":"2024-02-05T08:00:00-06:00","post":"upper","side":"GT","dir":"N2S","unit":"C 123-ABC","src":"LPR"}""";
        string[] bad =
        [
            """{"type":"post.arrive","t":"2024-02-05T08:00:00","post":"upper","side":"GT","unit":"C 123-ABC"}""",
            """{"type":"post.arrive","t":"2024-02-05T08:00:00-06:00","post":"upper","unit":"C 123-ABC"}""",
            """{"type":"lane.enter","t":"2024-02-05T08:00:00-06:00","post":"upper","side":"GT","unit":"C 123-ABC","lane":"gate"}""",
            """{"type":"post.arrive","t":"1824-02-05T08:00:00-06:00","post":"upper","side":"GT","unit":"C 123-ABC"}""",
            """{"type":"post.arrive","t":"2199-02-05T08:00:00-06:00","post":"upper","side":"GT","unit":"C 123-ABC"}""",
            Arrival.Replace("LPR", "EYE"),
            new string('x', 70_000),
            string.Concat(Enumerable.Repeat("[", 5000)),
            Arrival[..^1] + $",\"id\":\"{EventId.Prefix}{new string('0', 64)}\"}}",
        ];
        await using var twin = new TemporaryTwin();
        IngestReport report = twin.Ingest([Arrival, .. bad]);
        Assert.Equal(1, report.Accepted);
        Assert.DoesNotContain(SourceState.Simulated, twin.Twin.Sources.Single().Counters.Keys);
        QuarantinedLine[] kept = [.. twin.Twin.Quarantined().Reverse()];
        Assert.Equal(
            [Refusal.Malformed, Refusal.Incomplete, Refusal.Incomplete, Refusal.ImpossibleTime, Refusal.ImpossibleTime, Refusal.Malformed, Refusal.TooLong, Refusal.Malformed, Refusal.Damaged],
            kept.Select(k => k.Reason));
        Assert.Equal(Encoding.UTF8.GetByteCount(Arrival) + 1, kept[0].Position);
        Assert.Equal(kept[0].Position + kept[0].Length, kept[1].Position);
        Assert.Equal(70_001, kept[6].Length);
        await twin.Reopen();
        Assert.DoesNotContain("ABC", string.Concat(twin.Twin.Quarantined().Select(q => q.Detail)), StringComparison.Ordinal);
        Assert.Equal(4, twin.Twin.Sources.Single().Counters[Refusal.Malformed] + twin.Twin.Sources.Single().Counters[Refusal.Damaged]);
        byte[] file = await ReadAll(twin.Path);
        Assert.True(file.AsSpan().IndexOf("C 123"u8) < 0 && file.AsSpan().IndexOf("123ABC"u8) < 0, "a plate is in the file");
    }

    [Fact]
    public async Task What_comes_too_late_is_kept_aside_until_the_state_is_built_again()
    {
        string[] late = [Lines[3000]];
        await using var twin = new TemporaryTwin();
        IngestReport report = twin.Ingest(Lines.Except(late).Concat(late));
        Assert.Equal((1, Lines.Count - 1), (report.Late, report.Accepted));
        Assert.Equal(1, twin.Twin.Rebuild());
        await twin.Reopen();
        Assert.Equal(await Whole.Value, twin.Hash());
    }

    [Fact]
    public async Task One_id_with_two_contents_counts_for_neither_whichever_comes_first()
    {
        static string Event(string type, string id) => $$"""{"id":"{{id}}","type":"{{type}}","t":"2024-02-05T08:00:00-06:00","post":"upper","side":"GT","dir":"N2S","unit":"A","src":"RFID"}""";
        foreach (string[] order in (string[][])[["queue.enter", "post.arrive"], ["post.arrive", "queue.enter"]])
        {
            await using var twin = new TemporaryTwin();
            IngestReport report = twin.Ingest(order.Select(o => Event(o, "x-1")));
            Assert.Equal((1, 1), (report.Accepted, report.Refused[Refusal.Conflict]));
            Assert.Empty(twin.Twin.State().Trucks);
            await twin.Reopen(killed: true);
            Assert.Empty(twin.Twin.State().Trucks);
        }
    }

    [Fact]
    public async Task A_correction_takes_back_what_it_names_before_or_after_it_comes()
    {
        static string Event(string type, string id, string minute, string more = "") => $$"""{"id":"{{id}}","type":"{{type}}","t":"2024-02-05T08:{{minute}}:00-06:00","post":"upper","side":"GT","dir":"N2S","unit":"A","src":"MANUAL"{{more}}}""";
        string[] lines = [Event("queue.enter", "1", "00"), Event("post.exit", "2", "10"), Event("post.arrive", "3", "10", ""","corrects":["2"]""")];
        foreach (string[] order in (string[][])[lines, [lines[0], lines[2], lines[1]]])
        {
            await using var twin = new TemporaryTwin();
            twin.Ingest(order);
            Assert.Equal(Phase.Inside, twin.Twin.State().Trucks.Single().Phase);
            await twin.Reopen(killed: true);
            Assert.Equal(Phase.Inside, twin.Twin.State().Trucks.Single().Phase);
        }
    }

    [Fact]
    public async Task A_correction_of_something_that_is_no_id_at_all_harms_nothing()
    {
        await using var twin = new TemporaryTwin();
        IngestReport report = twin.Ingest($$"""{"type":"queue.enter","t":"2024-02-05T08:00:00-06:00","post":"upper","side":"GT","dir":"N2S","unit":"A","src":"RFID","corrects":["{{EventId.Prefix}}{{new string('z', 64)}}","","é"]}""");
        Assert.Equal((1, 3), (report.Accepted, report.Corrected));
        Assert.Single(twin.Twin.State().Trucks);
    }

    [Fact]
    public async Task No_line_stops_the_rest()
    {
        var random = new Random(11);
        string[] pieces = [.. Lines.Take(400).SelectMany(l => l.Split(','))];
        string header = TraceFixture.Text.Split('\n')[0];
        string[] odd =
        [
            header, """{"type":"queue.enter","t":"0001-01-01T00:00:00Z","post":"upper","side":"GT","unit":"A"}""", header[..200], """{"type":"trace.header","schema":"\ud800"}""",
            """{"type":"queue.enter","t":"2024-02-05T08:00:00+14:59","post":"upper","side":"GT","unit":"A"}""", """{"type":"\ud800","t":"2024-02-05T08:00:00Z"}""", "{}", "[]", "null", "1e999", "\"\"", "{\"type\":{}}", "\0", "type,t",
            """{"type":"res.open","t":"2024-02-05T08:00:00Z","post":"upper","side":"GT","dir":"N2S","lane":"gate","ext":{"staff":2147483647,"extra":2147483647,"order":2147483647}}""",
            .. Enumerable.Range(0, 3000).Select(_ => string.Join(',', Enumerable.Range(0, random.Next(1, 20)).Select(_ => pieces[random.Next(pieces.Length)]))),
        ];
        await using var twin = new TemporaryTwin();
        IngestReport report = twin.Ingest(odd.Append(Lines[^1]).Append(Lines[^2]));
        Assert.True(report.Accepted >= 2, $"{report}");
        Assert.Equal(0, twin.Twin.Host.Counts.Faults);
        Assert.True(twin.Twin.State().Sides.All(s => s.Flow.IsConserved));
        await twin.Reopen(killed: true);
        Assert.Null(twin.Twin.VerifyLog());
    }

    [Fact]
    public async Task Panama_is_an_hour_ahead_of_its_neighbour_and_the_state_does_not_mind()
    {
        await using var twin = new TemporaryTwin();
        twin.Ingest("""
            {"type":"queue.enter","t":"2024-02-05T08:00:00-06:00","post":"paso-canoas","side":"CR","dir":"N2S","unit":"A","trip":"A1","src":"RFID"}
            {"type":"post.exit","t":"2024-02-05T08:30:00-06:00","post":"paso-canoas","side":"CR","dir":"N2S","unit":"A","trip":"A1","src":"RFID"}
            {"type":"queue.enter","t":"2024-02-05T09:31:00-05:00","post":"paso-canoas","side":"PA","dir":"N2S","unit":"A","trip":"A1","src":"RFID"}
            """);
        TruckView truck = twin.Twin.State().Trucks.Single();
        Assert.Equal(new DateTimeOffset(2024, 2, 5, 14, 31, 0, TimeSpan.Zero), truck.Since);
        Assert.Equal(1, twin.Twin.State().Sides.Single(s => s.Side == "CR").Flow.Left);
    }

    [Fact]
    public async Task Csv_gives_the_same_state_as_json()
    {
        var parser = new BorderEventParser();
        string[] lines = [.. Lines.Take(3000)];
        await using var json = new TemporaryTwin();
        json.Ingest(lines);
        await using var csv = new TemporaryTwin();
        IngestReport report = csv.Ingest(lines.Select(l => BorderEventCsv.Row(parser.Parse(l))).Prepend(BorderEventCsv.Header));
        Assert.Equal(lines.Length, report.Accepted);
        Assert.Equal(json.Hash(), csv.Hash());
    }

    [Fact]
    public async Task Two_sources_that_read_the_same_trucks_show_how_far_their_clocks_differ()
    {
        static IEnumerable<string> Reads(string src, int late) => Enumerable.Range(0, 20).Select(i => $$"""{"type":"post.arrive","t":"2024-02-05T08:{{i:00}}:{{late:00}}-06:00","post":"upper","side":"GT","dir":"N2S","unit":"AB{{i}}","src":"{{src}}"}""");
        await using var twin = new TemporaryTwin();
        twin.Ingest(Reads("RFID", 0), "rfid");
        twin.Ingest(Reads("LPR", 40), "cameras");
        Assert.Equal([-40_000L, 40_000L], twin.Twin.Sources.Select(s => s.Skew!.Value));
        Assert.Equal(20, twin.Twin.State().Trucks.Count());
    }

    [Fact]
    public async Task A_side_nobody_has_told_of_for_long_has_no_data()
    {
        await using var twin = new TemporaryTwin();
        twin.Ingest("""
            {"type":"queue.enter","t":"2024-02-05T08:00:00-06:00","post":"upper","side":"GT","dir":"N2S","unit":"A","src":"RFID"}
            {"type":"queue.enter","t":"2024-02-05T15:00:00-06:00","post":"lower","side":"PA","dir":"N2S","unit":"B","src":"RFID"}
            """);
        Assert.Equal([("lower", false), ("upper", true)], twin.Twin.State().Sides.Select(s => (s.Post, s.NoData)));
    }

    [Fact]
    public async Task A_truck_at_two_posts_at_once_and_one_that_was_not_seen_to_come_are_counted()
    {
        static string Event(string type, string time, string post, string unit) => $$"""{"type":"{{type}}","t":"2024-02-05T{{time}}:00-06:00","post":"{{post}}","side":"X","dir":"N2S","unit":"{{unit}}","src":"RFID"}""";
        await using var twin = new TemporaryTwin();
        twin.Ingest([
            Event("queue.enter", "08:00", "upper", "A"), Event("post.exit", "09:00", "upper", "A"), Event("queue.enter", "09:05", "lower", "A"),
            Event("queue.enter", "08:00", "upper", "B"), Event("post.exit", "09:00", "upper", "B"), Event("queue.enter", "11:05", "lower", "B"), Event("post.exit", "11:00", "lower", "C"),
        ]);
        TwinQuality quality = twin.Twin.Quality();
        Assert.Equal((5, 1, 1), (quality.Legs, quality.Teleported, quality.OpenLeft));
    }

    private static async Task<byte[]> ReadAll(string path)
    {
        var all = new MemoryStream();
        foreach (string file in Directory.GetFiles(System.IO.Path.GetDirectoryName(path)!).Where(f => !f.EndsWith(".writer", StringComparison.Ordinal)))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            await stream.CopyToAsync(all);
        }
        return all.ToArray();
    }
}
