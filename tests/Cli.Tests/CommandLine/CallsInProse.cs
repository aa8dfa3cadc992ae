using System.CommandLine;
using CorridorTwin.Cli.CommandLine;
using CorridorTwin.Scenarios.Inputs;

namespace CorridorTwin.Cli.Tests.CommandLine;

/// <summary>Calls written in help, README and docs, checked without being run.</summary>
internal static class CallsInProse
{
    /// <summary>What the command would object to.</summary>
    public static IReadOnlyList<string> Problems(string call)
    {
        var problems = new Problems();
        CorridorCommand.Check(call.Split(' ', StringSplitOptions.RemoveEmptyEntries), problems);
        return [.. problems.All.Select(p => p.Render("en"))];
    }

    /// <summary>Calls in the code of a page of Markdown: after <c>--project src/Cli --</c>, or after <c>corridor</c> at the start of a line.</summary>
    public static IEnumerable<string> In(string markdown)
    {
        bool code = false;
        foreach (string line in markdown.Split('\n').Select(l => l.Trim()))
        {
            if (line.StartsWith("```", StringComparison.Ordinal)) code = !code;
            if (!code) continue;
            const string FromSource = "--project src/Cli";
            string? call = line.IndexOf(FromSource, StringComparison.Ordinal) is >= 0 and var at ? line[(at + FromSource.Length)..].TrimStart(' ').TrimStart('-')
                : line.StartsWith("corridor ", StringComparison.Ordinal) ? line["corridor ".Length..] : null;
            if (call is null) continue;
            yield return call.Split('#')[0].Split('|')[0].Split('>')[0].Trim();
        }
    }
}
