using System.Text;

namespace CorridorTwin.Scenarios.Inputs;

/// <summary>How members of enumerations are spelt in files: lower case, words joined by hyphens (SpsInspection is sps-inspection).</summary>
public static class Names
{
    /// <summary>The spelling in files. Codes without small letters (N2S) stay as they are.</summary>
    public static string Key(string member)
    {
        if (!member.Any(char.IsAsciiLetterLower)) return member;
        var key = new StringBuilder();
        foreach (char c in member)
        {
            if (char.IsAsciiLetterUpper(c) && key.Length > 0) key.Append('-');
            key.Append(char.ToLowerInvariant(c));
        }
        return key.ToString();
    }

    /// <summary>The spelling of a member.</summary>
    public static string Key<T>(T member)
        where T : struct, Enum => Key(member.ToString());

    /// <summary>The member of a checked spelling.</summary>
    public static T Member<T>(string key)
        where T : struct, Enum => Enum.GetValues<T>().First(m => Key(m) == key);
}
