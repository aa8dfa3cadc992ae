using System.Globalization;
using System.Text.Json;
using CorridorTwin.Dashboard.Language;
using CorridorTwin.Scenarios;

namespace CorridorTwin.Dashboard.Live.Api;

/// <summary>Why a request was not served (RFC 9457, <c>application/problem+json</c>).</summary>
/// <param name="Type">What is wrong, as machines read it: <c>urn:corridor-twin:…</c>.</param>
/// <param name="Title">What is wrong, in a word or two of the reader's language.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What is wrong with this request, in one line of the reader's language.</param>
public sealed record ApiProblem(string Type, string Title, int Status, string Detail)
{
    /// <summary>The media type.</summary>
    public const string MediaType = "application/problem+json";

    /// <summary>Answers a request with one, if nothing has been answered yet.</summary>
    internal static async Task Write(HttpContext context, ApiException wrong)
    {
        if (context.Response.HasStarted) return;
        Reader reader = Reader.Of(context);
        context.Response.StatusCode = wrong.Status;
        context.Response.ContentType = MediaType;
        context.Response.Headers.CacheControl = "no-store";
        if (wrong.RetryAfter is { } after) context.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        if (wrong.Status == StatusCodes.Status401Unauthorized) context.Response.Headers.WWWAuthenticate = "Bearer realm=\"corridor-twin\"";
        if (wrong.HangUp && HttpProtocol.IsHttp11(context.Request.Protocol)) context.Response.Headers.Connection = "close";
        var said = new ApiProblem($"urn:corridor-twin:{wrong.Kind}", reader.Say(ApiTexts.Title(wrong.Status)), wrong.Status, reader.Say(wrong.Why));
        await JsonSerializer.SerializeAsync(context.Response.Body, said, ApiJson.Options, CancellationToken.None);
    }
}
