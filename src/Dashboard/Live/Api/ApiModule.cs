using CorridorTwin.Dashboard.Navigation;

namespace CorridorTwin.Dashboard.Live.Api;

/// <summary>The twin's HTTP API.</summary>
public sealed class ApiModule : IPageModule
{
    /// <summary>All routes.</summary>
    internal static IReadOnlyList<ApiRoute> Routes { get; } =
    [
        IngestEndpoint.Route, StateEndpoints.State, StateEndpoints.History, AheadEndpoints.Forecast, AheadEndpoints.Fork,
        WatchEndpoints.Counters, WatchEndpoints.Health, WatchEndpoints.Readiness, Metrics.Route, OpenApi.Route,
    ];

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<LiveMeter>();
        services.AddSingleton<Metrics>();
        services.AddSingleton<KeyRing>();
        services.AddSingleton<ApiTraffic>();
        services.AddSingleton<ApiGate>();
        services.AddSingleton<ApiFaults>();
        services.AddSingleton<IngestDesk>();
        services.AddSingleton<WatchEndpoints.Looks>();
    }

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes)
    {
        // Counts from the start, not from when somebody first asks.
        routes.ServiceProvider.GetRequiredService<Metrics>();
        foreach (ApiRoute route in Routes) routes.MapMethods(ApiRoute.Root + route.Path, [route.Method], route.Handler).WithMetadata(route).WithName(route.Id);
    }
}
