namespace CorridorTwin.Scenarios.Studies;

/// <summary>When a study was made.</summary>
internal static class StudyWindow
{
    /// <summary>First and last instant at which its trucks joined a line (passed the gate, where the line was not seen); null without rows.</summary>
    public static (DateTimeOffset From, DateTimeOffset To)? Of(IReadOnlyList<StudyRow> rows)
    {
        DateTimeOffset? from = null, to = null;
        foreach (StudyRow row in rows)
        {
            if ((row.Stamps[0] ?? row.Stamps[1]) is not { } t) continue;
            if (from is null || t < from) from = t;
            if (to is null || t > to) to = t;
        }
        return from is { } f && to is { } u ? (f, u) : null;
    }
}
