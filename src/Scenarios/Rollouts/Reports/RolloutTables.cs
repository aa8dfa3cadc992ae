using System.Globalization;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Scenarios.Proofs;
using CorridorTwin.Scenarios.Rollouts.Matrix;
using CorridorTwin.Scenarios.Statistics;
using CorridorTwin.Scenarios.Workbooks;

namespace CorridorTwin.Scenarios.Rollouts.Reports;

/// <summary>A rollout as tables: for pages, spreadsheets and programs alike. Numbers are unrounded but for splits, which add up to their last digit.</summary>
public static class RolloutTables
{
    /// <summary>Digits of hours in a split: parts and change are rounded together, so that they add up.</summary>
    public const int SplitDecimals = 6;

    private const string WholeYear = "0";

    /// <summary>What can be said without simulating: trajectories, who gets what when, what slips, what contradicts itself.</summary>
    public static IReadOnlyList<FigureTable> Of(RolloutPlan plan) => [Trajectories(plan.Rollout), Counts(plan), Steps(plan), Contradictions(plan.Rollout)];

    /// <summary>All of a run.</summary>
    public static IReadOnlyList<FigureTable> Of(RolloutRun run, IReadOnlyList<YearReading> years, IReadOnlyList<YearCheck> checks) =>
        [Years(years), Splits(years), .. Of(run.Plan), Weeks(run), .. checks.Count > 0 ? [Checks(checks)] : Array.Empty<FigureTable>()];

    /// <summary>Year by year, with and without.</summary>
    public static FigureTable Years(IReadOnlyList<YearReading> years) => new(
        "years", new("Años", "Years"), new("Tiempo medio de despacho (I1, M_side), año por año, sin y con la estrategia", "Mean clearance time (I1, M_side), year by year, without and with the strategy"),
        [
            new("year", new("Año", "Year"), WholeYear), new("operations", new("Operaciones al año", "Operations a year"), Formats.Whole),
            .. Ends("without", "Sin, h", "Without, h"), .. Ends("with", "Con, h", "With, h"), .. Ends("difference", "Diferencia, h", "Difference, h"), .. Ends("percent", "Diferencia, %", "Difference, %"),
            new("deferred_without", new("Aplazados al año, sin", "Deferred a year, without"), Formats.Whole), new("deferred_with", new("Aplazados al año, con", "Deferred a year, with"), Formats.Whole),
            new("diverted_without", new("Desviados al año, sin", "Diverted a year, without"), Formats.Whole), new("diverted_with", new("Desviados al año, con", "Diverted a year, with"), Formats.Whole),
            new("inside_without", new("Aún dentro, sin", "Still inside, without"), Formats.Whole), new("inside_with", new("Aún dentro, con", "Still inside, with"), Formats.Whole),
            new("refused", new("Rechazado porque", "Refused because")),
        ],
        [
            .. years.Select(y => (IReadOnlyList<object?>)
            [
                (double)y.Year, y.Operations, .. Ends(y, y.I1.Without), .. Ends(y, y.I1.With), .. Ends(y, y.Difference), .. Ends(y, y.Percent),
                y.Unmet.Without.Deferred, y.Unmet.With.Deferred, y.Unmet.Without.Diverted, y.Unmet.With.Diverted, y.Unmet.Without.Inside, y.Unmet.With.Inside, y.Refused,
            ]),
        ]);

    /// <summary>The change since the first year, split twice.</summary>
    public static FigureTable Splits(IReadOnlyList<YearReading> years)
    {
        int first = years[0].Year;
        return new(
            "splits", new("Descomposición", "Splits"), new($"Cambio de I1 con la estrategia desde {first}, h: por demanda y reforma, y por efecto dentro de estratos y de composición", $"Change of I1 with the strategy since {first}, h: into demand and reform, and into within-stratum and mix effects"),
            [new("year", new("Año", "Year"), WholeYear), .. Ends("change", "Cambio", "Change"), .. Ends("demand", "Demanda (y lo contratado)", "Demand (and what is under contract)"), .. Ends("reform", "Reforma", "Reform"), .. Ends("within", "Dentro de estratos", "Within strata"), .. Ends("mix", "Composición", "Mix")],
            [
                .. years.Where(y => y is { Split: not null, Refused: null }).Select(y => (IReadOnlyList<object?>)
                [
                    (double)y.Year, .. Rounded(y.Split!).SelectMany(p => new object?[] { (double)p.Value, (double)p.Value - p.Half, (double)p.Value + p.Half }),
                ]),
            ]);
    }

