using System.Text.Json;

namespace CorridorTwin.Browser.Tests;

/// <summary>Contrast inside charts, where axe does not look: WCAG 2.2 asks 4.5 of text and 3 of what must be told apart from its ground.</summary>
[Collection(OneDashboard.Name)]
public sealed class ContrastTests(OpenDashboard dashboard)
{
    private const string Measure = """
        () => {
          const parts = colour => (colour.match(/[\d.]+/g) ?? []).map(Number);
          const linear = c => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
          const luminance = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
          const over = ([r, g, b, a = 1], ground) => [r, g, b].map((c, i) => c * a + ground[i] * (1 - a));
          const ratio = (colour, ground) => {
            const [x, y] = [luminance(over(parts(colour), ground)), luminance(ground)];
            return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
          };
          const found = [];
          for (const svg of document.querySelectorAll("figure.chart svg.main-svg, svg.strip")) {
            const box = svg.closest("figure.chart, table");
            const ground = parts(getComputedStyle(box).backgroundColor).slice(0, 3);
            const look = (selector, property, least) => {
              for (const e of svg.querySelectorAll(selector)) {
                const colour = getComputedStyle(e)[property];
                if (colour === "none" || !colour.startsWith("rgb") || parts(colour)[3] === 0) continue;
                found.push({ what: `${box.id || "strip"} ${selector} ${colour} on ${ground}`, ratio: ratio(colour, ground), least });
              }
            };
            look("text", "fill", 4.5);
            look(".bars path", "fill", 3);
            look("path.point, .legendpoints path", "fill", 3);
            look(".errorbar path, path.xerror, path.yerror, path.box, .zerolinelayer path, .reach", "stroke", 3);
            look(".dot", "fill", 3);
          }
          return found;
        }
        """;

    [BrowserFact]
    public async Task Charts_can_be_read_in_both_colour_schemes()
    {
        var faint = new List<string>();
        foreach (bool dark in new[] { false, true })
            foreach (string path in new[] { $"/compare?run={dashboard.Run}", $"/report?run={dashboard.Run}", $"/runs/{dashboard.Run}", $"/indicators?run={dashboard.Run}&cell=penas-blancas.CR.I2" })
            {
                await using Visit visit = await dashboard.Open(path, new Look(Dark: dark));
                await visit.Draw();
                JsonElement[] measured = [.. (await visit.Page.EvaluateAsync(Measure))!.Value.EnumerateArray()];
                Assert.True(measured.Length > 4, $"{path}: {measured.Length} things were measured.");
                faint.AddRange(measured.Where(m => m.GetProperty("ratio").GetDouble() < m.GetProperty("least").GetDouble()).Select(m => $"{path} {(dark ? "dark" : "light")}: {m.GetProperty("what").GetString()} {m.GetProperty("ratio").GetDouble():0.0}"));
            }
        Assert.True(faint.Count == 0, string.Join('\n', faint.Distinct()));
    }
}
