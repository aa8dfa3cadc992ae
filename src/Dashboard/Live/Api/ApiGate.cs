using System.Net;
using CorridorTwin.Dashboard.Access;
using CorridorTwin.Twin.Keys;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace CorridorTwin.Dashboard.Live.Api;

/// <summary>
/// Who may ask what of the API. Sending always takes a key. Reading takes a key that reads, or what lets a browser see the pages; but then nothing that a page of
/// another site could have set off: browsers bring their cookies, and reach this machine, for anybody's page.
/// </summary>
internal sealed class ApiGate(AccessToken access, KeyRing ring, TwinRoom room, ApiTraffic traffic)
{
    private const string Scheme = "Bearer ";

    /// <summary>Lets a request pass, or says why not.</summary>
    /// <exception cref="ApiException">Why not.</exception>
    public async Task Check(HttpContext context, RequestDelegate next)
    {
        IPAddress address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        traffic.OfAddress(address);
        ApiNeed need = context.GetEndpoint()?.Metadata.GetMetadata<ApiRoute>()?.Need ?? ApiNeed.Nothing;
        if (need != ApiNeed.Nothing)
        {
            // A file of an earlier version is brought up to date before keys are looked for in it.
            await room.Ready();
            Admit(context, need, address);
        }
        // The limits of pages are not those of events.
        if (context.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } pace) pace.MinDataRate = traffic.Slowest;
        await next(context);
    }

    private void Admit(HttpContext context, ApiNeed need, IPAddress address)
    {
        string? given = context.Request.Headers.Authorization is [{ } header] && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..].Trim() : null;
        if (given is not null)
        {
            if (need == ApiNeed.Read && access.Is(given)) return;
            if (ring.Find(given) is not { } key)
            {
                traffic.OfWrongKey(address);
                throw new ApiException(StatusCodes.Status401Unauthorized, "no-key", ApiTexts.NoKey);
            }
            traffic.OfKey(key.Id);
            if (!key.Scope.HasFlag(need == ApiNeed.Ingest ? KeyScope.Ingest : KeyScope.Read)) throw new ApiException(StatusCodes.Status403Forbidden, "scope", ApiTexts.NoScope);
            context.Features.Set(key);
            return;
        }
        if (need == ApiNeed.Ingest || !access.Admits(context)) throw new ApiException(StatusCodes.Status401Unauthorized, "no-key", ApiTexts.NoKey);
        if (IsOfAnotherSite(context.Request)) throw new ApiException(StatusCodes.Status403Forbidden, "cross-site", ApiTexts.CrossSite);
    }

    private static bool IsOfAnotherSite(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].LastOrDefault() is { } site && site is not ("same-origin" or "none")) return true;
        return request.Headers.Origin.LastOrDefault() is { } origin && !string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }
}
