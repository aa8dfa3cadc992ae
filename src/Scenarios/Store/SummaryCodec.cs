using System.IO.Compression;
using System.Security.Cryptography;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Store;

/// <summary>A replication's summary as bytes and back, exact to the last bit; what is damaged is told, never read.</summary>
internal static class SummaryCodec
{
    private const byte Version = 3;
    private const int Check = 8;
    private const byte None = 255;

    /// <summary>The bytes.</summary>
    public static byte[] Write(ReplicationSummary summary)
    {
        byte[] plain = Plain(summary);
        using var bytes = new MemoryStream();
        bytes.WriteByte(Version);
        bytes.Write(BitConverter.GetBytes(plain.Length));
        using (var packed = new DeflateStream(bytes, CompressionLevel.Fastest, leaveOpen: true)) packed.Write(plain);
        bytes.Write(SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)).AsSpan(0, Check));
        return bytes.ToArray();
    }

    /// <summary>The bytes before they are packed and checked.</summary>
    public static byte[] Plain(ReplicationSummary summary)
    {
        using var plain = new MemoryStream();
        using (var to = new BinaryWriter(plain, System.Text.Encoding.UTF8, leaveOpen: true)) Write(to, summary);
        return plain.ToArray();
    }

    /// <summary>The summary; null if the bytes are damaged or of another version.</summary>
    public static ReplicationSummary? Read(byte[] bytes)
    {
        const int Start = 1 + sizeof(int);
        if (bytes.Length <= Start + Check || bytes[0] != Version || !SHA256.HashData(bytes.AsSpan(..^Check)).AsSpan(0, Check).SequenceEqual(bytes.AsSpan(^Check..))) return null;
        var plain = new byte[BitConverter.ToInt32(bytes, 1)];
        using (var packed = new DeflateStream(new MemoryStream(bytes, Start, bytes.Length - Start - Check), CompressionMode.Decompress)) packed.ReadExactly(plain);
        using var from = new BinaryReader(new MemoryStream(plain));
        return Read(from);
    }

    private static void Write(BinaryWriter to, ReplicationSummary summary)
    {
        to.Write(summary.Replication);
        to.Write(summary.Crossings);
        to.Write(summary.Days);
        CrossingCost c = summary.Cost;
        foreach (double part in (ReadOnlySpan<double>)[c.Carrier, c.IdleFuel, c.ReeferFuel, c.CargoTime, c.Spoilage, c.Fees, c.Litres, c.Co2]) to.Write(part);
        to.Write(summary.Examined);
        to.Write(summary.Detections);
        to.Write(summary.Deferred);
        to.Write(summary.Diverted);
        to.Write(summary.Fingerprint);
        to.Write(summary.Events);
        to.Write(summary.CohortInside);
        to.Write(summary.Rows.Count);
        foreach ((RowKey key, RowValue value) in summary.Rows) Write(to, key, value);
        to.Write(summary.ByDay.Count);
        foreach (DayValue day in summary.ByDay)
        {
            to.Write(day.Count);
            to.Write(day.Hours);
        }
        to.Write(summary.Presence.Count);
        foreach (IReadOnlyList<int> post in summary.Presence)
        {
            to.Write(post.Count);
            foreach (int trucks in post) to.Write7BitEncodedInt(trucks);
        }
    }

    private static ReplicationSummary Read(BinaryReader from)
    {
        int replication = from.ReadInt32();
        long crossings = from.ReadInt64();
        double days = from.ReadDouble();
        double Next() => from.ReadDouble();
        var cost = new CrossingCost(Next(), Next(), Next(), Next(), Next(), Next(), Next(), Next());
        return new ReplicationSummary
        {
            Replication = replication,
            Crossings = crossings,
            Days = days,
            Cost = cost,
            Examined = from.ReadInt64(),
            Detections = from.ReadDouble(),
            Deferred = from.ReadInt64(),
            Diverted = from.ReadInt64(),
            Fingerprint = from.ReadUInt64(),
            Events = from.ReadInt64(),
            CohortInside = from.ReadInt64(),
            Rows = ReadRows(from),
            ByDay = ReadDays(from),
            Presence = [.. Enumerable.Range(0, from.ReadInt32()).Select(_ => (IReadOnlyList<int>)[.. Enumerable.Range(0, from.ReadInt32()).Select(_ => from.Read7BitEncodedInt())])],
        };
    }

    private static void Write(BinaryWriter to, RowKey key, RowValue v)
    {
        foreach (int? part in (ReadOnlySpan<int?>)[key.Post, (int?)key.Direction, (int?)key.Role, (int?)key.Operation, (int?)key.Kind, (int?)key.Cargo]) to.Write((byte)(part ?? None));
        to.Write(v.Count);
        foreach (double part in (ReadOnlySpan<double>)[v.Mean, v.P50, v.P95, v.Service, v.Documents, v.Closed, v.Blocked, v.Queue, v.Move, v.Gate, v.Release, v.Examined]) to.Write(part);
        IReadOnlyList<int> counts = v.Times.Counts;
        int end = counts.Count;
        while (end > 0 && counts[end - 1] == 0) end--;
        to.Write((byte)end);
        for (int i = 0; i < end; i++) to.Write7BitEncodedInt(counts[i]);
    }

    private static Dictionary<RowKey, RowValue> ReadRows(BinaryReader from)
    {
        int count = from.ReadInt32();
        var rows = new Dictionary<RowKey, RowValue>(count);
        for (int i = 0; i < count; i++) rows.Add(ReadKey(from), ReadRow(from));
        return rows;
    }

    private static DayValue[] ReadDays(BinaryReader from)
    {
        var days = new DayValue[from.ReadInt32()];
        for (int d = 0; d < days.Length; d++) days[d] = new DayValue(from.ReadInt32(), from.ReadDouble());
        return days;
    }

    private static RowKey ReadKey(BinaryReader from)
    {
        int? Part() => from.ReadByte() is not None and var part ? part : null;
        return new RowKey(Part(), (Direction?)Part(), (SideRole?)Part(), (Operation?)Part(), (TruckKind?)Part(), (CargoClass?)Part());
    }

    private static RowValue ReadRow(BinaryReader from)
    {
        int count = from.ReadInt32();
        double Next() => from.ReadDouble();
        var value = new RowValue(count, Next(), Next(), Next(), Next(), Next(), Next(), Next(), Next(), Next(), Next(), Next(), Next());
        var times = new int[TimeHistogram.Bins];
        int end = from.ReadByte();
        for (int i = 0; i < end; i++) times[i] = from.Read7BitEncodedInt();
        return value with { Times = TimeHistogram.OfCounts(times) };
    }
}
