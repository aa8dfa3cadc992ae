using CorridorTwin.Dashboard.Layout;
using CorridorTwin.Dashboard.Navigation;
using CorridorTwin.Dashboard.Runs;

namespace CorridorTwin.Dashboard.Pages.Indicators;

/// <summary>The strategy's Table 2.</summary>
public sealed class IndicatorsModule : IPageModule
{
    /// <inheritdoc/>
    public PageLink Link { get; } = new("/indicators", 50, IndicatorsTexts.Link);

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/indicators", (HttpRequest request, RunQueue queue, RunResults results) =>
        Page.Of<IndicatorsPage>(new { View = View.Read(request.Query, queue, results) }));
}
