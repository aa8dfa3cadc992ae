using System.Diagnostics;

namespace CorridorTwin.Dashboard.Printing;

/// <summary>Makes PDFs of pages with the Chromium of this machine, one at a time. It is not needed for anything else.</summary>
public sealed class Chromium
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(90);

    private static readonly string[] Places =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe", @"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe", @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    private readonly SemaphoreSlim one = new(1);

    /// <summary>The program; null if there is none. CORRIDOR_BROWSER names another, or a place where there is none.</summary>
    public string? Program { get; init; } = Environment.GetEnvironmentVariable("CORRIDOR_BROWSER") is { Length: > 0 } named ? File.Exists(named) ? named : null : Places.FirstOrDefault(File.Exists);

    /// <summary>Prints a page that needs nothing beside itself.</summary>
    /// <returns>The PDF; null if there is no Chromium, or it failed.</returns>
    public async Task<byte[]?> Print(string html, CancellationToken cancellation)
    {
        if (Program is null) return null;
        await one.WaitAsync(cancellation);
        string folder = Directory.CreateTempSubdirectory("corridor-print-").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "report.html"), html, cancellation);
            return await Run(folder, cancellation);
        }
        finally
        {
            one.Release();
            Remove(folder);
        }
    }

    private async Task<byte[]?> Run(string folder, CancellationToken cancellation)
    {
        string pdf = Path.Combine(folder, "report.pdf");
        var start = new ProcessStartInfo(Program!) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        foreach (string argument in (IEnumerable<string>)
        [
            "--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions",
            // Nothing may leave the machine, whatever stands in the page.
            "--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=127.0.0.1:9",
            // Containers and the superuser have no sandbox; the page is our own.
            .. OperatingSystem.IsLinux() ? (string[])["--no-sandbox", "--disable-dev-shm-usage"] : [],
            $"--user-data-dir={Path.Combine(folder, "profile")}", "--no-pdf-header-footer", "--generate-pdf-document-outline", "--virtual-time-budget=15000", $"--print-to-pdf={pdf}", new Uri(Path.Combine(folder, "report.html")).AbsoluteUri,
        ]) start.ArgumentList.Add(argument);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Longest);
        Process? browser = null;
        try
        {
            browser = Process.Start(start);
            if (browser is null) return null;
            Task<string> said = browser.StandardError.ReadToEndAsync(limit.Token), told = browser.StandardOutput.ReadToEndAsync(limit.Token);
            await browser.WaitForExitAsync(limit.Token);
            await Task.WhenAll(said, told);
            return File.Exists(pdf) && new FileInfo(pdf).Length > 0 ? await File.ReadAllBytesAsync(pdf, cancellation) : null;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or IOException)
        {
            return null;
        }
        finally
        {
            if (browser is { HasExited: false }) browser.Kill(true);
            browser?.Dispose();
        }
    }

    private static void Remove(string folder)
    {
        // A browser that was ended may still let go of its files.
        for (int i = 0; i < 10; i++)
        {
            try
            {
                Directory.Delete(folder, true);
                return;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                Thread.Sleep(100);
            }
        }
    }
}
