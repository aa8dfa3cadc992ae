using System.Reflection;
using System.Text.RegularExpressions;
using CorridorTwin.Dashboard.Layout;
using CorridorTwin.Scenarios;

namespace CorridorTwin.Dashboard.Tests.Language;

public partial class TextsTests
{
    /// <summary>Words that read the same in both languages: names, units, signs.</summary>
    private static readonly string[] SameInBoth = ["CorridorTwin", "español", "English", "P95", "USD", "tCO2", "YAML", "CSV", "JSON", "XLSX", "PDF", "HTML", "PNG", "km", "h"];

    [Fact]
    public void Every_text_of_every_catalogue_says_something_in_both_languages()
    {
        (string Name, Bilingual Text)[] texts = [.. Catalogues().SelectMany(c => c.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)
            .Where(p => p.PropertyType == typeof(Bilingual)).Select(p => ($"{c.Name}.{p.Name}", (Bilingual)p.GetValue(null)!)))];
        Assert.True(texts.Length > 20);
        Assert.Empty(texts.Where(t => string.IsNullOrWhiteSpace(t.Text.Es) || string.IsNullOrWhiteSpace(t.Text.En)).Select(t => t.Name));
        Assert.Empty(texts.Where(t => t.Text.Es == t.Text.En && !SameInBoth.Contains(t.Text.Es)).Select(t => $"{t.Name}: {t.Text.Es}"));
    }

    /// <summary>A word typed into a page is a word nobody translates.</summary>
    [Fact]
    public void No_page_has_words_of_its_own()
    {
        string folder = Path.Combine(Repository.Root, "src", "Dashboard");
        string[] files = [.. Directory.EnumerateFiles(folder, "*.razor", SearchOption.AllDirectories).Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.EndsWith("_Imports.razor", StringComparison.Ordinal))];
        Assert.True(files.Length > 3);
        var found = new List<string>();
        foreach (string file in files)
        {
            string markup = CodeBlock().Replace(File.ReadAllText(file), "");
            foreach (Match text in TextBetweenTags().Matches(markup))
            {
                string bare = Expression().Replace(text.Groups[1].Value, "");
                bare = Statement().Replace(bare, "");
                if (Word().IsMatch(bare)) found.Add($"{Path.GetFileName(file)}: {bare.Trim()}");
            }
            foreach (Match attribute in SpokenAttribute().Matches(markup)) found.Add($"{Path.GetFileName(file)}: {attribute.Value}");
        }
        Assert.Empty(found);
    }

    private static IEnumerable<Type> Catalogues() => typeof(FrameTexts).Assembly.GetTypes().Where(t => t.Name.EndsWith("Texts", StringComparison.Ordinal));

    [GeneratedRegex(@"(?ms)^@code \{.*\z")]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@">([^<>]*)<")]
    private static partial Regex TextBetweenTags();

    [GeneratedRegex(@"@\((?>[^()]+|\((?<d>)|\)(?<-d>))*(?(d)(?!))\)|@[\w.]+(?:\((?>[^()]+|\((?<d>)|\)(?<-d>))*(?(d)(?!))\)|\[[^\]]*\]|\.\w+)*")]
    private static partial Regex Expression();

    // Lines of control flow inside markup.
    [GeneratedRegex(@"(?m)^\s*(?:[{}]|(?:else|if|foreach|for|switch|case|break|var|string|default)\b).*$|^\s*\w+[\w<>\[\]?]* \w+ = .*;$|\{|\}")]
    private static partial Regex Statement();

    [GeneratedRegex(@"\p{L}{2,}")]
    private static partial Regex Word();

    [GeneratedRegex("(?:aria-label|title|alt|placeholder)=\"[^\"@]*\\p{L}{2,}[^\"@]*\"")]
    private static partial Regex SpokenAttribute();
}
