using System.Text;
using CorridorTwin.Cli.CommandLine;
using CorridorTwin.Cli.Output;

namespace CorridorTwin.Cli.Tests.CommandLine;

public class FailuresTests
{
    private static (int Code, string[] Lines) Call(Exception failure, bool debug = false, string language = "en")
    {
        using var error = new StringWriter();
        var terminal = new Terminal { Out = new Failing(failure), OutBytes = Stream.Null, Error = error, Variable = name => name == Failures.DebugVariable && debug ? "1" : null };
        int code = CorridorCommand.Run(["list", "--lang", language, "--scenarios", Repository.Scenarios], terminal, CancellationToken.None);
        return (code, error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void A_fault_of_the_program_is_one_line_without_a_stack_trace()
    {
        (int code, string[] lines) = Call(new InvalidOperationException("first\nsecond"));
        Assert.Equal(["corridor: fault of the program (InvalidOperationException: first second); please report it. Details with CORRIDOR_DEBUG=1"], lines);
        Assert.Equal(ExitCode.Bug, code);
        Assert.Contains("por favor, infórmelo", Assert.Single(Call(new InvalidOperationException("x"), language: "es").Lines), StringComparison.Ordinal);
    }

    [Fact]
    public void Details_come_when_asked_for() => Assert.Contains(Call(new InvalidOperationException("x"), debug: true).Lines, l => l.TrimStart().StartsWith("at ", StringComparison.Ordinal));

    [Fact]
    public void A_reader_that_left_is_quiet()
    {
        (int code, string[] lines) = Call(new BrokenPipeException());
        Assert.Equal((ExitCode.Done, 0), (code, lines.Length));
    }

    [Fact]
    public void A_full_disk_behind_standard_output_is_one_line()
    {
        (int code, string[] lines) = Call(new IOException("No space left on device", 28));
        Assert.Equal((ExitCode.Failed, "corridor: standard output: no space left on the disk"), (code, Assert.Single(lines)));
    }

    private sealed class Failing(Exception failure) : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => throw failure;
    }
}
