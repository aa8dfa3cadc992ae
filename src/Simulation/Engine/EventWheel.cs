using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CorridorTwin.Simulation.Engine;

/// <summary>
/// The pending-event set: a timing wheel of buckets that are sorted only when their turn comes, with a heap for what lies beyond the wheel.
/// It measures how many events share a bucket and how many go to the heap, and doubles or halves the bucket width to fit.
/// </summary>
/// <remarks>Pops in exact order of (time, kind, sequence). No allocation once it has grown to the largest number of pending events.</remarks>
internal sealed class EventWheel
{
    private const int Buckets = 4096;
    private const int Mask = Buckets - 1;
    private const int None = -1;
    private const int TuneEvery = 8192;

    private readonly int[] heads = new int[Buckets];
    private readonly ulong[] occupied = new ulong[Buckets / 64];
    private Node[] nodes = new Node[256];
    private int free;
    private int current = None;
    private long currentBucket;
    private int shift;
    private PendingEvent[] far = new PendingEvent[64];
    private int farCount;
    private int pops;
    private int opened;
    private int farInserts;

    public EventWheel(int shift = 13)
    {
        this.shift = shift;
        Array.Fill(heads, None);
        for (int i = 0; i < nodes.Length; i++) nodes[i].Next = i + 1 < nodes.Length ? i + 1 : None;
    }

    private struct Node
    {
        public PendingEvent Event;
        public int Next;
    }

    /// <summary>Pending events.</summary>
    public int Count { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Push(long order, uint sequence, int subject)
    {
        Count++;
        long bucket = order >> 3 >> shift;
        if (bucket - currentBucket >= Buckets)
        {
            PushFar(new PendingEvent { Order = order, Sequence = sequence, Subject = subject });
            return;
        }
        if (free == None) Grow();
        int n = free;
        ref Node node = ref At(n);
        free = node.Next;
        node.Event.Order = order;
        node.Event.Sequence = sequence;
        node.Event.Subject = subject;
        if (bucket > currentBucket)
        {
            int slot = (int)bucket & Mask;
            ref int head = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(heads), slot);
            node.Next = head;
            head = n;
            occupied[slot >> 6] |= 1UL << (slot & 63);
        }
        else
        {
            InsertCurrent(n);
        }
    }

    /// <summary>Takes the first event; false if none is pending.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryPop(out PendingEvent first)
    {
        if (current == None && !OpenNext())
        {
            first = default;
            return false;
        }
        int n = current;
        ref Node node = ref At(n);
        first = node.Event;
        current = node.Next;
        node.Next = free;
        free = n;
        Count--;
        return true;
    }

    /// <summary>The first event, left where it is; false if none is pending.</summary>
    public bool TryPeek(out PendingEvent first)
    {
        bool any = current != None || OpenNext();
        first = any ? At(current).Event : default;
        return any;
    }

    /// <summary>All pending events, in no particular order.</summary>
    public IEnumerable<PendingEvent> Pending()
    {
        for (int n = current; n != None; n = nodes[n].Next) yield return nodes[n].Event;
        for (int slot = 0; slot < Buckets; slot++)
            for (int n = heads[slot]; n != None; n = nodes[n].Next) yield return nodes[n].Event;
        for (int i = 0; i < farCount; i++) yield return far[i];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref Node At(int n) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(nodes), n);

    private void InsertCurrent(int n)
    {
        ref Node node = ref At(n);
        if (current == None || node.Event.Before(At(current).Event))
        {
            node.Next = current;
            current = n;
            return;
        }
        int after = current;
        while (At(after).Next != None && At(At(after).Next).Event.Before(node.Event)) after = At(after).Next;
        node.Next = At(after).Next;
        At(after).Next = n;
    }

