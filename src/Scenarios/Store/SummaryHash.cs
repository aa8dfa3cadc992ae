using System.Security.Cryptography;
using CorridorTwin.Scenarios.Experiments;

namespace CorridorTwin.Scenarios.Store;

/// <summary>Fingerprint of all that is kept of a replication but the times by bin, which are summed over replications: equal for summaries equal to the last bit.</summary>
public static class SummaryHash
{
    private const int Digits = 32;

    /// <summary>32 hexadecimal digits of the SHA-256 over its values, rows in the order of their keys.</summary>
    public static string Of(ReplicationSummary summary)
    {
        ReplicationSummary ordered = summary with
        {
            Rows = new Dictionary<RowKey, RowValue>(summary.Rows.OrderBy(r => r.Key.ToString(), StringComparer.Ordinal).Select(r => KeyValuePair.Create(r.Key, r.Value with { Times = TimeHistogram.Empty }))),
        };
        return Convert.ToHexStringLower(SHA256.HashData(SummaryCodec.Plain(ordered)))[..Digits];
    }
}
