using System.Reflection;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using CorridorTwin.Dashboard.Layout;
using CorridorTwin.Dashboard.Navigation;
using CorridorTwin.Scenarios;

namespace CorridorTwin.Dashboard.Tests.Language;

public partial class TextsTests
{
    /// <summary>Words that read the same in both languages: names, units, signs.</summary>
    private static readonly string[] SameInBoth = ["CorridorTwin", "español", "English", "no", "provisional", "P95", "USD", "tCO2", "YAML", "CSV", "JSON", "XLSX", "PDF", "HTML", "PNG", "km", "h", "min"];

    [Fact]
    public void Every_text_of_every_catalogue_says_something_in_both_languages()
    {
        (string Name, Bilingual Text)[] texts = [.. Catalogues().SelectMany(c => c.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)
            .Where(p => p.PropertyType == typeof(Bilingual)).Select(p => ($"{c.Name}.{p.Name}", (Bilingual)p.GetValue(null)!)))];
        Assert.True(texts.Length > 20);
        Assert.Empty(texts.Where(t => string.IsNullOrWhiteSpace(t.Text.Es) || string.IsNullOrWhiteSpace(t.Text.En)).Select(t => t.Name));
        Assert.Empty(texts.Where(t => t.Text.Es == t.Text.En && !SameInBoth.Contains(t.Text.Es)).Select(t => $"{t.Name}: {t.Text.Es}"));
    }

    /// <summary>A word typed into a page reads the same in both languages. Names are exempt where their element says so: <c>translate="no"</c> or <c>code</c>.</summary>
    [Fact]
    public async Task No_page_says_the_same_words_in_both_languages()
    {
        await using RunningHost host = await RunningHost.Start();
        using HttpClient browser = host.Browser();
        string[] empty = [.. PageModules.Links.Select(l => l.Path), "/nowhere", "/runs/new?replications=0"];
        List<string> untranslated = await Untranslated(host, empty);
        string run = await host.ShortRun(browser);
        string[] full = [.. PageModules.Links.Select(l => l.Path), "/runs/new", $"/runs/{run}", $"/compare?run={run}", $"/compare?run={run}&b=advance-declaration", $"/indicators?run={run}&cell=penas-blancas.CR.I2", $"/report?run={run}", "/report/verify", $"/runs/diff?run={run}&run={run}"];
        untranslated.AddRange(await Untranslated(host, full));
        Assert.Empty(untranslated.Distinct());
    }

    private static async Task<List<string>> Untranslated(RunningHost host, IEnumerable<string> paths)
    {
        var found = new List<string>();
        foreach (string path in paths)
        {
            string separator = path.Contains('?', StringComparison.Ordinal) ? "&" : "?";
            HashSet<string> spanish = [.. Said(await host.Page($"{path}{separator}lang=es"))];
            found.AddRange(Said(await host.Page($"{path}{separator}lang=en")).Where(spanish.Contains).Select(t => $"{path.Split('?')[0]}: {t}"));
        }
        return found;
    }

    private static IEnumerable<string> Said(IDocument page) => page.All
        .Where(e => e.Closest("[translate=no], code, script, style, nav.settings, head") is null)
        .SelectMany(e => e.ChildNodes.OfType<IText>().Select(t => t.Text).Concat(new[] { "aria-label", "title", "alt", "placeholder" }.Select(a => e.GetAttribute(a) ?? "")))
        .Select(t => t.Trim())
        .Where(t => !Names.Contains(t) && Word().Matches(t).Any(w => !SameInBoth.Contains(w.Value)))
        .Distinct();

    /// <summary>Posts and countries that are called the same.</summary>
    private static HashSet<string> Names { get; } =
    [
        .. ScenarioFolder.Load(Repository.Scenarios).Baselines[0].Model.Posts.Where(p => p.NameEs == p.NameEn).Select(p => p.NameEs),
        .. ScenarioFolder.Load(Repository.Scenarios).Baselines[0].Model.Countries.Where(c => c.NameEs == c.NameEn).Select(c => c.NameEs),
    ];

    private static IEnumerable<Type> Catalogues() => typeof(FrameTexts).Assembly.GetTypes().Where(t => t.Name.EndsWith("Texts", StringComparison.Ordinal));

    [GeneratedRegex(@"\p{L}{2,}")]
    private static partial Regex Word();
}
