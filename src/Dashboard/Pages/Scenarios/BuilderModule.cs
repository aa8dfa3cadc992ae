using CorridorTwin.Dashboard.Layout;
using CorridorTwin.Dashboard.Library;
using CorridorTwin.Dashboard.Language;
using CorridorTwin.Dashboard.Navigation;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Measures;

namespace CorridorTwin.Dashboard.Pages.Scenarios;

/// <summary>The builder: a form, whole without script; with it, checked and kept as one types.</summary>
public sealed class BuilderModule : IPageModule
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/scenarios/new", New);
        routes.MapGet("/scenarios/{id}/edit", Edit);
        routes.MapPost("/scenarios/new", (HttpContext context, Builder builder, OwnScenarios own, Drafts drafts) => Save(context, null, builder, own, drafts));
        routes.MapPost("/scenarios/{id}/edit", (string id, HttpContext context, Builder builder, OwnScenarios own, Drafts drafts) => Save(context, id, builder, own, drafts));
        routes.MapPost("/scenarios/form", Reshape);
        routes.MapPost("/scenarios/validate", async (HttpContext context, Builder builder) =>
        {
            (ScenarioForm form, _) = await Sent(context);
            CheckedForm done = builder.Check(form);
            return Page.Of<PreviewPart>(new { Checked = done }, done.Problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
        });
        routes.MapPost("/scenarios/drafts/{key}", Keep);
        routes.MapPost("/scenarios/drafts/{key}/discard", (string key, HttpContext context, Drafts drafts) =>
        {
            drafts.Discard(key);
            return SeeOther.At(context, "/scenarios");
        });
    }

    private static IResult New(string? from, string? draft, string? imported, Builder builder, Drafts drafts)
    {
        if (draft is not null && drafts.Find(draft) is { Form.Editing: null } kept) return Show(builder.Check(kept.Form), draft, kept.Revision, true, notice: imported is null ? null : ScenarioTexts.ImportTaken);
        ScenarioForm? form = from is null ? builder.Empty() : builder.FormOf(from, copy: true);
        if (form is null) return from is null ? Results.Extensions.Render<NoBaselinePage>() : Results.NotFound();
        return Show(from is null ? new CheckedForm(form, "", null, [new FormProblem("title-es", BuilderTexts.NeedsTitle)]) : builder.Check(form), Drafts.IsKey(draft) && !draft!.StartsWith("edit-", StringComparison.Ordinal) ? draft : Drafts.NewKey(), 0, false, quiet: from is null);
    }

    private static IResult Edit(string id, Builder builder, Drafts drafts, OwnScenarios own)
    {
        if (own.Text(id) is null || builder.FormOf(id, copy: false) is not { } form) return Results.NotFound();
        string key = Drafts.KeyOf(id);
        return drafts.Find(key) is { } kept && kept.Form.Editing == id ? Show(builder.Check(kept.Form), key, kept.Revision, true) : Show(builder.Check(form), key, 0, false);
    }

    private static async Task<IResult> Reshape(HttpContext context, Builder builder, OwnScenarios own)
    {
        (ScenarioForm form, IFormCollection sent) = await Sent(context);
        if (builder.Corridor is not { } corridor || form.Editing is { } id && own.Text(id) is null) return Results.NotFound();
        string add = sent["add"].ToString();
        if (MeasureCatalog.Find(add) is { } measure)
        {
            List<UseForm> uses = [.. form.Uses];
            uses.Insert(uses.FindLastIndex(u => u.Measure == measure.Name) + 1, new FormOfTree(corridor).Off(measure) with { On = true });
            form = form with { Uses = uses };
        }
        else if (add == "disturbance")
        {
            form = form with { Disturbances = [.. form.Disturbances, new DisturbanceForm()] };
        }
        if (int.TryParse(sent["remove"].ToString(), out int gone)) form = form with { Disturbances = [.. form.Disturbances.Where((_, i) => i != gone)] };
        return Show(builder.Check(form), KeyIn(sent, form), Revision(sent), false, given: form.Id);
    }

    private static async Task<IResult> Save(HttpContext context, string? id, Builder builder, OwnScenarios own, Drafts drafts)
    {
        (ScenarioForm form, IFormCollection sent) = await Sent(context);
        if (id is not null && own.Text(id) is null) return Results.NotFound();
        form = form with { Editing = id };
        CheckedForm done = builder.Check(form);
        string key = KeyIn(sent, form);
        if (done.Scenario is null) return Show(done, key, Revision(sent), false, given: form.Id, status: StatusCodes.Status422UnprocessableEntity);
        string seen = sent["over"].ToString() is { Length: > 0 } over ? over : id is null ? "" : form.Seen;
        try
        {
            if (!own.Save(done.Form.Id, done.Text, seen))
                return Show(done, key, Revision(sent), false, notice: BuilderTexts.Conflict, isFault: true, conflict: OwnScenarios.Fingerprint(own.Text(done.Form.Id)), given: form.Id, status: StatusCodes.Status422UnprocessableEntity);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Show(done, key, Revision(sent), false, notice: BuilderTexts.DiskFailed, isFault: true, given: form.Id, status: StatusCodes.Status507InsufficientStorage);
        }
        drafts.Discard(key);
        return SeeOther.At(context, $"/scenarios/{done.Form.Id}?saved=1");
    }

    private static async Task<IResult> Keep(string key, HttpContext context, Drafts drafts)
    {
        (ScenarioForm form, IFormCollection sent) = await Sent(context);
        if (!Drafts.IsKey(key) || key != KeyIn(sent, form)) return Results.NotFound();
        try
        {
            bool done = drafts.Keep(key, form, sent.ContainsKey("mine") ? null : Revision(sent), out Draft kept);
            return Results.Json(new { revision = kept.Revision, kept = kept.Kept }, statusCode: done ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Results.Json(new { revision = Revision(sent) }, statusCode: StatusCodes.Status507InsufficientStorage);
        }
    }

    private static IResult Show(CheckedForm form, string draft, int revision, bool fromDraft, bool quiet = false, string? given = null, Bilingual? notice = null, bool isFault = false, string? conflict = null, int status = StatusCodes.Status200OK) =>
        Results.Extensions.Render<EditPage>(new { Checked = form, Draft = draft, Revision = revision, FromDraft = fromDraft, Quiet = quiet, GivenId = given, Notice = notice, IsFault = isFault, Conflict = conflict }, status);

    /// <summary>What was sent; the id of what is changed is believed only where a page of that id is.</summary>
    private static async Task<(ScenarioForm Form, IFormCollection Sent)> Sent(HttpContext context)
    {
        IFormCollection sent = await context.Request.ReadFormAsync();
        ScenarioForm form = FormPost.Read(sent, Reader.Of(context).Figures.Comma);
        return (OwnScenarios.IsId(form.Editing) ? form : form with { Editing = null }, sent);
    }

    private static string KeyIn(IFormCollection sent, ScenarioForm form) => form.Editing is { } id ? Drafts.KeyOf(id)
        : sent["draft"].ToString() is { } key && Drafts.IsKey(key) && !key.StartsWith("edit-", StringComparison.Ordinal) ? key : Drafts.NewKey();

    private static int Revision(IFormCollection sent) => int.TryParse(sent["revision"].ToString(), out int revision) ? revision : 0;
}
