namespace CorridorTwin.Scenarios.Inputs;

/// <summary>Finds the name that a misspelt one was meant to be.</summary>
public static class Nearest
{
    /// <summary>The candidate within a third of its length in edits of what was given (case ignored); null if none is.</summary>
    public static string? To(string given, IEnumerable<string> candidates)
    {
        string lower = given.Trim().ToLowerInvariant();
        if (lower.Length is 0 or > 100) return null;
        (string? best, int distance) = (null, int.MaxValue);
        foreach (string candidate in candidates)
        {
            int d = Edits(lower, candidate.ToLowerInvariant());
            if (d < distance) (best, distance) = (candidate, d);
        }
        return best is not null && distance <= Math.Max(1, Math.Max(lower.Length, best.Length) / 3) ? best : null;
    }

    /// <summary>Insertions, deletions, substitutions and swaps of neighbours that turn one word into the other.</summary>
    public static int Edits(string a, string b)
    {
        var row = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++) row[i, 0] = i;
        for (int j = 0; j <= b.Length; j++) row[0, j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            for (int j = 1; j <= b.Length; j++)
            {
                int cost = a[i - 1] == b[j - 1] ? 0 : 1;
                int least = Math.Min(Math.Min(row[i - 1, j] + 1, row[i, j - 1] + 1), row[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) least = Math.Min(least, row[i - 2, j - 2] + 1);
                row[i, j] = least;
            }
        }
        return row[a.Length, b.Length];
    }
}
