using System.Globalization;
using CorridorTwin.Scenarios.Inputs;

namespace CorridorTwin.Scenarios.Studies.Reading;

/// <summary>Words that stand for members of a set; a word met once is known by its letters from then on.</summary>
internal sealed class WordList<T>
    where T : struct
{
    private readonly Dictionary<string, T> folded = [];
    private readonly Dictionary<string, T?> met = [];
    private readonly Dictionary<string, T?>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly List<string> shown = [];

    /// <summary>An empty list.</summary>
    public WordList() => lookup = met.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The words to show when one is not known.</summary>
    public Bilingual Expected => Wording.OneOf(shown);

    /// <summary>Adds the words of a member; the first is the one to show.</summary>
    public WordList<T> Add(T member, params IEnumerable<string> words)
    {
        bool first = true;
        foreach (string word in words)
        {
            string key = Fold.Of(word);
            if (key.Length == 0) continue;
            if (folded.TryAdd(key, member) && first) shown.Add(word);
            first = false;
        }
        return this;
    }

    /// <summary>The words of a mapping file; each stands for one already known.</summary>
    public void Alias(IReadOnlyDictionary<string, string>? words)
    {
        if (words is null) return;
        foreach ((string word, string means) in words)
            if (folded.TryGetValue(Fold.Of(means), out T member)) folded[Fold.Of(word)] = member;
    }

    /// <summary>The member a word stands for; null if none.</summary>
    public T? Of(ReadOnlySpan<char> word)
    {
        if (lookup.TryGetValue(word, out T? known)) return known;
        T? found = folded.TryGetValue(Fold.Of(word), out T member) ? member : null;
        if (met.Count < 10_000) met[new string(word)] = found;
        return found;
    }

    /// <summary>The known word most like a given one.</summary>
    public string? Nearest(string word) => Inputs.Nearest.To(word, shown) ?? (Inputs.Nearest.To(Fold.Of(word), folded.Keys) is { } key ? shown.FirstOrDefault(s => EqualityComparer<T>.Default.Equals(folded[Fold.Of(s)], folded[key])) : null);

    /// <summary>Whether a mapping's meaning is known.</summary>
    public bool Means(string word) => folded.ContainsKey(Fold.Of(word));
}
