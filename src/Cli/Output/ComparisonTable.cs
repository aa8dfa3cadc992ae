using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Comparisons;
using Spectre.Console;

namespace CorridorTwin.Cli.Output;

/// <summary>The comparison's main table: two lines per scenario, its levels above their changes.</summary>
internal static class ComparisonTable
{
    // Below this, how the result moves with capacity stands in the notes instead.
    private const int WideEnoughForCapacity = 116;

    /// <summary>Whether the table has room for the capacity column.</summary>
    public static bool ShowsCapacity(Comparison comparison, int width) => width >= WideEnoughForCapacity && comparison.Scenarios.Any(s => s.Sensitivity is not null);

    /// <summary>The table.</summary>
    public static string Render(Comparison comparison, Bilingual baselineTitle, Tongue tongue, int width)
    {
        bool capacity = ShowsCapacity(comparison, width);
        var columns = new List<(string, bool)>
        {
            (tongue.Say("Escenario", "Scenario"), false),
            (tongue.Say("Media\nh", "Mean\nh"), true),
            (tongue.Say("Cambio\n%", "Change\n%"), true),
            (tongue.Say("Mediana\nh", "Median\nh"), true),
            (tongue.Say("P95\nh", "P95\nh"), true),
            (tongue.Say("USD por\ncruce", "USD per\ncrossing"), true),
            (tongue.Say("tCO2\nal año", "tCO2\na year"), true),
        };
        if (capacity) columns.Add((tongue.Say("Capacidad\n−2 %, +2 %", "Capacity\n−2 %, +2 %"), true));
        Table table = TextTable.Create([.. columns]);
        if (comparison.Scenarios.Count > 0 && comparison.Scenarios.All(s => s.Weeks == comparison.Scenarios[0].Weeks))
            table.Add([tongue.Say(baselineTitle), .. Levels(comparison.Scenarios[0], i => tongue.Figures.Level(i.BaselineLevel, Figures.MostDecimals(i.Id))), .. capacity ? [""] : Array.Empty<string>()]);
        foreach (ScenarioComparison s in comparison.Scenarios)
        {
            string[] cells = Levels(s, i => $"{tongue.Figures.Level(i.ScenarioLevel, Figures.MostDecimals(i.Id))}\n{tongue.Figures.Change(i.Difference, Figures.MostDecimals(i.Id))}");
            cells[1] = "\n" + tongue.Figures.Percent(s.Indicator("I1").Percent);
            string[] sensitivity = capacity ? [s.Sensitivity is { } c ? $"{tongue.Figures.Percent(c.Less)}\n{tongue.Figures.Percent(c.More)}" : ""] : [];
            table.AddRow(new Text(""));
            table.Add([tongue.Say(s.Title), .. cells, .. sensitivity]);
        }
        return TextTable.Render(table, width);
    }

    private static string[] Levels(ScenarioComparison scenario, Func<IndicatorComparison, string> of) =>
        [of(scenario.Indicator("I1")), "", of(scenario.Indicator("p50")), of(scenario.Indicator("p95")), of(scenario.Indicator("cost")), of(scenario.Indicator("co2"))];
}
