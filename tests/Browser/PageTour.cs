using System.Text.Json;
using Microsoft.Playwright;

namespace CorridorTwin.Browser.Tests;

/// <summary>What was seen on one visit to one page.</summary>
/// <param name="Path">Its address.</param>
/// <param name="Look">How it was looked at.</param>
/// <param name="Obstacles">What the accessibility checker complains of; empty where it was not asked.</param>
/// <param name="Faults">What was asked of other machines, and what failed, until nothing was loaded any more.</param>
/// <param name="Wider">It is wider than the window.</param>
public sealed record Seen(string Path, Look Look, IReadOnlyList<string> Obstacles, IReadOnlyList<string> Faults, bool Wider);

/// <summary>A round of all pages in one look. Loading and drawing a page costs more than looking at it, so that each is visited once for all that is asked of it.</summary>
public sealed class PageTour(OpenDashboard dashboard)
{
    // A renderer for each of two cores; one waits for the server while the other draws.
    private const int AtOnce = 2;

    private static readonly string Axe = File.ReadAllText(System.IO.Path.Combine(Repository.Root, "tests", "Browser", "node_modules", "axe-core", "axe.min.js"));

    private readonly Dictionary<(Look, bool), Task<Seen[]>> rounds = [];

    /// <summary>What was seen, in the order of the pages; a round is made when it is first asked for.</summary>
    /// <param name="look">How to look.</param>
    /// <param name="checker">Ask the accessibility checker as well: it takes longer than all the rest.</param>
    public Task<Seen[]> Round(Look look, bool checker)
    {
        lock (rounds) return rounds.TryGetValue((look, checker), out Task<Seen[]>? made) ? made : rounds[(look, checker)] = Go(look, checker);
    }

    private async Task<Seen[]> Go(Look look, bool checker)
    {
        var seen = new Seen[dashboard.Pages.Count];
        await Parallel.ForEachAsync(Enumerable.Range(0, seen.Length), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (i, _) => seen[i] = await See(dashboard.Pages[i], look, checker));
        return seen;
    }

    private async Task<Seen> See(string path, Look look, bool checker)
    {
        await using Visit visit = await dashboard.Open(path, look);
        await visit.Draw();
        bool wider = await visit.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth");
        await visit.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        string[] faults = [.. visit.Faults];
        return new Seen(path, look, checker ? await Obstacles(visit.Page) : [], faults, wider);
    }

    /// <summary>What the accessibility checker finds on a page as it stands, one line each.</summary>
    public static async Task<string[]> Obstacles(IPage page)
    {
        await page.EvaluateAsync(Axe);
        JsonElement? violations = await page.EvaluateAsync("async () => (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })).violations.map(v => `${v.id}: ${v.nodes.length} × ${v.nodes[0].html.slice(0, 160)}`)");
        return [.. violations!.Value.EnumerateArray().Select(v => v.GetString()!)];
    }
}
