using CorridorTwin.Dashboard.Layout;
using CorridorTwin.Dashboard.Library;
using CorridorTwin.Dashboard.Navigation;
using CorridorTwin.Dashboard.Pages.Corridor;
using CorridorTwin.Twin.Forecasts;

namespace CorridorTwin.Dashboard.Pages.Live;

/// <summary>The corridor as its twin follows it: the live mode of the Corridor page.</summary>
public sealed class LiveModule : IPageModule
{
    /// <inheritdoc/>
    public void AddServices(IServiceCollection services) => services.AddSingleton<NowRoom>();

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/corridor/live", Show);
        routes.MapGet("/corridor/live/events", (HttpContext context, NowRoom room, ScenarioLibrary library, IHostApplicationLifetime host) =>
            library.Baseline is { } baseline && LiveQuery.Read(context.Request.Query, baseline.Model) is { Problems.Count: 0 } query
                ? TypedResults.ServerSentEvents(LiveEvents.Follow(context, room, query, CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, host.ApplicationStopping).Token))
                : Results.NotFound());
    }

    private static async Task<IResult> Show(HttpRequest request, NowRoom room, ScenarioLibrary library)
    {
        if (library.Baseline is not { } baseline) return Results.Extensions.Render<NoCorridorPage>(new { library.Folder.Problems });
        LiveQuery query = LiveQuery.Read(request.Query, baseline.Model);
        Now now = await room.Ask();
        // What takes a second or two is begun, and shown once it is there.
        bool begin = now.State is not null;
        var ahead = new Answer<Forecast>(null, null);
        var tried = new Answer<Fork>(null, null);
        if (begin) ahead = Answer<Forecast>.Of(room.Ahead(query.Request));
        if (begin && query.Change is { } change) tried = Answer<Fork>.Of(room.Try(query.Address(""), query.Request, change));
        return Results.Extensions.Render<LivePage>(new { Query = query, Now = now, At = query.At(now), Ahead = ahead, Tried = tried }, query.Problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}
