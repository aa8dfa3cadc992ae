using CorridorTwin.Dashboard.Charts;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Reports;

namespace CorridorTwin.Dashboard.Pages.Indicators;

/// <summary>How the operations of a cell spread.</summary>
internal static class CellChart
{
    private static readonly double[] Limits = [0, 0.5, 1, 2, 4, 6, 9, 12, 18, 24, 36, 48, 72, 120];

    /// <summary>Shares of operations by how long they took.</summary>
    public static Chart Of(TimeHistogram times, Tongue tongue)
    {
        int end = Math.Max(4, Array.FindIndex(Limits, l => times.ShareBelow(l) > 0.999));
        if (end < 4) end = Limits.Length - 1;
        var bars = new List<(string Name, double Share)>();
        for (int i = 0; i < end; i++) bars.Add((tongue.Say($"{Hours(Limits[i])} a {Hours(Limits[i + 1])} h", $"{Hours(Limits[i])} to {Hours(Limits[i + 1])} h"), times.ShareBelow(Limits[i + 1]) - times.ShareBelow(Limits[i])));
        bars.Add((tongue.Say($"más de {Hours(Limits[end])} h", $"over {Hours(Limits[end])} h"), 1 - times.ShareBelow(Limits[end])));
        string Percent(double share) => tongue.Figures.Rounded(100 * share, 1) + " %";
        string[] names = [.. bars.Select(b => b.Name)];
        return new Chart
        {
            Id = "spread",
            Title = tongue.Say("Cuánto tardan las operaciones de esta casilla", "How long the operations of this cell take"),
            Caption = tongue.Say("Parte de las operaciones en cada tramo, todas las réplicas juntas.", "Share of operations in each range, all replications together."),
            X = new Axis(tongue.Say("% de las operaciones", "% of operations")) { FromZero = true },
            Y = new Axis { Categories = names, Reversed = true },
            Height = 90 + 26 * bars.Count,
            Traces = [new Bars(Places.Of(bars.Select(b => 100 * b.Share)), Places.Of(names)) { Lying = true, Says = [.. bars.Select(b => $"{b.Name}: {Percent(b.Share)}")] }],
            Table = new ChartTable([tongue.Say("Tiempo", "Time"), tongue.Say("Operaciones", "Operations")], [.. bars.Select(b => (IReadOnlyList<string>)[b.Name, Percent(b.Share)])]),
        };

        string Hours(double hours) => tongue.Figures.Rounded(hours, hours < 1 && hours > 0 ? 1 : 0);
    }
}
