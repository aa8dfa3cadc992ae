using System.Text.Json;
using CorridorTwin.Twin;
using CorridorTwin.Twin.Forecasts;

namespace CorridorTwin.Dashboard.Live;

public sealed partial class TwinRoom
{
    /// <summary>Half of the cores look ahead; the others go on serving readers and taking events. The result is the same on any number.</summary>
    private static readonly int Threads = Math.Max(1, Environment.ProcessorCount / 2);

    private readonly ForecastDesk desk;

    /// <summary>
    /// The hours ahead from the state as it is. Computed beside all requests, one at a time; who asks the same while it is made, or of the same state, shares it.
    /// So it may start from the state of some seconds ago: <see cref="Forecast.From"/> and <see cref="Forecast.State"/> say which.
    /// </summary>
    /// <returns>The forecast; null while there is no twin.</returns>
    /// <exception cref="ForecastsBusyException">Too many different ones are waited for.</exception>
    /// <exception cref="InvalidOperationException">There is no corridor to run.</exception>
    public Task<Forecast?> Forecast(ForecastRequest request, CancellationToken cancellation = default) =>
        Ahead($"forecast {Key(request)}", request, (twin, asked, end) => twin.Forecast(asked, end), cancellation);

    /// <summary>The hours ahead with a change from now on, beside those without; shared and computed like a forecast. The twin itself is not touched.</summary>
    /// <returns>Both and their difference; null while there is no twin.</returns>
    /// <exception cref="ForecastsBusyException">Too many different ones are waited for.</exception>
    /// <exception cref="ArgumentException">The change names what the corridor does not have.</exception>
    /// <exception cref="InvalidOperationException">There is no corridor to run.</exception>
    public Task<Fork?> Fork(ForecastRequest request, WhatIf change, CancellationToken cancellation = default) =>
        Ahead($"fork {Key(request)} {JsonSerializer.Serialize(change)}", request, (twin, asked, end) => twin.Fork(asked, change, end), cancellation);

    private async Task<T?> Ahead<T>(string key, ForecastRequest request, Func<LiveTwin, ForecastRequest, CancellationToken, T> make, CancellationToken cancellation)
        where T : class
    {
        LiveTwin? open = await Ready().WaitAsync(cancellation);
        if (open is null) return null;
        ForecastRequest asked = request with { Threads = Threads };
        return (T)await desk.Ask(key, () => open.Events == 0 ? "" : open.State().Hash(), end => make(open, asked, end), cancellation);
    }

    /// <summary>What a forecast depends on beside the state; threads are not part of it.</summary>
    private static string Key(ForecastRequest r) => JsonSerializer.Serialize(r with { Threads = 0 });
}
