using CorridorTwin.Dashboard.Language;

namespace CorridorTwin.Dashboard.Layout;

/// <summary>After something was done: go and look.</summary>
public static class SeeOther
{
    /// <summary>An answer that sends the browser on, keeping the language of the address.</summary>
    public static IResult At(HttpContext context, string path)
    {
        context.Response.Headers.Location = Reader.Of(context).Link(path);
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}
