using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Scenarios.Statistics;
using Spectre.Console;

namespace CorridorTwin.Cli.Output;

/// <summary>How sure a comparison is: of each change, and of each scenario against each other.</summary>
internal sealed class CertaintyTables(Comparison comparison, Tongue tongue, int width)
{
    private static readonly string[] Shown = ["I1", "cost"];

    /// <summary>Each change of mean time and cost: how sure it is, what pairing was worth, what half the interval would take.</summary>
    public string Scenarios()
    {
        Table table = TextTable.Create([(tongue.Say("Escenario", "Scenario"), false), (tongue.Say("Indicador", "Indicator"), false), .. Columns()]);
        foreach (ScenarioComparison s in comparison.Scenarios)
            foreach (IndicatorComparison i in s.Indicators.Where(i => Shown.Contains(i.Id)))
                table.Add([tongue.Say(s.Title), i.Id + ", " + i.Unit, .. Cells(i.Paired, i.HolmP, Figures.MostDecimals(i.Id))]);
        return Note() + TextTable.Render(table, width);
    }

    /// <summary>Each pair: the second less the first.</summary>
    public string Pairs()
    {
        Table table = TextTable.Create([(tongue.Say("Primero", "First"), false), (tongue.Say("Segundo", "Second"), false), (tongue.Say("Indicador", "Indicator"), false), .. Columns()]);
        foreach (ScenarioPair p in comparison.Pairs)
            table.Add([Title(p.First), Title(p.Second), p.Indicator.Id + ", " + p.Indicator.Unit, .. Cells(p.Paired, p.HolmP, Figures.MostDecimals(p.Indicator.Id))]);
        string head = tongue.Say("Cada uno con cada otro; el cambio es el segundo menos el primero.", "Each with each other; the change is the second less the first.");
        return string.Join('\n', Wrapping.Lines(head, width)) + "\n" + Note() + TextTable.Render(table, width);
    }

    /// <summary>The answer: which cannot be told apart, and which is better where they can.</summary>
    public string PairsInWords()
    {
        ScenarioPair[] alike = [.. comparison.Pairs.Where(p => !p.ToldApart)];
        if (alike.Length == 0) return tongue.Say("Las réplicas hechas distinguen todos los pares.", "The runs made tell every pair apart.");
        string pairs = string.Join("; ", alike.Select(p => tongue.Say($"{Title(p.First)} y {Title(p.Second)}", $"{Title(p.First)} and {Title(p.Second)}") + (comparison.Pairs.All(o => o.Indicator == p.Indicator) ? "" : $" ({p.Indicator.Id})")));
        return tongue.Say($"Con las réplicas hechas no se distinguen: {pairs}.", $"Cannot be told apart with the runs made: {pairs}.");
    }

    private (string, bool)[] Columns() =>
    [
        (tongue.Say("Cambio", "Change"), true), (tongue.Say("Mejor", "Better"), true), (tongue.Say("p (Holm)", "p (Holm)"), true),
        (tongue.Say("Varianza\n÷", "Variance\n÷"), true), (tongue.Say("Réplicas más\npara la mitad", "More runs\nto halve"), true),
    ];

    private string[] Cells(PairedComparison? paired, double holm, int most) => paired is null
        ? [.. Enumerable.Repeat(Figures.None, 5)]
        : [tongue.Figures.Change(paired.Difference, most), Percent(paired.MeanBetter), P(holm), Factor(paired.VarianceReduction), paired.ToHalve > 100_000 ? "> 100 000" : $"{paired.ToHalve}"];

    private string Note() => string.Join('\n', Wrapping.Lines(tongue.Say(
        "Mejor: confianza en que baja de verdad. p: probabilidad de ver tal cambio sin que lo haya, corregida por todas las comparaciones. Varianza ÷: cuánto la reduce simular con los mismos camiones. Réplicas más: las que harían falta para un intervalo de la mitad.",
        "Better: confidence that it really is lower. p: probability of such a change where there is none, corrected for all comparisons. Variance ÷: how many times running the same trucks made it smaller. More runs: replications that half the interval would take."), width)) + "\n";

    private string Title(string id) => tongue.Say(comparison.Scenarios.First(s => s.Id == id).Title);

    private string Percent(double share) => share > 0.995 ? "> 99 %" : share < 0.005 ? "< 1 %" : tongue.Figures.Rounded(100 * share, 0) + " %";

    private string P(double p) => double.IsNaN(p) ? Figures.None : p < 0.001 ? "< 0.001" : tongue.Figures.Rounded(p, p < 0.1 ? 3 : 2);

    private string Factor(double factor) => double.IsNaN(factor) ? Figures.None : double.IsInfinity(factor) ? "∞" : tongue.Figures.Rounded(factor, factor < 10 ? 1 : 0);
}
