using System.Net;
using System.Net.Sockets;
using CorridorTwin.Dashboard.Access;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CorridorTwin.Dashboard.Host;

/// <summary>Tells whoever started the dashboard where to find it.</summary>
internal static class Announcement
{
    /// <summary>Writes address and how to end.</summary>
    public static void Write(WebApplication app, TextWriter to)
    {
        Uri bound = new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        DashboardOptions options = app.Services.GetRequiredService<DashboardOptions>();
        string host = options.Address.Equals(IPAddress.Any) || options.Address.Equals(IPAddress.IPv6Any) ? Dns.GetHostName() : bound.Host;
        string token = app.Services.GetRequiredService<AccessToken>().Value is { } key ? $"/?token={key}" : "/";
        string address = $"http://{host}:{bound.Port}{token}";
        to.WriteLine($"CorridorTwin: abra / open {address}");
        to.WriteLine($"Resultados en / results in {app.Services.GetRequiredService<DataFolder>().Path}");
        if (!options.IsLocal) to.WriteLine("Otros equipos pueden entrar con esa dirección; sin la clave, nadie. / Other machines can enter by that address; without the token nobody can.");
        to.WriteLine("Ctrl-C termina; lo acabado se conserva. / Ctrl-C ends; what is finished is kept.");
        to.Flush();
    }

    /// <summary>Where programs of this machine reach the dashboard; null before it listens.</summary>
    public static Uri? Here(IServer server)
    {
        if (server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is not { } bound) return null;
        var address = new UriBuilder(bound);
        if (IPAddress.TryParse(address.Host.Trim('[', ']'), out IPAddress? ip) && (ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any))) address.Host = IPAddress.Loopback.ToString();
        return address.Uri;
    }

    /// <summary>Whether starting failed because another program has the port.</summary>
    public static bool IsPortTaken(Exception e) => e is IOException { InnerException: not null } && (e.InnerException as SocketException ?? e.InnerException.InnerException as SocketException) is { SocketErrorCode: SocketError.AddressAlreadyInUse };
}
