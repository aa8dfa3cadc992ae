namespace CorridorTwin.Simulation.State;

/// <summary>A saved or observed state cannot be loaded; the message says what in it, and why.</summary>
public sealed class CorridorStateException : Exception
{
    /// <summary>An exception with a message for the user.</summary>
    public CorridorStateException(string message, Exception? inner = null) : base(message, inner) { }
}
