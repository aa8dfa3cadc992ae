using CorridorTwin.Dashboard.Host;
using CorridorTwin.Dashboard.Library;
using CorridorTwin.Dashboard.Pages.Reality;
using CorridorTwin.Dashboard.Runs;
using CorridorTwin.Scenarios;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CorridorTwin.Browser.Tests;

/// <summary>The dashboard with one short finished run, and a browser before it. Started once for all tests.</summary>
public sealed class OpenDashboard : IAsyncLifetime
{
    private readonly string data = Directory.CreateTempSubdirectory("corridor-browser-").FullName;
    private WebApplication? app;
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>Id of the finished run.</summary>
    public string Run { get; private set; } = "";

    /// <summary>Id of a very short finished run of the whole strategy, of which both studies are made.</summary>
    public string Brief { get; private set; } = "";

    /// <summary>Id of the study of what its change hangs on.</summary>
    public string Studied { get; private set; } = "";

    /// <summary>Id of a time release study held beside the model.</summary>
    public string Judged { get; private set; } = "";

    /// <summary>Id of one whose columns are not known.</summary>
    public string Unmapped { get; private set; } = "";

    /// <summary>The pages there are, each with something to show.</summary>
    public IReadOnlyList<string> Pages =>
    [
        "/", "/corridor", $"{Simulated}&day=6&t=10:00&post=penas-blancas", "/scenarios", "/scenarios/ecfcc-2030", "/scenarios/new", "/scenarios/new?from=ecfcc-2030",
        "/assumptions", "/assumptions/figure?path=demand.growth", "/appraisal?plan=hours-24", "/rollout", "/indicators/years", "/evidence", RealityModule.Address, $"{RealityModule.Address}/{Judged}", $"{RealityModule.Address}/{Unmapped}", "/runs", "/runs/new", $"/runs/{Run}", $"/runs/{Studied}", $"/compare?run={Brief}&b=ecfcc-2030", $"/compare?run={Run}", $"/indicators?run={Run}&cell=penas-blancas.CR.I2", $"/report?run={Run}", "/report/verify",
    ];

    /// <summary>The page whose simulated weeks are made before any test.</summary>
    private const string Simulated = "/corridor?scenario=smart-border";

    /// <summary>Rounds of all pages, each made once.</summary>
    public PageTour Tour => field ??= new PageTour(this);

    /// <summary>Where it listens.</summary>
    public string Address => app!.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>Its scenarios.</summary>
    public ScenarioFolder Scenarios => app!.Services.GetRequiredService<ScenarioLibrary>().Folder;

    /// <summary>A service of it.</summary>
    public T Service<T>()
        where T : notnull => app!.Services.GetRequiredService<T>();

    /// <summary>Its runs.</summary>
    public RunQueue Queue => app!.Services.GetRequiredService<RunQueue>();

    public async Task InitializeAsync()
    {
        if (BrowserFactAttribute.Browser is not { } executable) return;
        app = DashboardHost.Build(new DashboardOptions { Port = 0, Data = data, Scenarios = Path.Combine(Repository.Root, "scenarios"), Pilot = false });
        await app.StartAsync();
        InputFiles files = app.Services.GetRequiredService<InputFiles>();
        string[] scenarios = ["advance-declaration", "smart-border", "perishable-priority", "ecfcc-2030"];
        Run = Queue.Ask(new RunInputs(scenarios, null, 3, 3, 2, 7, true, files.Keep(scenarios)), RunKind.Asked).Id;
        RunInputs brief = new RunInputs(["ecfcc-2030"], null, 3, 1, 0, 7, false, files.Keep(["ecfcc-2030"]));
        Brief = Queue.Ask(brief, RunKind.Asked).Id;
        Queue.Ask(Studies.Inputs(brief, "ecfcc-2030", Study.Attribution), RunKind.Asked);
        Studied = Queue.Ask(Studies.Inputs(brief, "ecfcc-2030", Study.Sensitivity), RunKind.Asked).Id;
        while (Queue.Find(Studied) is { IsActive: true }) await Task.Delay(100);
        StudyRoom room = app.Services.GetRequiredService<StudyRoom>();
        StudyCheck judged = room.Begin(RealityModule.Sample, await File.ReadAllBytesAsync(Path.Combine(Repository.Root, "scenarios", "data", "studies", RealityModule.Sample)), Scenarios.Baselines[0], null)!;
        (Judged, Unmapped) = (judged.Id, room.Begin("mine.csv", "Sitio,Estado,llegada,salida\nGuasaule,HN,2024-02-05 06:00,2024-02-05 07:00\n"u8.ToArray(), Scenarios.Baselines[0], null)!.Id);
        while (judged.IsActive) await Task.Delay(100);
        using (var client = new HttpClient { BaseAddress = new Uri(Address), Timeout = TimeSpan.FromMinutes(5) })
            while ((await client.GetStringAsync(Simulated.Replace("corridor", "corridor/progress", StringComparison.Ordinal))).Contains("\"ready\":false", StringComparison.Ordinal)) await Task.Delay(200);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = executable, Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"] });
    }

    /// <summary>A page in a browser of its own. Whatever it asks of other machines, and what its policy or scripts complain of, is a fault.</summary>
    public async Task<Visit> Open(string path, Look look)
    {
        IBrowserContext context = await browser!.NewContextAsync(new()
        {
            ViewportSize = new() { Width = look.Width, Height = 900 }, ColorScheme = look.Dark ? ColorScheme.Dark : ColorScheme.Light,
            Locale = look.Language, JavaScriptEnabled = look.Script, BaseURL = Address, ReducedMotion = ReducedMotion.Reduce,
        });
        IPage page = await context.NewPageAsync();
        var visit = new Visit(context, page);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(Address, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal) && !request.Url.StartsWith("blob:", StringComparison.Ordinal)) visit.Faults.Add($"asks for {request.Url}");
        };
        page.Console += (_, message) =>
        {
            if (message.Type == "error") visit.Faults.Add(message.Text);
        };
        page.PageError += (_, fault) => visit.Faults.Add(fault);
        await page.GotoAsync(path);
        return visit;
    }

    public async Task DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        if (app is not null) await app.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }
}

/// <summary>All tests share one dashboard, and take turns: what it needs to have something to show is simulated once.</summary>
[CollectionDefinition(Name)]
public sealed class OneDashboard : ICollectionFixture<OpenDashboard>
{
    /// <summary>Its name.</summary>
    public const string Name = "one dashboard";
}

/// <summary>How a reader looks at a page.</summary>
public sealed record Look(string Language = "en", int Width = 1280, bool Dark = false, bool Script = true)
{
    /// <summary>Desktop and phone, light and dark.</summary>
    public static IEnumerable<Look> All(string language = "en") =>
        from width in new[] { 1280, 390 }
        from dark in new[] { false, true }
        select new Look(language, width, dark);
}

/// <summary>One visit to a page.</summary>
public sealed record Visit(IBrowserContext Context, IPage Page) : IAsyncDisposable
{
    /// <summary>What went wrong meanwhile.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>Brings every chart into view and waits until all are drawn.</summary>
    public async Task Draw()
    {
        foreach (ILocator chart in await Page.Locator("figure.chart").AllAsync())
        {
            await chart.ScrollIntoViewIfNeededAsync();
            await chart.Locator(".plot svg.main-svg").First.WaitForAsync(new() { Timeout = 60_000 });
        }
        await Page.EvaluateAsync("scrollTo(0, 0)");
    }

    public ValueTask DisposeAsync() => Context.DisposeAsync();
}
