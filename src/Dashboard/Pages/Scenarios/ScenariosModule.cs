using CorridorTwin.Dashboard.Layout;
using CorridorTwin.Dashboard.Library;
using CorridorTwin.Dashboard.Navigation;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Inputs;

namespace CorridorTwin.Dashboard.Pages.Scenarios;

/// <summary>The library of scenarios: shipped ones and the reader's own.</summary>
public sealed class ScenariosModule : IPageModule
{
    /// <inheritdoc/>
    public PageLink Link { get; } = new("/scenarios", 20, ScenarioTexts.Link);

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<OwnScenarios>();
        services.AddSingleton<Drafts>();
        services.AddSingleton<Builder>();
    }

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/scenarios", (string? deleted, string? restored) => Page.Of<LibraryPage>(new { Deleted = deleted, IsRestored = restored is not null }));
        routes.MapPost("/scenarios/import", Import);
        routes.MapGet("/scenarios/{id}", Show);
        routes.MapGet("/scenarios/{id}/yaml", Export);
        routes.MapPost("/scenarios/{id}/delete", (string id, HttpContext context, OwnScenarios own, ScenarioLibrary library) =>
            IsOwn(library, id) && own.Delete(id) ? SeeOther.At(context, $"/scenarios?deleted={id}") : Results.NotFound());
        routes.MapPost("/scenarios/{id}/restore", (string id, HttpContext context, OwnScenarios own) => own.Restore(id) ? SeeOther.At(context, "/scenarios?restored=1") : Results.NotFound());
    }

    private static IResult Show(string id, string? saved, ScenarioLibrary library)
    {
        if (library.Folder.Scenarios.FirstOrDefault(s => s.Id == id) is not { } scenario) return Results.NotFound();
        string table = Path.Combine(Path.GetDirectoryName(scenario.Baseline.Mark.File) ?? "", "data", "sources.csv");
        IReadOnlyList<SourceRow> sources = File.Exists(table) ? SourceTable.Load(table, new Problems()) ?? [] : [];
        return Results.Extensions.Render<DetailPage>(new { Scenario = scenario, Text = KeptFile.Read(scenario.Mark.File) ?? "", Sources = sources, IsSaved = saved is not null });
    }

    private static IResult Export(string id, ScenarioLibrary library) =>
        library.Folder.Scenarios.FirstOrDefault(s => s.Id == id) is { } scenario && KeptFile.Read(scenario.Mark.File) is { } text
            ? Results.File(System.Text.Encoding.UTF8.GetBytes(text), "application/yaml", $"{scenario.Id}.yaml")
            : Results.NotFound();

    private static bool IsOwn(ScenarioLibrary library, string id) => library.Folder.Scenarios.All(s => s.Id != id || !library.IsShipped(s));

    private static async Task<IResult> Import(HttpContext context, ScenarioLibrary library, OwnScenarios own, Builder builder, Drafts drafts)
    {
        IFormFile? file = (await context.Request.ReadFormAsync()).Files.GetFile("file");
        if (file is not { Length: > 0 }) return Refused([new InputProblem(Mark.Whole("YAML"), "", null, ScenarioTexts.ImportNoFile)]);
        string name = NameOf(file.FileName);
        var problems = new Problems();
        if (await Read(file, name, problems) is not { } text) return Refused(problems.All);
        if (YamlTree.Parse(name, text, problems) is not MapNode root)
        {
            if (!problems.Any) problems.Add(new InputProblem(Mark.Whole(name), "", null, new("no es un escenario", "not a scenario"), new("un mapa con id, title, extends", "a mapping with id, title, extends")));
            return Refused(problems.All);
        }
        if (root["extends"] is null && root["posts"] is not null) return Refused([new InputProblem(Mark.Whole(name), "", null, ScenarioTexts.ImportBaseline)]);
        string? id = (root["id"] as ScalarNode)?.Value;
        bool taken = id is not null && builder.IsTaken(id);
        // A file whose id is in use is read as if it had another; the reader then looks it over.
        string read = taken ? YamlText.Of(root.With("id", new ScalarNode(root["id"]!.Mark, builder.Free(id!)))) : text;
        ScenarioFolder with = library.Folder.With(name, read);
        InputProblem[] wrong = [.. problems.All.Concat(with.Problems.Where(p => !library.Folder.Problems.Contains(p))).Distinct()];
        if (wrong.Length > 0) return Refused(wrong);
        if (!OwnScenarios.IsId(id)) return Refused([new InputProblem(root["id"]!.Mark, "id", id, BuilderTexts.IdForm)]);
        if (taken)
        {
            string key = Drafts.NewKey();
            if (builder.FormOf(root, text) is { } form) drafts.Keep(key, form with { Id = builder.Free(id!) }, null, out _);
            return SeeOther.At(context, $"/scenarios/new?draft={key}&imported=1");
        }
        return own.Save(id!, text, "") ? SeeOther.At(context, $"/scenarios/{id}?saved=1") : Refused([new InputProblem(root["id"]!.Mark, "id", id, BuilderTexts.IdTaken)]);
    }

    private static IResult Refused(IReadOnlyList<InputProblem> problems) => Results.Extensions.Render<LibraryPage>(new { Refused = problems }, StatusCodes.Status422UnprocessableEntity);

    private static async Task<string?> Read(IFormFile file, string name, Problems problems)
    {
        using var bytes = new MemoryStream();
        if (file.Length <= InputFile.LargestBytes) await file.CopyToAsync(bytes);
        else bytes.SetLength(InputFile.LargestBytes + 1);
        return InputFile.Decode(name, bytes.ToArray(), problems);
    }

    /// <summary>What messages call the file: its last part, without what could break a line.</summary>
    private static string NameOf(string given)
    {
        string last = given.Split('/', '\\')[^1];
        string plain = string.Concat(last.Where(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' or ' ').Take(80)).Trim();
        return plain.Length > 0 ? plain : "YAML";
    }
}
