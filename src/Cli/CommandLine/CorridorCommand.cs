using System.CommandLine;
using System.CommandLine.Help;
using CorridorTwin.Cli.Commands;
using CorridorTwin.Cli.Output;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Inputs;

namespace CorridorTwin.Cli.CommandLine;

/// <summary>The whole command: finds the verb, lets it run, and turns whatever goes wrong into one line and an exit code.</summary>
internal static class CorridorCommand
{
    /// <summary>The commands, in the order of help; the first runs when none is named.</summary>
    public static IReadOnlyList<Verb> Verbs { get; } =
    [
        new CompareCommand(), new AttributeCommand(), new MeasuresCommand(), new SensitivityCommand(), new AppraiseCommand(), new RolloutCommand(), new IndicatorsCommand(), new CheckClaimsCommand(), new EvidenceCommand(),
        new RunCommand(), new ShowCommand(), new ListCommand(), new SurveyCommand(), new CalibrateCommand(), new ValidateCommand(), new VerifyCommand(), new TraceCommand(), new FeedCommand(), new TwinCommand(), new SearchBaselineCommand(),
    ];

    private static readonly HelpOption Help = new();
    private static readonly Dictionary<Command, Verb> VerbOf = [];
    private static readonly RootCommand Root = Build();

    // A word that begins with @ is a word: no file of options is read behind a user's back.
    private static ParserConfiguration Parsing { get; } = new() { EnablePosixBundling = false, ResponseFileTokenReplacer = null };

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

    /// <summary>Notes what is wrong with a command line, without running it.</summary>
    public static void Check(IReadOnlyList<string> arguments, Problems problems)
    {
        ParseResult parsed = Root.Parse(arguments, Parsing);
        bool named = VerbOf.TryGetValue(parsed.CommandResult.Command, out Verb? verb);
        Refusals.Check(verb ?? Verbs[0], named, parsed, Verbs, problems);
    }

    private static int Answer(IReadOnlyList<string> arguments, Terminal terminal, ref Tongue tongue, CancellationToken cancellation)
    {
        ParseResult parsed = Root.Parse(arguments, Parsing);
        if (Settings.Language.Given(parsed, new Problems()) is { } language) tongue = new Tongue(language);
        bool named = VerbOf.TryGetValue(parsed.CommandResult.Command, out Verb? found);
        Verb verb = found ?? Verbs[0];
        if (parsed.GetResult(Help) is not null)
        {
            terminal.Out.Write(named ? HelpPage.Of(verb, tongue, terminal.Width) : HelpPage.Of(Verbs, tongue, terminal.Width));
            return ExitCode.Done;
        }
        // --version, and the questions of shells that complete commands.
        bool own = Root.Options.OfType<VersionOption>().Any(o => parsed.GetResult(o) is not null) || Root.Directives.Any(d => parsed.GetResult(d) is not null);
        if (own) return parsed.Invoke(new InvocationConfiguration { Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false });
        var problems = new Problems();
        Refusals.Check(verb, named, parsed, Verbs, problems);
        if (problems.Any) throw new InputException(problems.All);
        return verb.Run(new Call { Parsed = parsed, Words = verb.Words(parsed), Terminal = terminal, Tongue = tongue, Cancellation = cancellation });
    }

    private static RootCommand Build()
    {
        var root = new RootCommand("CorridorTwin");
        root.Options.Remove(root.Options.OfType<HelpOption>().Single());
        root.Options.Add(Help);
        foreach (Verb verb in Verbs)
        {
            var command = new Command(verb.Name, verb.Purpose.En);
            verb.Describe(command);
            root.Subcommands.Add(command);
            VerbOf[command] = verb;
        }
        Verbs[0].Describe(root);
        // Only tells the parser that no command need be named; verbs are run from here, not by it.
        root.SetAction(_ => ExitCode.Done);
        return root;
    }
}
