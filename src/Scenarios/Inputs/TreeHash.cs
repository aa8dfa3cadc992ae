using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CorridorTwin.Scenarios.Inputs;

/// <summary>Fingerprints of what files say: the same for the same keys and values in the same order, whatever the layout and remarks.</summary>
public static class TreeHash
{
    /// <summary>The first 16 hexadecimal digits of the SHA-256 of a tree.</summary>
    /// <param name="root">The tree.</param>
    /// <param name="before">Fingerprint of what the tree builds on; empty for nothing.</param>
    public static string Of(InputNode root, string before = "")
    {
        var text = new StringBuilder();
        Write(text, before);
        Write(text, root);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..16];
    }

    // Lengths and counts stand before what they measure, so that no two trees read the same.
    private static void Write(StringBuilder text, InputNode node)
    {
        switch (node)
        {
            case ScalarNode scalar:
                Write(text.Append('s'), scalar.Value);
                break;
            case ListNode list:
                text.Append(CultureInfo.InvariantCulture, $"l{list.Items.Count};");
                foreach (InputNode item in list.Items) Write(text, item);
                break;
            case MapNode map:
                text.Append(CultureInfo.InvariantCulture, $"m{map.Entries.Count};");
                foreach (MapEntry entry in map.Entries)
                {
                    Write(text, entry.Key);
                    Write(text, entry.Value);
                }
                break;
        }
    }

    private static void Write(StringBuilder text, string word) => text.Append(CultureInfo.InvariantCulture, $"{word.Length}:{word}");
}
