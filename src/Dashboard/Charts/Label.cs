namespace CorridorTwin.Dashboard.Charts;

/// <summary>Names beside a chart.</summary>
internal static class Label
{
    private const int Line = 26;

    /// <summary>A name on lines that fit, cut at a word where it is longer than asked.</summary>
    public static string Wrapped(string name, int most = int.MaxValue)
    {
        if (name.Length > most) name = name[..name.LastIndexOf(' ', most)] + "…";
        var lines = new List<string> { "" };
        foreach (string word in name.Split(' '))
            if (lines[^1].Length > 0 && lines[^1].Length + 1 + word.Length > Line) lines.Add(word);
            else lines[^1] = (lines[^1] + " " + word).Trim();
        return string.Join("<br>", lines);
    }
}
