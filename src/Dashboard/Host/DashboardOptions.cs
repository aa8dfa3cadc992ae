using System.Net;
using CorridorTwin.Dashboard.Live.Api;
using CorridorTwin.Scenarios.Store;

namespace CorridorTwin.Dashboard.Host;

/// <summary>How the dashboard is started.</summary>
public sealed record DashboardOptions
{
    /// <summary>Port asked for; 0 for any that is free.</summary>
    public int Port { get; init; } = UsualPort;

    /// <summary>Whether the port was asked for by name: then no other is taken.</summary>
    public bool PortIsFixed { get; init; }

    /// <summary>Address to listen at.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>Directory of results and keys.</summary>
    public required string Data { get; init; }

    /// <summary>Directory of baseline and scenarios.</summary>
    public required string Scenarios { get; init; }

    /// <summary>Whether the shipped scenarios are compared at the first start.</summary>
    public bool Pilot { get; init; } = true;

    /// <summary>What a browser must show when others than this machine can reach the dashboard; null to draw one.</summary>
    public string? Token { get; init; }

    /// <summary>The twin's file; null for <c>twin.db</c> in the data folder, which the command line uses too where neither is told otherwise.</summary>
    public string? Twin { get; init; }

    /// <summary>What one request to the API may take, and how many there may be.</summary>
    public ApiLimits Limits { get; init; } = new();

    /// <summary>Only this machine can reach it.</summary>
    public bool IsLocal => IPAddress.IsLoopback(Address);

    /// <summary>Port when none is asked for.</summary>
    public const int UsualPort = 5080;

    /// <summary>Directory of results when none is asked for: where the command line keeps its own, so that both share them.</summary>
    public static string UsualData => Path.GetDirectoryName(ReplicationStore.UsualPath)!;
}
