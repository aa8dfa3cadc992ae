namespace CorridorTwin.Dashboard.Live;

/// <summary>Tells whoever waits that something changed, not more often than readers can use it.</summary>
/// <param name="least">The least time between two tellings.</param>
internal sealed class Bell(TimeSpan least)
{
    private readonly Lock gate = new();
    private TaskCompletionSource next = New();
    private long rung, told;
    private bool due;

    /// <summary>Changes so far that were told.</summary>
    public long Told
    {
        get
        {
            lock (gate) return told;
        }
    }

    /// <summary>Something changed.</summary>
    public void Ring()
    {
        lock (gate)
        {
            rung++;
            if (due) return;
            due = true;
        }
        _ = Later();
    }

    /// <summary>Waits until more has been told than the reader knows of.</summary>
    /// <returns>What has been told by then.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async Task<long> After(long known, CancellationToken cancellation)
    {
        while (true)
        {
            Task wait;
            lock (gate)
            {
                if (told > known) return told;
                wait = next.Task;
            }
            await wait.WaitAsync(cancellation);
        }
    }

    private async Task Later()
    {
        await Task.Delay(least);
        TaskCompletionSource waiting;
        lock (gate)
        {
            (told, due, waiting) = (rung, false, next);
            next = New();
        }
        waiting.SetResult();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
