using System.Collections.Concurrent;
using CorridorTwin.Twin.Grains;

namespace CorridorTwin.Twin.Hosting;

/// <summary>How the in-process host works.</summary>
public sealed record HostOptions
{
    /// <summary>Messages that may wait from outside before senders have to: what a state may lag behind the log, and what a collection of memory has to carry along.</summary>
    public int Capacity { get; init; } = 8192;

    /// <summary>Messages a grain takes in one turn at most.</summary>
    public int TurnLength { get; init; } = 256;

    /// <summary>A grain that nothing has reached for so long, in the grains' clock, is dropped from memory once its state is kept; milliseconds.</summary>
    public long IdleAfter { get; init; } = 6 * 3_600_000;
}

/// <summary>
/// Grains in this process: a mailbox for each, one thread for all turns. A turn takes whatever has come for a grain since its last one, so
/// that what a turn costs is shared by many messages.
/// </summary>
/// <remarks>Turns are short (a microsecond or so); nothing that computes for long belongs in one. States are immutable, so anybody may look at them at any time (<see cref="Peek{TState}"/>).</remarks>
public sealed partial class LocalGrainHost : IGrainHost
{
    private readonly record struct Item(GrainId To, GrainMessage? Message, Action? Command);

    private sealed class Cell(GrainType type, GrainId id, object state)
    {
        public readonly GrainType Type = type;
        public readonly GrainId Id = id;
        public readonly Queue<GrainMessage> Mail = [];
        public volatile object State = state;
        public bool Scheduled, Dirty;
        public long Touched;
    }

    private readonly IGrainStore store;
    private readonly HostOptions options;
    private readonly object gate = new();
    private readonly Dictionary<string, (GrainType Type, ConcurrentDictionary<string, Cell> Cells)> kinds = [];
    private readonly Queue<Cell> due = [];
    private readonly PriorityQueue<GrainId, long> wakes = new();
    private readonly HashSet<Cell> dirty = [];
    // Grains dropped from memory whose state the store keeps: nobody else need be asked for there.
    private readonly HashSet<GrainId> asleep = [];
    private readonly List<Note> notes = [];
    private readonly Effects effects = new();
    private readonly Thread worker;
    private List<Item> inbox = [];
    private TaskCompletionSource? room;
    private bool stopping;
    private long now;
    private long steps, turns, faults, evicted;

    /// <summary>A host that goes on from what a store keeps: states are read, wake-ups asked for again.</summary>
    /// <param name="store">Keeps the states.</param>
    /// <param name="options">How to work; null for the usual way.</param>
    /// <param name="types">The kinds of grains; null for the twin's own.</param>
    public LocalGrainHost(IGrainStore store, HostOptions? options = null, IEnumerable<GrainType>? types = null)
    {
        (this.store, this.options) = (store, options ?? new HostOptions());
        foreach (GrainType type in types ?? GrainType.All) kinds.Add(type.Kind, (type, new ConcurrentDictionary<string, Cell>(1, 1024, StringComparer.Ordinal)));
        now = store.Mark.Now;
        foreach ((GrainId id, byte[] state) in store.All()) Resume(id, state);
        worker = new Thread(Work) { IsBackground = true, Name = "grains" };
        worker.Start();
    }

    /// <summary>Messages taken, turns made, messages whose step failed (the state stayed as it was), grains dropped from memory.</summary>
    public (long Steps, long Turns, long Faults, long Evicted) Counts => (Interlocked.Read(ref steps), Interlocked.Read(ref turns), Interlocked.Read(ref faults), Interlocked.Read(ref evicted));

    /// <summary>Grains in memory.</summary>
    public int Resident => kinds.Values.Sum(k => k.Cells.Count);

    /// <summary>The grains' clock, Unix milliseconds.</summary>
    public long Now => Interlocked.Read(ref now);

