using CorridorTwin.Cli.CommandLine;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Reports;

namespace CorridorTwin.Cli.Commands;

/// <summary>The command line that gives a result again, whatever the defaults may be by then.</summary>
internal static class RepeatCommand
{
    /// <summary>The line.</summary>
    public static string Of(Call call, string verb, ExperimentOptions options, int? year, DateOnly? period = null)
    {
        var words = new List<string> { "corridor", verb };
        words.AddRange(call.Words.Select(Quoted));
        words.AddRange(["--replications", $"{options.Replications}", "--days", $"{options.Days}", "--warmup-days", $"{options.WarmUpDays}", "--seed", $"{options.Seed}"]);
        if (year is not null) words.AddRange(["--year", $"{year}"]);
        if (period is { } start) words.AddRange(["--period", Dates.Text(start)]);
        if (Settings.Scenarios.Given(call.Parsed, new()) is { } directory) words.AddRange(["--scenarios", Quoted(directory)]);
        return string.Join(' ', words);
    }

    private static string Quoted(string word) => word.All(c => char.IsLetterOrDigit(c) || "-_./\\:=+".Contains(c, StringComparison.Ordinal)) ? word : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
