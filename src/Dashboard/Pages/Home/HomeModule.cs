using CorridorTwin.Dashboard.Layout;
using CorridorTwin.Dashboard.Navigation;
using CorridorTwin.Dashboard.Runs;

namespace CorridorTwin.Dashboard.Pages.Home;

/// <summary>The first page: what the shipped scenarios do, as far as it is known.</summary>
public sealed class HomeModule : IPageModule
{
    /// <inheritdoc/>
    public PageLink Link { get; } = new("/", 0, HomeTexts.Link);

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services) => services.AddSingleton<Latest>();

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", (Latest latest) => Page.Of<HomePage>(new { Run = latest.Run() }));
        routes.MapGet("/live", (HttpContext context, Latest latest, CancellationToken gone) => TypedResults.ServerSentEvents(
            RunEvents.Follow<PilotPanel>(context, latest.Run, run => new() { ["Run"] = run }, gone)));
    }
}
