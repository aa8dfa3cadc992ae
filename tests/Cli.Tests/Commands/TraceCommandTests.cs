using System.Text.Json;

namespace CorridorTwin.Cli.Tests.Commands;

public class TraceCommandTests
{
    private static readonly string[] Brief = ["--warmup-days", "1", "--days", "1"];

    [Fact]
    public void Every_line_is_a_json_object_and_the_last_says_that_it_is_whole()
    {
        Answer answer = Corridor.Call(["trace", .. Brief]);
        Assert.Equal((ExitCode.Done, ""), (answer.Code, answer.Error));
        JsonElement[] lines = [.. answer.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];
        Assert.True(lines.Length > 1000);
        Assert.Equal("clock.heartbeat", lines[^1].GetProperty("type").GetString());
    }

    [Fact]
    public void The_window_moves_with_its_first_day() => Assert.NotEqual(Corridor.Call(["trace", .. Brief]).Out, Corridor.Call(["trace", "--from", "1", .. Brief]).Out);

    [Fact]
    public void It_can_go_to_a_file_instead()
    {
        using var scratch = new Scratch();
        Answer answer = Corridor.Call(["trace", "smart-border", "--out", scratch.Path, .. Brief]);
        Assert.Equal((ExitCode.Done, "", $"written: {scratch.File("trace.jsonl")}\n"), (answer.Code, answer.Out, answer.Error));
        Assert.Equal(Corridor.Call(["trace", "smart-border", .. Brief]).Out, File.ReadAllText(scratch.File("trace.jsonl")));
    }

    [Fact]
    public void Cancelled_it_leaves_no_file()
    {
        using var scratch = new Scratch();
        Answer answer = Corridor.Call(120, new CancellationToken(true), ["trace", "--out", scratch.Path, .. Brief]);
        Assert.Equal(ExitCode.Cancelled, answer.Code);
        Assert.Equal("corridor: interrupted; the end of the trace is missing", Assert.Single(answer.ErrorLines));
        Assert.Empty(Directory.EnumerateFileSystemEntries(scratch.Path));
    }

    [Fact]
    public void A_period_is_told_in_its_own_dates()
    {
        string[] lines = Corridor.Call("trace", "--period", "2024-12-23", "--from", "2", "--days", "1", "--warmup-days", "7").Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("2024-12-25T00:00:00.000-06:00", JsonDocument.Parse(lines[0]).RootElement.GetProperty("from").GetString());
        Assert.Equal("2024-12-26T00:00:00.000-06:00", JsonDocument.Parse(lines[^1]).RootElement.GetProperty("t").GetString());
    }
}
