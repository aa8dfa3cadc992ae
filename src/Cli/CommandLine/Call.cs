using System.CommandLine;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Reports;

namespace CorridorTwin.Cli.CommandLine;

/// <summary>One call of the command: what was asked, where to answer, until when.</summary>
internal sealed record Call
{
    /// <summary>The command line as parsed.</summary>
    public required ParseResult Parsed { get; init; }

    /// <summary>Arguments.</summary>
    public required IReadOnlyList<string> Words { get; init; }

    /// <summary>Where to answer.</summary>
    public required Terminal Terminal { get; init; }

    /// <summary>In which language.</summary>
    public required Tongue Tongue { get; init; }

    /// <summary>Until when.</summary>
    public required CancellationToken Cancellation { get; init; }

    /// <summary>The options a simulation needs; what is wrong with them is noted.</summary>
    public ExperimentOptions Experiment(Problems problems) => new()
    {
        Replications = (int)Settings.Replications.Read(Parsed, problems),
        Days = (int)Settings.Days.Read(Parsed, problems),
        WarmUpDays = (int)Settings.WarmUpDays.Read(Parsed, problems),
        Seed = Settings.Seed.Read(Parsed, problems),
        Threads = (int)Settings.Threads.Read(Parsed, problems),
    };

    /// <summary>The year asked for; null for each scenario's own.</summary>
    public int? Year(Problems problems) => (int)Settings.Year.Read(Parsed, problems) is > 0 and var year ? year : null;

    /// <summary>The form of the result.</summary>
    public string Format(Problems problems) => Settings.Format.Given(Parsed, problems) ?? "table";

    /// <summary>One line to whoever watches.</summary>
    public void Tell(string es, string en, string rest = "") => Terminal.Error.WriteLine(Tongue.Say(es, en) + rest);
}