    /// <summary>A split rounded so that both pairs add up to the change: change, demand, reform, within, mix, each with half its interval.</summary>
    /// <param name="split">The split.</param>
    /// <param name="decimals">Digits after the point.</param>
    public static IReadOnlyList<(decimal Value, double Half)> Rounded(ChangeSplit split, int decimals = SplitDecimals)
    {
        decimal[] causes = PrintedShares.Round([split.Demand.Mean, split.Reform.Mean], split.Change.Mean, decimals);
        decimal[] strata = PrintedShares.Round([split.Within.Mean, split.Mix.Mean], split.Change.Mean, decimals);
        return
        [
            (causes.Sum(), split.Change.HalfWidth), (causes[0], split.Demand.HalfWidth), (causes[1], split.Reform.HalfWidth),
            (strata[0], split.Within.HalfWidth), (strata[1], split.Mix.HalfWidth),
        ];
    }

    /// <summary>What each reading of the matrix gives, for the rows that the rollout draws on.</summary>
    public static FigureTable Trajectories(Rollout rollout) => new(
        "trajectories", new("Trayectorias", "Trajectories"), new("Lo que la matriz cuenta en la región al final de cada año, según cómo se lea", "What the matrix counts in the region at the end of each year, by reading"),
        [new("line", new("Línea", "Line")), new("row", new("Fila", "Row")), new("counts", new("Cuenta", "Counts")), new("reading", new("Lectura", "Reading")), new("base", new("Línea base", "Base"), Formats.General), .. YearColumns(Formats.One), new("goal", new("Meta", "Goal"), Formats.General)],
        [
            .. rollout.Lines.Where(l => l.Row is not null).SelectMany(l => Enum.GetValues<MatrixReading>().Select(reading =>
            {
                MatrixRow row = rollout.Matrix.First(r => r.Id == l.Row);
                return (IReadOnlyList<object?>)[NameOf(l), row.Id, RolloutWords.Of(row.Of), RolloutWords.Of(reading), row.Base, .. rollout.Levels(l, reading)!.Select(v => (object?)v), row.Aim];
            })),
        ]);

    /// <summary>How many of the sides have what in which year.</summary>
    public static FigureTable Counts(RolloutPlan plan) => new(
        "counts", new("Lados por año", "Sides by year"), new($"Cuántos de los {plan.Rollout.Sides.Count} lados lo tienen en vigor, por año ({RolloutWords.Of(plan.Reading).Es})", $"How many of the {plan.Rollout.Sides.Count} sides have it in force, by year ({RolloutWords.Of(plan.Reading).En})"),
        [new("line", new("Línea", "Line")), .. YearColumns(Formats.Whole)],
        [.. plan.Rollout.Lines.Select(l => (IReadOnlyList<object?>)[NameOf(l), .. MatrixRow.Years.Select(y => (object?)(double)plan.Count(l.Name, y))])]);

    /// <summary>Side by side: planned, in force, why later.</summary>
    public static FigureTable Steps(RolloutPlan plan) => new(
        "steps", new("Quién y cuándo", "Who and when"), new("Qué lado recibe qué en qué año, y por qué más tarde", "Which side gets what in which year, and why later"),
        [new("line", new("Línea", "Line")), new("side", new("Lado", "Side")), new("planned", new("Previsto", "Planned"), WholeYear), new("year", new("En vigor desde", "In force from"), WholeYear), new("status", new("Estado", "Status")), new("because", new("Por qué más tarde", "Why later"))],
        [
            .. plan.Steps.Select(s => (IReadOnlyList<object?>)
            [
                NameOf(s.Line), s.Side.ToString(), s.Stands ? null : (double?)s.Planned, s.Stands ? null : (double?)s.Year,
                s.Stands ? RolloutWords.Stands : s.Committed ? RolloutWords.Committed : s.Year is null ? RolloutWords.Never : null, s.Slips.Count == 0 ? null : RolloutWords.Joined(s.Slips.Select(x => x.Text)),
            ]),
        ]);

