using CorridorTwin.Dashboard.Layout;
using CorridorTwin.Dashboard.Library;
using CorridorTwin.Dashboard.Navigation;
using CorridorTwin.Dashboard.Runs;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Inputs;

namespace CorridorTwin.Dashboard.Pages.Runs;

/// <summary>The pages about runs.</summary>
public sealed class RunsModule : IPageModule
{
    /// <inheritdoc/>
    public PageLink Link { get; } = new("/runs", 30, RunsTexts.Link);

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/runs", () => Page.Of<RunsPage>());
        routes.MapGet("/runs/new", (HttpRequest request, ScenarioLibrary library) => Page.Of<NewRunPage>(new { Form = Read(request.Query, library) }));
        routes.MapGet("/runs/estimate", (HttpRequest request, ScenarioLibrary library) => Page.Of<RunCost>(new { Form = Read(request.Query, library) }));
        routes.MapGet("/runs/diff", (string[]? run, RunQueue queue) => Page.Of<RunDiffPage>(new { Runs = (run ?? []).Select(queue.Find).OfType<RunRecord>().OrderBy(r => r.Created).ToArray() }));
        routes.MapPost("/runs", Ask);
        routes.MapGet("/runs/{id}", (string id, RunQueue queue) => queue.Find(id) is { } run ? Results.Extensions.Render<RunPage>(new { Run = run }) : Results.NotFound());
        routes.MapGet("/runs/{id}/events", (string id, HttpContext context, RunQueue queue, CancellationToken gone) => TypedResults.ServerSentEvents(
            RunEvents.Follow<RunLive>(context, () => queue.Find(id), run => new() { ["Run"] = run }, gone)));
        routes.MapPost("/runs/{id}/stop", (string id, HttpContext context, RunQueue queue) => queue.Stop(id) ? Back(context, id) : Results.NotFound());
        routes.MapPost("/runs/{id}/resume", (string id, HttpContext context, RunQueue queue) => queue.Resume(id) ? Back(context, id) : Results.NotFound());
    }

    private static async Task<IResult> Ask(HttpContext context, ScenarioLibrary library, InputFiles files, RunQueue queue)
    {
        RunForm form = Read(await context.Request.ReadFormAsync(), library);
        if (form.Errors.Count > 0) return Results.Extensions.Render<NewRunPage>(new { Form = form }, StatusCodes.Status422UnprocessableEntity);
        try
        {
            return Back(context, queue.Ask(form.Inputs(files.Keep(form.Scenarios)), RunKind.Asked).Id);
        }
        catch (InputException e)
        {
            form.Errors["scenario"] = new(e.Problems[0].Render("es"), e.Problems[0].Render("en"));
        }
        catch (IOException e)
        {
            form.Errors["scenario"] = new($"No se puede escribir en el disco: {e.Message}", $"The disk cannot be written to: {e.Message}");
        }
        return Results.Extensions.Render<NewRunPage>(new { Form = form }, StatusCodes.Status422UnprocessableEntity);
    }

    private static RunForm Read(IEnumerable<KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>> fields, ScenarioLibrary library) =>
        RunForm.Read(fields, library.Folder, [.. library.Folder.InUsualOrder.Select(s => s.Id)]);

    private static IResult Back(HttpContext context, string id)
    {
        context.Response.Headers.Location = $"/runs/{id}";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}
