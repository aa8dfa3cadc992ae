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
        routes.MapGet("/rollout", (HttpRequest request) => Page.Of<RolloutsPage>(new { Look = RolloutLook.Of(request) }));
        routes.MapPost("/rollout/run", context => RolloutLook.Ask(context));
        RolloutLook.MapFiles(routes, "/rollout", found => found.Rollout is { } r ? (r.Plan.Rollout.Title, r.Notes, r.Tables, r.Complete, RolloutReport.HeadsOf(r.Plan)) : null);
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

    /// <summary>What is asked of the rollout.</summary>
    public Study Study { get; init; }

    /// <summary>The page that asks it.</summary>
    public string Page { get; init; } = "/rollout";

    /// <summary>The years that are simulated for it; null if there is no rollout.</summary>
    public RolloutRequest? Request { get; init; }

    /// <summary>Where this stands.</summary>
    public string Address => $"{Page}?{Query}";

    /// <summary>What it is asked by.</summary>
    public string Query => $"rollout={Uri.EscapeDataString(Plan?.Rollout.Id ?? "")}&reading={Names.Key(Reading)}";

    /// <summary>Looks at what an address asks for.</summary>
    /// <param name="request">The request.</param>
    /// <param name="study">What is asked of the rollout.</param>
    /// <param name="page">The page that asks it.</param>
    public static RolloutLook Of(HttpRequest request, Study study = Study.Rollout, string page = "/rollout") => Of(request.Query["rollout"].LastOrDefault(), request.Query["reading"].LastOrDefault(), request.HttpContext.RequestServices, study, page);

    /// <summary>Asks for the run that a form names, and goes back to its page.</summary>
    public static async Task Ask(HttpContext context, Study study = Study.Rollout, string page = "/rollout")
    {
        IFormCollection form = await context.Request.ReadFormAsync();
        RolloutLook look = Of(form["rollout"], form["reading"], context.RequestServices, study, page);
        if (look.Inputs is { } inputs) context.RequestServices.GetRequiredService<RunQueue>().Ask(inputs, RunKind.Asked);
        await (look.Inputs is null ? Results.NotFound() : SeeOther.At(context, look.Address)).ExecuteAsync(context);
    }

    /// <summary>Serves what a study found as a spreadsheet and as JSON, under the page's address.</summary>
    /// <param name="routes">Where.</param>
    /// <param name="page">The page.</param>
    /// <param name="of">What is in them; null if the study is another.</param>
    /// <param name="study">What is asked of the rollout.</param>
    public static void MapFiles(
        IEndpointRouteBuilder routes, string page, Func<StudyResult, (Bilingual Title, IReadOnlyList<Bilingual> Notes, IReadOnlyList<FigureTable> Tables, bool Complete, (string, string)[] Heads)?> of, Study study = Study.Rollout)
    {
        string name = page.Trim('/').Replace('/', '-');
        routes.MapGet($"{page}/result.xlsx", (HttpContext context) => Of(context.Request, study, page).Found is { } found && of(found) is { } r
            ? Results.File(WorkbookWriter.Write(FigureFiles.Book(r.Title, r.Notes, r.Tables, found.Stamp, Reader.Of(context).Tongue)), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"{name}.xlsx")
            : Results.NotFound());
        routes.MapGet($"{page}/result.json", (HttpContext context) =>
        {
            if (Of(context.Request, study, page).Found is not { } found || of(found) is not { } r) return Results.NotFound();
            using var json = new MemoryStream();
            FigureFiles.WriteJson(r.Tables, r.Notes, r.Complete, found.Stamp, json, r.Heads);
            return Results.Bytes(json.ToArray(), "application/json");
        });
    }

    private static RolloutLook Of(string? rollout, string? reading, IServiceProvider services, Study study, string page) => services.GetRequiredService<RolloutRoom>().Look(rollout, reading, study, page);
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
    /// <param name="study">What is asked of it.</param>
    /// <param name="page">The page that asks it.</param>
    public RolloutLook Look(string? rollout, string? reading, Study study, string page)
    {
        var folder = RolloutFolder.Load(library.Shipped, library.Folder);
        MatrixReading chosen = Enum.GetValues<MatrixReading>().FirstOrDefault(r => Names.Key(r) == reading);
        var none = new RolloutLook { Ids = folder.Ids, Reading = chosen, Study = study, Page = page };
        string? id = folder.Ids.Contains(rollout) ? rollout : folder.Ids.Contains(Usual) ? Usual : folder.Ids.FirstOrDefault();
        if (id is null) return none with { Problems = folder.Check() };
        try
        {
            Rollout found = folder.Find(id);
            RunInputs inputs = Studies.Inputs(id, chosen, Replications, files.Keep(found), study);
            RunRecord? run = queue.Find(inputs.Id);
            return none with { Plan = RolloutPlan.Of(found, chosen), Inputs = inputs, Run = run, Request = files.Rollout(inputs), Found = run is null ? null : results.Of(run) };
        }
        catch (InputException e)
        {
            return none with { Problems = e.Problems };
        }
    }
}
