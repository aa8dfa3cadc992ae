using AngleSharp;
using AngleSharp.Dom;
using CorridorTwin.Dashboard.Host;
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
