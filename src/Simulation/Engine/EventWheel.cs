using System.Numerics;
using System.Runtime.CompilerServices;

namespace CorridorTwin.Simulation.Engine;

/// <summary>
/// The pending-event set: a timing wheel of buckets that are sorted only when their turn comes, with a heap for what lies beyond the wheel.
/// It measures how many events share a bucket and how many go to the heap, and doubles or halves the bucket width to fit.
/// </summary>
/// <remarks>Pops in exact order of (time, kind, sequence). No allocation once it has grown to the largest number of pending events.</remarks>
internal sealed unsafe class EventWheel
{
    // 64 words of 64 bits: one more word says which of them are not empty, so the next event is found without a loop.
    private const int Buckets = 4096;
    private const int Mask = Buckets - 1;
    private const int None = -1;
    private const int TuneEvery = 8192;

    private readonly int[] heads = GC.AllocateArray<int>(Buckets, pinned: true);
    private readonly ulong[] occupied = GC.AllocateArray<ulong>(Buckets / 64, pinned: true);
    private Node[] nodes = GC.AllocateArray<Node>(256, pinned: true);
    // The arrays do not move: see Replication.
    private readonly int* headAt;
    private readonly ulong* occupiedAt;
    private Node* nodeAt;
    private ulong occupiedWords;
    private int free;
    private int current = None;
    private long currentBucket;
    private int shift;
    private PendingEvent[] far = new PendingEvent[64];
    private int farCount;
    private long farBucket = long.MaxValue;
    private int opened;
    private int shared;
    private int farInserts;

    public EventWheel(int shift = 13)
    {
        this.shift = shift;
        headAt = Replication.Address(heads);
        occupiedAt = Replication.Address(occupied);
        nodeAt = Replication.Address(nodes);
        Array.Fill(heads, None);
        LinkFree(0);
    }

    private struct Node
    {
        public PendingEvent Event;
        public int Next;
    }

    /// <summary>Nothing is pending.</summary>
    public bool IsEmpty => current == None && occupiedWords == 0 && farCount == 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Push(long order, uint sequence, int subject)
    {
        if (free == None) Grow();
        int n = free;
        ref Node node = ref At(n);
        free = node.Next;
        node.Event.Order = order;
        node.Event.Sequence = sequence;
        node.Event.Subject = subject;
        Place(n, ref node, order);
    }

    /// <summary>Takes the first event; false if none is pending.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryPop(out PendingEvent first)
    {
        int n = current;
        if (n == None && (n = OpenNext()) == None)
        {
            first = default;
            return false;
        }
        ref Node node = ref At(n);
        first = node.Event;
        current = node.Next;
        node.Next = free;
        free = n;
        return true;
    }

