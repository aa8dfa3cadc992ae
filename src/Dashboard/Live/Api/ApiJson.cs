using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace CorridorTwin.Dashboard.Live.Api;

/// <summary>How answers are written and questions read: one way for all, whatever the reader's language.</summary>
internal static class ApiJson
{
    private const int Deepest = 8;

    /// <summary>Of answers.</summary>
    public static JsonSerializerOptions Options { get; } = Made();

    /// <summary>Of questions: no field that nobody knows, and no deep nesting.</summary>
    public static JsonSerializerOptions Strict { get; } = new(Made()) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, MaxDepth = Deepest };

    /// <summary>A number JSON can hold; null for none and for those without end.</summary>
    public static double? Finite(double x) => double.IsFinite(x) ? x : null;

    /// <summary>Answers with an object.</summary>
    public static Task Write(HttpContext context, object answer, int status = StatusCodes.Status200OK)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsJsonAsync(answer, answer.GetType(), Options, "application/json", context.RequestAborted);
    }

    private static JsonSerializerOptions Made()
    {
        // It is read by machines and never stands in a page, so only what JSON itself needs is escaped.
        var made = new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, RespectNullableAnnotations = true, TypeInfoResolver = new DefaultJsonTypeInfoResolver() };
        made.NumberHandling = JsonNumberHandling.Strict;
        made.Converters.Add(new JsonStringEnumConverter());
        return made;
    }
}
