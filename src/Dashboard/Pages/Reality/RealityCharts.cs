using System.Globalization;
using CorridorTwin.Dashboard.Charts;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Scenarios.Statistics;
using CorridorTwin.Scenarios.Studies.Validations;

namespace CorridorTwin.Dashboard.Pages.Reality;

/// <summary>The charts of one post: quantiles of both against each other, how much of the observed the simulated bands catch, and whether its days drift away.</summary>
internal sealed class RealityCharts(IReadOnlyList<ValidationRow> rows, Tongue tongue)
{
    private static readonly Ink[] Inks = [Ink.Series1, Ink.Series2, Ink.Series3, Ink.Series4, Ink.Series5, Ink.Series6];

    /// <summary>Quantile plots, one for each direction that has any.</summary>
    public IEnumerable<Chart> Quantiles()
    {
        foreach (IGrouping<CorridorTwin.Simulation.Corridor.Direction?, ValidationRow> way in rows.Where(r => r.Quantiles.Count > 1).GroupBy(r => r.Direction))
        {
            ValidationRow[] told = [.. way];
            string direction = way.Key is { } d ? tongue.Say(Words.Of(d)) : tongue.Say("ambos sentidos", "both directions");
            double most = told.SelectMany(r => r.Quantiles).Max(q => Math.Max(q.Observed, q.Simulated));
            yield return new Chart
            {
                Id = $"quantiles-{way.Key}", Title = tongue.Say($"Cuantiles, {direction}", $"Quantiles, {direction}"),
                Caption = tongue.Say("Cada punto: el mismo cuantil (5 a 95 %) en el estudio y en el modelo, horas. En la línea, coinciden; por encima, el modelo es más lento.", "Each dot: the same quantile (5 to 95 %) in the study and in the model, hours. On the line they agree; above it, the model is slower."),
                X = new Axis(tongue.Say("observado, h", "observed, h")) { FromZero = true }, Y = new Axis(tongue.Say("simulado, h", "simulated, h")) { FromZero = true }, Legend = true, Height = 420,
                Traces =
                [
                    new Line(Places.Of([0.0, most]), Places.Of([0.0, most])) { Ink = Ink.Muted, Dashed = true },
                    .. told.Select((r, i) => new Dots(Places.Of(r.Quantiles.Select(q => q.Observed)), Places.Of(r.Quantiles.Select(q => q.Simulated)))
                    {
                        Name = Name(r), Ink = Inks[i % Inks.Length], Hollow = i >= 3, Says = [.. r.Quantiles.Select(q => $"{Name(r)}, {q.Share:0%}: {Hours(q.Observed)} / {Hours(q.Simulated)} h")],
                    }),
                ],
                Table = new ChartTable(
                    [tongue.Say("Estrato", "Stratum"), tongue.Say("cuantil", "quantile"), tongue.Say("observado, h", "observed, h"), tongue.Say("simulado, h", "simulated, h")],
                    [.. told.SelectMany(r => r.Quantiles.Select(q => (IReadOnlyList<string>)[Name(r), Percent(q.Share), Hours(q.Observed), Hours(q.Simulated)]))]),
            };
        }
    }

