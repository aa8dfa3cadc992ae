using System.Text;
using CorridorTwin.Dashboard.Language;
using CorridorTwin.Dashboard.Layout;
using CorridorTwin.Dashboard.Library;
using CorridorTwin.Dashboard.Navigation;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Proofs;
using CorridorTwin.Scenarios.Studies;
using CorridorTwin.Scenarios.Studies.Validations;
using CorridorTwin.Scenarios.Workbooks;

namespace CorridorTwin.Dashboard.Pages.Reality;

/// <summary>The model beside a time release study: how it is read, the verdicts, their charts, and the baseline that carries them.</summary>
public sealed class RealityModule : IPageModule
{
    /// <summary>Address of the page.</summary>
    public const string Address = "/model-and-reality";

    /// <summary>The sample study, beside the shipped scenarios.</summary>
    public const string Sample = "guasaule-simulated-week-2.csv";

    /// <inheritdoc/>
    public PageLink Link { get; } = new(Address, 56, RealityTexts.Link);

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services) => services.AddSingleton<StudyRoom>();

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Address, (ScenarioLibrary library, StudyRoom room) => Start(library, room, null));
        routes.MapPost(Address, Upload);
        routes.MapPost(Address + "/sample", (HttpContext context, ScenarioLibrary library, StudyRoom room) =>
        {
            string file = Path.Combine(library.Shipped, "data", "studies", Sample);
            return File.Exists(file) ? Begin(context, library, room, Sample, File.ReadAllBytes(file), null) : Results.NotFound();
        });
        routes.MapGet(Address + "/{id}", Show);
        routes.MapPost(Address + "/{id}/mapping", MapColumns);
        routes.MapPost(Address + "/{id}/stop", (string id, HttpContext context, StudyRoom room) =>
        {
            if (room.Find(id) is not { } check) return Results.NotFound();
            check.Cancellation.Cancel();
            return SeeOther.At(context, $"{Address}/{id}");
        });
        routes.MapGet(Address + "/{id}/file.{kind}", Download);
    }

    private static IResult Start(ScenarioLibrary library, StudyRoom room, Bilingual? fault) => Results.Extensions.Render<RealityPage>(
        new { Baselines = library.Folder.Baselines, Earlier = room.All, Fault = fault, HasSample = File.Exists(Path.Combine(library.Shipped, "data", "studies", Sample)) }, fault is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> Upload(HttpContext context, ScenarioLibrary library, StudyRoom room)
    {
        IFormCollection form = await context.Request.ReadFormAsync();
        IFormFile? file = form.Files.GetFile("file");
        if (file is not { Length: > 0 }) return Start(library, room, RealityTexts.NoFile);
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, context.RequestAborted);
        return Begin(context, library, room, Path.GetFileName(file.FileName), bytes.ToArray(), form["baseline"].LastOrDefault());
    }

    private static IResult Begin(HttpContext context, ScenarioLibrary library, StudyRoom room, string name, byte[] content, string? baseline)
    {
        BaselineFile? beside = library.Folder.Baselines.FirstOrDefault(b => b.Id == baseline) ?? library.Baseline;
        if (beside is null) return Start(library, room, RealityTexts.NoBaseline);
        if (room.Begin(name, content, beside, null) is not { } check) return Start(library, room, RealityTexts.Busy);
        return check.Study is null ? Results.Extensions.Render<StudyPage>(new { Check = check }, StatusCodes.Status422UnprocessableEntity) : SeeOther.At(context, $"{Address}/{check.Id}");
    }

    private static IResult Show(string id, HttpContext context, StudyRoom room)
    {
        if (room.Find(id) is not { } check) return Results.NotFound();
        // Works without script as well.
        if (check.IsActive) context.Response.Headers["Refresh"] = "2";
        return Results.Extensions.Render<StudyPage>(new { Check = check, Post = context.Request.Query["post"].LastOrDefault() });
    }

    private static async Task<IResult> MapColumns(string id, HttpContext context, StudyRoom room)
    {
        if (room.Find(id) is not { } check) return Results.NotFound();
        IFormCollection form = await context.Request.ReadFormAsync();
        var columns = new Dictionary<string, string>();
        foreach (string field in MappingForm.Fields)
            if (form[field].LastOrDefault() is { Length: > 0 } column && check.Headers.Contains(column)) columns[field] = column;
        string? dates = form["dates"].LastOrDefault() is StudyMapping.DayFirst or StudyMapping.MonthFirst ? form["dates"].LastOrDefault() : null;
        room.Again(check, new StudyMapping { Columns = columns, Dates = dates });
        return SeeOther.At(context, $"{Address}/{id}");
    }

    private static IResult Download(string id, string kind, HttpContext context, StudyRoom room)
    {
        if (room.Find(id) is not { Study: { } study } check) return Results.NotFound();
        Reader reader = Reader.Of(context);
        if (kind == "rejected.csv") return Text("\uFEFF" + StudyWriter.Rejects(study, reader.Tongue.Code), "text/csv", $"rejected-{id}.csv");
        if (check.Validation is not { } validation) return Results.NotFound();
        switch (kind)
        {
            case "xlsx": return Results.File(WorkbookWriter.Write(FigureFiles.Book(RealityTexts.Link, validation.Notes, ValidationFigures.Tables(validation), StudyPage.StampOf(check), reader.Tongue)), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"validation-{id}.xlsx");
            case "yaml" when check.Baseline.Own.Count == 0:
                string text = CarriedValidation.Of(validation, check.Baseline, check.Fitted).Into(File.ReadAllText(check.Baseline.Mark.File));
                return Text(text, "application/yaml", Path.GetFileName(check.Baseline.Mark.File));
            default: return Results.NotFound();
        }
    }

    private static IResult Text(string text, string type, string name) => Results.File(Encoding.UTF8.GetBytes(text), type + "; charset=utf-8", name);
}
