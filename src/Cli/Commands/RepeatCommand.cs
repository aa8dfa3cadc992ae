using CorridorTwin.Cli.CommandLine;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Reports;

namespace CorridorTwin.Cli.Commands;

/// <summary>The command line that gives a result again, whatever the defaults may be by then.</summary>
internal static class RepeatCommand
{
    /// <summary>The line.</summary>
    /// <param name="call">What was called.</param>
    /// <param name="verb">The command.</param>
    /// <param name="options">The options it ran with: the replications made, where a rule ended them.</param>
    /// <param name="year">Year asked for; null for none.</param>
    /// <param name="period">Period asked for; null for none.</param>
    /// <param name="own">The command's own settings, given again as they were given.</param>
    public static string Of(Call call, string verb, ExperimentOptions options, int? year, DateOnly? period = null, params Setting[] own)
    {
        List<string> words = [.. Begin(call, verb, options), "--days", $"{options.Days}", "--warmup-days", $"{options.WarmUpDays}", "--seed", $"{options.Seed}"];
        if (options.Start is { } state) words.AddRange([Settings.Start.Name, Quoted(state.File)]);
        if (year is not null) words.AddRange(["--year", $"{year}"]);
        if (period is { } start) words.AddRange(["--period", Dates.Text(start)]);
        return End(words, call, own);
    }

    /// <summary>The same for a command whose lengths are those of the weeks that stand for a year.</summary>
    public static string OfYears(Call call, string verb, ExperimentOptions options, params Setting[] own) => End([.. Begin(call, verb, options), "--seed", $"{options.Seed}"], call, own);

    /// <summary>The same for a command that has no replications: its settings as they were given.</summary>
    public static string Plain(Call call, string verb, params Setting[] own) => End(["corridor", verb, .. call.Words.Select(Quoted)], call, own);

    private static List<string> Begin(Call call, string verb, ExperimentOptions options) => ["corridor", verb, .. call.Words.Select(Quoted), "--replications", $"{options.Replications}"];

    private static string End(List<string> words, Call call, Setting[] own)
    {
        foreach (Setting setting in own)
        {
            if (setting is SwitchSetting flag)
            {
                if (flag.Read(call.Parsed)) words.Add(setting.Name);
            }
            else if (setting.Given(call.Parsed, new()) is { } given)
            {
                words.AddRange([setting.Name, Quoted(given)]);
            }
        }
        if (Settings.Baseline.Given(call.Parsed, new()) is { } baseline) words.AddRange([Settings.Baseline.Name, Quoted(baseline)]);
        if (Settings.Scenarios.Given(call.Parsed, new()) is { } directory) words.AddRange(["--scenarios", Quoted(directory)]);
        return string.Join(' ', words);
    }

    private static string Quoted(string word) => word.All(c => char.IsLetterOrDigit(c) || "-_./\\:=+,".Contains(c, StringComparison.Ordinal)) ? word : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
