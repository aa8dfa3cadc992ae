using System.Security.Cryptography;
using System.Text;
using CorridorTwin.Dashboard.Faults;
using CorridorTwin.Dashboard.Host;
using Microsoft.AspNetCore.WebUtilities;

namespace CorridorTwin.Dashboard.Access;

/// <summary>The key to a dashboard that others can reach. Kept by browsers in a cookie after the first visit with <c>?token=…</c>.</summary>
public sealed class AccessToken(DashboardOptions options)
{
    private const string Name = "access";
    private const int Bytes = 18;

    /// <summary>The key; null where only this machine can reach the dashboard, and none is asked for.</summary>
    public string? Value { get; } = options.IsLocal && options.Token is null ? null : options.Token ?? WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Lets a request pass, gives it the cookie, or turns it away.</summary>
    public Task Check(HttpContext context, RequestDelegate next)
    {
        if (Value is null || Fits(context.Request.Cookies[Name])) return next(context);
        if (!Fits(context.Request.Query["token"].LastOrDefault())) return FaultAnswer.Write(context, StatusCodes.Status401Unauthorized, FaultTexts.NoAccess);
        context.Response.Cookies.Append(Name, Value, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, MaxAge = TimeSpan.FromDays(30), IsEssential = true });
        if (!HttpMethods.IsGet(context.Request.Method)) return next(context);
        // The key must not stay in the address, where it would be copied along.
        var rest = QueryHelpers.ParseQuery(context.Request.QueryString.Value).Where(p => p.Key != "token").SelectMany(p => p.Value, (p, v) => KeyValuePair.Create(p.Key, v));
        context.Response.Redirect(context.Request.Path + QueryString.Create(rest).ToString());
        return Task.CompletedTask;
    }

    /// <summary>Whether a request may read without a key: only this machine can reach the dashboard, or the browser has been let in before.</summary>
    internal bool Admits(HttpContext context) => Value is null || Fits(context.Request.Cookies[Name]);

    /// <summary>Whether a text is the key; where none is asked for, no text is.</summary>
    internal bool Is(string given) => Value is not null && Fits(given);

    private bool Fits(string? given) => given is not null && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given)), SHA256.HashData(Encoding.UTF8.GetBytes(Value!)));
}
