using System.CommandLine;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Scenarios;

namespace CorridorTwin.Cli.CommandLine;

/// <summary>One command: how it is called, explained and run.</summary>
internal abstract class Verb
{
    private readonly Argument<string[]> words = new("words") { Arity = ArgumentArity.ZeroOrMore, DefaultValueFactory = _ => [] };

    /// <summary>Its name.</summary>
    public abstract string Name { get; }

    /// <summary>What it does, in one sentence.</summary>
    public abstract Bilingual Purpose { get; }

    /// <summary>What a reader should know before using it; null if the purpose says it all.</summary>
    public virtual Bilingual? Explanation => null;

    /// <summary>What stands for its arguments in help; null if it takes none.</summary>
    public virtual Bilingual? Arguments => null;

    /// <summary>How many arguments it takes.</summary>
    public virtual int MostArguments => 0;

    /// <summary>Its own options, in the order of help; those every command has are added.</summary>
    public virtual IReadOnlyList<Setting> Settings => [];

    /// <summary>Calls worth trying.</summary>
    public abstract IReadOnlyList<(string Call, Bilingual Purpose)> Examples { get; }

    /// <summary>All options.</summary>
    public IEnumerable<Setting> AllSettings => Settings.Concat(CommandLine.Settings.Everywhere);

    /// <summary>Runs it.</summary>
    /// <returns>Exit code.</returns>
    public abstract int Run(Call call);

    /// <summary>Gives a command its options and arguments.</summary>
    public void Describe(Command command)
    {
        foreach (Setting setting in AllSettings) command.Options.Add(setting.Option);
        command.Arguments.Add(words);
    }

    /// <summary>The arguments of a call.</summary>
    public IReadOnlyList<string> Words(ParseResult parsed) => parsed.GetValue(words) ?? [];
}
