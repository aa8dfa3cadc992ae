using CorridorTwin.Cli.CommandLine;
using CorridorTwin.Cli.Output;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Rollouts;
using CorridorTwin.Scenarios.Rollouts.Matrix;

namespace CorridorTwin.Cli.Commands;

/// <summary>A rollout as a call of the command names it: read, simulated, stamped.</summary>
internal sealed class RolloutCall
{
    /// <summary>The rollout that is meant where none is named.</summary>
    public const string Usual = "ecfcc";

    private readonly Call call;
    private readonly string verb;
    private readonly Setting[] own;

    private RolloutCall(Call call, string verb, Setting[] own) => (this.call, this.verb, this.own) = (call, verb, own);

    /// <summary>Form of the result.</summary>
    public required string Format { get; init; }

    /// <summary>Where to keep files; null for nowhere.</summary>
    public required OutputFolder? Folder { get; init; }

    /// <summary>What to simulate.</summary>
    public required RolloutRequest Request { get; init; }

    /// <summary>Where.</summary>
    public required IExecutor Executor { get; init; }

    /// <summary>The directory of scenarios it stands in.</summary>
    public required string Directory { get; init; }

    /// <summary>Reads options and files.</summary>
    /// <param name="call">The call; its first word names the rollout.</param>
    /// <param name="verb">The command.</param>
    /// <param name="years">Years if none are given.</param>
    /// <param name="also">Reads the command's own options, noting what is wrong with them.</param>
    /// <param name="own">Those options, to repeat them.</param>
    /// <exception cref="InputException">Something is wrong with them.</exception>
    public static RolloutCall Read(Call call, string verb, IReadOnlyList<int> years, Action<Problems>? also = null, params Setting[] own)
    {
        var problems = new Problems();
        ExperimentOptions options = call.Experiment(problems);
        MatrixReading reading = RolloutSettings.ReadReading(call.Parsed, problems);
        IReadOnlyList<int> asked = RolloutSettings.Years.Read(call.Parsed, years, problems);
        string format = RolloutSettings.Format.Given(call.Parsed, problems) ?? "table";
        also?.Invoke(problems);
        OutputFolder? folder = Settings.Out.Given(call.Parsed, problems) is { } path ? OutputFolder.Open(path, problems) : null;
        IExecutor executor = call.Executor(problems);
        if (problems.Any) throw new InputException(problems.All);
        (string directory, ScenarioFolder scenarios) = ScenarioSource.Plain(call);
        string? word = call.Words.Count > 0 ? call.Words[0] : null;
        RolloutFolder rollouts = RolloutFolder.Load(directory, scenarios, word is not null && ScenarioSource.IsPath(word) ? word : null);
        Rollout rollout = rollouts.Find(word ?? (rollouts.Ids.Count == 1 ? rollouts.Ids[0] : Usual));
        return new RolloutCall(call, verb, own)
        {
            Format = format, Folder = folder, Executor = executor, Directory = directory,
            Request = new RolloutRequest { Rollout = rollout, Reading = reading, Years = asked, Options = options },
        };
    }

    /// <summary>Simulates, with a line of progress.</summary>
    public RolloutRun Run()
    {
        using var progress = new ProgressLine(call.Terminal, call.Tongue);
        RolloutRun run = RolloutRun.Run(Request, Executor, progress.Show, call.Cancellation);
        call.TellOf(Executor);
        return run;
    }

    /// <summary>What a result of it rests on.</summary>
    /// <param name="replications">How many were made; none if nothing was simulated.</param>
    /// <param name="also">A switch of the command that matters.</param>
    /// <param name="files">Further files it rests on.</param>
    public Stamp Stamp(int replications, SwitchSetting? also = null, IReadOnlyList<string>? files = null)
    {
        int days = Request.Rollout.Weeks.Sum(w => w.Days);
        string weeks = string.Join(", ", Request.Years);
        return CorridorTwin.Scenarios.Comparisons.Stamp.Of(
            Request.Rollout.Baseline, [], Request.Options with { Days = days }, replications, RepeatCommand.OfYears(call, verb, Request.Options, [RolloutSettings.Reading, RolloutSettings.Years, .. own, .. also is null ? [] : (Setting[])[also]]),
            [.. Request.Rollout.Files, .. files ?? []]) with { Period = new($"semanas representativas de {weeks}", $"representative weeks of {weeks}") };
    }
}