    /// <summary>Coverage of the bands; null where the study has no rows.</summary>
    public Chart? Bands()
    {
        ValidationRow[] told = [.. rows.Where(r => r.Half is not null && r.Ninety is not null)];
        if (told.Length == 0) return null;
        string[] names = [.. told.Select(r => $"{r.Direction} {Name(r)}")];
        return new Chart
        {
            Id = "bands", Title = tongue.Say("Lo que contienen las bandas simuladas", "What the simulated bands catch"),
            Caption = tongue.Say("Parte de los camiones observados dentro de las bandas simuladas del 50 y del 90 %. Si el modelo acierta, cerca de 50 y 90 %; si contienen mucho menos, el modelo promete de más.", "Share of the observed trucks within the simulated 50 and 90 % bands. Near 50 and 90 % where the model is right; far fewer means that it promises too much."),
            X = new Axis("%") { Range = (0, 100) }, Y = new Axis { Categories = names, Reversed = true }, Legend = true, Height = 90 + 44 * told.Length,
            Traces =
            [
                Bars(told, names, r => r.Half!.Value, Ink.Series2), Bars(told, names, r => r.Ninety!.Value, Ink.Series1),
            ],
            Table = new ChartTable(
                [tongue.Say("Estrato", "Stratum"), tongue.Say("en la del 50 %", "in the 50 % band"), tongue.Say("en la del 90 %", "in the 90 % band"), tongue.Say("banda del 90 %, h", "90 % band, h"), tongue.Say("camiones", "trucks")],
                [.. told.Select((r, i) => (IReadOnlyList<string>)[names[i], Percent(r.Half!.Value.Share), Percent(r.Ninety!.Value.Share), $"{Hours(r.Ninety.Value.Low)} – {Hours(r.Ninety.Value.High)}", $"{r.Ninety.Value.Count}"])]),
        };
    }

    /// <summary>The cumulative sums of the days, with the bound of the alarm.</summary>
    public Chart Drift(Drift drift)
    {
        string[] days = [.. drift.Days.Select(d => d.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))];
        string above = tongue.Say("tardan más", "take longer"), below = tongue.Say("tardan menos", "take less"), alarm = tongue.Say("alarma", "alarm");
        return new Chart
        {
            Id = "drift", Title = tongue.Say("Deriva por días", "Drift by days"),
            Caption = tongue.Say($"Cada día suma lo que sus camiones se apartan de los simulados, en desviaciones típicas, menos {Cusum.Allowance:0.0}; nunca menos de cero. Sobre la línea, alarma.", $"Each day adds how far its trucks are from the simulated ones, in standard deviations, less {Cusum.Allowance:0.0}; never below zero. Above the line, an alarm."),
            X = new Axis { Categories = days }, Y = new Axis(tongue.Say("suma acumulada", "cumulative sum")) { FromZero = true }, Legend = true,
            Traces =
            [
                new Line(Places.Of(days), Places.Of(drift.Path.Up)) { Ink = Ink.Series1, Name = above },
                new Line(Places.Of(days), Places.Of(drift.Path.Down)) { Ink = Ink.Series2, Name = below },
                new Line(Places.Of(days), Places.Of(days.Select(_ => drift.Bound))) { Ink = Ink.Muted, Dashed = true, Name = alarm },
            ],
            Table = new ChartTable(
                [tongue.Say("Día", "Day"), tongue.Say("camiones", "trucks"), tongue.Say("desviación", "deviation"), above, below],
                [.. drift.Days.Select((d, i) => (IReadOnlyList<string>)[days[i], $"{d.Trucks}", tongue.Figures.Rounded(d.Deviation, 1), tongue.Figures.Rounded(drift.Path.Up[i], 1), tongue.Figures.Rounded(drift.Path.Down[i], 1)])]),
        };
    }

    private Bars Bars(ValidationRow[] told, string[] names, Func<ValidationRow, BandCoverage> band, Ink ink) => new(Places.Of(told.Select(r => 100 * band(r).Share)), Places.Of(names))
    {
        Lying = true, Ink = ink, Name = tongue.Say($"banda del {100 * band(told[0]).Level:0} %", $"{100 * band(told[0]).Level:0} % band"),
        Says = [.. told.Select((r, i) => tongue.Say($"{names[i]}: {band(r).Inside} de {band(r).Count}", $"{names[i]}: {band(r).Inside} of {band(r).Count}"))],
    };

    private string Name(ValidationRow r) => string.Join(' ', new[] { r.Side, r.Operation is { } o ? tongue.Say(Words.Of(o)) : tongue.Say("todas", "all") }.OfType<string>());

    private string Hours(double hours) => tongue.Figures.Rounded(hours, 2);

    private static string Percent(double share) => $"{100 * share:0} %";
}
