using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Statistics;
using CorridorTwin.Scenarios.Store;
using Microsoft.Data.Sqlite;

namespace CorridorTwin.Scenarios.Sensitivity;

/// <summary>What answers hang on, kept with the replications, so that a page can order assumptions without simulating anything.</summary>
public static class SensitivityArchive
{
    private const string Kind = "sensitivity";

    /// <summary>Keeps a finished result in place of an earlier one of the same question; one that was cancelled is not kept.</summary>
    /// <returns>Null, or why it could not be kept: a full disk must not cost the result.</returns>
    public static Bilingual? Keep(ReplicationStore store, SensitivityReport report, Stamp stamp)
    {
        if (!report.Result.Complete) return null;
        using var text = new MemoryStream();
        SensitivityJson.Write(report, stamp, text);
        try
        {
            store.Keep(Kind, KeyOf(report.Request), Encoding.UTF8.GetString(text.GetBuffer().AsSpan(0, (int)text.Length)));
            return null;
        }
        catch (SqliteException e)
        {
            string why = e.Message.ReplaceLineEndings(" ").TrimEnd('.');
            return new($"{store.Path}: el resultado no se puede guardar ({why})", $"{store.Path}: the result cannot be kept ({why})");
        }
    }

    /// <summary>The last result for a baseline, scenario, indicator and weeks by this program, however thorough it was; null if there is none.</summary>
    /// <exception cref="SqliteException">The store cannot be read.</exception>
    public static SensitivityRanking? Find(ReplicationStore store, SensitivityRequest request) =>
        store.Document(Kind, KeyOf(request)) is { } text ? SensitivityRanking.Read(text) : null;

    /// <summary>What decides a result, but for how long and how often it was run.</summary>
    private static string KeyOf(SensitivityRequest request) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        $"{request.Baseline.Hash}/{request.Scenario?.Hash}/{request.Indicator.Id}/{request.Of}/{request.Weeks.Year}/{request.Weeks.Interval(1)}/{request.Options.Start?.Hash}{ReplicationStore.Program}")))[..32];
}

/// <summary>What was found about each input, as kept.</summary>
/// <param name="Answer">The answer with every input at its own value.</param>
/// <param name="Unit">Of the answer.</param>
/// <param name="Order">Ids of inputs, the one the answer hangs on most first.</param>
/// <param name="MuStar">Mean size of the effect over the whole range, by input.</param>
/// <param name="Ends">The answer at both ends, by input.</param>
/// <param name="KindMuStar">Mean size of the effect of a kind, by kind.</param>
/// <param name="Command">The command that repeats it.</param>
public sealed record SensitivityRanking(
    Interval Answer, string Unit, IReadOnlyList<string> Order, IReadOnlyDictionary<string, double> MuStar, IReadOnlyDictionary<string, (Interval Low, Interval High)> Ends,
    IReadOnlyDictionary<string, double> KindMuStar, string Command)
{
    internal static SensitivityRanking Read(string text)
    {
        using JsonDocument whole = JsonDocument.Parse(text);
        JsonElement root = whole.RootElement;
        JsonElement[] ends = [.. root.GetProperty("ends").EnumerateArray()], inputs = [.. root.GetProperty("inputs").EnumerateArray()];
        static string Id(JsonElement e) => e.GetProperty("input").GetString()!;
        static double Number(JsonElement e) => e.ValueKind == JsonValueKind.Number ? e.GetDouble() : double.NaN;
        int replications = root.GetProperty("run").GetProperty("endReplications").GetInt32();
        Interval Read(JsonElement e, string name, string interval)
        {
            JsonElement[] both = [.. e.GetProperty(interval).EnumerateArray()];
            return new Interval(Number(e.GetProperty(name)), Number(both[0]), Number(both[1]), replications);
        }

        return new SensitivityRanking(
            Read(root, "answer", "ci95"), root.GetProperty("unit").GetString()!, [.. ends.Concat(inputs).Select(Id).Distinct()],
            inputs.ToDictionary(Id, e => Number(e.GetProperty("muStar"))), ends.ToDictionary(Id, e => (Read(e, "atLow", "atLowCi95"), Read(e, "atHigh", "atHighCi95"))),
            root.GetProperty("kinds").EnumerateArray().ToDictionary(e => e.GetProperty("kind").GetString()!, e => Number(e.GetProperty("muStar"))),
            root.GetProperty("stamp").GetProperty("command").GetString()!);
    }
}
