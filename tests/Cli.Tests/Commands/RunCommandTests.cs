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
        Assert.Contains("S2N CR exit   export", answer.Out, StringComparison.Ordinal);
        Assert.Contains("S2N crossing  transit", answer.Out, StringComparison.Ordinal);
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
}
