using CorridorTwin.Dashboard.Charts;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Scenarios.Rollouts;
using CorridorTwin.Scenarios.Rollouts.Reports;
using CorridorTwin.Scenarios.Statistics;

namespace CorridorTwin.Dashboard.Pages.Rollouts;

/// <summary>The charts of a rollout.</summary>
public sealed class RolloutCharts(RolloutReport report, Tongue tongue)
{
    private const int Decimals = 2;

    private readonly YearReading[] years = [.. report.Years.Where(y => y.Refused is null)];

    /// <summary>I1 with and without.</summary>
    public Chart Years() => new()
    {
        Id = "years",
        Title = tongue.Say("Tiempo medio de despacho (I1), sin y con la estrategia", "Mean clearance time (I1), without and with the strategy"),
        Caption = tongue.Say("Punto: media del año; barra: su intervalo del 95 %. Un año rechazado no tiene punto.", "Dot: mean of the year; bar: its 95 % interval. A refused year has no dot."),
        X = YearAxis, Y = new Axis(tongue.Say("horas", "hours")) { FromZero = true }, Legend = true,
        Traces = [.. Case(RolloutCase.Without, Ink.Baseline, y => y.I1.Without), .. Case(RolloutCase.With, Ink.Accent, y => y.I1.With)],
        Table = new ChartTable(
            [tongue.Say(RolloutsTexts.Year), tongue.Say(RolloutsTexts.Without), tongue.Say(RolloutsTexts.With)],
            [.. years.Select(y => (IReadOnlyList<string>)[$"{y.Year}", tongue.Figures.LevelWithHalf(y.I1.Without), tongue.Figures.LevelWithHalf(y.I1.With)])]),
    };

    /// <summary>The change since the first year, by demand and reform.</summary>
    public Chart Causes() => Split("causes", tongue.Say("Por demanda y reforma", "By demand and reform"), (1, RolloutsTexts.Demand), (2, RolloutsTexts.Reform));

    /// <summary>The change since the first year, within strata and by mix.</summary>
    public Chart Strata() => Split("strata", tongue.Say("Dentro de estratos y por composición", "Within strata and by mix"), (3, RolloutsTexts.Within), (4, RolloutsTexts.Mix));

    private Axis YearAxis => new() { Ticks = [.. report.Years.Select(y => ((double)y.Year, $"{y.Year}"))], Range = (report.Years[0].Year - 0.5, report.Years[^1].Year + 0.5) };

    private Trace[] Case(RolloutCase at, Ink ink, Func<YearReading, Interval> of)
    {
        Places x = Places.Of(years.Select(y => (double)y.Year)), y = Places.Of(years.Select(v => of(v).Mean));
        return
        [
            new Line(x, y) { Ink = ink, Dashed = at == RolloutCase.Without },
            new Dots(x, y) { Ink = ink, Name = tongue.Say(RolloutWords.Of(at)), HalfY = [.. years.Select(v => of(v).HalfWidth is var h && double.IsFinite(h) ? h : 0)], Says = [.. years.Select(v => $"{v.Year}, {tongue.Say(RolloutWords.Of(at))}: {tongue.Figures.LevelWithHalf(of(v))} h")] },
        ];
    }

    private Chart Split(string id, string title, params (int Part, Bilingual Name)[] parts)
    {
        YearReading[] split = [.. years.Where(y => y.Split is not null)];
        var rounded = split.Select(y => RolloutTables.Rounded(y.Split!, Decimals)).ToArray();
        string[] names = [.. split.Select(y => $"{y.Year}")];
        return new Chart
        {
            Id = id, Title = title,
            Caption = tongue.Say($"Horas desde {report.Years[0].Year}; las barras de un año suman su cambio.", $"Hours since {report.Years[0].Year}; the bars of a year add up to its change."),
            X = new Axis { Categories = names }, Y = new Axis(tongue.Say("horas", "hours")) { ZeroLine = true, FromZero = true }, Legend = true, Stacked = true,
            Traces = [.. parts.Select((p, i) => new Bars(Places.Of(names), Places.Of(rounded.Select(r => (double)r[p.Part].Value))) { Name = tongue.Say(p.Name), Ink = i == 0 ? Ink.Series2 : Ink.Series1, Says = [.. rounded.Select((r, n) => $"{names[n]}, {tongue.Say(p.Name)}: {Said(r[p.Part])} h")] })],
            Table = new ChartTable(
                [tongue.Say(RolloutsTexts.Year), .. parts.Select(p => tongue.Say(p.Name)), tongue.Say(RolloutsTexts.Change)],
                [.. rounded.Select((r, n) => (IReadOnlyList<string>)[names[n], .. parts.Select(p => Said(r[p.Part])), Said(r[0])])]),
        };
    }

    private string Said((decimal Value, double Half) part) => tongue.Figures.Fixed(new Interval((double)part.Value, (double)part.Value - part.Half, (double)part.Value + part.Half, 2), Decimals);
}
