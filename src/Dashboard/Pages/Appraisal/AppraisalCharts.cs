using CorridorTwin.Dashboard.Charts;
using CorridorTwin.Scenarios.Appraisal;
using CorridorTwin.Scenarios.Appraisal.Finance;
using CorridorTwin.Scenarios.Appraisal.Reports;
using CorridorTwin.Scenarios.Appraisal.Valuation;
using CorridorTwin.Scenarios.Reports;

namespace CorridorTwin.Dashboard.Pages.Appraisal;

/// <summary>The charts of an appraisal.</summary>
public sealed class AppraisalCharts(AppraisalResult result, Tongue tongue)
{
    private const int LongestName = 70;
    private const int MostInputs = 10;
    private const int Around = 110;
    private const int RowHeight = 40;
    private const int InputHeight = 62;

    private readonly Discounting main = result.Rates[0].At;

    /// <summary>The distribution of the net present value.</summary>
    public Chart Risk()
    {
        const int Bins = 40;
        RiskResult r = result.Risk;
        double low = Math.Min(r.Quantile(0.005), 0), high = Math.Max(r.Quantile(0.995), 0), width = high > low ? (high - low) / Bins : 1;
        // Zero is an edge, so that no bar mixes gain and loss.
        int below = low < 0 ? Math.Max(1, (int)Math.Round(-low / width)) : 0;
        if (below > 0) width = -low / below;
        var share = new double[Bins + 1];
        foreach (double x in r.Sorted)
            if (Math.Floor((x - low) / width) is >= 0 and <= Bins and var bin) share[(int)bin] += 100.0 / r.Draws;
        double[] middle = [.. share.Select((_, i) => low + (i + 0.5) * width)];
        Bars Part(Ink ink, string name, Func<double, bool> of) => new(Places.Of(middle.Where(of)), Places.Of(share.Where((_, i) => of(middle[i]))))
        {
            Touching = true, Ink = ink, Name = name, Says = [.. share.Select((s, i) => (s, m: middle[i])).Where(x => of(x.m)).Select(x => tongue.Say($"{F(x.m - width / 2)} a {F(x.m + width / 2)} millones: {F(x.s)} %", $"{F(x.m - width / 2)} to {F(x.m + width / 2)} million: {F(x.s)} %"))],
        };
        return new Chart
        {
            Id = "risk",
            Title = tongue.Say("Valor actual neto con todo incierto a la vez", "Net present value with all uncertain at once"),
            Caption = tongue.Say(
                $"{r.Draws} sorteos de los insumos en sus rangos, de las réplicas de la simulación y del atraso. P5 {F(r.P5)}, mediana {F(r.P50)}, P95 {F(r.P95)}; pérdida esperada {F(r.ExpectedLoss)} millones.",
                $"{r.Draws} draws of the inputs from their ranges, of the simulation's replications and of the delay. P5 {F(r.P5)}, median {F(r.P50)}, P95 {F(r.P95)}; expected loss {F(r.ExpectedLoss)} million."),
            X = new Axis(tongue.Say("millones de USD", "million USD")) { ZeroLine = true },
            Y = new Axis(tongue.Say("% de los sorteos", "% of draws")) { FromZero = true },
            Legend = r.PNegative is > 0 and < 1, Stacked = true,
            Traces = [.. new[] { Part(Ink.Bad, tongue.Say("pérdida", "loss"), x => x < 0), Part(Ink.Good, tongue.Say("ganancia", "gain"), x => x >= 0) }.Where(b => b.X.Numbers!.Count > 0)],
            Table = new ChartTable([tongue.Say("Percentil", "Percentile"), tongue.Say("Millones de USD", "Million USD")], [.. new[] { 0.05, 0.25, 0.5, 0.75, 0.95 }.Select(q => (IReadOnlyList<string>)[$"{q * 100:0} %", F(r.Quantile(q))])]),
        };
    }

    /// <summary>Benefits and costs by kind.</summary>
    public Chart Composition()
    {
        (string Name, double Value)[] parts =
        [
            .. result.Benefits.Select(b => (Capital(tongue.Say(AppraisalWords.Of(b.Key))), main.PresentValue(b.Value))),
            (tongue.Say("Valor residual", "Residual value"), main.PresentValue(result.Flows.Residual)), (tongue.Say("Inversión", "Capital"), -main.PresentValue(result.Flows.Capital)),
            (tongue.Say("Operación y mantenimiento", "Operation and maintenance"), -main.PresentValue(result.Flows.Operating)),
        ];
        parts = [.. parts.Where(p => Math.Abs(p.Value) > 1e-9)];
        return Lying("composition", tongue.Say("Valor presente de cada parte", "Present value of each part"),
            tongue.Say($"Suman {F(result.Rates[0].Npv)} millones, al {AppraisalWords.Percent(result.Rates[0].Rate)}.", $"They add up to {F(result.Rates[0].Npv)} million, at {AppraisalWords.Percent(result.Rates[0].Rate)}."), parts);
    }

