using CorridorTwin.Dashboard.Language;
using CorridorTwin.Dashboard.Layout;
using CorridorTwin.Dashboard.Library;
using CorridorTwin.Dashboard.Navigation;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Inputs;

namespace CorridorTwin.Dashboard.Pages.Assumptions;

/// <summary>Every figure the baseline rests on, and the reader's own in place of them.</summary>
public sealed class AssumptionsModule : IPageModule
{
    private const int LongestText = 400;

    /// <inheritdoc/>
    public PageLink Link { get; } = new("/assumptions", 60, AssumptionTexts.Link);

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services) => services.AddSingleton<OwnFigureFile>().AddSingleton<Rankings>();

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/assumptions", (HttpRequest request, ScenarioLibrary library) => Page.Of<AssumptionsPage>(new { Library = library.Folder, Asked = Asked.Of(request.Query) }));
        routes.MapGet("/assumptions/figure", (string? path, ScenarioLibrary library) => Find(library, path) is { } found
            ? Results.Extensions.Render<FigurePage>(new { Baseline = library.Baseline, Assumption = found, Entered = Entered.Of(found) })
            : Results.NotFound());
        routes.MapPost("/assumptions/figure", Set);
        routes.MapPost("/assumptions/undo", (HttpContext context, OwnFigureFile own) =>
        {
            own.Undo();
            return SeeOther.At(context, "/assumptions?show=own&undone=1");
        });
    }

    private static Assumption? Find(ScenarioLibrary library, string? path) => library.Baseline is { } baseline && path is not null ? AssumptionList.Of(baseline).FirstOrDefault(a => a.Figure.Path == path) : null;

    private static async Task<IResult> Set(HttpContext context, ScenarioLibrary library, OwnFigureFile own)
    {
        IFormCollection sent = await context.Request.ReadFormAsync();
        if (library.Baseline is not { } baseline || Find(library, sent["path"].ToString()) is not { } found) return Results.NotFound();
        bool isBack = sent.ContainsKey("back");
        Entered entered = Entered.Of(sent, Reader.Of(context).Figures.Comma, LongestText);
        Dictionary<string, Bilingual> errors = isBack ? [] : entered.Missing();
        IReadOnlyList<InputProblem> problems = [];
        if (errors.Count == 0)
        {
            try
            {
                problems = own.Set(baseline.Id, found.Figure.Path, isBack ? null : entered.Figure(found.Figure.Path));
            }
            catch (InputException e)
            {
                problems = e.Problems;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                errors[""] = AssumptionTexts.DiskFailed;
            }
            if (problems.Count == 0 && errors.Count == 0) return SeeOther.At(context, "/assumptions?show=own&saved=1");
        }
        foreach (InputProblem problem in problems) errors[Place(problem.Field)] = Said(problem);
        return Results.Extensions.Render<FigurePage>(new { Baseline = baseline, Assumption = found, Entered = entered, Errors = errors }, StatusCodes.Status422UnprocessableEntity);
    }

    private static string Place(string field) => field.EndsWith(".date", StringComparison.Ordinal) ? "date" : field.EndsWith(".source", StringComparison.Ordinal) ? "source" : field.EndsWith(".note", StringComparison.Ordinal) ? "note" : "value";

    private static Bilingual Said(InputProblem problem)
    {
        Bilingual expected = problem.Expected is { } e ? new($"; se esperaba {e.Es}", $"; expected {e.En}") : Bilingual.Same("");
        Bilingual near = (problem.NearestValid ?? problem.Limit) is { } n ? new($"; valor válido más cercano: {n}", $"; nearest valid value: {n}") : Bilingual.Same("");
        return new(problem.Message.Es + expected.Es + near.Es, problem.Message.En + expected.En + near.En);
    }
}
