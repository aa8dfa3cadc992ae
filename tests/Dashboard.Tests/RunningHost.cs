using AngleSharp;
using AngleSharp.Dom;
using CorridorTwin.Dashboard.Access;
using CorridorTwin.Dashboard.Host;
using CorridorTwin.Dashboard.Runs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace CorridorTwin.Dashboard.Tests;

/// <summary>The real host in this process, on a real socket, with a data folder of its own.</summary>
public sealed class RunningHost : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly string data;
    private readonly bool keepsData;

    private RunningHost(WebApplication app, string data, bool keepsData) => (this.app, this.data, this.keepsData) = (app, data, keepsData);

    /// <summary>Its services.</summary>
    public IServiceProvider Services => app.Services;

    /// <summary>Where it listens.</summary>
    public Uri Address => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First().Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal));

    /// <summary>Starts one.</summary>
    /// <param name="change">Other options than the usual ones of tests: any port, no pilot.</param>
    /// <param name="data">A data folder that stays; null for a new one that goes.</param>
    public static async Task<RunningHost> Start(Func<DashboardOptions, DashboardOptions>? change = null, string? data = null)
    {
        string folder = data ?? Directory.CreateTempSubdirectory("corridor-dashboard-").FullName;
        var options = new DashboardOptions { Port = 0, Data = folder, Scenarios = Path.Combine(Repository.Root, "scenarios"), Pilot = false };
        WebApplication app = DashboardHost.Build(change?.Invoke(options) ?? options);
        await app.StartAsync();
        return new RunningHost(app, folder, data is not null);
    }

    /// <summary>A browser of its own: cookies, no redirects unless asked for.</summary>
    public HttpClient Browser(bool follow = true, string language = "")
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = follow, UseCookies = true }) { BaseAddress = Address };
        if (language.Length > 0) client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        return client;
    }

    /// <summary>Posts a form as its page would: with the token that says that it is one of ours.</summary>
    public static async Task<HttpResponseMessage> Post(HttpClient browser, string page, string path, params (string Name, string Value)[] fields)
    {
        IDocument from = await Parse(await browser.GetAsync(page));
        string token = from.QuerySelector($"input[name='{Forgery.Field}']")?.GetAttribute("value") ?? throw new InvalidOperationException($"No form on {page}.");
        return await browser.PostAsync(path, new FormUrlEncodedContent([KeyValuePair.Create(Forgery.Field, token), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]));
    }

    /// <summary>A short run of two scenarios, waited for.</summary>
    public async Task<string> ShortRun(HttpClient browser, string replications = "2")
    {
        HttpResponseMessage answer = await Post(browser, "/runs/new", "/runs", Short(replications));
        string path = answer.RequestMessage!.RequestUri!.AbsolutePath;
        await Until(() => Services.GetRequiredService<RunQueue>().Find(path.Split('/')[^1]) is { IsActive: false });
        return path.Split('/')[^1];
    }

    /// <summary>Fields of a short run.</summary>
    public static (string, string)[] Short(string replications = "2") =>
        [("sent", "1"), ("scenario", "advance-declaration"), ("scenario", "perishable-priority"), ("replications", replications), ("days", "1"), ("warmup", "1"), ("seed", "7"), ("year", "")];

    /// <summary>Waits until something holds.</summary>
    public static async Task Until(Func<bool> holds, int seconds = 600)
    {
        DateTime end = DateTime.UtcNow.AddSeconds(seconds);
        while (!holds())
        {
            Assert.True(DateTime.UtcNow < end, "What was waited for did not happen.");
            await Task.Delay(50);
        }
    }

    /// <summary>A page as a document.</summary>
    public async Task<IDocument> Page(string path, HttpClient? browser = null)
    {
        using HttpClient? own = browser is null ? Browser() : null;
        return await Parse(await (browser ?? own!).GetAsync(path));
    }

    /// <summary>An answer as a document.</summary>
    public static async Task<IDocument> Parse(HttpResponseMessage answer)
    {
        string html = await answer.Content.ReadAsStringAsync();
        return await BrowsingContext.New(Configuration.Default).OpenAsync(r => r.Content(html));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        if (!keepsData) Directory.Delete(data, recursive: true);
    }
}
