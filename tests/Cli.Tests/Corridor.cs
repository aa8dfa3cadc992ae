using System.Diagnostics;
using System.Text;
using CorridorTwin.Cli.CommandLine;

namespace CorridorTwin.Cli.Tests;

/// <summary>What a call of the command gave.</summary>
/// <param name="Code">Exit code.</param>
/// <param name="Out">Standard output.</param>
/// <param name="Error">Standard error.</param>
internal sealed record Answer(int Code, string Out, string Error)
{
    /// <summary>Lines of standard error.</summary>
    public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>Calls the command: inside this process where that is enough, as a program where it is not.</summary>
internal static class Corridor
{
    /// <summary>Short runs that still give intervals.</summary>
    public static readonly string[] Brief = ["--replications", "2", "--days", "2", "--warmup-days", "1", "--threads", "1"];

    /// <summary>Calls it in this process, in English, with the shipped scenarios unless told otherwise.</summary>
    public static Answer Call(params string[] arguments) => Call(Terminal.UsualWidth, CancellationToken.None, arguments);

    /// <summary>Calls it in this process.</summary>
    public static Answer Call(int width, CancellationToken cancellation, params string[] arguments)
    {
        using var bytes = new MemoryStream();
        using var to = new StreamWriter(bytes, new UTF8Encoding(false));
        using var error = new StringWriter();
        string[] all = arguments.Contains("--scenarios") ? arguments : [.. arguments, "--scenarios", Repository.Scenarios];
        int code = CorridorCommand.Run(all, new Terminal { Out = to, OutBytes = bytes, Error = error, Width = width, Variable = Variable }, cancellation);
        to.Flush();
        return new Answer(code, Encoding.UTF8.GetString(bytes.ToArray()), error.ToString());
    }

    // Tests leave the user's own results alone.
    private static string? Variable(string name) => name switch { "LANG" => "en_US.UTF-8", "CORRIDOR_STORE" => "none", _ => null };

    /// <summary>Starts it as a program.</summary>
    public static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "corridor.dll"), .. arguments])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8, WorkingDirectory = Repository.Root,
        };
        start.Environment["LANG"] = "en_US.UTF-8";
        start.Environment["CORRIDOR_STORE"] = "none";
        start.Environment.Remove("LC_ALL");
        return Process.Start(start)!;
    }

    /// <summary>Runs it as a program.</summary>
    public static Answer RunProgram(params string[] arguments)
    {
        using Process process = Start(arguments);
        return Finish(process);
    }

    /// <summary>Waits for a program.</summary>
    public static Answer Finish(Process process)
    {
        Task<string> error = process.StandardError.ReadToEndAsync();
        string text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Answer(process.ExitCode, text, error.Result);
    }
}

/// <summary>A directory that goes away after the test.</summary>
internal sealed class Scratch : IDisposable
{
    /// <summary>Its path.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("corridor-cli-").FullName;

    /// <summary>A path inside it.</summary>
    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, true);
}