    /// <summary>Moves on to the next bucket that holds events and sorts it. Far events always lie beyond every bucket of the wheel.</summary>
    private bool OpenNext()
    {
        if (Count == 0) return false;
        if ((++pops & (TuneEvery - 1)) == 0) Tune();
        long next = NextOccupied();
        if (next < 0)
        {
            currentBucket = (far[0].Order >> 3 >> shift) - 1;
            PullFar();
            next = NextOccupied();
        }
        currentBucket = next;
        int slot = (int)next & Mask;
        int n = heads[slot];
        heads[slot] = None;
        occupied[slot >> 6] &= ~(1UL << (slot & 63));
        while (n != None)
        {
            int after = At(n).Next;
            InsertCurrent(n);
            n = after;
            opened++;
        }
        if (farCount > 0) PullFar();
        return true;
    }

    /// <summary>The first occupied bucket after the current one, or −1.</summary>
    private long NextOccupied()
    {
        long from = currentBucket + 1;
        int slot = (int)from & Mask;
        int word = slot >> 6;
        ulong bits = occupied[word] & (ulong.MaxValue << (slot & 63));
        for (int i = 0; i <= Buckets / 64; i++)
        {
            if (bits != 0)
            {
                int found = (word << 6) + BitOperations.TrailingZeroCount(bits);
                return from + ((found - slot) & Mask);
            }
            word = (word + 1) & (Buckets / 64 - 1);
            bits = occupied[word];
        }
        return -1;
    }

    private void PullFar()
    {
        while (farCount > 0 && (far[0].Order >> 3 >> shift) - currentBucket < Buckets)
        {
            PendingEvent e = PopFar();
            Count--;
            Push(e.Order, e.Sequence, e.Subject);
        }
    }

    /// <summary>Fits the bucket width to what the model does: about one or two events a bucket, few in the heap.</summary>
    private void Tune()
    {
        double perBucket = opened / (double)TuneEvery;
        bool crowded = perBucket > 3;
        bool wide = farInserts > TuneEvery / 8;
        opened = 0;
        farInserts = 0;
        if (crowded && !wide && shift > 0) Rebuild(shift - 1);
        else if (wide && perBucket < 8 && shift < 40) Rebuild(shift + 1);
    }

    private void Rebuild(int newShift)
    {
        PendingEvent[] all = [.. Pending()];
        long now = currentBucket << shift;
        Array.Fill(heads, None);
        Array.Clear(occupied);
        current = None;
        farCount = 0;
        Count = 0;
        for (int i = 0; i < nodes.Length; i++) nodes[i].Next = i + 1 < nodes.Length ? i + 1 : None;
        free = 0;
        shift = newShift;
        currentBucket = (now >> shift) - 1;
        foreach (PendingEvent e in all) Push(e.Order, e.Sequence, e.Subject);
        farInserts = 0;
    }

    private void Grow()
    {
        int old = nodes.Length;
        Array.Resize(ref nodes, old * 2);
        for (int i = old; i < nodes.Length; i++) nodes[i].Next = i + 1 < nodes.Length ? i + 1 : None;
        free = old;
    }

    private void PushFar(PendingEvent e)
    {
        farInserts++;
        if (farCount == far.Length) Array.Resize(ref far, farCount * 2);
        int i = farCount++;
        while (i > 0)
        {
            int parent = (i - 1) >> 2;
            if (!e.Before(far[parent])) break;
            far[i] = far[parent];
            i = parent;
        }
        far[i] = e;
    }

    private PendingEvent PopFar()
    {
        PendingEvent first = far[0];
        PendingEvent last = far[--farCount];
        int i = 0;
        while (true)
        {
            int child = 4 * i + 1;
            if (child >= farCount) break;
            int best = child;
            for (int c = child + 1; c < Math.Min(child + 4, farCount); c++)
                if (far[c].Before(far[best])) best = c;
            if (!far[best].Before(last)) break;
            far[i] = far[best];
            i = best;
        }
        if (farCount > 0) far[i] = last;
        return first;
    }
}
