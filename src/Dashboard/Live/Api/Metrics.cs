using CorridorTwin.Twin;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace CorridorTwin.Dashboard.Live.Api;

/// <summary>
/// Collects what the meters tell: for whoever scrapes <c>/api/v1/metrics</c>, and, where the environment names a collector
/// (<c>OTEL_EXPORTER_OTLP_ENDPOINT</c>, as OpenTelemetry has it), for that too. Nothing is sent anywhere else.
/// </summary>
internal sealed class Metrics : IDisposable
{
    private const string Collector = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private static readonly double[] Seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

    private readonly Lock gate = new();
    private readonly PrometheusText text = new();
    private readonly BaseExportingMetricReader reader;
    private readonly MeterProvider provider;

    /// <summary>Begins to collect. The meters exist by then.</summary>
    public Metrics(LiveMeter live)
    {
        _ = live;
        reader = new BaseExportingMetricReader(text) { TemporalityPreference = MetricReaderTemporalityPreference.Cumulative };
        MeterProviderBuilder builder = Sdk.CreateMeterProviderBuilder()
            .AddMeter(TwinMeter.Name, LiveMeter.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime")
            .AddView(i => i.Unit == "s" && i.GetType().Name.StartsWith("Histogram", StringComparison.Ordinal) ? new ExplicitBucketHistogramConfiguration { Boundaries = Seconds } : null)
            .AddReader(reader);
        if (Environment.GetEnvironmentVariable(Collector) is { Length: > 0 }) builder.AddOtlpExporter();
        provider = builder.Build();
    }

    /// <summary>The route.</summary>
    public static ApiRoute Route { get; } = new(
        "GET", "/metrics", ApiNeed.Read, new("Medidas del programa, como las lee Prometheus.", "Measurements of the program, as Prometheus reads them."), Tell)
    { AnswerType = PrometheusText.MediaType };

    /// <summary>All there is now.</summary>
    public string Collect()
    {
        lock (gate)
        {
            reader.Collect();
            return text.Last;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => provider.Dispose();

    private static async Task Tell(HttpContext context)
    {
        string all = await Task.Run(context.RequestServices.GetRequiredService<Metrics>().Collect);
        context.Response.ContentType = PrometheusText.MediaType;
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.WriteAsync(all, context.RequestAborted);
    }
}
