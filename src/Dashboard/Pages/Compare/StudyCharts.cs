using CorridorTwin.Dashboard.Charts;
using CorridorTwin.Scenarios.Attributions;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Scenarios.Sensitivity;
using CorridorTwin.Scenarios.Statistics;

namespace CorridorTwin.Dashboard.Pages.Compare;

/// <summary>The charts of what lies behind a change.</summary>
public sealed class StudyCharts(Tongue tongue)
{
    private const int Around = 120;
    private const int RowHeight = 42;
    private const int LineHeight = 17;

    /// <summary>Hours saved, measure by measure, up to the whole: a bar begins where the one above it ends.</summary>
    public Chart Waterfall(ScenarioAttribution attribution)
    {
        var printed = new AttributionTable(attribution, tongue);
        string total = tongue.Say("Todas juntas", "All together");
        string[] names = [.. printed.Lines.Select(l => Label.Wrapped(tongue.Say(l.Contributor.Title))), total];
        double[] shares = [.. printed.Lines.Select(l => l.Printed.Mean)];
        double[] from = [.. shares.Select((_, i) => shares.Take(i).Sum())];
        double[] ends = [.. shares.Select((s, i) => from[i] + s), printed.Total.Mean];
        Interval[] intervals = [.. printed.Lines.Select(l => l.Printed), printed.Total];
        string[] says = [.. printed.Lines.Select(l => $"{tongue.Say(l.Contributor.Title)}: {l.Share} h"), $"{total}: {printed.TotalText} h"];
        Bars Part(Func<double, bool> of, Ink ink)
        {
            int[] at = [.. Enumerable.Range(0, shares.Length).Where(i => of(shares[i]))];
            return new Bars(Places.Of(at.Select(i => shares[i])), Places.Of(at.Select(i => names[i]))) { Lying = true, From = [.. at.Select(i => from[i])], Ink = ink, Says = [.. at.Select(i => says[i])] };
        }

        return new Chart
        {
            Id = "waterfall",
            Title = tongue.Say("Horas que ahorra cada medida, hasta el total", "Hours each measure saves, up to the total"),
            Caption = tongue.Say(
                "Cada barra empieza donde termina la de arriba; la última es el efecto de todas juntas. Punto y línea: el intervalo del 95 % de esa parte.",
                "Each bar begins where the one above it ends; the last is the effect of all together. Dot and line: the 95 % interval of that share."),
            X = new Axis(tongue.Say("horas ahorradas por operación", "hours saved per operation")) { FromZero = true, ZeroLine = true },
            Y = new Axis { Categories = names, Reversed = true },
            Height = Around + RowHeight * names.Length,
            Stacked = true,
            Traces =
            [
                Part(s => s >= 0, Ink.Good), Part(s => s < 0, Ink.Bad),
                new Bars(Places.Of([printed.Total.Mean]), Places.Of([total])) { Lying = true, Ink = Ink.Accent, Says = [says[^1]] },
                new Dots(Places.Of(ends), Places.Of(names)) { HalfX = [.. intervals.Select(i => i.HalfWidth)], Ink = Ink.Baseline, Says = says },
            ],
            Table = new ChartTable(
                [tongue.Say(StudyTexts.Measure), tongue.Say("Parte, h", "Share, h"), tongue.Say("desde", "from"), tongue.Say("hasta", "to")],
                [.. says.Select((_, i) => (IReadOnlyList<string>)[i < printed.Lines.Count ? tongue.Say(printed.Lines[i].Contributor.Title) : total, i < printed.Lines.Count ? printed.Lines[i].Share : printed.TotalText, Number(intervals[i].Low), Number(intervals[i].High)])]),
        };
    }

    /// <summary>The change at both ends of each of the most important assumptions.</summary>
    public Chart Tornado(SensitivityReport report)
    {
        IReadOnlyList<SensitivityLine> lines = SensitivityTable.Ends(report, tongue);
        string[] names = [.. lines.Select(l => Label.Wrapped(tongue.Say(l.Ends.Input.Name)))];
        double own = report.Result.Answer.Mean;
        Bars End(string name, Ink ink, Func<SensitivityLine, Interval> at, Func<SensitivityLine, string> says) =>
            new(Places.Of(lines.Select(l => at(l).Mean - own)), Places.Of(names)) { Lying = true, From = [.. lines.Select(_ => own)], Name = name, Ink = ink, Says = [.. lines.Select(says)] };
        string low = tongue.Say("en su extremo inferior", "at its low end"), high = tongue.Say("en su extremo superior", "at its high end");
        return new Chart
        {
            Id = "tornado",
            Title = tongue.Say("El cambio del tiempo medio en los extremos de cada supuesto", "The change of the mean time at the ends of each assumption"),
            Caption = tongue.Say(
                $"Las barras parten del cambio con los valores propios, {tongue.Figures.Change(report.Result.Answer)} h, y llegan al que habría con ese supuesto en un extremo y los demás en su valor. Arriba, el que más pesa.",
                $"Bars start from the change at the own values, {tongue.Figures.Change(report.Result.Answer)} h, and reach what it would be with that assumption at one end and the others at their value. The one that weighs most is on top."),
            X = new Axis(tongue.Say("cambio, h", "change, h")) { ZeroLine = true },
            Y = new Axis { Categories = names, Reversed = true },
            Height = Around + names.Length * Math.Max(RowHeight, 12 + LineHeight * names.Max(n => 1 + n.Split("<br>").Length)),
            Legend = true,
            Traces =
            [
                End(low, Ink.Series1, l => l.Ends.AtLow, l => $"{tongue.Say(l.Ends.Input.Name)} = {InputWords.Value(l.Ends.Input, l.Ends.Input.Low, tongue)}: {l.AtLow} h"),
                End(high, Ink.Series2, l => l.Ends.AtHigh, l => $"{tongue.Say(l.Ends.Input.Name)} = {InputWords.Value(l.Ends.Input, l.Ends.Input.High, tongue)}: {l.AtHigh} h"),
                new Line(Places.Of([own, own]), Places.Of([names[0], names[^1]])) { Ink = Ink.Baseline, Dashed = true },
            ],
            Table = new ChartTable(
                [tongue.Say(StudyTexts.Input), tongue.Say(StudyTexts.AtLow), tongue.Say(StudyTexts.AtHigh)],
                [.. lines.Select(l => (IReadOnlyList<string>)[tongue.Say(l.Ends.Input.Name), l.AtLow, l.AtHigh])]),
        };
    }

    private string Number(double value) => tongue.Figures.Rounded(value, 2);
}
