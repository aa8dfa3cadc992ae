using CorridorTwin.Twin.Grains;

namespace CorridorTwin.Twin.Hosting;

/// <summary>Keeps grain states between runs of a host.</summary>
public interface IGrainStore
{
    /// <summary>How far the log is in the states kept, and the clock then.</summary>
    (long UpTo, long Now) Mark { get; }

    /// <summary>A grain's state; null if none is kept.</summary>
    byte[]? Load(GrainId id);

    /// <summary>All grains kept, to be woken after a restart.</summary>
    IEnumerable<(GrainId Id, byte[] State)> All();

    /// <summary>Keeps changes, notes and the mark, all or nothing.</summary>
    /// <param name="changes">States by grain; null to forget one.</param>
    /// <param name="notes">For the world outside, until <see cref="Delivered"/>.</param>
    /// <param name="upTo">How far the log is in them.</param>
    /// <param name="now">The clock.</param>
    void Save(IReadOnlyCollection<(GrainId Id, byte[]? State)> changes, IReadOnlyCollection<Note> notes, long upTo, long now);

    /// <summary>Notes kept and not delivered, the oldest first.</summary>
    IReadOnlyList<Note> Outbox();

    /// <summary>Forgets a note that has been delivered.</summary>
    void Delivered(string noteId);
}
