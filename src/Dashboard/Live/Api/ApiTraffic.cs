using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace CorridorTwin.Dashboard.Live.Api;

/// <summary>How many requests there may be: by address, by key, and of bodies received at once.</summary>
internal sealed class ApiTraffic : IDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly PartitionedRateLimiter<IPAddress> addresses, wrongKeys;
    private readonly PartitionedRateLimiter<string> keys, bodiesOfKeys;
    private readonly ConcurrencyLimiter bodies;
    private readonly int most;

    /// <summary>Limits of a dashboard.</summary>
    public ApiTraffic(Host.DashboardOptions options, LiveMeter meter)
    {
        ApiLimits limits = options.Limits;
        Slowest = new MinDataRate(limits.SlowestBody, limits.SlowGrace);
        addresses = Buckets<IPAddress>(limits.AddressBurst, limits.AddressPerSecond);
        wrongKeys = Buckets<IPAddress>(limits.WrongKeyBurst, 1);
        keys = Buckets<string>(limits.KeyBurst, limits.KeyPerSecond);
        bodiesOfKeys = PartitionedRateLimiter.Create<string, string>(key => RateLimitPartition.GetConcurrencyLimiter(key, _ => new ConcurrencyLimiterOptions { PermitLimit = limits.BodiesAtOnceOfKey }));
        bodies = new ConcurrencyLimiter(new ConcurrencyLimiterOptions { PermitLimit = limits.BodiesAtOnce, QueueLimit = limits.BodiesWaiting, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });
        most = limits.BodiesAtOnce;
        meter.Watch(() => Line.Waiting, () => Line.Receiving);
    }

    /// <summary>Requests with events that wait for a place, and those that have one.</summary>
    public (long Waiting, long Receiving) Line => bodies.GetStatistics() is { } now ? (now.CurrentQueuedCount, most - now.CurrentAvailablePermits) : default;

    /// <summary>The slowest a body may come.</summary>
    public MinDataRate Slowest { get; }

    /// <summary>Counts a request from an address.</summary>
    /// <exception cref="ApiException">Too many.</exception>
    public void OfAddress(IPAddress address) => Count(addresses, Network(address));

    /// <summary>Counts a wrong key from an address.</summary>
    /// <exception cref="ApiException">Too many.</exception>
    public void OfWrongKey(IPAddress address) => Count(wrongKeys, Network(address));

    /// <summary>Counts a request of a key.</summary>
    /// <exception cref="ApiException">Too many.</exception>
    public void OfKey(string id) => Count(keys, id);

    /// <summary>A place to receive a body; waits for it, its bytes left in the network until then. Given back when disposed of.</summary>
    /// <exception cref="ApiException">The key has its places already, or too many wait.</exception>
    public async Task<IDisposable> Body(string key, CancellationToken cancellation)
    {
        RateLimitLease own = bodiesOfKeys.AttemptAcquire(key);
        if (!own.IsAcquired) throw Refused(StatusCodes.Status429TooManyRequests, "too-many-bodies", ApiTexts.TooManyBodies);
        try
        {
            RateLimitLease place = await bodies.AcquireAsync(1, cancellation);
            if (place.IsAcquired) return new Places(own, place);
            throw Refused(StatusCodes.Status503ServiceUnavailable, "queue-full", ApiTexts.QueueFull);
        }
        catch
        {
            own.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        addresses.Dispose();
        wrongKeys.Dispose();
        keys.Dispose();
        bodiesOfKeys.Dispose();
        bodies.Dispose();
    }

    private void Count<T>(PartitionedRateLimiter<T> of, T who)
    {
        using RateLimitLease lease = of.AttemptAcquire(who);
        if (lease.IsAcquired) return;
        throw new ApiException(StatusCodes.Status429TooManyRequests, "too-fast", ApiTexts.TooFast) { RetryAfter = lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan after) ? after : Second };
    }

    private static ApiException Refused(int status, string kind, Scenarios.Bilingual why) => new(status, kind, why) { RetryAfter = Second };

    private static PartitionedRateLimiter<T> Buckets<T>(int burst, int perSecond)
        where T : notnull => PartitionedRateLimiter.Create<T, T>(who => RateLimitPartition.GetTokenBucketLimiter(who, _ => new TokenBucketRateLimiterOptions
    {
        TokenLimit = burst, TokensPerPeriod = perSecond, ReplenishmentPeriod = Second, AutoReplenishment = true,
    }));

    /// <summary>Who has one address of IPv6 has 2^64.</summary>
    private static IPAddress Network(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return address;
        byte[] bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }

    private sealed class Places(IDisposable own, IDisposable place) : IDisposable
    {
        public void Dispose()
        {
            place.Dispose();
            own.Dispose();
        }
    }
}
