using System.Security.Cryptography;
using System.Text.Json.Serialization;
using System.Text.Json;
using System.Text;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Rollouts.Matrix;
using CorridorTwin.Scenarios.Store;

namespace CorridorTwin.Dashboard.Runs;

/// <summary>All that decides what a run gives. Equal inputs are one run.</summary>
/// <param name="Scenarios">Ids, in the order of the table.</param>
/// <param name="Year">Year of demand on both sides; null for each scenario's own.</param>
/// <param name="Replications">How often.</param>
/// <param name="Days">Days measured.</param>
/// <param name="WarmUpDays">Days before.</param>
/// <param name="Seed">Seed.</param>
/// <param name="Capacity">Also with capacity ±2 %.</param>
/// <param name="Files">Fingerprint of the input files, which are kept under it.</param>
public sealed record RunInputs(IReadOnlyList<string> Scenarios, int? Year, int Replications, int Days, int WarmUpDays, ulong Seed, bool Capacity, string Files)
{
    private const int IdLength = 12;

    /// <summary>What is asked of the scenarios; a study is of one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Study Study { get; init; }

    /// <summary>Of a rollout, which numbers of the matrix hold.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public MatrixReading Reading { get; init; }

    /// <summary>The run's id: a hash of these inputs and of the program that runs them.</summary>
    [JsonIgnore]
    public string Id => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Json + ReplicationStore.Program)))[..IdLength];

    /// <summary>As kept.</summary>
    [JsonIgnore]
    public string Json => JsonSerializer.Serialize(this);

    /// <summary>As kept, read again.</summary>
    public static RunInputs Of(string json) => JsonSerializer.Deserialize<RunInputs>(json)!;

    /// <summary>As the library has it.</summary>
    [JsonIgnore]
    public ExperimentOptions Options => new() { Replications = Replications, Days = Days, WarmUpDays = WarmUpDays, Seed = Seed };
}
