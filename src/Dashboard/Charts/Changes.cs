using CorridorTwin.Scenarios.Statistics;

namespace CorridorTwin.Dashboard.Charts;

/// <summary>How a change of time or cost is coloured: less is good, more is bad, and what may be chance is neither.</summary>
public static class Changes
{
    /// <summary>Class of the style sheet.</summary>
    public static string Part(Interval change) => InkOf(change) switch { Ink.Good => "good", Ink.Bad => "bad", _ => "muted" };

    /// <summary>Colour in charts.</summary>
    public static Ink InkOf(Interval change) => !change.ExcludesZero ? Ink.Muted : change.Mean < 0 ? Ink.Good : Ink.Bad;
}
