namespace CorridorTwin.Twin.Grains;

/// <summary>What a step wants done, collected as data. A host performs it after the turn, in order: messages from one grain to another arrive in the order told.</summary>
public sealed class Effects
{
    /// <summary>Messages to other grains.</summary>
    public List<(GrainId To, GrainMessage Message)> Sends { get; } = [];

    /// <summary>Instants, Unix milliseconds, at which the grain wants a <see cref="Woken"/>.</summary>
    public List<long> WakeUps { get; } = [];

    /// <summary>What the world outside should hear.</summary>
    public List<Note> Notes { get; } = [];

    /// <summary>Sends a message.</summary>
    public void Tell(GrainId to, GrainMessage message) => Sends.Add((to, message));

    /// <summary>Asks to be woken.</summary>
    public void WakeAt(long at) => WakeUps.Add(at);

    /// <summary>Tells the world.</summary>
    public void Publish(Note note) => Notes.Add(note);

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        Sends.Clear();
        WakeUps.Clear();
        Notes.Clear();
    }
}

/// <summary>Something for the world outside: delivered at least once, told apart by <paramref name="Id"/>.</summary>
/// <param name="Id">The same whenever the same thing is told again.</param>
/// <param name="Kind">What sort.</param>
/// <param name="About">Whom it is about: pseudonyms and places only.</param>
/// <param name="At">When it came to be so, Unix milliseconds.</param>
public sealed record Note(string Id, string Kind, string About, long At)
{
    /// <summary>A truck has not been seen for so long that it is counted out.</summary>
    public const string TruckLost = "truck.lost";
}
