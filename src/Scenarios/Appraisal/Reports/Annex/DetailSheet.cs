using CorridorTwin.Scenarios.Appraisal.Savings;
using CorridorTwin.Scenarios.Appraisal.Valuation;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Scenarios.Workbooks;

namespace CorridorTwin.Scenarios.Appraisal.Reports.Annex;

/// <summary>What was simulated: hours saved in each simulated year by side, operation and cargo class, means over replications.</summary>
internal sealed record DetailSheet(Sheet Sheet, int FirstRow, int LastRow)
{
    /// <summary>Column of the year, of the phase, and of the first physical quantity; the others follow in the order of <see cref="Quantities"/>.</summary>
    public const int Year = 1, Phase = 2, Trucks = 9;

    public const string Operation = "operation", Works = "works";

    /// <summary>The quantities, in the order of the columns from <see cref="Trucks"/> on.</summary>
    public static double[] Quantities(Physical p) => [p.Trucks, p.Hours, p.Waiting, p.Dry, p.Perishable, p.Late, p.Spread, p.LoadedSpread];

    public static (string Es, string En)[] Heads { get; } =
    [
        ("Pasos por un lado al año", "Side passages a year"), ("Horas ahorradas", "Hours saved"), ("de espera", "of waiting"), ("de carga seca", "of dry cargo"), ("de perecederos", "of perishables"),
        ("de perecederos, ya dañinas", "of perishables, harmful ones"), ("de desviación estándar", "of standard deviation"), ("lo mismo, cargados", "the same, loaded"),
    ];

    public static DetailSheet Of(AppraisalResult result, AnnexNames names, Tongue tongue)
    {
        var rows = new List<IReadOnlyList<Cell>>
        {
            new[] { Cell.Text(names.Detail, Look.Title) },
            new[] { Cell.Text(tongue.Say("Horas al año que ahorran los camiones del caso sin plan; negativas donde esperan más. Medias de las réplicas; el sello del resumen las repite.", "Hours a year saved by the trucks of the case without; negative where they wait longer. Means over replications; the summary's stamp repeats them.")) },
            new[] { ("Año", "Year"), ("Fase", "Phase"), ("Puesto", "Post"), ("Sentido", "Direction"), ("Lado", "Side"), ("País", "Country"), ("Operación", "Operation"), ("Carga", "Cargo") }.Concat(Heads)
                .Select(h => Cell.Text(tongue.Say(h.Item1, h.Item2), Look.Header)).ToArray(),
        };
        int first = rows.Count + 1;
        foreach (YearSavings year in result.Savings.Years) Add(year, Operation);
        foreach (YearSavings year in result.Savings.Works) Add(year, Works);
        return new DetailSheet(new Sheet(names.Detail, rows) { Widths = [8, 11, 34, 12, 9, 8, 13, 20, 14, 14, 14, 14, 14, 14, 14, 14], FrozenRows = first - 1, FilterRow = first - 1 }, first, rows.Count);

        void Add(YearSavings year, string phase)
        {
            foreach ((RowKey key, Physical saved) in year.Mean.OrderBy(c => c.Key.Post).ThenBy(c => c.Key.Direction).ThenBy(c => c.Key.Role).ThenBy(c => c.Key.Operation).ThenBy(c => c.Key.Cargo))
                rows.Add([
                    Cell.Number(year.Year), Cell.Text(phase), Cell.Text(Words.Of(result.Plan.Baseline.Model.Posts[key.Post!.Value], tongue)), Cell.Text(tongue.Say(Words.Of(key.Direction!.Value))), Cell.Text(tongue.Say(Words.Of(key.Role!.Value))),
                    Cell.Text(IncidenceReading.CountryOf(result.Plan, key)), Cell.Text(tongue.Say(Words.Of(key.Operation!.Value))), Cell.Text(key.Cargo is { } c ? tongue.Say(Words.Of(c)) : ""),
                    .. Quantities(saved).Select(q => Cell.Number(q, Formats.One))]);
        }
    }

    /// <summary>The sum of a quantity over a year and phase, as a formula.</summary>
    public string Sum(int quantity, string yearCell, string phaseCell)
    {
        string Range(int column) => CellNames.On(Sheet.Name, $"${CellNames.Column(column)}${FirstRow}:${CellNames.Column(column)}${LastRow}");
        return $"SUMIFS({Range(Trucks + quantity)},{Range(Year)},{yearCell},{Range(Phase)},{phaseCell})";
    }
}
