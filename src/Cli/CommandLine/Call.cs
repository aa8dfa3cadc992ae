using System.CommandLine;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Scenarios.Store;
using CorridorTwin.Simulation.Time;

namespace CorridorTwin.Cli.CommandLine;

/// <summary>One call of the command: what was asked, where to answer, until when.</summary>
internal sealed record Call
{
    /// <summary>Names the store where no option does.</summary>
    public const string StoreVariable = "CORRIDOR_STORE";

    /// <summary>The word for no store.</summary>
    public const string NoStore = "none";

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
    public ExperimentOptions Experiment(Problems problems)
    {
        StartingState? start = Settings.Start.Given(Parsed, problems) is { } file ? StartingState.Read(file, problems) : null;
        int warmUp = (int)Settings.WarmUpDays.Read(Parsed, problems);
        return new()
        {
            Replications = MostReplications(problems),
            Days = (int)Settings.Days.Read(Parsed, problems),
            WarmUpDays = start is not null && Settings.WarmUpDays.Given(Parsed, new()) is null ? 0 : warmUp,
            Seed = Settings.Seed.Read(Parsed, problems),
            Threads = (int)Settings.Threads.Read(Parsed, problems),
            Start = start,
        };
    }

    /// <summary>When to stop before the last replication; what is wrong with that is noted.</summary>
    /// <param name="options">The replications allowed.</param>
    /// <param name="problems">Where problems go.</param>
    /// <param name="indicator">The only indicator there is; null where several may be asked for.</param>
    public Enough Enough(ExperimentOptions options, Problems problems, Indicator? indicator = null) => PrecisionSettings.Read(Parsed, options, problems, indicator);

    /// <summary>The weeks asked for; a year and a period that do not agree are noted.</summary>
    public (int? Year, DateOnly? Period) Weeks(Problems problems)
    {
        int? year = (int)Settings.Year.Read(Parsed, problems) is > 0 and var given ? given : null;
        DateOnly? period = Settings.Period.Read(Parsed, problems);
        if (year is not null && period is { } start && start.Year != year)
            problems.Add(new InputProblem(Mark.Whole("corridor"), Settings.Year.Name, $"{year}", new($"el período empieza el {Dates.Text(start)}", $"the period begins on {Dates.Text(start)}"), Bilingual.Same($"{start.Year}")));
        return (year, period);
    }

    /// <summary>Refuses weeks that cannot be simulated together: a year that is not that of a scenario's own period, or what leads up to dates being no whole weeks.</summary>
    /// <exception cref="InputException">They cannot.</exception>
    public static void Require(int? year, DateOnly? period, ExperimentOptions options, IEnumerable<Scenario> scenarios)
    {
        var problems = new Problems();
        Scenario[] dated = period is null ? [.. scenarios.Where(s => s.Period is not null)] : [];
        foreach (Scenario s in dated.Where(s => year is not null && s.Year != year))
            problems.Add(new InputProblem(Mark.Whole("corridor"), Settings.Year.Name, $"{year}", new($"el período de '{s.Id}' empieza el {Dates.Text(s.Period!.Value)}", $"the period of '{s.Id}' begins on {Dates.Text(s.Period!.Value)}"), new($"{s.Year}, o {Settings.Period.Name} con una fecha de {year}", $"{s.Year}, or {Settings.Period.Name} with a date of {year}")));
        bool dates = period is not null || dated.Length > 0;
        if (dates && options.Start is { } start && options.FromEpoch.Milliseconds % SimDuration.FromDays(7).Milliseconds != 0)
            problems.Add(new InputProblem(Mark.Whole("corridor"), Settings.Start.Name, start.File,
                new("un período con fechas empieza un lunes a las 00:00, y este estado con su calentamiento no llega a uno", "a period that has dates begins on a Monday at 00:00, and this state with its warm-up does not come to one"),
                new("un estado guardado tras semanas enteras", "a state saved after whole weeks")));
        else if (dates && options.Start is null && Periods.WarmUp(options.WarmUpDays, out int nearest) is { } fault)
            problems.Add(new InputProblem(Mark.Whole("corridor"), Settings.WarmUpDays.Name, $"{options.WarmUpDays}", fault, new("un múltiplo de 7", "a multiple of 7"), $"{nearest}"));
        if (problems.Any) throw new InputException(problems.All);
    }

    /// <summary>Who runs replications: this machine's cores, and before them the store of what is finished already.</summary>
    /// <exception cref="InputException">The store named cannot be used.</exception>
    public IExecutor Executor(Problems problems)
    {
        string? path = Settings.Store.Given(Parsed, problems) ?? Terminal.Variable(StoreVariable);
        if (path == NoStore || problems.Any) return new LocalExecutor();
        try
        {
            return new StoredExecutor(new LocalExecutor(), ReplicationStore.Open(path ?? ReplicationStore.UsualPath));
        }
        catch (InputException e) when (path is null)
        {
            // Nobody asked for the usual place, so it may be missing: a read-only home must not stop anyone from simulating.
            Tell($"corridor: {e.Problems[0].Render("es")}; no se guarda nada", $"corridor: {e.Problems[0].Render("en")}; nothing is kept");
            return new LocalExecutor();
        }
    }

    /// <summary>Says why results could not be kept, if they could not.</summary>
    public void TellOf(IExecutor executor)
    {
        if (executor is StoredExecutor { Problem: { } problem }) Tell($"corridor: {problem.Es}", $"corridor: {problem.En}");
    }

    /// <summary>The form of the result.</summary>
    public string Format(Problems problems) => Settings.Format.Given(Parsed, problems) ?? "table";

    /// <summary>One line to whoever watches.</summary>
    public void Tell(string es, string en, string rest = "") => Terminal.Error.WriteLine(Tongue.Say(es, en) + rest);

    private int MostReplications(Problems problems)
    {
        bool open = Settings.Replications.Given(Parsed, new Problems()) is null && PrecisionSettings.Precision.Given(Parsed, new Problems()) is not null;
        return open ? PrecisionSettings.UsualMost : (int)Settings.Replications.Read(Parsed, problems);
    }
}
