using System.Text.Json;

namespace CorridorTwin.Cli.Tests.Commands;

public class RunCommandTests
{
    [Fact]
    public void The_page_has_a_table_per_post_with_sides_and_crossings()
    {
        Answer answer = Corridor.Call(["run", .. Corridor.Brief]);
        Assert.Equal((ExitCode.Done, ""), (answer.Code, answer.Error));
        Assert.Contains("\nPeña Blanca–Peñas Blancas\nSide ", answer.Out, StringComparison.Ordinal);
        Assert.Matches("\nS2N CR exit +export ", answer.Out);
        Assert.Matches("\nS2N crossing +pair ", answer.Out);
        Assert.Contains("Illustrative", answer.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_has_the_breakdown_with_intervals()
    {
        JsonElement root = JsonDocument.Parse(Corridor.Call(["run", "smart-border", "--format", "json", .. Corridor.Brief]).Out).RootElement;
        Assert.Equal("smart-border", root.GetProperty("scenario").GetString());
        JsonElement row = root.GetProperty("breakdown").EnumerateArray().First(r => r.GetProperty("n").GetDouble() > 0);
        double mean = row.GetProperty("mean").GetDouble();
        Assert.InRange(mean, row.GetProperty("meanCi95")[0].GetDouble(), row.GetProperty("meanCi95")[1].GetDouble());
    }

    [Fact]
    public void The_baseline_may_be_named() =>
        Assert.Equal(Corridor.Call(["run", "--format", "csv", .. Corridor.Brief]).Out, Corridor.Call(["run", "2024-baseline", "--format", "csv", .. Corridor.Brief]).Out);

    [Fact]
    public void Threads_change_nothing() =>
        Assert.Equal(Corridor.Call(["run", "--format", "csv", .. Corridor.Brief]).Out, Corridor.Call(["run", "--format", "csv", "--replications", "2", "--days", "2", "--warmup-days", "1", "--threads", "4"]).Out);

    [Fact]
    public void Cancelled_at_once_it_says_so()
    {
        using var scratch = new Scratch();
        Answer answer = Corridor.Call(120, new CancellationToken(true), "run", "--out", scratch.Path, "--format", "json");
        Assert.Equal(ExitCode.Cancelled, answer.Code);
        Assert.False(JsonDocument.Parse(answer.Out).RootElement.GetProperty("complete").GetBoolean());
        Assert.Empty(Directory.EnumerateFileSystemEntries(scratch.Path));
    }

    [Fact]
    public void The_warm_up_is_checked_on_the_days_of_both_parts()
    {
        string[] call = ["run", "--warmup-check", "--replications", "2", "--days", "20", "--warmup-days", "10"];
        JsonElement root = JsonDocument.Parse(Corridor.Call([.. call, "--format", "json"]).Out).RootElement;
        Assert.Equal(30, root.GetProperty("days").GetArrayLength());
        Assert.Equal(0, root.GetProperty("daysToLeaveOut").GetInt32() % 5);
        Assert.Contains("MSER-5", Corridor.Call(call).Out, StringComparison.Ordinal);
        Answer answer = Corridor.Call("run", "--warmup-check", "--days", "5", "--warmup-days", "5");
        Assert.Equal(ExitCode.BadInput, answer.Code);
        Assert.Contains("too short for MSER-5", Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void It_stops_when_it_is_precise_enough()
    {
        Answer answer = Corridor.Call("run", "--precision", "100 h", "--days", "1", "--warmup-days", "0");
        Assert.Contains("10 replications were enough for the precision asked for", answer.Out, StringComparison.Ordinal);
        Assert.Contains("--replications 10 ", answer.Out, StringComparison.Ordinal);
    }
}
