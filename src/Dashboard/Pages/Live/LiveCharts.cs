using CorridorTwin.Dashboard.Charts;
using CorridorTwin.Dashboard.Language;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Twin.Forecasts;
using Fan = CorridorTwin.Twin.Forecasts.Band;

namespace CorridorTwin.Dashboard.Pages.Live;

/// <summary>The fans of one side: what the simulated futures hold, hour by hour.</summary>
public sealed class LiveCharts(CorridorModel corridor, Forecast forecast, Spot at, Reader reader)
{
    /// <summary>Trucks in line.</summary>
    public Chart Line(SideFan fan) => Of("fan-line", reader.Say("Camiones en la vía de acceso y la primera garita", "Trucks on the approach and at the first gate"), reader.Say("camiones", "trucks"), fan.Line, 0, 0);

    /// <summary>Clearance time of the trucks that leave in each hour; null if none leaves.</summary>
    public Chart? Clearance(SideFan fan) => fan.SideHours.All(b => double.IsNaN(b.P50)) ? null : Of("fan-hours", reader.Say("Tiempo en ese lado de los camiones que salen (M_side)", "Time on that side of the trucks that leave (M_side)"), reader.Say("horas", "hours"), fan.SideHours, 1, 1);

    private Chart Of(string id, string title, string unit, IReadOnlyList<Fan> bands, int first, int decimals)
    {
        int[] hours = [.. Enumerable.Range(first, bands.Count - first).Where(h => !double.IsNaN(bands[h].P50))];
        double[] x = [.. hours.Select(h => (double)h)];
        string Clock(int hour) => at.Clock(corridor, forecast.From.AddHours(hour));
        string Number(double v) => double.IsNaN(v) ? Figures.None : reader.Figures.Rounded(v, decimals);
        int every = forecast.Request.Hours > 12 ? 4 : forecast.Request.Hours > 6 ? 2 : 1;
        return new Chart
        {
            Id = id, Title = $"{title}: {at.Say(corridor, reader)}", Caption = reader.Say(LivePageTexts.FanSays), Height = 280,
            X = new Axis { Ticks = [.. Enumerable.Range(0, forecast.Request.Hours / every + 1).Select(i => ((double)(i * every), Clock(i * every)))], Range = (0, forecast.Request.Hours) },
            Y = new Axis(unit) { FromZero = true },
            Traces =
            [
                new Charts.Band(x, [.. hours.Select(h => bands[h].P05)], [.. hours.Select(h => bands[h].P95)]) { Ink = Ink.Series1 },
                new Charts.Band(x, [.. hours.Select(h => bands[h].P25)], [.. hours.Select(h => bands[h].P75)]) { Ink = Ink.Series1 },
                new Line(Places.Of(x), Places.Of(hours.Select(h => bands[h].P50))) { Ink = Ink.Accent, Says = [.. hours.Select(h => $"{Clock(h)}: {Number(bands[h].P50)} ({Number(bands[h].P05)}–{Number(bands[h].P95)}) {unit}")] },
            ],
            Table = new ChartTable(
                [reader.Say("Hora", "Time"), reader.Say("Mediana", "Median"), "5 %", "25 %", "75 %", "95 %"],
                [.. hours.Select(h => (IReadOnlyList<string>)[Clock(h), Number(bands[h].P50), Number(bands[h].P05), Number(bands[h].P25), Number(bands[h].P75), Number(bands[h].P95)])]),
        };
    }
}
