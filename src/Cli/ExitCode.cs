namespace CorridorTwin.Cli;

/// <summary>What the command tells the shell.</summary>
public static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Done, but a check failed or a result could not be written.</summary>
    public const int Failed = 1;

    /// <summary>Bad input: a file, an option.</summary>
    public const int BadInput = 2;

    /// <summary>A fault of the program itself.</summary>
    public const int Bug = 70;

    /// <summary>Cancelled; what is finished was reported.</summary>
    public const int Cancelled = 130;
}