    /// <summary>Who gains.</summary>
    public Chart Who() => Lying("who", tongue.Say("Valor presente por grupo", "Present value by group"), tongue.Say("A la izquierda de cero, quien paga.", "Left of zero, who pays."),
        [.. result.Incidence.GroupBy(i => i.Who).Select(g => (Capital(tongue.Say(AppraisalWords.Of(g.Key))), g.Sum(i => i.PresentValue)))]);

    /// <summary>What one input alone does.</summary>
    public Chart Tornado()
    {
        AssumptionEffect[] inputs = [.. result.Sensitivity.Where(e => e.Assumption.IsUncertain).Take(MostInputs)];
        double npv = result.Rates[0].Npv;
        string[] names = [.. inputs.Select(i => Label.Wrapped(tongue.Say(i.Assumption.Name), LongestName))];
        Bars Side(string name, Ink ink, Func<AssumptionEffect, double> at, Func<AssumptionEffect, double> value) => new(Places.Of(inputs.Select(i => at(i) - npv)), Places.Of(names))
        {
            Lying = true, Name = name, Ink = ink, From = [.. inputs.Select(_ => npv)], Says = [.. inputs.Select(i => $"{tongue.Say(i.Assumption.Name)}, {AppraisalWords.Value(i.Assumption, value(i))}: {F(at(i))}")],
        };
        return new Chart
        {
            Id = "tornado",
            Title = tongue.Say("VAN con un solo insumo en los extremos de su rango", "NPV with one input at the ends of its range"),
            Caption = tongue.Say($"Desde {F(npv)} millones, lo que vale con todo en su valor.", $"From {F(npv)} million, its worth with all at their values."),
            X = new Axis(tongue.Say("millones de USD", "million USD")) { ZeroLine = true },
            Y = new Axis { Categories = names, Reversed = true },
            Height = Around + 30 + InputHeight * inputs.Length, Legend = true,
            Traces = [Side(tongue.Say("en el mínimo", "at the lowest"), Ink.Series2, i => i.AtLow, i => i.Assumption.Low), Side(tongue.Say("en el máximo", "at the highest"), Ink.Series1, i => i.AtHigh, i => i.Assumption.High)],
            Table = new ChartTable([tongue.Say("Insumo", "Input"), tongue.Say("Mínimo", "Lowest"), tongue.Say("VAN", "NPV"), tongue.Say("Máximo", "Highest"), tongue.Say("VAN", "NPV")],
                [.. inputs.Select(i => (IReadOnlyList<string>)[tongue.Say(i.Assumption.Name), AppraisalWords.Value(i.Assumption, i.Assumption.Low), F(i.AtLow), AppraisalWords.Value(i.Assumption, i.Assumption.High), F(i.AtHigh)])]),
        };
    }

    private Chart Lying(string id, string title, string caption, IReadOnlyList<(string Name, double Value)> parts)
    {
        string[] names = [.. parts.Select(p => Label.Wrapped(p.Name, LongestName))];
        Bars Part(Ink ink, bool gains) => new(Places.Of(parts.Where(p => p.Value >= 0 == gains).Select(p => p.Value)), Places.Of(names.Where((_, i) => parts[i].Value >= 0 == gains)))
        {
            Lying = true, Ink = ink, Says = [.. parts.Where(p => p.Value >= 0 == gains).Select(p => $"{p.Name}: {F(p.Value)}")],
        };
        return new Chart
        {
            Id = id, Title = title, Caption = caption, X = new Axis(tongue.Say("millones de USD", "million USD")) { ZeroLine = true, FromZero = true }, Y = new Axis { Categories = names, Reversed = true },
            Height = Around + RowHeight * parts.Count, Stacked = true, Traces = [.. new[] { Part(Ink.Good, true), Part(Ink.Bad, false) }.Where(b => b.X.Numbers!.Count > 0)],
            Table = new ChartTable(["", tongue.Say("Millones de USD", "Million USD")], [.. parts.Select(p => (IReadOnlyList<string>)[p.Name, F(p.Value)])]),
        };
    }

    private string F(double value) => tongue.Figures.Rounded(value, 1);

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
