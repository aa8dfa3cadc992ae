using CorridorTwin.Cli.CommandLine;

namespace CorridorTwin.Cli;

/// <summary>The <c>corridor</c> command.</summary>
public static class Program
{
    /// <summary>Runs it.</summary>
    /// <returns>See <see cref="ExitCode"/>.</returns>
    public static int Main(string[] args)
    {
        using var interruption = new Interruption();
        using Terminal terminal = Terminal.OfThisProcess();
        return CorridorCommand.Run(args, terminal, interruption.Token);
    }
}
