using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Scenarios;

namespace CorridorTwin.Cli.Output;

/// <summary>A result that could not be written.</summary>
internal sealed class OutputException(Bilingual text, Exception inner) : Exception(text.En, inner)
{
    private const int NoSpaceOnUnix = 28;
    private const int QuotaOnUnix = 122;
    private const int NoSpaceOnWindows = unchecked((int)0x80070070);

    /// <summary>What happened, in one line.</summary>
    public string In(Tongue tongue) => tongue.Say(text);

    /// <summary>The failure to write to a place, told by its cause.</summary>
    public static OutputException Of(string place, Exception cause)
    {
        Bilingual why = cause switch
        {
            UnauthorizedAccessException => new("sin permiso para escribir", "no permission to write"),
            DirectoryNotFoundException => new("el directorio ya no existe", "the directory is no longer there"),
            PathTooLongException => new("la ruta es demasiado larga", "the path is too long"),
            { HResult: NoSpaceOnUnix or QuotaOnUnix or NoSpaceOnWindows } => new("no queda espacio en el disco", "no space left on the disk"),
            _ => new($"no se puede escribir ({Inner(cause)})", $"cannot be written ({Inner(cause)})"),
        };
        return new OutputException(new($"corridor: {place}: {why.Es}", $"corridor: {place}: {why.En}"), cause);
    }

    private static string Inner(Exception cause) => cause.Message.ReplaceLineEndings(" ").TrimEnd('.');
}
