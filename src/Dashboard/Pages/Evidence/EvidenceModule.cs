using CorridorTwin.Dashboard.Layout;
using CorridorTwin.Dashboard.Navigation;
using CorridorTwin.Dashboard.Pages.Rollouts;
using CorridorTwin.Dashboard.Runs;
using CorridorTwin.Scenarios.Evidence;
using CorridorTwin.Scenarios.Proofs;

namespace CorridorTwin.Dashboard.Pages.Evidence;

/// <summary>The half-yearly briefing: the evaluation questions, and public claims.</summary>
public sealed class EvidenceModule : IPageModule
{
    private const string Address = "/evidence";

    /// <inheritdoc/>
    public PageLink Link { get; } = new(Address, 54, EvidenceTexts.Link);

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Address, (HttpRequest request) => Page.Of<EvidencePage>(new { Look = RolloutLook.Of(request, Study.Evidence, Address) }));
        routes.MapPost(Address + "/run", context => RolloutLook.Ask(context, Study.Evidence, Address));
        RolloutLook.MapFiles(routes, Address, found => found.Evidence is { } e ? (EvidenceTables.Title, [EvidenceTables.Rule, ReportTexts.Illustrative], e.Tables, e.Complete, []) : null, Study.Evidence);
    }
}
