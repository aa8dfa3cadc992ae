using System.Globalization;
using System.Text;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Proofs;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Scenarios.Rollouts;
using CorridorTwin.Scenarios.Rollouts.Matrix;
using CorridorTwin.Scenarios.Rollouts.Reports;
using CorridorTwin.Scenarios.Statistics;
using Spectre.Console;

namespace CorridorTwin.Cli.Output;

/// <summary>A rollout as a page of text: years with and without, why they change, who gets what when, what slips, what contradicts itself.</summary>
internal sealed class RolloutPage(RolloutPlan plan, Tongue tongue, int width)
{
    private const int SplitDecimals = 2;

    private readonly StringBuilder page = new();
    private readonly Rollout rollout = plan.Rollout;

    /// <summary>What needs no simulation.</summary>
    public string Render(Stamp stamp)
    {
        Head();
        Trajectories();
        Plan();
        Sides();
        Contradictions();
        page.Append('\n').Append(StampLines.RenderFiles(stamp, tongue));
        return page.ToString();
    }

    /// <summary>All of a run.</summary>
    public string Render(RolloutReport report, Stamp stamp)
    {
        IReadOnlyList<YearReading> years = report.Years;
        foreach (Bilingual warning in report.Warnings) Lines("! " + tongue.Say(warning));
        if (report.Warnings.Count > 0) page.Append('\n');
        Head();
        Section(tongue.Say("Tiempo medio de despacho (I1, M_side), horas; intervalo del 95 % tras ±", "Mean clearance time (I1, M_side), hours; 95 % interval after ±"), Years(years));
        if (years.Any(y => y is { Split: not null, Refused: null }))
            Section(tongue.Say($"Por qué cambia desde {years[0].Year}, horas: cada par suma el cambio", $"Why it changes since {years[0].Year}, hours: each pair adds up to the change"), Splits(years));
        Plan();
        if (report.Checks.Count > 0) Checks(report.Checks);
        page.Append('\n');
        Lines(tongue.Say(RolloutNotes.Contradictions(rollout)) + " " + tongue.Say("'corridor rollout --plan' las enumera.", "'corridor rollout --plan' lists them."));
        page.Append('\n');
        Lines(tongue.Say(ReportTexts.Illustrative));
        page.Append(StampLines.Render(stamp, tongue));
        return page.ToString();
    }

    private void Head()
    {
        Lines($"{tongue.Say(rollout.Title)} ({rollout.Id}); {tongue.Say("matriz", "matrix")} {tongue.Say(RolloutWords.Of(plan.Reading))}");
        Lines(tongue.Say(rollout.Description));
        Lines(tongue.Say(RolloutWords.Of(rollout.Counts)));
    }

    private string Years(IReadOnlyList<YearReading> years)
    {
        Table table = TextTable.Create(
            (tongue.Say("Año", "Year"), false), (tongue.Say("Operaciones\nal año, miles", "Operations a\nyear, thousands"), true), (tongue.Say("Sin", "Without"), true), (tongue.Say("Con", "With"), true),
            (tongue.Say("Diferencia", "Difference"), true), ("%", true), (tongue.Say("Ceden*,\nsin", "Give way*,\nwithout"), true), (tongue.Say("Ceden*,\ncon", "Give way*,\nwith"), true));
        foreach (YearReading y in years)
        {
            string[] cells = y.Refused is null
                ? [tongue.Figures.LevelWithHalf(y.I1.Without), tongue.Figures.LevelWithHalf(y.I1.With), Changed(y.Difference), y.Difference is { Mean: 0, HalfWidth: 0 } ? "0" : tongue.Figures.Percent(y.Percent)]
                : [Figures.None, Figures.None, tongue.Say("rechazado", "refused"), ""];
            table.Add([$"{y.Year}", tongue.Figures.Rounded(y.Operations / 1000, 0), .. cells, y.Unmet.Without.Text, y.Unmet.With.Text]);
        }
        return TextTable.Render(table, width) + string.Concat(Wrapping.Lines(tongue.Say(
            "* Camiones al año que aplazan su cruce / cruzan por otra parte / no habían salido cuatro semanas después.",
            "* Trucks a year that put their crossing off / cross elsewhere / had not left four weeks later."), width).Select(l => l + "\n"));
    }

    private string Changed(Interval change) => change is { Mean: 0, HalfWidth: 0 } ? "0" : tongue.Figures.Change(change);

    private string Splits(IReadOnlyList<YearReading> years)
    {
        Table table = TextTable.Create(
            (tongue.Say("Año", "Year"), false), (tongue.Say("Cambio", "Change"), true), (tongue.Say("Demanda y\nlo contratado", "Demand and\nunder contract"), true), (tongue.Say("Reforma", "Reform"), true),
            (tongue.Say("Dentro de\nestratos", "Within\nstrata"), true), (tongue.Say("Composición", "Mix"), true));
        foreach (YearReading y in years.Where(y => y is { Split: not null, Refused: null }))
            table.Add([$"{y.Year}", .. RolloutTables.Rounded(y.Split!, SplitDecimals).Select(p => tongue.Figures.Fixed(new Interval((double)p.Value, (double)p.Value - p.Half, (double)p.Value + p.Half, 2), SplitDecimals))]);
        return TextTable.Render(table, width);
    }

