using CorridorTwin.Dashboard.Layout;
using CorridorTwin.Dashboard.Navigation;
using CorridorTwin.Dashboard.Runs;

namespace CorridorTwin.Dashboard.Pages.Compare;

/// <summary>The comparison.</summary>
public sealed class CompareModule : IPageModule
{
    /// <inheritdoc/>
    public PageLink Link { get; } = new("/compare", 40, CompareTexts.Link);

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/compare", (HttpRequest request, RunQueue queue, RunResults results) =>
        Page.Of<ComparePage>(new { Choice = Compare.Choice.Read(request.Query, queue, results) }));
}
