using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace CorridorTwin.Dashboard.Runs;

/// <summary>Renders a part of a page on its own, for what changes while the page is open.</summary>
public static class Fragments
{
    /// <summary>The part as HTML, in the language of the request.</summary>
    public static async Task<string> Render<T>(HttpContext context, Dictionary<string, object?> parameters)
        where T : IComponent
    {
        await using var renderer = new HtmlRenderer(context.RequestServices, context.RequestServices.GetRequiredService<ILoggerFactory>());
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(parameters))).ToHtmlString());
    }
}
