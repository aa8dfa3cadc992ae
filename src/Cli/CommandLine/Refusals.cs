using System.CommandLine;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Reports;

namespace CorridorTwin.Cli.CommandLine;

/// <summary>What is wrong with a command line as a whole: words and options nobody knows.</summary>
internal static class Refusals
{
    /// <summary>Notes it.</summary>
    public static void Check(Verb verb, bool named, ParseResult parsed, IReadOnlyList<Verb> verbs, Problems problems)
    {
        IReadOnlyList<string> words = verb.Words(parsed);
        foreach (string option in words.Concat(parsed.UnmatchedTokens).Where(w => w.Length > 1 && w[0] == '-').Distinct())
        {
            string[] known = [.. verb.AllSettings.Select(s => s.Name), "--help", "--version"];
            problems.Add(Problem(option, new("opción desconocida", "unknown option"), new("una de las opciones de --help", "an option that --help names"), Nearest.To(option.Split('=')[0], known)));
        }
        string[] plain = [.. words.Concat(parsed.UnmatchedTokens).Where(w => w.Length <= 1 || w[0] != '-')];
        if (!named && plain.Length > 0)
        {
            string[] names = [.. verbs.Select(v => v.Name)];
            problems.Add(Problem(plain[0], new("comando desconocido", "unknown command"), new($"uno de estos: {string.Join(", ", names)}", $"one of {string.Join(", ", names)}"), Nearest.To(plain[0], names) ?? $"compare {plain[0]}"));
        }
        else if (plain.Length > verb.MostArguments)
        {
            problems.Add(verb.MostArguments == 0
                ? Problem(plain[0], new($"'{verb.Name}' no lleva argumentos", $"'{verb.Name}' takes no arguments"))
                : verb.MostArguments == 1
                ? Problem(plain[1], new($"'{verb.Name}' lleva un solo argumento", $"'{verb.Name}' takes one argument"))
                : Problem(plain[verb.MostArguments], new($"'{verb.Name}' lleva hasta {verb.MostArguments} argumentos", $"'{verb.Name}' takes up to {verb.MostArguments} arguments")));
        }
        foreach (Setting setting in verb.AllSettings) setting.Given(parsed, problems);
        // Options of the first command may stand before the name of another, which need not have them.
        foreach (Setting setting in verbs[0].AllSettings.Except(verb.AllSettings).Where(s => parsed.GetResult(s.Option) is { Implicit: false }))
            problems.Add(Problem(setting.Name, new($"'{verb.Name}' no tiene esta opción, o va después de '{verb.Name}'", $"'{verb.Name}' has no such option, or it goes after '{verb.Name}'")));
        // Whatever else the parser objects to has no words of ours.
        if (!problems.Any && parsed.Errors.Count > 0) problems.Add(Problem(null, Scenarios.Bilingual.Same(parsed.Errors[0].Message.ReplaceLineEndings(" "))));
    }

    private static InputProblem Problem(string? given, Scenarios.Bilingual message, Scenarios.Bilingual? expected = null, string? nearest = null) =>
        new(Mark.Whole("corridor"), "", given, message, expected, nearest);
}
