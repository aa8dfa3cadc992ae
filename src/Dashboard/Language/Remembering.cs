namespace CorridorTwin.Dashboard.Language;

/// <summary>Remembers the settings an address asks for.</summary>
public static class Remembering
{
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    /// <summary>Keeps language, numbers and colours in cookies when an address names them.</summary>
    public static void UseRememberedSettings(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        foreach ((string setting, string[] values) in Reader.Settings)
            if (context.Request.Query[setting].LastOrDefault() is { } value && values.Contains(value))
                context.Response.Cookies.Append(setting, value, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = Year, IsEssential = true });
        return next(context);
    });
}
