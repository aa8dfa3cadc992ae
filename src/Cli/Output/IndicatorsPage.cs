using System.Globalization;
using System.Text;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Indicators;
using CorridorTwin.Scenarios.Proofs;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Scenarios.Rollouts;
using CorridorTwin.Scenarios.Rollouts.Matrix;
using CorridorTwin.Scenarios.Statistics;
using CorridorTwin.Simulation.Corridor;
using Spectre.Console;

namespace CorridorTwin.Cli.Output;

/// <summary>The strategy's indicators as a page of text: Table 2 by post, the way through the corridor, Table 1, what drives perception.</summary>
internal sealed class IndicatorsPage(StrategyTable table, IReadOnlyList<Bilingual> notes, bool asPrinted, PerceptionSurvey? survey, Stamp stamp, Tongue tongue, int width)
{
    private readonly StringBuilder page = new();

    /// <summary>The page.</summary>
    public string Render()
    {
        RolloutRun run = table.Run;
        Lines($"{tongue.Say(run.Request.Rollout.Title)}: {tongue.Say("indicadores de la estrategia", "indicators of the strategy")}, {string.Join(", ", table.Years)}. {tongue.Replications(run.Replications)}.");
        foreach (Bilingual note in notes) Lines(tongue.Say(note));
        Section(tongue.Say("Todo el corredor, horas (tabla 2)", "The whole corridor, hours (Table 2)"), Levels(table.Rows.Where(r => r.IsCorridor), r => $"{r.Id} {tongue.Say(r.Name)}"));
        foreach (IGrouping<BorderPost?, IndicatorRow> post in table.Rows.Where(r => !r.IsCorridor).GroupBy(r => r.Post))
            Section(Words.Of(post.Key!, tongue), Levels(post, r => $"{r.Country} {tongue.Say(r.Name)}"));
        Section(tongue.Say("Más allá de la media: con la estrategia, todo el corredor (no son indicadores oficiales)", "Beyond the mean: with the strategy, the whole corridor (not official indicators)"), Beyond());
        if (asPrinted) Section(tongue.Say("Exportación por la fórmula impresa: tiempos de importación entre exportaciones (errata de la tabla 2)", "Export by the printed formula: import times over exports (an error of Table 2)"), Printed());
        Section(tongue.Say("Por todo el corredor, camión cargado (TFI de CAREC; costo de tiempo y tasas, sin el de conducir)", "Through the whole corridor, loaded truck (CAREC's TFI; cost of time and fees, without that of driving)"), Carec());
        Section(tongue.Say("Tabla 1: lo que supone la implementación, no un resultado de la simulación", "Table 1: what the rollout assumes, not a result of the simulation"), Outcomes());
        foreach (OutcomeIndicator o in OutcomeIndicator.Of(run.Plan).Where(o => o.Values is null)) Item($"{tongue.Say(o.Name)}: {tongue.Say(o.Note)}");
        Section(tongue.Say("Lo que mueve el índice de percepción; el índice mismo es una encuesta", "What drives the perception index; the index itself is a survey"), Drivers());
        if (survey is not null) Perception(survey);
        page.Append('\n');
        Lines(tongue.Say(ReportTexts.Illustrative));
        page.Append(StampLines.Render(stamp, tongue));
        return page.ToString();
    }

    private string Levels(IEnumerable<IndicatorRow> rows, Func<IndicatorRow, string> name)
    {
        int first = table.Years[0];
        Table text = TextTable.Create([
            (tongue.Say("Indicador", "Indicator"), false), (Year(first), true),
            .. table.Years.Skip(1).SelectMany(y => new[] { (tongue.Say($"{y} sin", $"{y} without"), true), (tongue.Say($"{y} con", $"{y} with"), true), (tongue.Say("por la\nestrategia", "by the\nstrategy"), true) }),
        ]);
        foreach (IndicatorRow row in rows)
            text.Add([
                name(row), Level(row, first, RolloutCase.Without),
                .. table.Years.Skip(1).SelectMany(y => new[]
                {
                    Level(row, y, RolloutCase.Without), Level(row, y, RolloutCase.With),
                    table.Refused(y, RolloutCase.Without) || table.Refused(y, RolloutCase.With) ? Figures.None : tongue.Figures.Percent(table.PercentByStrategy(row, y)),
                }),
            ]);
        return TextTable.Render(text, width);
    }

    private string Beyond()
    {
        Table text = TextTable.Create([
            (tongue.Say("Indicador", "Indicator"), false),
            .. table.Years.SelectMany(y => new[] { (tongue.Say($"{y}\nal año", $"{y}\na year"), true), (tongue.Say("\nmediana", "\nmedian"), true), ("\nP90", true) }),
        ]);
        foreach (IndicatorRow row in table.Rows.Where(r => r.IsCorridor))
            text.Add([
                $"{row.Id} {tongue.Say(row.Name)}",
                .. table.Years.SelectMany(y =>
                {
                    IndicatorValue v = table.Value(row, y, y == table.Years[0] ? RolloutCase.Without : RolloutCase.With);
                    return new[] { tongue.Figures.Rounded(v.Operations, -3), tongue.Figures.Level(v.Median), tongue.Figures.Level(v.P90) };
                }),
            ]);
        return TextTable.Render(text, width);
    }

