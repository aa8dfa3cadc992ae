using CorridorTwin.Dashboard.Layout;
using CorridorTwin.Dashboard.Navigation;

namespace CorridorTwin.Dashboard.Pages.Home;

/// <summary>The first page.</summary>
public sealed class HomeModule : IPageModule
{
    /// <inheritdoc/>
    public PageLink Link { get; } = new("/", 0, HomeTexts.Link);

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/", () => Page.Of<HomePage>());
}
