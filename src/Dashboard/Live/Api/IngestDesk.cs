namespace CorridorTwin.Dashboard.Live.Api;

/// <summary>Where bodies that have come are read into the twin: one per core at a time, on threads that serve no request; the others wait without one.</summary>
internal sealed class IngestDesk : IDisposable
{
    private readonly SemaphoreSlim seats = new(Math.Max(2, Environment.ProcessorCount));

    /// <summary>Does it when there is a seat.</summary>
    public async Task<T> Do<T>(Func<T> work, CancellationToken ending)
    {
        await seats.WaitAsync(ending);
        try
        {
            return await Task.Run(work, CancellationToken.None);
        }
        finally
        {
            seats.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => seats.Dispose();
}