    /// <summary>The first event, left where it is; false if none is pending.</summary>
    public bool TryPeek(out PendingEvent first)
    {
        int n = current;
        if (n == None) current = n = OpenNext();
        first = n == None ? default : At(n).Event;
        return n != None;
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
    private ref Node At(int n) => ref nodeAt[(nuint)(uint)n];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref int Head(int slot) => ref headAt[(nuint)(uint)slot];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref ulong Occupied(int word) => ref occupiedAt[(nuint)(uint)word];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Place(int n, ref Node node, long order)
    {
        long bucket = order >> 3 >> shift;
        if ((ulong)(bucket - currentBucket - 1) < Buckets - 1)
        {
            int slot = (int)bucket & Mask;
            ref int head = ref Head(slot);
            node.Next = head;
            head = n;
            Occupied(slot >> 6) |= 1UL << slot;
            occupiedWords |= 1UL << (slot >> 6);
        }
        else
        {
            PlaceOutside(n, bucket);
        }
    }

    /// <summary>Into the bucket that is being emptied, or beyond the wheel.</summary>
    private void PlaceOutside(int n, long bucket)
    {
        if (bucket <= currentBucket)
        {
            current = Insert(n, current);
            return;
        }
        ref Node node = ref At(n);
        PushFar(node.Event);
        node.Next = free;
        free = n;
    }

    /// <summary>Puts a node in its place in a sorted list; returns the list's first node.</summary>
    private int Insert(int n, int list)
    {
        ref Node node = ref At(n);
        if (list == None || node.Event.Before(At(list).Event))
        {
            node.Next = list;
            return n;
        }
        int after = list;
        while (At(after).Next != None && At(At(after).Next).Event.Before(node.Event)) after = At(after).Next;
        node.Next = At(after).Next;
        At(after).Next = n;
        return list;
    }

    /// <summary>Moves on to the next bucket that holds events and sorts it; returns its first node. Far events always lie beyond every bucket of the wheel.</summary>
    private int OpenNext()
    {
        if (++opened + shared >= TuneEvery) Tune();
        long next = NextOccupied();
        if (next < 0)
        {
            if (farCount == 0) return None;
            currentBucket = (far[0].Order >> 3 >> shift) - 1;
            PullFar();
            next = NextOccupied();
        }
        currentBucket = next;
        int slot = (int)next & Mask;
        int n = Head(slot);
        Head(slot) = None;
        ulong left = Occupied(slot >> 6) & ~(1UL << slot);
        Occupied(slot >> 6) = left;
        if (left == 0) occupiedWords &= ~(1UL << (slot >> 6));
        if (At(n).Next != None) n = Sorted(n);
        if (farBucket - currentBucket < Buckets) PullFar();
        return n;
    }

    /// <summary>The list from a node on, sorted by insertion: a bucket of a wheel that fits holds one or two.</summary>
    private int Sorted(int n)
    {
        int rest = At(n).Next;
        At(n).Next = None;
        while (rest != None)
        {
            int after = At(rest).Next;
            n = Insert(rest, n);
            rest = after;
            shared++;
        }
        return n;
    }

    /// <summary>The first occupied bucket after the current one, or −1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long NextOccupied()
    {
        long from = currentBucket + 1;
        int slot = (int)from & Mask;
        ulong bits = Occupied(slot >> 6) >> slot;
        if (bits != 0) return from + BitOperations.TrailingZeroCount(bits);
        // Words in turning order from the next one; the last is this one again, with what lies a whole turn ahead.
        int word = (slot >> 6) + 1;
        ulong words = BitOperations.RotateRight(occupiedWords, word);
        if (words == 0) return -1;
        word = (word + BitOperations.TrailingZeroCount(words)) & 63;
        int found = (word << 6) + BitOperations.TrailingZeroCount(Occupied(word));
        return from + ((found - slot) & Mask);
    }

    private void PullFar()
    {
        while (farCount > 0 && (far[0].Order >> 3 >> shift) - currentBucket < Buckets)
        {
            PendingEvent e = PopFar();
            Push(e.Order, e.Sequence, e.Subject);
        }
        SetFarBucket();
    }

    /// <summary>Fits the bucket width to what the model does: mostly one event a bucket, few in the heap.</summary>
    private void Tune()
    {
        bool crowded = shared > opened / 2;
        bool wide = farInserts > (opened + shared) / 8;
        bool roomy = shared < 4 * opened;
        opened = 0;
        shared = 0;
        farInserts = 0;
        if (crowded && !wide && shift > 0) Rebuild(shift - 1);
        else if (wide && roomy && shift < 40) Rebuild(shift + 1);
    }

    private void Rebuild(int newShift)
    {
        int all = None;
        for (ulong words = occupiedWords; words != 0; words &= words - 1)
        {
            int word = BitOperations.TrailingZeroCount(words);
            for (ulong bits = Occupied(word); bits != 0; bits &= bits - 1)
            {
                int slot = (word << 6) + BitOperations.TrailingZeroCount(bits);
                int last = Head(slot);
                while (At(last).Next != None) last = At(last).Next;
                At(last).Next = all;
                all = Head(slot);
                Head(slot) = None;
            }
            Occupied(word) = 0;
        }
        occupiedWords = 0;
        currentBucket = ((currentBucket + 1) << shift >> newShift) - 1;
        shift = newShift;
        SetFarBucket();
        while (all != None)
        {
            int n = all;
            all = At(n).Next;
            Place(n, ref At(n), At(n).Event.Order);
        }
        PullFar();
        farInserts = 0;
    }

    private void Grow()
    {
        int old = nodes.Length;
        Node[] more = GC.AllocateArray<Node>(old * 2, pinned: true);
        nodes.CopyTo(more, 0);
        nodes = more;
        nodeAt = Replication.Address(nodes);
        LinkFree(old);
    }

    private void LinkFree(int from)
    {
        for (int i = from; i < nodes.Length; i++) nodes[i].Next = i + 1 < nodes.Length ? i + 1 : None;
        free = from;
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
        SetFarBucket();
    }

    private void SetFarBucket() => farBucket = farCount > 0 ? far[0].Order >> 3 >> shift : long.MaxValue;

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
