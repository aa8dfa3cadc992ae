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

    /// <summary>Calls in a page of Markdown: in code, after <c>--project src/Cli --</c> or after <c>corridor</c> at the start of a line; in tables of commands, the first column.</summary>
    public static IEnumerable<string> In(string markdown)
    {
        bool code = false;
        bool table = false;
        foreach (string line in markdown.Split('\n').Select(l => l.Trim()))
        {
            if (line.StartsWith("```", StringComparison.Ordinal)) code = !code;
            table = line.StartsWith("| command ", StringComparison.Ordinal) || (table && line.StartsWith('|'));
            if (table && line.Split('`') is [_, var cell, ..]) yield return cell;
            if (!code) continue;
            const string FromSource = "--project src/Cli";
            string? call = line.IndexOf(FromSource, StringComparison.Ordinal) is >= 0 and var at ? line[(at + FromSource.Length)..].TrimStart(' ').TrimStart('-')
                : line.StartsWith("corridor ", StringComparison.Ordinal) ? line["corridor ".Length..] : null;
            if (call is null) continue;
            yield return call.Split('#')[0].Split('|')[0].Split('>')[0].Trim();
        }
    }
}
