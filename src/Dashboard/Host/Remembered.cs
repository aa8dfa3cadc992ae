using System.Collections.Concurrent;

namespace CorridorTwin.Dashboard.Host;

/// <summary>Answers that take a while, kept for a moment: readers who ask the same at once wait for one answer.</summary>
/// <param name="lasts">How long an answer is good.</param>
public sealed class Remembered<TKey, TValue>(TimeSpan lasts)
    where TKey : notnull
{
    private const int Most = 64;

    private readonly ConcurrentDictionary<TKey, (DateTime Until, Lazy<TValue> Answer)> kept = new();

    /// <summary>The answer, new or kept.</summary>
    public TValue Of(TKey key, Func<TValue> make)
    {
        DateTime now = DateTime.UtcNow;
        if (kept.Count >= Most)
            foreach (TKey old in kept.Where(k => k.Value.Until < now).Select(k => k.Key)) kept.TryRemove(old, out _);
        return kept.AddOrUpdate(key, _ => New(), (_, known) => known.Until < now || kept.Count > 2 * Most ? New() : known).Answer.Value;

        (DateTime, Lazy<TValue>) New() => (now + lasts, new Lazy<TValue>(make));
    }
}
