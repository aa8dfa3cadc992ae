using System.Diagnostics;
using System.Globalization;
using CorridorTwin.Scenarios.Calibration.Posts;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Reports;

namespace CorridorTwin.Cli.Output;

/// <summary>One line on a watched terminal that says how far the simulation is; nothing anywhere else.</summary>
internal sealed class ProgressLine(Terminal terminal, Tongue tongue) : IDisposable
{
    private const int BarLength = 24, Width = 79;
    private const int MillisecondsBetween = 100;

    private readonly Stopwatch watch = Stopwatch.StartNew();
    private long last = -MillisecondsBetween;
    private bool shown;

    /// <summary>Shows how far an experiment is, and how precise.</summary>
    public void Show(RunProgress progress)
    {
        string width = progress.HalfWidth is { } half && double.IsFinite(half) ? $", ±{half.ToString("G2", CultureInfo.InvariantCulture)} {progress.Unit}" : "";
        Show(progress.Done, progress.Total, Replications(progress.Done, progress.Total) + width, progress.Budget);
    }

    /// <summary>Shows that a number of replications out of a total are done.</summary>
    public void Show(int done, int total) => Show(done, total, Replications(done, total), null);

    /// <summary>Shows how far a calibration of a post is.</summary>
    public void Show(string post, CalibrationProgress progress) => Show(progress.Searched, progress.Searches,
        tongue.Say($"{post}: {progress.Searched} de {progress.Searches} lados", $"{post}: {progress.Searched} of {progress.Searches} sides"), null, tongue.Say($"; {progress.Candidates} candidatos", $"; {progress.Candidates} candidates"));

    private string Replications(int done, int total) => tongue.Say($"{done} de {total} réplicas", $"{done} of {total} replications");

    private void Show(int done, int total, string what, TimeSpan? budget, string more = "")
    {
        long now = watch.ElapsedMilliseconds;
        if (!terminal.ErrorIsWatched || (done < total && now - last < MillisecondsBetween)) return;
        last = now;
        shown = true;
        int full = total > 0 ? (int)((long)BarLength * done / total) : 0;
        string bar = new string('█', full) + new string('░', BarLength - full);
        string line = $"{bar} {what}{Left(now, done, total, budget)}{more}";
        terminal.Error.Write("\r" + (line.Length > Width ? line[..Width] : line.PadRight(Width)));
    }

    /// <summary>Wipes the line.</summary>
    public void Dispose()
    {
        if (shown) terminal.Error.Write("\r" + new string(' ', Width) + "\r");
    }

    private string Left(long elapsed, int done, int total, TimeSpan? budget)
    {
        if (done < 2 || done == total) return "";
        var left = TimeSpan.FromMilliseconds(elapsed / (double)done * (total - done));
        if (budget < left) left = budget.Value < TimeSpan.Zero ? TimeSpan.Zero : budget.Value;
        string text = left.TotalMinutes >= 1 ? $"{(int)left.TotalMinutes} min {left.Seconds:00} s" : $"{left.Seconds} s";
        return tongue.Say($", faltan unos {text}", $", about {text} left");
    }
}
