using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Reports;

namespace CorridorTwin.Dashboard.Pages.Assumptions;

/// <summary>Kinds of figures, in the order in which the crossing time hangs on them as far as is known.</summary>
public enum FigureGroup
{
    /// <summary>Officers, their hours and times of service: what capacity is made of.</summary>
    Capacity,
    /// <summary>Who comes, and when.</summary>
    Demand,
    /// <summary>Who is inspected.</summary>
    Risk,
    /// <summary>Declarations.</summary>
    Declarations,
    /// <summary>What carriers do when the line is long.</summary>
    Carriers,
    /// <summary>Outages.</summary>
    Outages,
    /// <summary>Between posts.</summary>
    Roads,
    /// <summary>Unit values of costs: they move no minute.</summary>
    Costs,
    /// <summary>The rest.</summary>
    Other,
}

/// <summary>One assumption.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Group">Its kind.</param>
/// <param name="Name">What it is, in words.</param>
/// <param name="Own">The reader's own value; null where the baseline's stands.</param>
/// <param name="Width">Width of its range as a share of its value; null if it has none.</param>
public sealed record Assumption(Figure Figure, FigureGroup Group, Bilingual Name, OwnFigure? Own, double? Width);

/// <summary>Every figure of a baseline, in groups.</summary>
internal static class AssumptionList
{
    private static readonly string[] Shares = ["share", "risk", "hit-rate", "recognition", "inspection"];

    /// <summary>All figures: within a group the least certain first.</summary>
    public static IReadOnlyList<Assumption> Of(BaselineFile baseline)
    {
        Dictionary<string, OwnFigure> own = baseline.Own.ToDictionary(f => f.Path);
        return
        [
            .. baseline.Figures.Select(f => new Assumption(f, GroupOf(f.Path), PathWords.Of(f.Path, baseline.Model), own.GetValueOrDefault(f.Path), WidthOf(f)))
                .OrderBy(a => a.Group).ThenByDescending(a => a.Width ?? -1).ThenBy(a => a.Figure.Mark.Line),
        ];
    }

    private static double? WidthOf(Figure figure) => figure.Range is { } range && figure.Value != 0 ? (range.High - range.Low) / Math.Abs(figure.Value) : null;

    private static FigureGroup GroupOf(string path)
    {
        string[] steps = path.Split('.', '[');
        return steps[0] switch
        {
            "demand" => FigureGroup.Demand,
            "roads" => FigureGroup.Roads,
            "costs" => FigureGroup.Costs,
            "outage" => FigureGroup.Outages,
            "variation" => FigureGroup.Capacity,
            _ when steps.Contains("outage") => FigureGroup.Outages,
            _ when steps.Contains("yield") || steps.Contains("diversion") || steps.Contains("approach-lanes") => FigureGroup.Carriers,
            _ when steps.Contains("declaration") => FigureGroup.Declarations,
            _ when steps.Contains("risk") || Shares.Contains(steps[^1]) => FigureGroup.Risk,
            _ when steps.Contains("background") => FigureGroup.Demand,
            _ when steps.Contains("bridge") => FigureGroup.Roads,
            "defaults" or "posts" => FigureGroup.Capacity,
            _ => FigureGroup.Other,
        };
    }
}
