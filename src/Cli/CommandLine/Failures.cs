using CorridorTwin.Cli.Output;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Reports;

namespace CorridorTwin.Cli.CommandLine;

/// <summary>What ended a command early, as one line for its user (one per problem of a file) and an exit code. Never a stack trace, unless asked for.</summary>
internal static class Failures
{
    /// <summary>Set to see the details of a fault.</summary>
    public const string DebugVariable = "CORRIDOR_DEBUG";

    /// <summary>Tells it.</summary>
    /// <returns>The exit code.</returns>
    public static int Tell(Exception failure, Terminal terminal, Tongue tongue, CancellationToken cancellation)
    {
        switch (failure)
        {
            case BrokenPipeException:
                return ExitCode.Done;
            case InputException input:
                foreach (InputProblem problem in input.Problems) Line(terminal, problem.Render(tongue.Code));
                return ExitCode.BadInput;
            case OperationCanceledException when cancellation.IsCancellationRequested:
                Line(terminal, tongue.Say("corridor: interrumpido; nada que informar todavía", "corridor: interrupted; nothing to report yet"));
                return ExitCode.Cancelled;
            case OutputException output:
                Line(terminal, output.In(tongue));
                return ExitCode.Failed;
            case IOException or UnauthorizedAccessException:
                Line(terminal, OutputException.Of(tongue.Say("la salida estándar", "standard output"), failure).In(tongue));
                Debug(failure, terminal);
                return ExitCode.Failed;
            default:
                string what = failure.Message.ReplaceLineEndings(" ");
                Line(terminal, tongue.Say(
                    $"corridor: fallo del programa ({failure.GetType().Name}: {what}); por favor, infórmelo. Detalles con {DebugVariable}=1",
                    $"corridor: fault of the program ({failure.GetType().Name}: {what}); please report it. Details with {DebugVariable}=1"));
                Debug(failure, terminal);
                return ExitCode.Bug;
        }
    }

    private static void Debug(Exception failure, Terminal terminal)
    {
        if (terminal.Variable(DebugVariable) == "1") Line(terminal, failure.ToString());
    }

    private static void Line(Terminal terminal, string text)
    {
        try
        {
            terminal.Error.WriteLine(text);
        }
        catch (IOException)
        {
            // Nobody listens there either.
        }
    }
}
