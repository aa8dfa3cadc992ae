using CorridorTwin.Dashboard.Language;
using CorridorTwin.Dashboard.Layout;
using CorridorTwin.Dashboard.Navigation;
using CorridorTwin.Scenarios.Appraisal.Plans;
using CorridorTwin.Scenarios.Appraisal.Reports;
using CorridorTwin.Scenarios.Appraisal.Reports.Annex;
using CorridorTwin.Scenarios.Inputs;

namespace CorridorTwin.Dashboard.Pages.Appraisal;

/// <summary>What an investment plan is worth.</summary>
public sealed class AppraisalModule : IPageModule
{
    /// <inheritdoc/>
    public PageLink Link { get; } = new("/appraisal", 55, AppraisalTexts.Link);

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services) => services.AddSingleton<AppraisalRoom>();

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/appraisal", (string? plan, AppraisalRoom room) => Look(room, plan, false) is var look ? Page.Of<AppraisalPage>(new { Look = look }) : null!);
        routes.MapGet("/appraisal/progress", (string? plan, AppraisalRoom room) =>
        {
            AppraisalState? state = Look(room, plan, false).State;
            return Results.Json(new { ready = state is null or { IsBusy: false }, done = state?.Progress ?? 0 });
        });
        routes.MapPost("/appraisal/run", async (HttpContext context, AppraisalRoom room) =>
        {
            string plan = (await context.Request.ReadFormAsync())["plan"].ToString();
            if (!room.Plans().Ids.Contains(plan)) return Results.NotFound();
            PlanLook look = Look(room, plan, true);
            return look.Plan is null ? SeeOther.At(context, $"/appraisal?plan={plan}") : SeeOther.At(context, $"/appraisal?plan={look.Plan.Id}");
        });
        routes.MapGet("/appraisal/annex.xlsx", (string? plan, HttpContext context, AppraisalRoom room) => Look(room, plan, false).State is { Result: { } result, Stamp: { } stamp }
            ? Results.File(AnnexBook.Write(result, stamp, Reader.Of(context).Tongue), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"{result.Plan.Id}.xlsx")
            : Results.NotFound());
        routes.MapGet("/appraisal/result.json", (string? plan, AppraisalRoom room) =>
        {
            if (Look(room, plan, false).State is not { Result: { } result, Stamp: { } stamp }) return Results.NotFound();
            using var json = new MemoryStream();
            AppraisalJson.Write(result, stamp, json);
            return Results.Bytes(json.ToArray(), "application/json");
        });
    }

    private static PlanLook Look(AppraisalRoom room, string? id, bool simulate)
    {
        PlanLook look = room.Look(id, folder => Read(folder, id));
        return look.Plan is { } plan ? look with { State = room.Ask(plan, look.Alternatives, simulate) } : look;
    }

    private static PlanLook Read(PlanFolder folder, string? id)
    {
        var titles = new List<(string Id, AppraisalPlan? Plan)>();
        foreach (string one in folder.Ids)
        {
            try
            {
                titles.Add((one, folder.Find(one)));
            }
            catch (InputException)
            {
                titles.Add((one, null));
            }
        }
        string? chosen = folder.Ids.Contains(id) ? id : titles.FirstOrDefault(t => t.Plan is { Alternatives.Count: > 0 }).Id ?? folder.Ids.FirstOrDefault();
        if (chosen is null) return new PlanLook(titles, null, [], null, []);
        try
        {
            AppraisalPlan plan = folder.Find(chosen);
            return new PlanLook(titles, plan, folder.AlternativesOf(plan), null, []);
        }
        catch (InputException e)
        {
            return new PlanLook(titles, null, [], null, e.Problems);
        }
    }
}

/// <summary>What the page shows.</summary>
/// <param name="Plans">The plans there are; without one where its file is wrong.</param>
/// <param name="Plan">The one shown; null if it is wrong or there is none.</param>
/// <param name="Alternatives">Plans it is held against.</param>
/// <param name="State">How far its appraisal is.</param>
/// <param name="Problems">What is wrong with its file.</param>
public sealed record PlanLook(IReadOnlyList<(string Id, AppraisalPlan? Plan)> Plans, AppraisalPlan? Plan, IReadOnlyList<AppraisalPlan> Alternatives, AppraisalState? State, IReadOnlyList<InputProblem> Problems);
