namespace CorridorTwin.Dashboard.Live;

/// <summary>Makes forecasts one at a time, and each only once: for all who ask while it is made, and as long as the state is the one it was made of.</summary>
/// <param name="ending">The program ends: nothing more is made.</param>
/// <param name="mostKept">Answers kept.</param>
internal sealed class ForecastDesk(CancellationToken ending, int mostKept = 32)
{
    private const int MostWaiting = 8;

    private sealed record Made(string State, object Answer);

    private readonly Lock gate = new();
    private readonly SemaphoreSlim one = new(1);
    private readonly Dictionary<string, Task<object>> making = [];
    private readonly Dictionary<string, Made> kept = [];
    private readonly Queue<string> order = new();

    /// <summary>The answer to a question.</summary>
    /// <param name="key">The question, the state left out.</param>
    /// <param name="state">Hash of the state now.</param>
    /// <param name="make">Makes the answer.</param>
    /// <param name="cancellation">The reader has gone: the answer is made all the same, others may wait for it.</param>
    /// <exception cref="ForecastsBusyException">Too many different questions wait.</exception>
    public Task<object> Ask(string key, Func<string> state, Func<CancellationToken, object> make, CancellationToken cancellation)
    {
        lock (gate)
            if (making.TryGetValue(key, out Task<object>? under)) return under.WaitAsync(cancellation);
        string now = state();
        lock (gate)
        {
            if (making.TryGetValue(key, out Task<object>? under)) return under.WaitAsync(cancellation);
            if (kept.TryGetValue(key, out Made? made) && made.State == now) return Task.FromResult(made.Answer);
            if (making.Count >= MostWaiting) throw new ForecastsBusyException();
            Task<object> work = Task.Run(() => Make(key, state, make));
            making[key] = work;
            return work.WaitAsync(cancellation);
        }
    }

    /// <summary>Waits for what is being made at the end of the program.</summary>
    public async Task Ended()
    {
        Task[] all;
        lock (gate) all = [.. making.Values];
        foreach (Task work in all) await work.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private async Task<object> Make(string key, Func<string> state, Func<CancellationToken, object> make)
    {
        try
        {
            await one.WaitAsync(ending);
            try
            {
                // Asked before the work: a state that changes meanwhile makes the answer old, never the wrong one of the new state.
                string before = state();
                object answer = make(ending);
                lock (gate) Keep(key, new Made(before, answer));
                return answer;
            }
            finally
            {
                one.Release();
            }
        }
        finally
        {
            lock (gate) making.Remove(key);
        }
    }

    private void Keep(string key, Made made)
    {
        if (!kept.ContainsKey(key)) order.Enqueue(key);
        kept[key] = made;
        while (order.Count > mostKept) kept.Remove(order.Dequeue());
    }
}

/// <summary>Too many different forecasts are waited for; ask again in a while.</summary>
public sealed class ForecastsBusyException() : Exception("Too many different forecasts are waited for.");
