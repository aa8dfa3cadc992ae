using System.Buffers.Binary;
using System.Diagnostics;
using System.Text;
using Microsoft.Playwright;

namespace CorridorTwin.Browser.Tests;

[Collection(OneDashboard.Name)]
public sealed class ReportTests(OpenDashboard dashboard)
{
    /// <summary>In a network namespace that has no network at all: whatever the page asked for could not be had.</summary>
    [BrowserFact]
    public async Task The_page_to_send_on_draws_its_charts_without_a_network()
    {
        string folder = Directory.CreateTempSubdirectory("corridor-offline-").FullName;
        try
        {
            foreach (string language in new[] { "es", "en" })
            {
                string file = Path.Combine(folder, language + ".html");
                using (var client = new HttpClient { BaseAddress = new Uri(dashboard.Address) })
                    await File.WriteAllBytesAsync(file, await client.GetByteArrayAsync($"/report/file.html?run={dashboard.Run}&lang={language}"));
                string? dom = await Isolated(["--dump-dom", "--virtual-time-budget=15000", new Uri(file).AbsoluteUri], folder);
                if (dom is null) return;
                Assert.Equal(3, dom.Split("data-ready").Length - 1);
                Assert.Contains("class=\"main-svg\"", dom);
                Assert.Contains(language == "es" ? "Cambio del tiempo medio" : "Change of the mean time", dom);
            }
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    [BrowserFact]
    public async Task A_chart_is_saved_as_a_picture_that_bears_its_stamp()
    {
        await using Visit visit = await dashboard.Open($"/report?run={dashboard.Run}", new Look());
        await visit.Draw();
        ILocator chart = visit.Page.Locator("figure#split");
        await chart.HoverAsync();
        IDownload download = await visit.Page.RunAndWaitForDownloadAsync(() => chart.Locator(".modebar-btn[data-title*='PNG']").ClickAsync());
        Assert.Equal("corridor-split.png", download.SuggestedFilename);
        byte[] png = await File.ReadAllBytesAsync((await download.PathAsync())!);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], png[..4]);
        // Twice the chart's own size, with room for title and stamp.
        Assert.True(BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)) > 1000);
        Assert.Contains("iTXtDescription", Encoding.Latin1.GetString(png));
        Assert.Contains("--warmup-days 2 --seed 7", Encoding.Latin1.GetString(png));
        Assert.Empty(visit.Faults);
        if (Environment.GetEnvironmentVariable("CORRIDOR_PICTURES") is { Length: > 0 } folder) File.Copy((await download.PathAsync())!, Path.Combine(folder, "chart.png"), true);
    }

    /// <summary>What the browser says in a namespace of its own; null where this machine does not allow one.</summary>
    private static async Task<string?> Isolated(string[] arguments, string folder)
    {
        if (!OperatingSystem.IsLinux()) return null;
        var start = new ProcessStartInfo("unshare", ["-r", "-n", BrowserFactAttribute.Browser!, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-dev-shm-usage", $"--user-data-dir={Path.Combine(folder, "profile")}", .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string dom = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (await error).Contains("unshare failed", StringComparison.Ordinal) ? null : dom;
    }
}
