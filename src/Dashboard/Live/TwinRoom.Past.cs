using System.Globalization;
using CorridorTwin.Twin;
using CorridorTwin.Twin.Nowcasts;

namespace CorridorTwin.Dashboard.Live;

/// <summary>The corridor at an instant, with the lines as far as missing reads leave them open.</summary>
/// <param name="View">Who is where.</param>
/// <param name="Lines">The lines before the first gates; null where there is no corridor to know them by.</param>
public sealed record TwinScene(TwinView View, IReadOnlyList<QueueEstimate>? Lines);

public sealed partial class TwinRoom
{
    /// <summary>Past states are read from the log, which may take seconds: one at a time, beside all requests.</summary>
    private readonly ForecastDesk archive;

    /// <summary>The picture of now that is being worked out, and the one that will be next, for all who ask by then.</summary>
    private Task<TwinScene>? scenes, next;

    /// <summary>The state now, with all that has been taken; null while there is no twin.</summary>
    /// <param name="estimate">Estimate the lines too, and wait for what is under way; else the state as far as it has been worked out, at once.</param>
    /// <param name="cancellation">The reader has gone.</param>
    public async Task<TwinScene?> Now(bool estimate = true, CancellationToken cancellation = default)
    {
        if (await Ready().WaitAsync(cancellation) is not { } open) return null;
        if (!estimate) return new TwinScene(open.State(), null);
        Task<TwinScene> scene;
        lock (waiting)
        {
            // Who asks while one is being worked out gets the next: it began after all that was taken before the question.
            if (next is null)
            {
                Task before = scenes ?? Task.CompletedTask;
                next = Look(before, open);
                scenes = next;
            }
            scene = next;
        }
        return await scene.WaitAsync(cancellation);
    }

    private async Task<TwinScene> Look(Task before, LiveTwin open)
    {
        await Task.WhenAny(before);
        await Task.Yield();
        lock (waiting) next = null;
        return await Task.Factory.StartNew(() => Scene(open, null, null), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>The state at an instant (null: the twin's clock) as known at another (null: today); null while there is no twin.</summary>
    /// <exception cref="ForecastsBusyException">Too many different ones are waited for.</exception>
    public Task<TwinScene?> At(DateTimeOffset? at, DateTimeOffset? knownAt, CancellationToken cancellation = default) =>
        FromLog($"state {at:O} {knownAt:O}", (twin, _) => Scene(twin, at ?? twin.State().At, knownAt), cancellation);

    /// <summary>The states at regular instants, as known at another (null: today); null while there is no twin.</summary>
    /// <param name="from">The first; null for <paramref name="length"/> before the twin's clock.</param>
    /// <param name="length">From the first to the last.</param>
    /// <param name="step">Between two.</param>
    /// <param name="knownAt">When somebody would have asked; null for today.</param>
    /// <param name="cancellation">The reader has gone.</param>
    /// <exception cref="ForecastsBusyException">Too many different ones are waited for.</exception>
    public Task<IReadOnlyList<TwinView>?> History(DateTimeOffset? from, TimeSpan length, TimeSpan step, DateTimeOffset? knownAt, CancellationToken cancellation = default) =>
        FromLog<IReadOnlyList<TwinView>>($"history {from:O} {length} {step} {knownAt:O}", (twin, end) =>
        {
            DateTimeOffset first = from ?? twin.State().At - length;
            var views = new List<TwinView>();
            foreach (TwinView view in twin.Replay(first, first + length, step, knownAt))
            {
                end.ThrowIfCancellationRequested();
                // Who was where is asked of one instant; a history keeps the counts.
                views.Add(view with { Sides = [.. view.Sides.Select(s => s with { Trucks = [] })], Lanes = [] });
            }
            return views;
        }, cancellation);

    private async Task<T?> FromLog<T>(string key, Func<LiveTwin, CancellationToken, T> make, CancellationToken cancellation)
        where T : class
    {
        LiveTwin? open = await Ready().WaitAsync(cancellation);
        if (open is null) return null;
        return (T)await archive.Ask(key, () => open.Events.ToString(CultureInfo.InvariantCulture), end => make(open, end), cancellation);
    }

    private static TwinScene Scene(LiveTwin twin, DateTimeOffset? at, DateTimeOffset? knownAt)
    {
        IReadOnlyList<QueueEstimate>? lines = twin.HasCorridor ? twin.Nowcast(at, knownAt) : null;
        return new TwinScene(at is { } then ? twin.State(then, knownAt) : twin.State(), lines);
    }
}
