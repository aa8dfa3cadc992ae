using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace CorridorTwin.Cli.Tests;

/// <summary>What only the program as a whole can show: signals, pipes, what it leaves behind.</summary>
public class ProgramTests
{
    private const int Interrupt = 2;
    private const int Terminate = 15;

    [Theory]
    [InlineData(Interrupt, 0)]
    [InlineData(Interrupt, 5)]
    [InlineData(Terminate, 2)]
    public async Task A_signal_ends_it_soon_with_what_is_finished(int signal, double seconds)
    {
        if (OperatingSystem.IsWindows()) return;
        using var scratch = new Scratch();
        using Process process = Corridor.Start("compare", "--replications", "2000", "--format", "json", "--out", scratch.File("out"));
        Task<Answer> running = Task.Run(() => Corridor.Finish(process));
        // Once the directory is there, the program is up and listens.
        while (!Directory.Exists(scratch.File("out"))) await Task.Delay(20);
        await Task.Delay(TimeSpan.FromSeconds(seconds));
        var watch = Stopwatch.StartNew();
        Assert.Equal(0, Kill(process.Id, signal));
        // About a second on a free machine; tests share theirs.
        Answer answer = await running.WaitAsync(TimeSpan.FromSeconds(40));
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 20);
        Assert.Equal(ExitCode.Cancelled, answer.Code);
        Assert.False(JsonDocument.Parse(answer.Out).RootElement.GetProperty("complete").GetBoolean());
        Assert.Equal("corridor: interrupted; what is finished is reported and no files are kept", Assert.Single(answer.ErrorLines));
        Assert.Empty(Directory.EnumerateFileSystemEntries(scratch.File("out")));
    }

    [Fact]
    public void Piped_output_has_no_escapes_and_no_byte_order_mark()
    {
        Answer answer = Corridor.RunProgram(["compare", "smart-border", .. Corridor.Brief]);
        Assert.Equal((ExitCode.Done, ""), (answer.Code, answer.Error));
        Assert.DoesNotContain('\u001b', answer.Out);
        Assert.DoesNotContain('\uFEFF', answer.Out);
        Assert.Contains("Smart border", answer.Out, StringComparison.Ordinal);
        Assert.All(answer.Out.Split('\n').Where(l => !l.StartsWith("To repeat", StringComparison.Ordinal)), l => Assert.InRange(l.Length, 0, Terminal.UsualWidth));
    }

    [Fact]
    public void A_reader_that_leaves_early_is_no_error()
    {
        if (OperatingSystem.IsWindows()) return;
        using Process process = Corridor.Start(["run", "--format", "csv", .. Corridor.Brief]);
        process.StandardOutput.Close();
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.Equal((ExitCode.Done, ""), (process.ExitCode, error));
    }

    [Fact]
    public void A_full_disk_is_one_line()
    {
        if (!File.Exists("/dev/full")) return;
        using Process process = Process.Start(new ProcessStartInfo("sh", ["-c", $"dotnet '{Path.Combine(AppContext.BaseDirectory, "corridor.dll")}' list --lang en > /dev/full"]) { RedirectStandardError = true, WorkingDirectory = Repository.Root })!;
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.Equal((ExitCode.Failed, "corridor: standard output: no space left on the disk\n"), (process.ExitCode, error));
    }

    [Fact]
    public void Two_runs_into_one_directory_leave_complete_files()
    {
        using var scratch = new Scratch();
        string[] call = ["compare", "smart-border", "--out", scratch.Path, .. Corridor.Brief];
        Process[] both = [Corridor.Start(call), Corridor.Start(call)];
        Assert.All(both.Select(Corridor.Finish), a => Assert.Equal(ExitCode.Done, a.Code));
        Assert.Equal(4, Directory.EnumerateFileSystemEntries(scratch.Path).Count());
        Assert.Equal("M_side", JsonDocument.Parse(File.ReadAllText(scratch.File("comparison.json"))).RootElement.GetProperty("definition").GetString());
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int process, int signal);
}
