using CorridorTwin.Twin.Grains;

namespace CorridorTwin.Twin.Ingest;

/// <summary>One source of events: how far it has come, how far its clock is off, what became of its lines.</summary>
public sealed class SourceState(int number, string name)
{
    private readonly List<long> offsets = [];

    /// <summary>Its number in the file.</summary>
    public int Number => number;

    /// <summary>Its name.</summary>
    public string Name => name;

    /// <summary>Time of its newest event, Unix milliseconds; 0 if it has told none.</summary>
    public long Newest { get; internal set; }

    /// <summary>When it was last heard, by the clock of record, Unix milliseconds.</summary>
    public long Heard { get; internal set; }

    /// <summary>Name of the counter of accepted events that say of themselves that they are simulated.</summary>
    public const string Simulated = "simulated";

    /// <summary>Its lines by what became of them: another object after each commit, so that nobody reads one that changes.</summary>
    public IReadOnlyDictionary<string, long> Counters { get; internal set; } = new Dictionary<string, long>();

    /// <summary>How much later than other sources its clock reads the same passages, milliseconds: the median of those seen twice; null for fewer than five.</summary>
    public long? Skew
    {
        get
        {
            long[] sorted;
            lock (offsets) sorted = [.. offsets.Order()];
            if (sorted.Length < 5) return null;
            return sorted[sorted.Length / 2];
        }
    }

    internal void Differs(long by)
    {
        lock (offsets)
        {
            if (offsets.Count == 101) offsets.RemoveAt(0);
            offsets.Add(by);
        }
    }
}

/// <summary>The sources of a twin, and its clock: how far the slowest of the sources that are alive has come.</summary>
public sealed class SourceClocks
{
    private const int Remembered = 16_384;
    private const long SamePassage = 10 * 60_000;

    private readonly Dictionary<string, SourceState> byName = [];
    private readonly Dictionary<(string Unit, Place Place, ReadingKind Kind), (int Source, long T)> reads = [];
    private readonly Queue<(string Unit, Place Place, ReadingKind Kind)> order = [];

    /// <summary>A source that is behind the furthest by so much is not waited for, milliseconds.</summary>
    public const long IdleAfter = 3_600_000;

    /// <summary>All sources, in order of their numbers.</summary>
    public IReadOnlyCollection<SourceState> All => byName.Values;

    /// <summary>The source of a name, new if it is.</summary>
    public SourceState Of(string name)
    {
        if (!byName.TryGetValue(name, out SourceState? source)) byName[name] = source = new SourceState(byName.Count + 1, name);
        return source;
    }

    /// <summary>The clock, Unix milliseconds; 0 before the first event.</summary>
    public long Now
    {
        get
        {
            long furthest = 0;
            foreach (SourceState s in byName.Values) furthest = Math.Max(furthest, s.Newest);
            long slowest = furthest;
            foreach (SourceState s in byName.Values)
                if (s.Newest >= furthest - IdleAfter) slowest = Math.Min(slowest, s.Newest);
            return slowest;
        }
    }

    /// <summary>Compares clocks where two sources read one passage: the same truck, place and kind within ten minutes.</summary>
    internal void Compare(SourceState source, string unit, in Reading r)
    {
        if (r.Kind is not (ReadingKind.PostArrive or ReadingKind.PostExit or ReadingKind.QueueEnter)) return;
        var passage = (unit, r.Place, r.Kind);
        if (reads.TryGetValue(passage, out (int Source, long T) before))
        {
            if (before.Source == source.Number || Math.Abs(r.T - before.T) > SamePassage) return;
            source.Differs(r.T - before.T);
            byName.Values.First(s => s.Number == before.Source).Differs(before.T - r.T);
            return;
        }
        reads[passage] = (source.Number, r.T);
        order.Enqueue(passage);
        if (order.Count > Remembered) reads.Remove(order.Dequeue());
    }
}

/// <summary>A source as it stands.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Newest">Time of its newest event; null if it has told none.</param>
/// <param name="Heard">When it was last heard, by the clock of record; null if never.</param>
/// <param name="Skew">How much later than others its clock reads the same passages, milliseconds; null for fewer than five.</param>
/// <param name="Counters">Its lines by what became of them.</param>
public sealed record SourceFigures(string Name, DateTimeOffset? Newest, DateTimeOffset? Heard, long? Skew, IReadOnlyDictionary<string, long> Counters)
{
    /// <summary>It has told simulated events: what rests on it is not observed.</summary>
    public bool Simulated => Counters.GetValueOrDefault(SourceState.Simulated) > 0;
}
