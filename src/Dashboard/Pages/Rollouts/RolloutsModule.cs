using CorridorTwin.Dashboard.Language;
using CorridorTwin.Dashboard.Layout;
using CorridorTwin.Dashboard.Library;
using CorridorTwin.Dashboard.Navigation;
using CorridorTwin.Dashboard.Runs;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Proofs;
using CorridorTwin.Scenarios.Rollouts;
using CorridorTwin.Scenarios.Rollouts.Matrix;
using CorridorTwin.Scenarios.Rollouts.Reports;
using CorridorTwin.Scenarios.Workbooks;

namespace CorridorTwin.Dashboard.Pages.Rollouts;

/// <summary>The strategy year by year.</summary>
public sealed class RolloutsModule : IPageModule
{
    /// <inheritdoc/>
    public PageLink Link { get; } = new("/rollout", 52, RolloutsTexts.Link);

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services) => services.AddSingleton<RolloutRoom>();

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/rollout", (string? rollout, string? reading, RolloutRoom room) =>
            Page.Of<RolloutsPage>(new { Look = room.Look(rollout, reading) }));
        routes.MapPost("/rollout/run", Ask);
        routes.MapGet("/rollout/result.xlsx", (string? rollout, string? reading, HttpContext context, RolloutRoom room) =>
            room.Look(rollout, reading).Found is { Rollout: { } report } found
                ? Results.File(WorkbookWriter.Write(FigureFiles.Book(report.Plan.Rollout.Title, report.Notes, report.Tables, found.Stamp, Reader.Of(context).Tongue)), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"rollout-{report.Plan.Rollout.Id}.xlsx")
                : Results.NotFound());
        routes.MapGet("/rollout/result.json", (string? rollout, string? reading, RolloutRoom room) =>
        {
            if (room.Look(rollout, reading).Found is not { Rollout: { } report } found) return Results.NotFound();
            using var json = new MemoryStream();
            FigureFiles.WriteJson(report.Tables, report.Notes, report.Complete, found.Stamp, json, RolloutReport.HeadsOf(report.Plan));
            return Results.Bytes(json.ToArray(), "application/json");
        });
    }

    private static async Task<IResult> Ask(HttpContext context, RolloutRoom room, RunQueue queue)
    {
        IFormCollection form = await context.Request.ReadFormAsync();
        RolloutLook look = room.Look(form["rollout"], form["reading"]);
        if (look.Inputs is not { } inputs) return Results.NotFound();
        queue.Ask(inputs, RunKind.Asked);
        return SeeOther.At(context, look.Address);
    }
}

/// <summary>What the page shows.</summary>
public sealed record RolloutLook
{
    /// <summary>Ids of the rollouts there are.</summary>
    public required IReadOnlyList<string> Ids { get; init; }

    /// <summary>Which numbers of the matrix hold.</summary>
    public MatrixReading Reading { get; init; }

    /// <summary>What is wrong with the files.</summary>
    public IReadOnlyList<InputProblem> Problems { get; init; } = [];

    /// <summary>Who gets what when; null if the file is wrong or there is none.</summary>
    public RolloutPlan? Plan { get; init; }

    /// <summary>What a run of it is asked with.</summary>
    public RunInputs? Inputs { get; init; }

    /// <summary>The run of it; null if there is none.</summary>
    public RunRecord? Run { get; init; }

    /// <summary>What it found; null if it is not finished.</summary>
    public StudyResult? Found { get; init; }

    /// <summary>Where this stands.</summary>
    public string Address => $"/rollout?{Query}";

    /// <summary>What it is asked by.</summary>
    public string Query => $"rollout={Uri.EscapeDataString(Plan?.Rollout.Id ?? "")}&reading={Names.Key(Reading)}";

}

/// <summary>Looks up what there is of a rollout: its plan, its run, what was found.</summary>
public sealed class RolloutRoom(ScenarioLibrary library, RunQueue queue, InputFiles files, StudyResults results)
{
    private const string Usual = "ecfcc";

    /// <summary>How often each year is simulated.</summary>
    public int Replications { get; internal set; } = new ExperimentOptions().Replications;

    /// <summary>Looks.</summary>
    /// <param name="rollout">Id of the rollout; the strategy's own if there is none of it.</param>
    /// <param name="reading">Which numbers of the matrix hold; as printed if it is none of the readings.</param>
    public RolloutLook Look(string? rollout, string? reading)
    {
        var folder = RolloutFolder.Load(library.Shipped, library.Folder);
        MatrixReading chosen = Enum.GetValues<MatrixReading>().FirstOrDefault(r => Names.Key(r) == reading);
        var none = new RolloutLook { Ids = folder.Ids, Reading = chosen };
        string? id = folder.Ids.Contains(rollout) ? rollout : folder.Ids.Contains(Usual) ? Usual : folder.Ids.FirstOrDefault();
        if (id is null) return none with { Problems = folder.Check() };
        try
        {
            Rollout found = folder.Find(id);
            RunInputs inputs = Studies.Inputs(id, chosen, Replications, files.Keep(found));
            RunRecord? run = queue.Find(inputs.Id);
            return none with { Plan = RolloutPlan.Of(found, chosen), Inputs = inputs, Run = run, Found = run is null ? null : results.Of(run) };
        }
        catch (InputException e)
        {
            return none with { Problems = e.Problems };
        }
    }
}
