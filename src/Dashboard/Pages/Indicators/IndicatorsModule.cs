using CorridorTwin.Dashboard.Layout;
using CorridorTwin.Dashboard.Navigation;
using CorridorTwin.Dashboard.Pages.Rollouts;
using CorridorTwin.Dashboard.Runs;

namespace CorridorTwin.Dashboard.Pages.Indicators;

/// <summary>The strategy's Table 2.</summary>
public sealed class IndicatorsModule : IPageModule
{
    /// <summary>The indicators in the years the strategy wants them.</summary>
    public const string Years = "/indicators/years";

    /// <inheritdoc/>
    public PageLink Link { get; } = new("/indicators", 50, IndicatorsTexts.Link);

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/indicators", (HttpRequest request, RunQueue queue, RunResults results) => Page.Of<IndicatorsPage>(new { View = View.Read(request.Query, queue, results) }));
        routes.MapGet(Years, (HttpRequest request) => Page.Of<YearsPage>(new { Look = RolloutLook.Of(request, Study.Rollout, Years) }));
        routes.MapPost(Years + "/run", context => RolloutLook.Ask(context, Study.Rollout, Years));
        RolloutLook.MapFiles(routes, Years, found => found is { Strategy: { } s, Rollout: { } r } ? (IndicatorsTexts.YearsHeading, s.Notes, s.Tables, r.Complete, []) : null);
    }
}
