using System.IO.Compression;
using System.Security.Cryptography;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Store;

/// <summary>A replication's summary as bytes and back, exact to the last bit; what is damaged is told, never read.</summary>
internal static class SummaryCodec
{
    private const byte Version = 2;
    private const int Check = 8;
    private const byte None = 255;

    /// <summary>The bytes.</summary>
    public static byte[] Write(ReplicationSummary summary)
    {
        using var bytes = new MemoryStream();
        bytes.WriteByte(Version);
        using (var packed = new DeflateStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        using (var to = new BinaryWriter(packed))
        {
            to.Write(summary.Replication);
            to.Write(summary.Crossings);
            to.Write(summary.Days);
            CrossingCost c = summary.Cost;
            foreach (double part in new[] { c.Carrier, c.IdleFuel, c.ReeferFuel, c.CargoTime, c.Spoilage, c.Fees, c.Litres, c.Co2 }) to.Write(part);
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
        }
        bytes.Write(SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)).AsSpan(0, Check));
        return bytes.ToArray();
    }

    /// <summary>The summary; null if the bytes are damaged or of another version.</summary>
    public static ReplicationSummary? Read(byte[] bytes)
    {
        if (bytes.Length <= Check || bytes[0] != Version || !SHA256.HashData(bytes.AsSpan(..^Check)).AsSpan(0, Check).SequenceEqual(bytes.AsSpan(^Check..))) return null;
        using var from = new BinaryReader(new DeflateStream(new MemoryStream(bytes, 1, bytes.Length - 1 - Check), CompressionMode.Decompress));
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
            Rows = Enumerable.Range(0, from.ReadInt32()).Select(_ => ReadRow(from)).ToDictionary(),
            ByDay = [.. Enumerable.Range(0, from.ReadInt32()).Select(_ => new DayValue(from.ReadInt32(), from.ReadDouble()))],
        };
    }

    private static void Write(BinaryWriter to, RowKey key, RowValue v)
    {
        foreach (int? part in new int?[] { key.Post, (int?)key.Direction, (int?)key.Role, (int?)key.Operation, (int?)key.Kind, (int?)key.Cargo }) to.Write((byte)(part ?? None));
        to.Write(v.Count);
        foreach (double part in new[] { v.Mean, v.P50, v.P95, v.Service, v.Documents, v.Closed, v.Blocked, v.Queue, v.Move, v.Gate, v.Release, v.Examined }) to.Write(part);
        foreach (int count in v.Times.Counts) to.Write7BitEncodedInt(count);
    }

    private static KeyValuePair<RowKey, RowValue> ReadRow(BinaryReader from)
    {
        int? Part() => from.ReadByte() is not None and var part ? part : null;
        var key = new RowKey(Part(), (Direction?)Part(), (SideRole?)Part(), (Operation?)Part(), (TruckKind?)Part(), (CargoClass?)Part());
        int count = from.ReadInt32();
        double Next() => from.ReadDouble();
        var value = new RowValue(count, Next(), Next(), Next(), Next(), Next(), Next(), Next(), Next(), Next(), Next(), Next(), Next());
        return new(key, value with { Times = TimeHistogram.OfCounts([.. Enumerable.Range(0, TimeHistogram.Bins).Select(_ => from.Read7BitEncodedInt())]) });
    }
}
