using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CorridorTwin.Dashboard.Layout;

/// <summary>Answers with a page.</summary>
public static class Page
{
    /// <summary>The page a component renders.</summary>
    /// <param name="parameters">Parameters of the component, as an object with a property for each; null for none.</param>
    /// <param name="status">HTTP status: 422 for a form with errors, 404 for what is not there.</param>
    public static RazorComponentResult<T> Of<T>(object? parameters = null, int status = StatusCodes.Status200OK)
        where T : IComponent => new(parameters ?? new { }) { StatusCode = status };

    /// <summary>The same among other results of an endpoint.</summary>
    public static IResult Render<T>(this IResultExtensions results, object? parameters = null, int status = StatusCodes.Status200OK)
        where T : IComponent => Of<T>(parameters, status);
}
