using CorridorTwin.Dashboard.Charts;
using CorridorTwin.Scenarios.Indicators;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Scenarios.Rollouts;
using CorridorTwin.Scenarios.Statistics;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Dashboard.Pages.Indicators;

/// <summary>Cumulative time and cost over distance; borders are vertical.</summary>
internal static class ProfileCharts
{
    /// <summary>Hours.</summary>
    public static Chart Hours(StrategyReport report, Direction way, int from, int to, Tongue tongue) => Of(
        report, way, from, to, tongue, "hours", tongue.Say("Tiempo y distancia", "Time and distance"), tongue.Say("horas", "hours"), p => p.Hours, i => tongue.Figures.LevelWithHalf(i) + " h");

    /// <summary>US$.</summary>
    public static Chart Cost(StrategyReport report, Direction way, int from, int to, Tongue tongue) => Of(
        report, way, from, to, tongue, "cost", tongue.Say("Costo y distancia", "Cost and distance"), "US$", p => p.Cost, i => "US$" + tongue.Figures.LevelWithHalf(i, 0));

    private static Chart Of(StrategyReport report, Direction way, int from, int to, Tongue tongue, string id, string title, string unit, Func<ProfilePoint, Interval> of, Func<Interval, string> say)
    {
        (int Year, RolloutCase Case, string Name, Ink Ink, bool Dashed)[] lines =
        [
            (from, RolloutCase.Without, $"{from}", Ink.Baseline, false), (to, RolloutCase.Without, tongue.Say($"{to} sin", $"{to} without"), Ink.Series2, true), (to, RolloutCase.With, tongue.Say($"{to} con", $"{to} with"), Ink.Accent, false),
        ];
        (string Name, CorridorProfile Profile, Ink Ink, bool Dashed)[] shown = [.. lines.Select(l => (l.Name, report.Profiles.First(p => p.Year == l.Year && p.Case == l.Case && p.Direction == way), l.Ink, l.Dashed))];
        string direction = way == Direction.N2S ? tongue.Say("hacia el sur", "southbound") : tongue.Say("hacia el norte", "northbound");
        return new Chart
        {
            Id = $"{id}-{way}",
            Title = $"{title}, {direction}",
            Caption = tongue.Say("Camión cargado por los cinco puestos; los tramos verticales son fronteras.", "A loaded truck through the five posts; vertical parts are borders."),
            X = new Axis("km") { FromZero = true }, Y = new Axis(unit) { FromZero = true }, Legend = true,
            Traces = [.. shown.Select(l => new Line(Places.Of(l.Profile.Points.Select(p => p.Kilometres)), Places.Of(l.Profile.Points.Select(p => of(p).Mean)))
            {
                Name = l.Name, Ink = l.Ink, Dashed = l.Dashed, Says = [.. l.Profile.Points.Select(p => $"{l.Name}, {tongue.Figures.Rounded(p.Kilometres, 0)} km, {Words.Of(p.Place, tongue)}: {say(of(p))}")],
            })],
            Table = new ChartTable(
                ["km", tongue.Say("Puesto", "Post"), .. shown.Select(l => l.Name)],
                [.. shown[0].Profile.Points.Select((p, i) => (IReadOnlyList<string>)[tongue.Figures.Rounded(p.Kilometres, 0), Words.Of(p.Place, tongue), .. shown.Select(l => say(of(l.Profile.Points[i])))])]),
        };
    }
}
