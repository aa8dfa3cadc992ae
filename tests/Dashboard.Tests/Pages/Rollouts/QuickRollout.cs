using System.Text.RegularExpressions;

namespace CorridorTwin.Dashboard.Tests.Pages.Rollouts;

/// <summary>A folder of scenarios whose rollout runs in seconds.</summary>
internal static partial class QuickRollout
{
    /// <summary>The shipped rollout with weeks of a day.</summary>
    public static string Folder() => Folder(text => WarmUp().Replace(Days().Replace(text, "    days: 1 d"), "    warm-up: 0 d"));

    /// <summary>A changed copy of the shipped rollout, with the baseline and the tables.</summary>
    public static string Folder(Func<string, string> change)
    {
        string from = Path.Combine(Repository.Root, "scenarios"), folder = Directory.CreateTempSubdirectory().FullName;
        Directory.CreateDirectory(Path.Combine(folder, "data"));
        Directory.CreateDirectory(Path.Combine(folder, "rollouts"));
        File.Copy(Path.Combine(from, "2024-baseline.yaml"), Path.Combine(folder, "2024-baseline.yaml"));
        foreach (string table in Directory.EnumerateFiles(Path.Combine(from, "data"), "*.csv")) File.Copy(table, Path.Combine(folder, "data", Path.GetFileName(table)));
        File.WriteAllText(Path.Combine(folder, "rollouts", "ecfcc.yaml"), change(File.ReadAllText(Path.Combine(from, "rollouts", "ecfcc.yaml"))));
        return folder;
    }

    [GeneratedRegex("^    days: .*$", RegexOptions.Multiline)]
    private static partial Regex Days();

    [GeneratedRegex("^    warm-up: .*$", RegexOptions.Multiline)]
    private static partial Regex WarmUp();
}
