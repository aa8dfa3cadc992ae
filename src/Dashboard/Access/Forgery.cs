using CorridorTwin.Dashboard.Faults;
using Microsoft.AspNetCore.Antiforgery;

namespace CorridorTwin.Dashboard.Access;

/// <summary>Every request that changes something must come from a page of ours, whatever its endpoint says.</summary>
public static class Forgery
{
    /// <summary>Name of the form field, and of the header for scripts.</summary>
    public const string Field = "forgery-token";

    /// <summary>Turns others away.</summary>
    public static void UseForgeryGuard(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
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
