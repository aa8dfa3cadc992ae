using System.Text;
using CorridorTwin.Cli.Output;

namespace CorridorTwin.Cli;

/// <summary>Where results and messages go, and what can be shown there. Plain text only: no colours, so nothing to switch off.</summary>
public sealed class Terminal : IDisposable
{
    /// <summary>Width assumed where there is none to ask: a file, a pipe.</summary>
    public const int UsualWidth = 120;

    private const int Narrowest = 60;

    /// <summary>Results.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Results as bytes; <see cref="Out"/> must be flushed before.</summary>
    public required Stream OutBytes { get; init; }

    /// <summary>Messages and progress.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Columns.</summary>
    public int Width { get; init; } = UsualWidth;

    /// <summary>Whether somebody watches the messages, so that progress helps.</summary>
    public bool ErrorIsWatched { get; init; }

    /// <summary>Environment variables.</summary>
    public Func<string, string?> Variable { get; init; } = Environment.GetEnvironmentVariable;

    /// <summary>The terminal this process was started in.</summary>
    public static Terminal OfThisProcess()
    {
        Stream bytes = StandardOutput.Open();
        var utf8 = new UTF8Encoding(false);
        return new Terminal
        {
            OutBytes = bytes,
            Out = new StreamWriter(bytes, utf8, 16384),
            Error = new StreamWriter(Console.OpenStandardError(), utf8, 1024) { AutoFlush = true },
            Width = WidthOfThisProcess(),
            ErrorIsWatched = !Console.IsErrorRedirected,
        };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            Out.Flush();
        }
        catch (IOException)
        {
            // Whoever read the results has gone; nobody is left to tell.
        }
    }

    private static int WidthOfThisProcess()
    {
        try
        {
            return Console.IsOutputRedirected || Console.WindowWidth <= 0 ? UsualWidth : Math.Max(Narrowest, Console.WindowWidth);
        }
        catch (IOException)
        {
            return UsualWidth;
        }
    }
}
