using CorridorTwin.Scenarios.Studies;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Time;
using CorridorTwin.Simulation.Trace;

namespace CorridorTwin.Scenarios.Tests.Studies;

public sealed class EventStudyTests
{
    private static Study Read(string content)
    {
        using var file = new TemporaryFile(content, "events.jsonl");
        return StudyReader.Read(file.Path, Shipped.Baseline).OrThrow();
    }

    [Fact]
    public void Events_become_the_rows_that_a_replay_of_them_gives()
    {
        CorridorNetwork corridor = CorridorCompiler.Compile(Shipped.Baseline, SimDuration.FromDays(1), SimDuration.FromDays(1));
        var text = new StringWriter { NewLine = "\n" };
        TraceRun.Write(corridor, new TraceRequest { Seed = 3, From = SimTime.FromDays(1), To = SimTime.FromDays(1.15), LookAhead = SimDuration.FromDays(1) }, text);
        var ended = new Dictionary<(string, string, string), TripSide>();
        TraceReplay replay = TraceReplay.Read(new StringReader(text.ToString()), ended: t => ended.Add((t.Unit, t.Post, t.Side), t));
        Study study = Read(text.ToString());
        Assert.Empty(study.Rejected);
        Assert.True(study.Simulated);
        StudyRow[] left = [.. study.Rows.Where(r => !r.Censored)];
        Assert.Equal(ended.Count, left.Length);
        Assert.True(left.Length > 100);
        foreach (StudyRow row in left)
        {
            TripSide trip = ended[(row.Truck, row.Post, row.Side)];
            Assert.Equal((trip.Op, trip.Dir, trip.Channel), (row.Operation, row.Direction, row.Channel));
            foreach (int i in new[] { 0, 1, 2, 3, 6, 7, 8 }) Assert.Equal(trip.Stamps[i], row.Stamps[i]);
        }
        Assert.Equal(replay.Inside.Count(), study.Rows.Count(r => r.Censored));
        Assert.Contains(left, r => r.Stages.ContainsKey("customs"));

        // The order of lines does not matter, and a line told twice counts once.
        string[] lines = text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Study shuffled = Read(string.Join('\n', [lines[0], .. lines.Skip(1).Reverse(), lines[^2]]));
        Assert.Equal(left.Select(r => (r.Truck, r.Post, r.Side, r.Stamps)).ToHashSet(), shuffled.Rows.Where(r => !r.Censored).Select(r => (r.Truck, r.Post, r.Side, r.Stamps)).ToHashSet());
        Assert.Equal(RejectKind.Duplicate, Assert.Single(shuffled.Rejected).Kind);
    }

    [Fact]
    public void Lines_that_are_no_events_and_passages_that_cannot_be_are_listed()
    {
        Study study = Read("""
            {"type":"queue.enter","t":"2024-02-05T06:00:00-06:00","post":"guasaule","side":"HN","dir":"N2S","unit":"A","op":"EXPORT"}
            {"type":"post.exit","t":"2024-02-05T09:00:00-06:00","post":"guasaule","side":"HN","dir":"N2S","unit":"A","op":"EXPORT"}
            {"type":"queue.enter","t":"2024-02-05T06:00:00-06:00","post":"guasaule","side":"HN","dir":"N2S","unit":"B","op":"EXPORT"}
            {"type":"post.exit","t":"2024-02-05T05:00:00-06:00","post":"guasaule","side":"HN","dir":"N2S","unit":"B","op":"EXPORT"}
            {"type":"queue.enter","t":"2024-02-05T06:00:00-06:00","post":"nowhere","side":"HN","dir":"N2S","unit":"C","op":"EXPORT"}
            {"type":"queue.enter","t":"2034-02-05T06:00:00-06:00","post":"guasaule","side":"HN","dir":"N2S","unit":"D","op":"EXPORT"}
            {"type":"queue.enter","t":"2024-02-05T06:00:00-06:00","post":"guasaule","side":"HN","dir":"N2S","unit":"E"}
            {"type":"queue.enter","t":"2024-02-05T06
            """);
        Assert.Equal("A", Assert.Single(study.Rows).Truck);
        Assert.False(study.Simulated);
        Assert.Equal([(3, RejectKind.Order), (5, RejectKind.Unknown), (6, RejectKind.Future), (7, RejectKind.Missing), (8, RejectKind.Shape)], study.Rejected.Select(r => (r.Line, r.Kind)));
    }
}
