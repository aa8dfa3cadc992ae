using CorridorTwin.Dashboard.Faults;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;

namespace CorridorTwin.Dashboard.Access;

/// <summary>Every request that changes something must come from a page of ours, whatever its endpoint says.</summary>
public static class Forgery
{
    /// <summary>Name of the form field, and of the header for scripts.</summary>
    public const string Field = "forgery-token";

    /// <summary>What is somewhat too large is read to its end: a browser shows an answer only when it has sent all.</summary>
    private const int Patience = 4;

    /// <summary>Turns others away, and what is too large to be looked at.</summary>
    public static void UseForgeryGuard(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false, MaxRequestBodySize: { } most } size && context.Request.ContentLength > most)
        {
            size.MaxRequestBodySize = most * Patience;
            if (context.Request.ContentLength <= size.MaxRequestBodySize) await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
            await FaultAnswer.Write(context, StatusCodes.Status413PayloadTooLarge, FaultTexts.TooLarge);
            return;
        }
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method) && !await Genuine(context))
        {
            await FaultAnswer.Write(context, StatusCodes.Status400BadRequest, FaultTexts.Forged);
            return;
        }
        await next(context);
    });

    private static async Task<bool> Genuine(HttpContext context)
    {
        try
        {
            return await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context);
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException or IOException)
        {
            return false;
        }
    }
}