    private string Printed()
    {
        Table text = TextTable.Create([(tongue.Say("Casilla", "Cell"), false), .. table.Years.Select(y => (Year(y), true))]);
        foreach (IndicatorRow row in table.Rows.Where(r => r.Printed is not null))
            text.Add([row.Key, .. table.Years.Select(y => table.Value(row, y, y == table.Years[0] ? RolloutCase.Without : RolloutCase.With).AsPrinted is { } printed ? tongue.Figures.LevelWithHalf(printed) : Figures.None)]);
        return TextTable.Render(text, width);
    }

    private string Carec()
    {
        Table text = TextTable.Create(
            (tongue.Say("Año", "Year"), false), (tongue.Say("Caso", "Case"), false), (tongue.Say("Sentido", "Way"), false), (tongue.Say("TFI1: horas\nen un puesto", "TFI1: hours\nat a post"), true), (tongue.Say("TFI2: US$\nen un puesto", "TFI2: US$\nat a post"), true),
            (tongue.Say("TFI3: US$\npor 500 km", "TFI3: US$\nfor 500 km"), true), (tongue.Say("TFI4: km/h\ncon fronteras", "TFI4: km/h\nwith borders"), true), (tongue.Say("km/h sin\nfronteras", "km/h without\nborders"), true));
        foreach (CorridorProfile p in StrategyFigures.Profiles(table.Run).Where(p => p.Case == RolloutCase.With || p.Year != table.Years[0]))
            text.Add(
                Year(p.Year), p.Year == table.Years[0] ? tongue.Say("base", "base") : Case(p.Case), $"{p.Direction}", tongue.Figures.LevelWithHalf(p.ClearHours), tongue.Figures.LevelWithHalf(p.ClearCost, 0), tongue.Figures.LevelWithHalf(p.SectionCost, 0),
                tongue.Figures.LevelWithHalf(p.SpeedWithDelay), tongue.Figures.Rounded(p.SpeedWithoutDelay, 1));
        return TextTable.Render(text, width);
    }

    private string Outcomes()
    {
        Table text = TextTable.Create([(tongue.Say("Indicador, %", "Indicator, %"), false), .. MatrixRow.Years.Select(y => (Year(y), true))]);
        foreach (OutcomeIndicator o in OutcomeIndicator.Of(table.Run.Plan).Where(o => o.Values is not null)) text.Add([tongue.Say(o.Name), .. o.Values!.Select(v => tongue.Figures.Rounded(v, 0))]);
        return TextTable.Render(text, width);
    }

    private string Drivers()
    {
        Table text = TextTable.Create([(tongue.Say("Dimensión (peso)", "Dimension (weight)"), false), (tongue.Say("Lo simulado", "What is simulated"), false), .. table.Run.Years.Select((y, i) => (i == 0 ? Year(y.With.Year) : tongue.Say($"{y.With.Year} con", $"{y.With.Year} with"), true))]);
        foreach (PerceptionDriver d in PerceptionDriver.All)
            text.Add([
                $"{tongue.Say(d.Name)} ({d.Weight} %)", d.Driver is { } driver ? $"{tongue.Say(driver)}, {d.Unit}" : tongue.Say("ninguno", "none"),
                .. table.Run.Years.Select((y, i) => d.Of is null ? Figures.None : tongue.Figures.LevelWithHalf(Interval.Of(d.Of(i == 0 ? y.Without : y.With)))),
            ]);
        return TextTable.Render(text, width);
    }

    private void Perception(PerceptionSurvey coefficients)
    {
        foreach ((YearRun _, YearRun with) in table.Run.Years.Skip(1))
        {
            PerceptionChange change = PerceptionChange.Of(coefficients, table.Run.Years[0].Without, with);
            string P(double points) => tongue.Figures.Rounded(points, 1);
            Item(tongue.Say(
                $"{with.Year}: el índice cambiaría {P(change.Points.Mid)} puntos de 100 (de {P(change.Points.Low)} a {P(change.Points.High)}), por los coeficientes de la encuesta en dimensiones que pesan {change.Covered} %.",
                $"{with.Year}: the index would change by {P(change.Points.Mid)} points of 100 ({P(change.Points.Low)} to {P(change.Points.High)}), by the survey's coefficients on dimensions that weigh {change.Covered} %."));
        }
    }

    private string Level(IndicatorRow row, int year, RolloutCase at) => table.Refused(year, at) ? Figures.None : tongue.Figures.LevelWithHalf(table.Value(row, year, at).Mean);

    private string Case(RolloutCase at) => at == RolloutCase.With ? tongue.Say("con", "with") : tongue.Say("sin", "without");

    private static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);

    private void Section(string head, string body) => page.Append('\n').Append(string.Join('\n', Wrapping.Lines(head, width))).Append('\n').Append(body);

    private void Lines(string text) => page.AddLines(text, width);

    private void Item(string text) => page.AddItem(text, width);
}
