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
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/compare", (HttpRequest request, RunQueue queue, RunResults results) => Page.Of<ComparePage>(new { Choice = Compare.Choice.Read(request.Query, queue, results) }));
        routes.MapPost("/compare/study", Ask);
    }

    private static async Task<IResult> Ask(HttpContext context, RunQueue queue)
    {
        IFormCollection form = await context.Request.ReadFormAsync();
        string scenario = form["scenario"].ToString();
        if (queue.Find(form["run"].ToString()) is not { Inputs: { Study: Study.Comparison } comparison } || !comparison.Scenarios.Contains(scenario)) return Results.NotFound();
        if (!Enum.TryParse(form["study"].ToString(), out Study study) || study is not (Study.Attribution or Study.Sensitivity)) return Results.BadRequest();
        return SeeOther.At(context, $"/runs/{queue.Ask(Studies.Inputs(comparison, scenario, study), RunKind.Asked).Id}");
    }
}