    /// <summary>Where the strategy contradicts itself: quantities as computed, definitions as stated.</summary>
    public static FigureTable Contradictions(Rollout rollout)
    {
        IReadOnlyList<MatrixFinding> findings = MatrixCheck.Of(rollout.Matrix, rollout.Contradictions);
        return new(
            "contradictions", new("Contradicciones", "Contradictions"), new("Dónde se contradice la estrategia; nada se corrige en silencio", "Where the strategy contradicts itself; nothing is silently mended"),
            [new("id", new("N.º", "No.")), new("row", new("Fila", "Row")), new("what", new("Qué", "What")), new("found", new("Lo que dan las celdas", "What the cells give")), new("made_of_it", new("Qué se hace con ello", "What is made of it")), new("source_line", new("Línea de la fuente", "Source line"), WholeYear)],
            [
                .. findings.GroupBy(f => f.Row.Id).Select(g => (Order: OrderOf(g.First().Contradiction), Cells: Row(g.First(), RolloutWords.Joined(g.Select(f => f.Text)))))
                    .Concat(rollout.Contradictions.Where(c => c.Row is null).Select(c => (Order: OrderOf(c.Id), Cells: (IReadOnlyList<object?>)[c.Id, c.Where, c.What, null, c.Reason, null])))
                    .OrderBy(x => x.Order).Select(x => x.Cells),
            ]);

        IReadOnlyList<object?> Row(MatrixFinding f, Bilingual found)
        {
            Contradiction? known = rollout.Contradictions.FirstOrDefault(c => c.Id == f.Contradiction);
            return [f.Contradiction, f.Row.Id, known?.What ?? (f.Row.Indicator.Length > 0 ? Bilingual.Same(f.Row.Indicator) : f.Row.Note), found, known?.Reason, (double)f.Row.SourceLine];
        }
    }

    private static FigureTable Weeks(RolloutRun run) => new(
        "weeks", new("Semanas", "Weeks"), new("Las semanas que representan cada año, y su I1", "The weeks that stand for each year, and their I1"),
        [new("year", new("Año", "Year"), WholeYear), new("case", new("Caso", "Case")), new("weeks", new("Semanas", "Weeks")), new("dates", new("Fechas", "Dates")), new("days", new("Días medidos", "Days measured"), WholeYear), new("stands_for", new("Días a los que representan", "Days they stand for"), WholeYear), .. Ends("i1", "I1, h", "I1, h")],
        [
            .. run.Years.SelectMany(y => new[] { y.Without, y.With }).SelectMany(y => y.Weeks.Select(w => (IReadOnlyList<object?>)
            [
                (double)y.Year, RolloutWords.Of(y.Case), w.Weeks.Title, w.Simulated.Interval(w.Weeks.Days), (double)w.Weeks.Days, w.Weeks.StandsFor,
                .. Ends(Interval.Of([.. w.Replications.Select(Experiments.Indicator.Headline.Of)])),
            ])),
        ]);

    private static FigureTable Checks(IReadOnlyList<YearCheck> checks) => new(
        "check", new("Año completo", "Whole year"), new("Las semanas que representan el año frente al año simulado entero", "The weeks that stand for the year against the year simulated whole"),
        [new("year", new("Año", "Year"), WholeYear), new("case", new("Caso", "Case")), .. Ends("whole", "Año entero, h", "Whole year, h"), .. Ends("represented", "Representado, h", "Represented, h"), .. Ends("error", "Error, h", "Error, h"), .. Ends("error_percent", "Error, %", "Error, %")],
        [.. checks.Select(c => (IReadOnlyList<object?>)[(double)c.Year, RolloutWords.Of(c.Case), .. Ends(c.Whole), .. Ends(c.Represented), .. Ends(c.Error), .. Ends(c.Percent)])]);

    /// <summary>A measure in words, or a condition.</summary>
    public static Bilingual NameOf(RolloutLine line) => line.Title;

    private static IEnumerable<FigureColumn> YearColumns(string format) => MatrixRow.Years.Select(y => new FigureColumn($"y{y}", Bilingual.Same(y.ToString(CultureInfo.InvariantCulture)), format));

    private static IEnumerable<FigureColumn> Ends(string id, string es, string en) => [new(id, new(es, en)), new(id + "_low", new("desde", "from")), new(id + "_high", new("hasta", "to"))];

    private static IEnumerable<object?> Ends(YearReading year, Interval interval) => year.Refused is null ? Ends(interval) : [null, null, null];

    private static IEnumerable<object?> Ends(Interval i) => [i.Mean, double.IsFinite(i.Low) ? i.Low : null, double.IsFinite(i.High) ? i.High : null];

    private static int OrderOf(string? id) => id is null ? int.MaxValue : int.Parse(id.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture);
}
