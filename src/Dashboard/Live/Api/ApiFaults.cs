using Microsoft.Data.Sqlite;

namespace CorridorTwin.Dashboard.Live.Api;

/// <summary>Turns whatever a request of the API runs into into one answer that says so; and nothing of what it carried into the log.</summary>
internal sealed partial class ApiFaults(LiveMeter meter, ILogger<ApiFaults> log)
{
    /// <summary>Whether a request is one of the API.</summary>
    public static bool IsOfApi(HttpContext context) => context.Request.Path.StartsWithSegments(ApiRoute.Root);

    /// <summary>Answers, or says why not.</summary>
    public async Task Guard(HttpContext context, RequestDelegate next)
    {
        ApiException? wrong = null;
        try
        {
            await next(context);
            if (!context.Response.HasStarted) wrong = Plain(context.Response.StatusCode);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (Exception e)
        {
            wrong = Of(e);
            if (wrong.Status == StatusCodes.Status500InternalServerError) Failed(log, context.Request.Method, context.GetEndpoint()?.DisplayName ?? "-", e.GetType().Name, e.StackTrace);
        }
        if (wrong is null) return;
        meter.Refused(wrong.Kind);
        await ApiProblem.Write(context, wrong);
    }

    private static ApiException Of(Exception e) => e switch
    {
        ApiException known => known,
        TwinRefusedException refused => new(StatusCodes.Status503ServiceUnavailable, "not-taken", refused.Why) { RetryAfter = TimeSpan.FromSeconds(10) },
        ForecastsBusyException => new(StatusCodes.Status503ServiceUnavailable, "busy", ApiTexts.Busy) { RetryAfter = TimeSpan.FromSeconds(5) },
        // The file is held longer than one waits, or the program ends.
        SqliteException { SqliteErrorCode: 5 or 6 } or OperationCanceledException => new(StatusCodes.Status503ServiceUnavailable, "busy", ApiTexts.Busy) { RetryAfter = TimeSpan.FromSeconds(5) },
        BadHttpRequestException bad => new(bad.StatusCode, "bad-request", ApiTexts.Unclear) { HangUp = true },
        _ => new(StatusCodes.Status500InternalServerError, "broken", ApiTexts.Broken),
    };

    private static ApiException? Plain(int status) => status switch
    {
        StatusCodes.Status404NotFound => new(status, "nothing-here", ApiTexts.NothingHere),
        StatusCodes.Status405MethodNotAllowed => new(status, "method", ApiTexts.WrongMethod),
        >= 400 => new(status, "bad-request", ApiTexts.Unclear),
        _ => null,
    };

    // The message of an exception may quote what was sent; its kind and place do not.
    [LoggerMessage(LogLevel.Error, "{Method} {Endpoint} failed: {Kind} {Trace}")]
    private static partial void Failed(ILogger log, string method, string endpoint, string kind, string? trace);
}
