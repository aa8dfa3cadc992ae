using CorridorTwin.Scenarios.Reports;

namespace CorridorTwin.Dashboard.Layout;

/// <summary>Times and spans for readers. Days carry the name of their month, since the six countries disagree on the order of day and month.</summary>
public static class Moments
{
    private static readonly string[] Spanish = ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"];
    private static readonly string[] English = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    /// <summary>A moment in the machine's local time: <c>5 mar 2027, 14:05</c>.</summary>
    public static string Say(DateTimeOffset moment, Tongue tongue)
    {
        DateTimeOffset local = moment.ToLocalTime();
        string month = (tongue.Code == "es" ? Spanish : English)[local.Month - 1];
        return $"{local.Day} {month} {local.Year}, {local.Hour:00}:{local.Minute:00}";
    }

    /// <summary>A day, the same wherever it is read: <c>5 mar 2027</c>, by universal time.</summary>
    public static string Day(DateTimeOffset moment, Tongue tongue) => $"{moment.UtcDateTime.Day} {(tongue.Code == "es" ? Spanish : English)[moment.UtcDateTime.Month - 1]} {moment.UtcDateTime.Year}";

    /// <summary>A span, no finer than a reader needs: <c>40 s</c>, <c>3 min</c>, <c>2 h 10 min</c>.</summary>
    public static string Say(TimeSpan span)
    {
        if (span.TotalSeconds < 60) return $"{Math.Max(1, (int)Math.Ceiling(span.TotalSeconds))} s";
        if (span.TotalMinutes < 60) return $"{(int)Math.Ceiling(span.TotalMinutes)} min";
        return $"{(int)span.TotalHours} h {span.Minutes} min";
    }
}
