using CorridorTwin.Scenarios.Appraisal.Savings;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Scenarios.Workbooks;

namespace CorridorTwin.Scenarios.Appraisal.Reports.Annex;

/// <summary>Hours saved in each simulated year, summed from the detail; with the levels they come from.</summary>
internal sealed record SavingsSheet(Sheet Sheet, IReadOnlyDictionary<(int Year, bool Works), int> Rows, string StaffHours)
{
    private const int Quantities = 8;

    /// <summary>Column of users' gain from induced crossings, million dollars.</summary>
    public const int Induced = 3 + Quantities;

    public static SavingsSheet Of(AppraisalResult result, AnnexNames names, Tongue tongue, DetailSheet detail)
    {
        var rows = new List<IReadOnlyList<Cell>>
        {
            new[] { Cell.Text(names.Savings, Look.Title) },
            new[] { Cell.Text(tongue.Say("Después del último año simulado se mantiene su renglón: ni el ahorro por camión ni el tráfico se extrapolan.", "After the last simulated year its row is held: neither the saving per truck nor traffic is extrapolated.")) },
            new[] { ("Año", "Year"), ("Fase", "Phase") }.Concat(DetailSheet.Heads).Concat([
                ("Cruces inducidos menos sus colas, millones", "Induced crossings less their queues, million"), ("Cruces al año", "Crossings a year"), ("Horas por operación, sin", "Hours per operation, without"), ("con", "with"),
                ("Hallazgos por 1000, sin", "Finds per 1,000, without"), ("con", "with"), ("Crecen las colas en los días medidos, sin", "Queues grow within the days measured, without"), ("con", "with"), ("Se usa", "Used")]).Select(h => Cell.Text(tongue.Say(h.Item1, h.Item2), Look.Header)).ToArray(),
        };
        var at = new Dictionary<(int, bool), int>();
        double[] induced = result.InducedByYear.ToArray();
        for (int i = 0; i < result.Savings.Years.Count; i++) Add(result.Savings.Years[i], false, induced[i], tongue.Say("sí", "yes"));
        foreach (YearSavings year in result.Savings.Works) Add(year, true, 0, tongue.Say("sí", "yes"));
        foreach (YearSavings year in result.Savings.Beyond)
            rows.Add([
                Cell.Number(year.Year), Cell.Text(""), .. Enumerable.Repeat(Cell.Empty, Quantities + 1), Cell.Number(year.Crossings, Formats.Whole), Cell.Number(year.Level.Without.Mean, Formats.Two), Cell.Number(year.Level.With.Mean, Formats.Two),
                Cell.Number(year.Found.Without, Formats.Two), Cell.Number(year.Found.With, Formats.Two), .. Drift(year), Cell.Text(tongue.Say("no: las colas no se estabilizan", "no: the queues do not settle"))]);
        rows.Add([Cell.Text("")]);
        rows.Add([Cell.Text(tongue.Say("Horas de funcionarios que el plan añade al año", "Officers' hours a year that the plan adds")), Cell.Text(""), Cell.Number(result.Savings.StaffHours.Values.Sum(), Formats.Whole)]);
        string staff = CellNames.On(names.Savings, $"$C${rows.Count}");
        return new SavingsSheet(new Sheet(names.Savings, rows) { Widths = [12, 12, 14, 14, 14, 14, 14, 14, 14, 14, 16, 14, 12, 10, 12, 10, 14, 10, 24], FrozenRows = 3 }, at, staff);

        void Add(YearSavings year, bool works, double gain, string used)
        {
            int row = rows.Count + 1;
            at[(year.Year, works)] = row;
            double[] sums = DetailSheet.Quantities(Physical.Mean([.. year.Totals]));
            rows.Add([
                Cell.Number(year.Year), Cell.Text(works ? DetailSheet.Works : DetailSheet.Operation), .. sums.Select((s, q) => Cell.Formula(detail.Sum(q, $"$A{row}", $"$B{row}"), s, Formats.Whole)), Cell.Number(gain, "0.0000"),
                Cell.Number(year.Crossings, Formats.Whole), Cell.Number(year.Level.Without.Mean, Formats.Two), Cell.Number(year.Level.With.Mean, Formats.Two), Cell.Number(year.Found.Without, Formats.Two), Cell.Number(year.Found.With, Formats.Two), .. Drift(year), Cell.Text(used)]);
        }
    }

    private static Cell[] Drift(YearSavings year) => [Cell.NumberOrEmpty(year.Drift.Without.Mean, Formats.Percent), Cell.NumberOrEmpty(year.Drift.With.Mean, Formats.Percent)];

    /// <summary>A quantity of a row, for formulas: 1 for hours, in the order of the detail.</summary>
    public string Quantity(int row, int quantity) => CellNames.On(Sheet.Name, $"${CellNames.Column(3 + quantity)}${row}");
}
