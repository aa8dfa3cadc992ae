using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using CorridorTwin.Dashboard.Access;
using CorridorTwin.Dashboard.Charts;
using CorridorTwin.Dashboard.Faults;
using CorridorTwin.Dashboard.Language;
using CorridorTwin.Dashboard.Library;
using CorridorTwin.Dashboard.Live;
using CorridorTwin.Dashboard.Live.Api;
using CorridorTwin.Dashboard.Navigation;
using CorridorTwin.Dashboard.Runs;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Store;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.ResponseCompression;

namespace CorridorTwin.Dashboard.Host;

/// <summary>Puts the web host together.</summary>
public static class DashboardHost
{
    private const long FormOverhead = 500_000;
    private const int ThreadsForPages = 32;

    /// <summary>The host, not yet started.</summary>
    /// <exception cref="InputException">The data directory cannot be made.</exception>
    public static WebApplication Build(DashboardOptions options)
    {
        DataFolder data = DataFolder.Open(options.Data);
        // The program may be started anywhere: its own files lie beside it.
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(DashboardHost).Assembly.GetName().Name, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseStaticWebAssets();
        // Else a build that is not published sends styles and scripts as gzip that compresses nothing, in case they change while it runs.
        builder.Configuration["ReloadStaticAssetsAtRuntime"] = "false";
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = InputFile.LargestBytes + FormOverhead;
            kestrel.Listen(options.Address, options.Port);
        });
        builder.Logging.ClearProviders().AddSimpleConsole(c => c.SingleLine = true).SetMinimumLevel(LogLevel.Warning)
            // It warns that the keys of forms are not encrypted on disk; they lie in the user's own folder and sign nothing else.
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        try
        {
            Services(builder.Services, options, data);
            // A page may wait for a result that another one is making: without threads at hand all pages would wait for it.
            ThreadPool.SetMinThreads(Environment.ProcessorCount + ThreadsForPages, Environment.ProcessorCount);
            WebApplication app = builder.Build();
            // Held from now on, and let go of when the host is.
            app.Services.GetRequiredService<DataFolder>();
            Pipeline(app);
            return app;
        }
        catch
        {
            data.Dispose();
            throw;
        }
    }

    private static void Services(IServiceCollection services, DashboardOptions options, DataFolder data)
    {
        services.AddSingleton(options);
        // Made by a function, so that the host lets go of it at the end.
        services.AddSingleton(_ => data);
        services.AddSingleton<AccessToken>();
        services.AddSingleton<ScenarioLibrary>();
        services.AddSingleton(ReplicationStore.Open(data.Results));
        services.AddSingleton<TwinRoom>();
        services.AddSingleton<RunTable>();
        services.AddSingleton<InputFiles>();
        services.AddSingleton<RunQueue>();
        services.AddSingleton<RunResults>();
        services.AddSingleton<StudyResults>();
        services.AddSingleton<RunForecasts>();
        services.AddSingleton<Pilot>();
        services.AddHostedService(p => p.GetRequiredService<RunQueue>());
        services.AddHostedService(p => p.GetRequiredService<Pilot>());
        services.AddSingleton<AssetRoutes>();
        services.AddSingleton<IChartWriter, PlotlyWriter>();
        services.AddHttpContextAccessor();
        services.AddScoped(provider => Reader.Of(provider.GetRequiredService<IHttpContextAccessor>().HttpContext));
        services.AddRazorComponents();
        services.AddWebEncoders(e => e.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddDataProtection().SetApplicationName("corridor-twin").PersistKeysToFileSystem(Directory.CreateDirectory(data.Keys));
        services.AddAntiforgery(a =>
        {
            (a.FormFieldName, a.HeaderName) = (Forgery.Field, Forgery.Field);
            a.Cookie.Name = "forgery";
            a.Cookie.SameSite = SameSiteMode.Strict;
        });
        services.Configure<FormOptions>(f =>
        {
            f.ValueCountLimit = 2000;
            f.MultipartBodyLengthLimit = InputFile.LargestBytes + FormOverhead;
        });
        services.AddResponseCompression(c =>
        {
            c.EnableForHttps = true;
            c.Providers.Add<BrotliCompressionProvider>();
            c.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<BrotliCompressionProviderOptions>(b => b.Level = CompressionLevel.Fastest);
        // A page of elsewhere must not reach this machine's dashboard under another name.
        services.Configure<HostFilteringOptions>(h => h.AllowedHosts = options.IsLocal ? ["localhost", "127.0.0.1", "[::1]"] : ["*"]);
        foreach (IPageModule module in PageModules.All) module.AddServices(services);
    }

    private static void Pipeline(WebApplication app)
    {
        app.UseSafeHeaders();
        app.UseHostFiltering();
        app.UseResponseCompression();
        // Machines are let in by keys and told what is wrong in their own way; browsers by the token and with pages.
        app.UseWhen(ApiFaults.IsOfApi, api =>
        {
            api.Use(app.Services.GetRequiredService<ApiFaults>().Guard);
            api.Use(app.Services.GetRequiredService<ApiGate>().Check);
        });
        app.UseWhen(context => !ApiFaults.IsOfApi(context), pages =>
        {
            pages.Use(app.Services.GetRequiredService<AccessToken>().Check);
            pages.UseRememberedSettings();
            pages.UseFaultPages();
            pages.UseForgeryGuard();
        });
        app.MapStaticAssets();
        foreach (IPageModule module in PageModules.All) module.Map(app);
    }
}
