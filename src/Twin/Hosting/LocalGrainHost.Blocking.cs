using CorridorTwin.Twin.Grains;

namespace CorridorTwin.Twin.Hosting;

/// <summary>
/// The same for callers that wait where they stand. The worker wakes them itself: waiting on the asynchronous ones would take a thread of the pool to go on with,
/// and where many wait at once there is none left.
/// </summary>
public sealed partial class LocalGrainHost
{
    /// <summary>Waits until all that was told is taken.</summary>
    internal void Drain() => Wait(() => { });

    /// <summary>Moves the clock.</summary>
    internal void AdvanceTo(long to) => Wait(() => Advance(to));

    /// <summary>The states of all grains of a kind, those that are not in memory included, at one instant between turns.</summary>
    internal IReadOnlyList<TState> AskAll<TState>(string kind)
        where TState : class
    {
        List<TState> all = [];
        Wait(() => Collect(kind, all));
        return all;
    }

    /// <summary>Keeps what changed.</summary>
    internal void Flush(long upTo)
    {
        var flush = new Changes(this);
        Wait(flush.Take);
        try
        {
            flush.Save(upTo);
        }
        catch
        {
            Wait(flush.GiveBack);
            throw;
        }
        Wait(Evict);
    }

    private void Wait(Action action) => Command(action).GetAwaiter().GetResult();

    private void Collect<TState>(string kind, List<TState> all)
        where TState : class
    {
        all.AddRange(PeekAll<TState>(kind));
        foreach (GrainId id in asleep.Where(a => a.Kind == kind))
            if (store.Load(id) is { } kept) all.Add((TState)kinds[kind].Type.Read(kept));
    }

    /// <summary>What changed since it was last kept.</summary>
    private sealed class Changes(LocalGrainHost host)
    {
        private readonly List<(Cell Cell, object State)> changed = [];
        private readonly List<Note> told = [];
        private long at;

        /// <summary>Takes it, between turns.</summary>
        public void Take()
        {
            foreach (Cell cell in host.dirty) changed.Add((cell, cell.State));
            foreach (Cell cell in host.dirty) cell.Dirty = false;
            told.AddRange(host.notes);
            at = host.now;
            host.dirty.Clear();
            host.notes.Clear();
        }

        /// <summary>Writes it.</summary>
        public void Save(long upTo) => host.store.Save([.. changed.Select(c => (c.Cell.Id, c.Cell.Type.IsEmpty(c.State) ? null : c.Cell.Type.Write(c.State)))], told, upTo, at);

        /// <summary>Nothing of it was kept: the next time has to, between turns.</summary>
        public void GiveBack()
        {
            foreach ((Cell cell, _) in changed)
            {
                cell.Dirty = true;
                host.dirty.Add(cell);
            }
            host.notes.InsertRange(0, told);
        }
    }
}
