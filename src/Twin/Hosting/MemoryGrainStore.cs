using CorridorTwin.Twin.Grains;

namespace CorridorTwin.Twin.Hosting;

/// <summary>Grain states in memory: for a state that is computed to be looked at and thrown away.</summary>
public sealed class MemoryGrainStore : IGrainStore
{
    private readonly Lock gate = new();
    private readonly Dictionary<GrainId, byte[]> states = [];
    private readonly Dictionary<string, Note> outbox = [];

    /// <inheritdoc/>
    public (long UpTo, long Now) Mark { get; private set; }

    /// <inheritdoc/>
    public byte[]? Load(GrainId id)
    {
        lock (gate) return states.GetValueOrDefault(id);
    }

    /// <inheritdoc/>
    public IEnumerable<(GrainId Id, byte[] State)> All()
    {
        lock (gate) return [.. states.Select(s => (s.Key, s.Value))];
    }

    /// <inheritdoc/>
    public void Save(IReadOnlyCollection<(GrainId Id, byte[]? State)> changes, IReadOnlyCollection<Note> notes, long upTo, long now)
    {
        lock (gate)
        {
            foreach ((GrainId id, byte[]? state) in changes)
                if (state == null) states.Remove(id);
                else states[id] = state;
            foreach (Note note in notes) outbox[note.Id] = note;
            Mark = (upTo, now);
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<Note> Outbox()
    {
        lock (gate) return [.. outbox.Values.OrderBy(n => n.At).ThenBy(n => n.Id, StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public void Delivered(string noteId)
    {
        lock (gate) outbox.Remove(noteId);
    }
}
