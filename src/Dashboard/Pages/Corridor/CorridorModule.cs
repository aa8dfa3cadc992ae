using CorridorTwin.Dashboard.Layout;
using CorridorTwin.Dashboard.Library;
using CorridorTwin.Dashboard.Navigation;
using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Films;

namespace CorridorTwin.Dashboard.Pages.Corridor;

/// <summary>The map and the simulated day.</summary>
public sealed class CorridorModule : IPageModule
{
    /// <inheritdoc/>
    public PageLink Link { get; } = new("/corridor", 10, CorridorTexts.Link);

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<MapDrawing>();
        services.AddSingleton<FilmRoom>();
        services.AddSingleton<SceneMaking>();
    }

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/corridor", Show);
        routes.MapGet("/corridor/progress", (HttpRequest request, ScenarioLibrary library, SceneMaking making) => library.Baseline is { } baseline
            ? Results.Json(Progress(View(request, library, baseline, making)))
            : Results.NotFound());
        routes.MapGet("/corridor/day.json", Day);
    }

    private static IResult Show(HttpRequest request, ScenarioLibrary library, SceneMaking making)
    {
        if (library.Baseline is not { } baseline) return Results.Extensions.Render<NoCorridorPage>(new { library.Folder.Problems });
        CorridorView view = View(request, library, baseline, making);
        return Results.Extensions.Render<CorridorPage>(new { View = view }, view.Query.Problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private static CorridorView View(HttpRequest request, ScenarioLibrary library, BaselineFile baseline, SceneMaking making)
    {
        CorridorQuery query = CorridorQuery.Read(request.Query, library.Folder, [.. baseline.Model.Posts.Select(p => p.Id)]);
        Scene first = making.Baseline(baseline, query.Scenario, query.Replication);
        return new CorridorView(query, query.Scenario is { } scenario ? [first, making.Of(scenario, query.Replication)] : [first], library.Folder.InUsualOrder);
    }

    private static object Progress(CorridorView view) => new { ready = view.IsReady || view.Problem is not null, done = view.Progress };

    /// <summary>The day of one scene, as the island plays it.</summary>
    private static IResult Day(HttpRequest request, ScenarioLibrary library, SceneMaking making)
    {
        if (library.Baseline is not { } baseline) return Results.NotFound();
        CorridorView view = View(request, library, baseline, making);
        if (view.Query.Problems.Count > 0) return Results.BadRequest();
        int number = request.Query["scene"] == "1" ? 1 : 0;
        return number < view.Scenes.Count && view.Scenes[number].State.Film is { } film
            ? Results.Bytes(DayJson.Of(film, [.. view.Scenes[number].Posts.Select(p => p.Id)], view.Query.Day), "application/json")
            : Results.NotFound();
    }
}
