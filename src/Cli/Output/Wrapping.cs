using System.Text;

namespace CorridorTwin.Cli.Output;

/// <summary>Breaks prose into lines.</summary>
internal static class Wrapping
{
    /// <summary>Lines of at most a width; a longer word stands alone. At least one line.</summary>
    public static IEnumerable<string> Lines(string text, int width)
    {
        string line = "";
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = word;
            }
            else
            {
                line = line.Length > 0 ? $"{line} {word}" : word;
            }
        }
        yield return line;
    }

    /// <summary>Adds prose to a page.</summary>
    public static void AddLines(this StringBuilder page, string text, int width)
    {
        foreach (string line in Lines(text, width)) page.Append(line).Append('\n');
    }

    /// <summary>Adds a list item to a page.</summary>
    public static void AddItem(this StringBuilder page, string text, int width, int indent = 0)
    {
        foreach (string line in Item(text, width, indent: indent)) page.Append(line).Append('\n');
    }

    /// <summary>A list item: a bullet, and further lines under its text.</summary>
    public static IEnumerable<string> Item(string text, int width, string bullet = "• ", int indent = 0)
    {
        string[] lines = [.. Lines(text, width - indent - bullet.Length)];
        for (int i = 0; i < lines.Length; i++)
            yield return new string(' ', indent) + (i == 0 ? bullet : new string(' ', bullet.Length)) + lines[i];
    }
}
