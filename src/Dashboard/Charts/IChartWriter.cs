using CorridorTwin.Scenarios.Reports;

namespace CorridorTwin.Dashboard.Charts;

/// <summary>Writes a chart for the library that draws it; another library, or another way to build the same JSON, takes this one's place.</summary>
public interface IChartWriter
{
    /// <summary>The chart as JSON that can stand inside a page.</summary>
    string Json(Chart chart, Tongue tongue);
}
