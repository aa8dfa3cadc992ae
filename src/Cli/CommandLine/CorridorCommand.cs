using System.CommandLine;
using System.CommandLine.Help;
using CorridorTwin.Cli.Commands;
using CorridorTwin.Cli.Output;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Inputs;

namespace CorridorTwin.Cli.CommandLine;

/// <summary>The whole command: finds the verb, lets it run, and turns whatever goes wrong into one line and an exit code.</summary>
internal static class CorridorCommand
{
    /// <summary>The commands, in the order of help; the first runs when none is named.</summary>
    public static IReadOnlyList<Verb> Verbs { get; } =
    [
        new CompareCommand(), new RunCommand(), new ShowCommand(), new ListCommand(), new ValidateCommand(), new SearchBaselineCommand(),
    ];

    /// <summary>Runs a command line.</summary>
    /// <returns>See <see cref="ExitCode"/>.</returns>
    public static int Run(IReadOnlyList<string> arguments, Terminal terminal, CancellationToken cancellation)
    {
        var tongue = Tongue.OfEnvironment(terminal.Variable);
        try
        {
            int code = Answer(arguments, terminal, ref tongue, cancellation);
            terminal.Out.Flush();
            return code;
        }
        catch (Exception e)
        {
            return Failures.Tell(e, terminal, tongue, cancellation);
        }
    }

    private static int Answer(IReadOnlyList<string> arguments, Terminal terminal, ref Tongue tongue, CancellationToken cancellation)
    {
        var help = new HelpOption();
        (RootCommand root, Dictionary<Command, Verb> verbOf) = Build(help);
        ParseResult parsed = root.Parse(arguments, new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null });
        if (Settings.Language.Given(parsed, new Problems()) is { } language) tongue = new Tongue(language);
        bool named = verbOf.ContainsKey(parsed.CommandResult.Command);
        Verb verb = named ? verbOf[parsed.CommandResult.Command] : Verbs[0];
        if (parsed.GetResult(help) is not null)
        {
            terminal.Out.Write(named ? HelpPage.Of(verb, tongue, terminal.Width) : HelpPage.Of(Verbs, tongue, terminal.Width));
            return ExitCode.Done;
        }
        // --version, and the questions of shells that complete commands.
        bool own = root.Options.OfType<VersionOption>().Any(o => parsed.GetResult(o) is not null) || root.Directives.Any(d => parsed.GetResult(d) is not null);
        if (own) return parsed.Invoke(new InvocationConfiguration { Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false });
        var problems = new Problems();
        Refusals.Check(verb, named, parsed, Verbs, problems);
        if (problems.Any) throw new InputException(problems.All);
        return verb.Run(new Call { Parsed = parsed, Words = verb.Words(parsed), Terminal = terminal, Tongue = tongue, Cancellation = cancellation });
    }

    private static (RootCommand, Dictionary<Command, Verb>) Build(HelpOption help)
    {
        var root = new RootCommand("CorridorTwin");
        root.Options.Remove(root.Options.OfType<HelpOption>().Single());
        root.Options.Add(help);
        var verbOf = new Dictionary<Command, Verb>();
        foreach (Verb verb in Verbs)
        {
            var command = new Command(verb.Name, verb.Purpose.En);
            verb.Describe(command);
            root.Subcommands.Add(command);
            verbOf[command] = verb;
        }
        Verbs[0].Describe(root);
        return (root, verbOf);
    }
}
