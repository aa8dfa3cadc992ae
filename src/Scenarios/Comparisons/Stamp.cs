using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Experiments;

namespace CorridorTwin.Scenarios.Comparisons;

/// <summary>What a result rests on and how to repeat it.</summary>
/// <param name="ScenarioHash">SHA-256 over the scenario and baseline files.</param>
/// <param name="DataHash">SHA-256 over the cited tables beside them.</param>
/// <param name="Commit">Source revision the program was built from; <c>unknown</c> outside a repository.</param>
/// <param name="Seed">Seed of the experiment.</param>
/// <param name="Replications">Replications compared.</param>
/// <param name="Days">Days measured.</param>
/// <param name="Command">The command that repeats it.</param>
public sealed record Stamp(string ScenarioHash, string DataHash, string Commit, ulong Seed, int Replications, int Days, string Command)
{
    /// <summary>Which weeks were simulated: ordinary ones, or from when to when; more than one answer if scenarios differ.</summary>
    public Bilingual Period { get; init; } = default(Weeks).Say(1);

    /// <summary>What a study said of the baseline, line by line; empty where none was asked.</summary>
    public IReadOnlyList<Bilingual> Validation { get; init; } = [];

    /// <summary>The stamp of a comparison.</summary>
    public static Stamp Of(ComparisonRequest request, Comparison comparison, string command)
    {
        Bilingual[] periods = [.. comparison.Scenarios.Select(s => s.Weeks.Say(request.Options.Days)).Distinct()];
        if (periods.Length == 0) periods = [request.WeeksOf().Say(request.Options.Days)];
        return Of(request.Baseline, request.Against is { } against ? [.. request.Scenarios, against] : request.Scenarios, request.Options, comparison.Replications, command) with
        {
            Period = new(string.Join("; ", periods.Select(p => p.Es)), string.Join("; ", periods.Select(p => p.En))),
        };
    }

    /// <summary>The stamp of any result.</summary>
    /// <param name="baseline">The corridor.</param>
    /// <param name="scenarios">Scenarios it rests on.</param>
    /// <param name="options">How it was simulated.</param>
    /// <param name="replications">Replications made.</param>
    /// <param name="command">The command that repeats it.</param>
    /// <param name="alsoFiles">Further files it rests on, hashed with those of the scenarios.</param>
    public static Stamp Of(BaselineFile baseline, IReadOnlyList<Scenario> scenarios, ExperimentOptions options, int replications, string command, IReadOnlyList<string>? alsoFiles = null)
    {
        // The tables stand beside the baseline that extends no other.
        string folder = Path.GetDirectoryName(Path.GetFullPath(baseline.Beneath.LastOrDefault() ?? baseline.Mark.File)) ?? ".";
        string data = Path.Combine(folder, "data");
        return new Stamp(
            Hash([baseline.Mark.File, .. baseline.Beneath, .. scenarios.Select(s => s.Mark.File), .. alsoFiles ?? [], .. options.Start is { } start ? [start.File] : Array.Empty<string>()]),
            Hash(Directory.Exists(data) ? Directory.EnumerateFiles(data, "*.csv") : []),
            CurrentCommit, options.Seed, replications, options.Days, command) { Validation = baseline.ValidationLines };
    }

    /// <summary>Source revision of this library.</summary>
    public static string CurrentCommit { get; } =
        typeof(Stamp).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+') is [_, var commit, ..] ? commit : "unknown";

    /// <summary>SHA-256 over file names and contents, in the order of names.</summary>
    private static string Hash(IEnumerable<string> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string file in files.Distinct().OrderBy(Path.GetFileName, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetFileName(file) + "\n"));
            // Line ends differ between checkouts on different systems; the content does not.
            hash.AppendData(Encoding.UTF8.GetBytes(File.ReadAllText(file).ReplaceLineEndings("\n")));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