    private void Trajectories()
    {
        Table table = TextTable.Create([(tongue.Say("Fila de la matriz", "Row of the matrix"), false), (tongue.Say("Lectura", "Reading"), false), ("Base", true), .. MatrixRow.Years.Select(y => ($"{y}", true)), (tongue.Say("Meta", "Goal"), true)]);
        foreach (RolloutLine line in rollout.Lines.Where(l => l.Row is not null))
        {
            MatrixRow row = rollout.Matrix.First(r => r.Id == line.Row);
            foreach (MatrixReading reading in Enum.GetValues<MatrixReading>())
                table.Add([reading == 0 ? $"{row.Id} ({tongue.Say(RolloutWords.Of(row.Of))})" : "", tongue.Say(RolloutWords.Of(reading)), N(row.Base), .. rollout.Levels(line, reading)!.Select(N), row.Aim is { } goal ? N(goal) : Figures.None]);
        }
        Section(tongue.Say("Lo que la matriz cuenta en la región al final de cada año, en las tres lecturas", "What the matrix counts in the region at the end of each year, in the three readings"), TextTable.Render(table, width));
    }

    private void Plan()
    {
        Table table = TextTable.Create([(tongue.Say("En vigor, lados", "In force, sides"), false), .. MatrixRow.Years.Select(y => ($"{y}", true))]);
        foreach (RolloutLine line in rollout.Lines) table.Add([tongue.Say(line.Title), .. MatrixRow.Years.Select(y => $"{plan.Count(line.Name, y)}")]);
        Section(tongue.Say($"Cuántos de los {rollout.Sides.Count} lados tienen qué en qué año", $"How many of the {rollout.Sides.Count} sides have what in which year"), TextTable.Render(table, width));
        List(tongue.Say("Se atrasa", "What slips"), RolloutNotes.Slips(plan));
        List(tongue.Say("Rige antes que lo que necesita para su efecto pleno", "In force before what it needs for its full effect"), RolloutNotes.Early(plan));
        List(tongue.Say("Con o sin la estrategia", "With or without the strategy"), RolloutNotes.Anyway(rollout));
    }

    private void Sides()
    {
        Table table = TextTable.Create([(tongue.Say("Lado", "Side"), false), (tongue.Say("Qué, y desde cuándo", "What, and from when"), false)]);
        foreach (RolloutSide side in rollout.Sides)
        {
            RolloutStep[] steps = [.. plan.Steps.Where(s => s.Side == side && s.Line.Use is not null)];
            table.Add(side.ToString(), string.Join("; ", steps.OrderBy(s => s.Stands ? 0 : s.Year ?? int.MaxValue).Select(s =>
                $"{s.Line.Name} {(s.Stands ? tongue.Say("ya", "stands") : s.Year?.ToString(CultureInfo.InvariantCulture) ?? "–")}{(s.Slips.Count > 0 ? tongue.Say($" (previsto {s.Planned})", $" (planned {s.Planned})") : s.Committed ? tongue.Say(" (contratado)", " (under contract)") : "")}")));
        }
        Section(tongue.Say("Lado por lado", "Side by side"), TextTable.Render(table, width));
    }

    private void Contradictions()
    {
        FigureTable found = RolloutTables.Contradictions(rollout);
        page.Append('\n');
        Lines(tongue.Say(found.Title));
        foreach (IReadOnlyList<object?> row in found.Rows)
        {
            string text = $"{row[0] as string ?? tongue.Say("sin número", "unnumbered")}, {row[1]}: {string.Join("; ", new[] { Text(row[2]), Text(row[3]), Text(row[4]) }.Where(t => t.Length > 0))}";
            foreach (string line in Wrapping.Item(text, width, "• ", 2)) page.Append(line).Append('\n');
        }

        string Text(object? cell) => cell is Bilingual both ? tongue.Say(both) : cell as string ?? "";
    }

    private void Checks(IReadOnlyList<YearCheck> checks)
    {
        page.Append('\n');
        foreach (YearCheck c in checks)
            Lines(tongue.Say(
                $"Año {c.Year} entero, {RolloutWords.Of(c.Case).Es} la estrategia: I1 {tongue.Figures.LevelWithHalf(c.Whole)} h; por las semanas que lo representan {tongue.Figures.LevelWithHalf(c.Represented)} h; error {tongue.Figures.Change(c.Error)} h ({tongue.Figures.Percent(c.Percent)}).",
                $"Year {c.Year} whole, {RolloutWords.Of(c.Case).En} the strategy: I1 {tongue.Figures.LevelWithHalf(c.Whole)} h; by the weeks that stand for it {tongue.Figures.LevelWithHalf(c.Represented)} h; error {tongue.Figures.Change(c.Error)} h ({tongue.Figures.Percent(c.Percent)})."));
    }

    private void List(string heading, IEnumerable<Bilingual> items)
    {
        Bilingual[] all = [.. items];
        if (all.Length == 0) return;
        page.Append('\n');
        Lines(heading);
        foreach (Bilingual item in all)
            foreach (string line in Wrapping.Item(tongue.Say(item), width, "• ", 2)) page.Append(line).Append('\n');
    }

    private void Section(string heading, string table)
    {
        page.Append('\n');
        Lines(heading);
        page.Append(table);
    }

    private void Lines(string text) => page.AddLines(text, width);

    private string N(double value) => tongue.Figures.Rounded(value, value == Math.Round(value) ? 0 : 1);
}
