using System.Text.Json.Nodes;
using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Store;

namespace CorridorTwin.Scenarios.Proofs;

/// <summary>What a run found, as JSON: every table with its numbers to the last bit, the comparison, and fingerprints of every replication.</summary>
internal static class ProofResults
{
    /// <summary>Name of the fingerprints of replications.</summary>
    public const string Runs = "runs";

    /// <summary>The results of a subject.</summary>
    public static JsonObject Of(ReportSubject subject)
    {
        var tables = new JsonObject();
        foreach (FigureTable table in ReportFigures.Of(subject))
            tables[table.Id] = new JsonArray([.. table.Rows.Select(row => (JsonNode)new JsonObject(table.Columns.Zip(row, (c, cell) => KeyValuePair.Create(c.Id, Value(cell)))))]);
        using var whole = new MemoryStream();
        ComparisonJson.Write(subject.Result.Comparison, subject.Result.Stamp, whole);
        var comparison = (JsonObject)JsonNode.Parse(whole.ToArray())!;
        comparison.Remove("stamp");
        return new JsonObject
        {
            ["tables"] = tables,
            [Runs] = new JsonObject(subject.Result.Variants.Select(v => KeyValuePair.Create(v.Name, (JsonNode?)new JsonArray([.. v.Replications.Select(r => (JsonNode)Fingerprints(r))])))),
            ["comparison"] = comparison,
        };
    }

    /// <summary>Which replications of which models were made.</summary>
    public static IReadOnlyDictionary<string, HashSet<int>> Made(JsonObject results) =>
        ((JsonObject)results[Runs]!).ToDictionary(v => v.Key, v => ((JsonArray)v.Value!).Select(r => (int)r!["replication"]!).ToHashSet());

    /// <summary>The trajectory's own fingerprint, and one of all that is kept of the replication.</summary>
    private static JsonObject Fingerprints(ReplicationSummary run) => new()
    {
        ["replication"] = run.Replication, ["trajectory"] = run.Fingerprint.ToString("x16", System.Globalization.CultureInfo.InvariantCulture), ["events"] = run.Events, ["summary"] = SummaryHash.Of(run),
    };

    private static JsonNode? Value(object? cell) => cell switch
    {
        double number => double.IsFinite(number) ? JsonValue.Create(number) : null,
        Bilingual text => JsonValue.Create(text.En),
        null => null,
        _ => JsonValue.Create(cell.ToString()),
    };
}
