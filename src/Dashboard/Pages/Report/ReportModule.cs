using System.Text;
using CorridorTwin.Dashboard.Language;
using CorridorTwin.Dashboard.Layout;
using CorridorTwin.Dashboard.Navigation;
using CorridorTwin.Dashboard.Pages.Compare;
using CorridorTwin.Dashboard.Printing;
using CorridorTwin.Dashboard.Runs;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Proofs;
using CorridorTwin.Scenarios.Workbooks;

namespace CorridorTwin.Dashboard.Pages.Report;

/// <summary>The report of a run, its files, and verifying one.</summary>
public sealed class ReportModule : IPageModule
{
    /// <inheritdoc/>
    public PageLink Link { get; } = new("/report", 60, ReportPageTexts.Link);

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<Chromium>();
        services.AddSingleton<ReportMaker>();
        services.AddSingleton<CheckRoom>();
    }

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/report", (HttpRequest request, RunQueue queue, RunResults results) => Page.Of<ReportPage>(new { Choice = Choice.Read(request.Query, queue, results) }));
        routes.MapGet("/report/file.{kind}", File);
        routes.MapGet("/report/verify", () => Page.Of<VerifyPage>());
        routes.MapPost("/report/verify", Begin);
        routes.MapGet("/report/verify/{id}", Show);
        routes.MapPost("/report/verify/{id}/stop", (string id, HttpContext context, CheckRoom room) =>
        {
            if (room.Find(id) is not { } check) return Results.NotFound();
            check.Cancellation.Cancel();
            return SeeOther.At(context, $"/report/verify/{id}");
        });
    }

    private static async Task<IResult> File(string kind, HttpContext context, RunQueue queue, RunResults results, ReportMaker maker, Chromium printer)
    {
        Choice choice = Choice.Read(context.Request.Query, queue, results);
        if (choice is not { Subject: { Contrasts.Count: > 0 } subject, Run: { } run }) return Results.NotFound();
        Proof proof = maker.ProofOf(run, subject, Reader.Of(context).Tongue);
        string name = $"corridor-{run.Id}-{proof.Language}.{kind}";
        switch (kind)
        {
            case "html": return Text(maker.Page(subject, proof), "text/html", name);
            case "json": return Text(Seal.Close(proof.Json()), "application/json", name);
            // Spreadsheet programs take a text without this mark for another encoding.
            case "csv": return Text("\uFEFF" + ReportCsv.Of(subject, proof), "text/csv", name);
            case "xlsx": return Results.File(WorkbookWriter.Write(ReportWorkbook.Of(subject, proof)), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name);
            case "pdf":
                return await printer.Print(maker.Page(subject, proof), context.RequestAborted) is { } pdf
                    ? Results.File(pdf, "application/pdf", name)
                    : Results.Extensions.Render<ReportPage>(new { Choice = choice, Notice = printer.Program is null ? ReportPageTexts.NoPdf : ReportPageTexts.PdfFailed }, StatusCodes.Status503ServiceUnavailable);
            default: return Results.NotFound();
        }
    }

    private static IResult Text(string text, string type, string name) => Results.File(Encoding.UTF8.GetBytes(text), type + "; charset=utf-8", name);

    private static async Task<IResult> Begin(HttpContext context, CheckRoom room)
    {
        IFormFile? file = (await context.Request.ReadFormAsync()).Files.GetFile("file");
        if (file is not { Length: > 0 }) return Refuse(ReportPageTexts.NoFile);
        string name = Path.GetFileName(file.FileName);
        try
        {
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes, context.RequestAborted);
            return room.Begin(ReportFile.Read(bytes.ToArray(), name), name) is { } check ? SeeOther.At(context, $"/report/verify/{check.Id}") : Refuse(ReportPageTexts.Busy);
        }
        catch (InputException e)
        {
            return Refuse(new(e.Problems[0].Render("es"), e.Problems[0].Render("en")));
        }
    }

    private static IResult Refuse(Bilingual fault) => Results.Extensions.Render<VerifyPage>(new { Fault = fault }, StatusCodes.Status422UnprocessableEntity);

    private static IResult Show(string id, HttpContext context, CheckRoom room)
    {
        if (room.Find(id) is not { } check) return Results.NotFound();
        // Works without script as well.
        if (check.IsActive) context.Response.Headers["Refresh"] = "2";
        return Results.Extensions.Render<CheckPage>(new { Check = check });
    }
}
