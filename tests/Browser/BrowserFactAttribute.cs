namespace CorridorTwin.Browser.Tests;

/// <summary>A test in a real browser; skipped, with one clear reason, where there is none.</summary>
public sealed class BrowserFactAttribute : FactAttribute
{
    private static readonly string[] Places =
        ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", @"C:\Program Files\Google\Chrome\Application\chrome.exe"];

    /// <summary>The browser; null if there is none. CORRIDOR_BROWSER names another.</summary>
    public static string? Browser { get; } = Environment.GetEnvironmentVariable("CORRIDOR_BROWSER") is { Length: > 0 } named ? named : Places.FirstOrDefault(File.Exists);

    public BrowserFactAttribute()
    {
        if (Browser is null) Skip = "No Chromium here: install it (Debian: apt-get install chromium fonts-dejavu-core) or name one in CORRIDOR_BROWSER.";
    }
}
