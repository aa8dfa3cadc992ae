using System.Text;
using CorridorTwin.Dashboard.Language;
using CorridorTwin.Dashboard.Layout;
using CorridorTwin.Scenarios;
using Microsoft.AspNetCore.Diagnostics;

namespace CorridorTwin.Dashboard.Faults;

/// <summary>Answers that say what is wrong, in the reader's language and without a stack trace.</summary>
public static class FaultAnswer
{
    /// <summary>Catches what fails and what is not there.</summary>
    public static void UseFaultPages(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(failed => failed.Run(context =>
        {
            Exception? fault = context.Features.Get<IExceptionHandlerFeature>()?.Error;
            return fault is BadHttpRequestException bad ? Page(context, bad.StatusCode, Of(bad.StatusCode)) : Page(context, StatusCodes.Status500InternalServerError, FaultTexts.Broken);
        }));
        app.UseStatusCodePages(context => Page(context.HttpContext, context.HttpContext.Response.StatusCode, Of(context.HttpContext.Response.StatusCode)));
    }

    /// <summary>A plain sentence, for what is turned away before there is a page.</summary>
    public static Task Write(HttpContext context, int status, Bilingual message)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(Reader.Of(context).Say(message) + "\n", Encoding.UTF8);
    }

    private static Task Page(HttpContext context, int status, Bilingual message) => Layout.Page.Of<FaultPage>(new { Message = message }, status).ExecuteAsync(context);

    private static Bilingual Of(int status) => status switch
    {
        StatusCodes.Status413PayloadTooLarge => FaultTexts.TooLarge,
        StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed => FaultTexts.NotFound,
        >= 500 => FaultTexts.Broken,
        _ => FaultTexts.Unclear,
    };
}
