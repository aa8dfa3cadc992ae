using CorridorTwin.Dashboard.Language;
using CorridorTwin.Dashboard.Layout;
using CorridorTwin.Dashboard.Library;
using CorridorTwin.Dashboard.Navigation;
using CorridorTwin.Dashboard.Runs;
using CorridorTwin.Scenarios;
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
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/rollout", (string? rollout, string? reading, ScenarioLibrary library, RunQueue queue, InputFiles files, StudyResults results) =>
            Page.Of<RolloutsPage>(new { Look = RolloutLook.Of(rollout, reading, library, queue, files, results) }));
        routes.MapPost("/rollout/run", Ask);
        routes.MapGet("/rollout/result.xlsx", (string? rollout, string? reading, HttpContext context, ScenarioLibrary library, RunQueue queue, InputFiles files, StudyResults results) =>
            RolloutLook.Of(rollout, reading, library, queue, files, results).Found is { Rollout: { } report } found
                ? Results.File(WorkbookWriter.Write(FigureFiles.Book(report.Plan.Rollout.Title, report.Notes, report.Tables, found.Stamp, Reader.Of(context).Tongue)), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"rollout-{report.Plan.Rollout.Id}.xlsx")
                : Results.NotFound());
        routes.MapGet("/rollout/result.json", (string? rollout, string? reading, ScenarioLibrary library, RunQueue queue, InputFiles files, StudyResults results) =>
        {
            if (RolloutLook.Of(rollout, reading, library, queue, files, results).Found is not { Rollout: { } report } found) return Results.NotFound();
            using var json = new MemoryStream();
            FigureFiles.WriteJson(report.Tables, report.Notes, report.Complete, found.Stamp, json, RolloutReport.HeadsOf(report.Plan));
            return Results.Bytes(json.ToArray(), "application/json");
        });
    }

    private static async Task<IResult> Ask(HttpContext context, ScenarioLibrary library, RunQueue queue, InputFiles files, StudyResults results)
    {
        IFormCollection form = await context.Request.ReadFormAsync();
        RolloutLook look = RolloutLook.Of(form["rollout"], form["reading"], library, queue, files, results);
        if (look.Inputs is not { } inputs) return Results.NotFound();
        queue.Ask(inputs, RunKind.Asked);
        return SeeOther.At(context, look.Address);
    }
}

/// <summary>What the page shows.</summary>
public sealed record RolloutLook
{
    private const string Usual = "ecfcc";

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

    /// <summary>Looks.</summary>
    public static RolloutLook Of(string? rollout, string? reading, ScenarioLibrary library, RunQueue queue, InputFiles files, StudyResults results)
    {
        var folder = RolloutFolder.Load(library.Shipped, library.Folder);
        MatrixReading chosen = Enum.GetValues<MatrixReading>().FirstOrDefault(r => Names.Key(r) == reading);
        var none = new RolloutLook { Ids = folder.Ids, Reading = chosen };
        string? id = folder.Ids.Contains(rollout) ? rollout : folder.Ids.Contains(Usual) ? Usual : folder.Ids.FirstOrDefault();
        if (id is null) return none with { Problems = folder.Check() };
        try
        {
            Rollout found = folder.Find(id);
            RunInputs inputs = Studies.Inputs(id, chosen, files.Keep(found));
            RunRecord? run = queue.Find(inputs.Id);
            return none with { Plan = RolloutPlan.Of(found, chosen), Inputs = inputs, Run = run, Found = run is null ? null : results.Of(run) };
        }
        catch (InputException e)
        {
            return none with { Problems = e.Problems };
        }
    }
}
