using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Dashboard.Charts;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Scenarios.Statistics;

namespace CorridorTwin.Dashboard.Pages.Compare;

/// <summary>The charts of a comparison.</summary>
public sealed class CompareCharts(Compared reference, IReadOnlyList<Contrast> contrasts, Tongue tongue)
{
    private const int RowHeight = 46;
    private const int Around = 110;

    private static readonly Ink[] PartInks = [Ink.Series1, Ink.Series2, Ink.Series3, Ink.Series4, Ink.Series5, Ink.Series6];

    private readonly Compared[] all = [reference, .. contrasts.Select(c => c.Of)];

    /// <summary>Changes of the mean time with their intervals.</summary>
    public Chart Differences()
    {
        string[] names = [.. contrasts.Select(c => Short(c.Of))];
        Interval[] changes = [.. contrasts.Select(c => c["I1"].Difference)];
        return new Chart
        {
            Id = "differences",
            Title = tongue.Say($"Cambio del tiempo medio frente a {tongue.Say(reference.Title)}", $"Change of the mean time against {tongue.Say(reference.Title)}"),
            Caption = tongue.Say("Punto: cambio medio con los mismos camiones. Barra: su intervalo del 95 %. A la izquierda de cero, menos tiempo.", "Dot: mean change with the same trucks. Bar: its 95 % interval. Left of zero is less time."),
            X = new Axis(tongue.Say("cambio, h", "change, h")) { ZeroLine = true, FromZero = true },
            Y = new Axis { Categories = names, Reversed = true },
            Height = Around + RowHeight * names.Length,
            Traces = [new Dots(Places.Of(changes.Select(c => c.Mean)), Places.Of(names)) { HalfX = [.. changes.Select(c => c.HalfWidth)], Inks = [.. changes.Select(Changes.InkOf)], Ink = Ink.Baseline, Says = [.. contrasts.Select(c => $"{tongue.Say(c.Of.Title)}: {tongue.Figures.Change(c["I1"].Difference)} h")] }],
            Table = new ChartTable(
                [tongue.Say(CompareTexts.Scenario), tongue.Say("Cambio, h", "Change, h"), tongue.Say("desde", "from"), tongue.Say("hasta", "to"), tongue.Say("Cambio, %", "Change, %")],
                [.. contrasts.Select(c => (IReadOnlyList<string>)[tongue.Say(c.Of.Title), tongue.Figures.Signed(c["I1"].Difference), Number(c["I1"].Difference.Low), Number(c["I1"].Difference.High), tongue.Figures.Percent(c["I1"].Percent)])]),
        };
    }

    /// <summary>The mean time in its six parts.</summary>
    public Chart Split()
    {
        string[] names = [.. all.Select(Short)];
        return new Chart
        {
            Id = "split",
            Title = tongue.Say("El tiempo medio en sus seis partes", "The mean time in its six parts"),
            Caption = tongue.Say("Suman el tiempo medio. Fila: todo lo que no es otra cosa; cerrado: nadie está de turno.", "They add up to the mean time. Queue: all that is nothing else; closed: nobody is on duty."),
            X = new Axis(tongue.Say("horas", "hours")) { FromZero = true },
            Y = new Axis { Categories = names, Reversed = true },
            Height = Around + 40 + RowHeight * names.Length,
            Stacked = true,
            Legend = true,
            Traces = [.. TimePart.All.Select((p, i) => new Bars(Places.Of(all.Select(c => c.Mean(p.Of))), Places.Of(names)) { Lying = true, Name = tongue.Say(p.Name), Ink = PartInks[i], Says = [.. all.Select(c => $"{tongue.Say(c.Title)}, {tongue.Say(p.Name)}: {Number(c.Mean(p.Of))} h")] })],
            Table = new ChartTable(
                [tongue.Say(CompareTexts.Scenario), .. TimePart.All.Select(p => tongue.Say(p.Name)), tongue.Say("total", "sum")],
                [.. all.Select(c => (IReadOnlyList<string>)[tongue.Say(c.Title), .. TimePart.All.Select(p => Number(c.Mean(p.Of))), Number(c.Mean(v => v.Mean))])]),
        };
    }

    /// <summary>How single operations spread.</summary>
    public Chart Distribution()
    {
        string[] names = [.. all.Select(Short)];
        double[] levels = [0.05, 0.25, 0.5, 0.75, 0.95];
        double[][] quantiles = [.. all.Select(c => levels.Select(p => c.Variant.Times.TryGetValue(RowKey.AllOperations, out TimeHistogram? t) ? t.Quantile(p) : double.NaN).ToArray())];
        double[] limits = [6, 24, 48];
        return new Chart
        {
            Id = "distribution",
            Title = tongue.Say("Tiempos de las operaciones una por una", "Times of single operations"),
            Caption = tongue.Say("Caja: la mitad central de las operaciones, con la mediana; bigotes: del 5 % más rápido al 5 % más lento. Escala logarítmica.", "Box: the middle half of the operations, with the median; whiskers: from the fastest 5 % to the slowest 5 %. Logarithmic scale."),
            X = new Axis(tongue.Say("horas", "hours")) { Logarithmic = true, Ticks = [.. new[] { 0.25, 0.5, 1, 2, 4, 8, 16, 32, 64 }.Select(h => (h, tongue.Figures.Rounded(h, h < 0.5 ? 2 : h < 1 ? 1 : 0)))] },
            Y = new Axis { Categories = names, Reversed = true },
            Height = Around + RowHeight * names.Length,
            Traces = [new Boxes(Places.Of(names), [.. quantiles.Select(q => (q[0], q[1], q[2], q[3], q[4]))]) { Lying = true }],
            Table = new ChartTable(
                [tongue.Say(CompareTexts.Scenario), .. levels.Select(p => tongue.Say($"percentil {p * 100:0}, h", $"{p * 100:0}th percentile, h")), .. limits.Select(l => tongue.Say($"más de {l:0} h", $"over {l:0} h"))],
                [.. all.Select((c, i) => (IReadOnlyList<string>)[tongue.Say(c.Title), .. quantiles[i].Select(Number), .. limits.Select(l => c.Variant.Times.TryGetValue(RowKey.AllOperations, out TimeHistogram? t) ? tongue.Figures.Rounded(100 * (1 - t.ShareBelow(l)), 1) + " %" : Figures.None)])]),
        };
    }

    private string Number(double value) => tongue.Figures.Rounded(value, 2);

    /// <summary>A name that fits beside a chart; where two would be the same, the id.</summary>
    private string Short(Compared compared)
    {
        string title = Wrapped(tongue.Say(compared.Title));
        return all is not null && all.Count(c => tongue.Say(c.Title) == tongue.Say(compared.Title)) > 1 ? compared.Id : title;
    }

    /// <summary>On two lines where one would be long.</summary>
    private static string Wrapped(string title)
    {
        const int Long = 22;
        if (title.Length <= Long) return title;
        int middle = title.Length / 2;
        int[] gaps = [.. Enumerable.Range(0, title.Length).Where(i => title[i] == ' ')];
        if (gaps.Length == 0) return title;
        int at = gaps.MinBy(g => Math.Abs(g - middle));
        return title[..at] + "<br>" + title[(at + 1)..];
    }
}
