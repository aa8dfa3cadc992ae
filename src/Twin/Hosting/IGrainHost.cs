using CorridorTwin.Twin.Grains;

namespace CorridorTwin.Twin.Hosting;

/// <summary>
/// Where grains live. One writer per grain; messages from one sender to one grain arrive in order; what a turn wants done is done after it.
/// Messages may come twice (after a crash the log tells them again): grains take that without harm.
/// </summary>
public interface IGrainHost : IAsyncDisposable
{
    /// <summary>Sends a message; waits while too much is under way.</summary>
    /// <exception cref="ArgumentException">There are no grains of that kind.</exception>
    ValueTask TellAsync(GrainId to, GrainMessage message, CancellationToken cancellation = default);

    /// <summary>The state of a grain once all it was told before has been taken.</summary>
    ValueTask<TState> AskAsync<TState>(GrainId of, CancellationToken cancellation = default)
        where TState : class;

    /// <summary>Waits until nothing is under way.</summary>
    ValueTask DrainAsync(CancellationToken cancellation = default);

    /// <summary>Moves the grains' clock forward and wakes those that asked for it. It never goes back.</summary>
    /// <param name="now">Unix milliseconds.</param>
    ValueTask AdvanceAsync(long now, CancellationToken cancellation = default);

    /// <summary>Keeps all states and notes in one step, so that a restart goes on from here.</summary>
    /// <param name="upTo">What of the log is in them: kept with them.</param>
    ValueTask FlushAsync(long upTo, CancellationToken cancellation = default);
}
