using CorridorTwin.Dashboard.Host;
using CorridorTwin.Twin.Ingest;
using CorridorTwin.Twin.Keys;
using Microsoft.Net.Http.Headers;

namespace CorridorTwin.Dashboard.Live.Api;

/// <summary>Takes events of a source.</summary>
internal static class IngestEndpoint
{
    private const int MostTold = 100;
    private static readonly string[] Json = ["application/x-ndjson", "application/jsonl", "application/json-seq", "application/json"];
    private static readonly string[] Either = ["text/plain", "application/octet-stream"];
    private const string Csv = "text/csv";

    /// <summary>The route.</summary>
    public static ApiRoute Route { get; } = new(
        "POST", "/events", ApiNeed.Ingest,
        new("Recibe eventos (corridor-event/1) en JSON Lines o CSV, también en gzip. Lo que cuenta la respuesta ya está en el disco.", "Takes events (corridor-event/1) as JSON Lines or CSV, gzip too. What the answer counts is on the disk."), Take)
    {
        Parameters = [new("source", """{"type":"string"}""", new("Nombre de la fuente; solo puede ser el de la clave.", "Name of the source; it can only be the key's."))],
        BodyTypes = [Json[0], Csv, Either[0], Either[1]],
        Answer = typeof(IngestAnswer),
        Problems = [408, 413, 415, 503],
    };

    private static async Task Take(HttpContext context)
    {
        IServiceProvider services = context.RequestServices;
        ApiLimits limits = services.GetRequiredService<DashboardOptions>().Limits;
        ApiKey key = context.Features.Get<ApiKey>()!;
        if (new ApiQuery(context.Request).Text("source") is { } named && named != key.Source) throw new ApiException(StatusCodes.Status403Forbidden, "other-source", ApiTexts.OtherSource(key.Source));
        bool? csv = IsCsv(context.Request);
        bool packed = IsPacked(context.Request);
        using IDisposable place = await services.GetRequiredService<ApiTraffic>().Body(key.Id, context.RequestAborted);
        using MemoryStream body = await ApiBody.Read(context, limits.LargestBody, limits.BodyWithin);
        TwinRoom room = services.GetRequiredService<TwinRoom>();
        CancellationToken ending = services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        // From here on it costs no more than is at hand: it is finished even if its sender hangs up.
        IngestAnswer answer = await services.GetRequiredService<IngestDesk>().Do(() =>
        {
            using Stream events = packed ? ApiBody.Unpacked(body, limits.LargestUnpacked) : body;
            var refused = new List<RefusedLine>();
            IngestReport report = room.Ingest(events, new IngestOptions
            {
                Source = key.Source, Csv = csv,
                Refused = line =>
                {
                    if (refused.Count < MostTold) refused.Add(RefusedLine.Of(line));
                },
            }, ending);
            return IngestAnswer.Of(key.Source, report, refused, room.Twin?.Events ?? 0);
        }, ending);
        await ApiJson.Write(context, answer);
    }

    /// <summary>Whether the body says it is CSV; null to see by its first line.</summary>
    private static bool? IsCsv(HttpRequest request)
    {
        if (string.IsNullOrEmpty(request.ContentType)) return null;
        string? type = MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? media) ? media.MediaType.Value?.ToLowerInvariant() : null;
        if (type == Csv) return true;
        if (Json.Contains(type)) return false;
        // What curl sends where nobody says otherwise says nothing either.
        return Either.Contains(type) || type == "application/x-www-form-urlencoded" ? null : throw new ApiException(StatusCodes.Status415UnsupportedMediaType, "type", ApiTexts.WrongType(string.Join(", ", Route.BodyTypes)));
    }

    private static bool IsPacked(HttpRequest request) => request.Headers.ContentEncoding.ToString().Trim().ToLowerInvariant() switch
    {
        "" or "identity" => false,
        "gzip" => true,
        _ => throw new ApiException(StatusCodes.Status415UnsupportedMediaType, "encoding", ApiTexts.WrongEncoding),
    };
}