    /// <inheritdoc/>
    public async ValueTask TellAsync(GrainId to, GrainMessage message, CancellationToken cancellation = default)
    {
        Known(to);
        while (true)
        {
            Task wait;
            lock (gate)
            {
                if (inbox.Count < options.Capacity)
                {
                    Put(new Item(to, message, null));
                    return;
                }
                wait = (room ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
            }
            await wait.WaitAsync(cancellation);
        }
    }

    /// <summary>Sends many messages at once, in order; waits while too much is under way.</summary>
    public void TellAll(ReadOnlySpan<(GrainId To, GrainMessage Message)> messages)
    {
        foreach ((GrainId to, _) in messages) Known(to);
        lock (gate)
        {
            while (inbox.Count >= options.Capacity && !stopping) Monitor.Wait(gate);
            ObjectDisposedException.ThrowIf(stopping, this);
            foreach ((GrainId to, GrainMessage message) in messages) inbox.Add(new Item(to, message, null));
            Monitor.PulseAll(gate);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<TState> AskAsync<TState>(GrainId of, CancellationToken cancellation = default)
        where TState : class
    {
        Known(of);
        TState? state = null;
        await Command(() => state = (TState)Find(of).State).WaitAsync(cancellation);
        return state!;
    }

    /// <summary>The state of a grain as of its last turn, without waiting; null if it is not in memory.</summary>
    public TState? Peek<TState>(GrainId of)
        where TState : class => Known(of).Cells.TryGetValue(of.Key, out Cell? cell) ? (TState)cell.State : null;

    /// <summary>The states of all grains of a kind in memory, each as of its last turn, without waiting.</summary>
    public IEnumerable<TState> PeekAll<TState>(string kind)
        where TState : class => kinds[kind].Cells.Select(c => (TState)c.Value.State);

    /// <summary>The states of all grains of a kind, those that are not in memory included, at one instant between turns.</summary>
    public async ValueTask<IReadOnlyList<TState>> AskAllAsync<TState>(string kind, CancellationToken cancellation = default)
        where TState : class
    {
        List<TState> all = [];
        await Command(() => Collect(kind, all)).WaitAsync(cancellation);
        return all;
    }

    /// <inheritdoc/>
    public async ValueTask DrainAsync(CancellationToken cancellation = default) => await Command(() => { }).WaitAsync(cancellation);

    /// <inheritdoc/>
    public async ValueTask AdvanceAsync(long to, CancellationToken cancellation = default) => await Command(() => Advance(to)).WaitAsync(cancellation);

    /// <inheritdoc/>
    public async ValueTask FlushAsync(long upTo, CancellationToken cancellation = default)
    {
        var flush = new Changes(this);
        await Command(flush.Take).WaitAsync(cancellation);
        try
        {
            // States do not change, so they are written here while the grains go on.
            flush.Save(upTo);
        }
        catch
        {
            await Command(flush.GiveBack);
            throw;
        }
        await Command(Evict).WaitAsync(cancellation);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        lock (gate)
        {
            stopping = true;
            room?.TrySetResult();
            Monitor.PulseAll(gate);
        }
        if (Thread.CurrentThread != worker) worker.Join();
        return ValueTask.CompletedTask;
    }

    private (GrainType Type, ConcurrentDictionary<string, Cell> Cells) Known(GrainId id) =>
        kinds.TryGetValue(id.Kind, out (GrainType, ConcurrentDictionary<string, Cell>) kind) ? kind : throw new ArgumentException($"There are no grains of kind '{id.Kind}'.", nameof(id));

    private void Put(in Item item)
    {
        ObjectDisposedException.ThrowIf(stopping, this);
        inbox.Add(item);
        if (inbox.Count == 1) Monitor.PulseAll(gate);
    }

    private Task Command(Action action)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
            Put(new Item(default, null, () =>
            {
                try
                {
                    action();
                    done.SetResult();
                }
                catch (Exception e)
                {
                    done.SetException(e);
                }
            }));
        return done.Task;
    }

    private void Work()
    {
        List<Item> taken = [];
        while (true)
        {
            lock (gate)
            {
                while (inbox.Count == 0 && !stopping) Monitor.Wait(gate);
                if (inbox.Count == 0) return;
                (taken, inbox) = (inbox, taken);
                room?.TrySetResult();
                room = null;
                Monitor.PulseAll(gate);
            }
            foreach (Item item in taken)
            {
                if (item.Message != null)
                {
                    Deliver(Find(item.To), item.Message);
                    continue;
                }
                Turns();
                item.Command!();
            }
            Turns();
            taken.Clear();
        }
    }

    private void Deliver(Cell cell, GrainMessage message)
    {
        cell.Mail.Enqueue(message);
        if (cell.Scheduled) return;
        cell.Scheduled = true;
        due.Enqueue(cell);
    }

    private void Turns()
    {
        while (due.TryDequeue(out Cell? cell)) Turn(cell);
    }

    private void Turn(Cell cell)
    {
        cell.Scheduled = false;
        cell.Touched = now;
        object before = cell.State, state = before;
        int taken = 0;
        while (taken < options.TurnLength && cell.Mail.TryDequeue(out GrainMessage? message))
        {
            taken++;
            state = Step(cell, state, message);
        }
        state = cell.Type.Settle(state, effects);
        if (!ReferenceEquals(state, before))
        {
            cell.State = state;
            if (!cell.Dirty)
            {
                cell.Dirty = true;
                dirty.Add(cell);
            }
        }
        Interlocked.Add(ref steps, taken);
        Interlocked.Increment(ref turns);
        if (cell.Mail.Count > 0)
        {
            cell.Scheduled = true;
            due.Enqueue(cell);
        }
        Perform(cell.Id);
    }

    private object Step(Cell cell, object state, GrainMessage message)
    {
        int sends = effects.Sends.Count, wakeUps = effects.WakeUps.Count, told = effects.Notes.Count;
        try
        {
            return cell.Type.Step(state, message, now, effects);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // One message that a grain cannot take must not stop the others: what it wanted done is not done.
            Interlocked.Increment(ref faults);
            effects.Sends.RemoveRange(sends, effects.Sends.Count - sends);
            effects.WakeUps.RemoveRange(wakeUps, effects.WakeUps.Count - wakeUps);
            effects.Notes.RemoveRange(told, effects.Notes.Count - told);
            return state;
        }
    }

    private void Perform(GrainId from)
    {
        foreach ((GrainId to, GrainMessage message) in effects.Sends) Deliver(Find(to), message);
        foreach (long at in effects.WakeUps) wakes.Enqueue(from, at);
        notes.AddRange(effects.Notes);
        effects.Clear();
    }

    private void Advance(long to)
    {
        if (to <= now) return;
        Interlocked.Exchange(ref now, to);
        while (wakes.TryPeek(out GrainId id, out long at) && at <= now)
        {
            wakes.Dequeue();
            Deliver(Find(id), new Woken(at));
            Turns();
        }
    }

    private void Evict()
    {
        foreach ((GrainType type, ConcurrentDictionary<string, Cell> cells) in kinds.Values)
            foreach (Cell cell in cells.Values)
                if (!cell.Dirty && !cell.Scheduled && (type.IsEmpty(cell.State) || (!type.Stays && cell.Touched < now - options.IdleAfter)) && cells.TryRemove(cell.Id.Key, out _))
                {
                    if (!type.IsEmpty(cell.State)) asleep.Add(cell.Id);
                    Interlocked.Increment(ref evicted);
                }
    }

    private Cell Find(GrainId id)
    {
        (GrainType type, ConcurrentDictionary<string, Cell> cells) = Known(id);
        if (cells.TryGetValue(id.Key, out Cell? cell)) return cell;
        object state = asleep.Remove(id) && store.Load(id) is { } kept ? type.Read(kept) : type.Initial(id.Key);
        return cells[id.Key] = new Cell(type, id, state) { Touched = now };
    }

    private void Resume(GrainId id, byte[] kept)
    {
        (GrainType type, ConcurrentDictionary<string, Cell> cells) = Known(id);
        object state = type.Read(kept);
        cells[id.Key] = new Cell(type, id, state) { Touched = now };
        type.Resume(state, effects);
        Perform(id);
    }
}
