using System.Globalization;
using System.Text;

namespace CorridorTwin.Scenarios.Studies.Reading;

/// <summary>Words as a reader compares them: no accents, no capitals, no punctuation.</summary>
internal static class Fold
{
    /// <summary>Letters and digits alone, small, without accents: <c>Fecha de exportación (t1)</c> gives <c>fechadeexportaciont1</c>.</summary>
    public static string Of(ReadOnlySpan<char> text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (char c in new string(text).Normalize(NormalizationForm.FormD))
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && char.IsLetterOrDigit(c)) plain.Append(char.ToLowerInvariant(c));
        return plain.ToString();
    }

    /// <summary>The words of a text, folded.</summary>
    public static IEnumerable<string> Words(string text)
    {
        int start = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            bool inside = i < text.Length && char.IsLetterOrDigit(text[i]);
            if (inside && start < 0) start = i;
            if (!inside && start >= 0)
            {
                yield return Of(text.AsSpan(start, i - start));
                start = -1;
            }
        }
    }
}
