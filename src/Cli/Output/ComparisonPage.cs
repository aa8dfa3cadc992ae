using System.Text;
using CorridorTwin.Scenarios.Proofs;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Measures;

namespace CorridorTwin.Cli.Output;

/// <summary>A comparison as a page of text that can be forwarded as it is.</summary>
internal static class ComparisonPage
{
    /// <summary>The page.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="baselineTitle">Name of the baseline.</param>
    /// <param name="measures">Names of each scenario's measures, in the order of the comparison.</param>
    /// <param name="stamp">What it rests on.</param>
    /// <param name="tongue">Language.</param>
    /// <param name="width">Columns.</param>
    /// <param name="certainty">Also show how sure each change is.</param>
    public static string Render(Comparison comparison, Bilingual baselineTitle, IReadOnlyList<IReadOnlyCollection<string>> measures, Stamp stamp, Tongue tongue, int width, bool certainty = false)
    {
        var page = new StringBuilder();
        bool capacity = ComparisonTable.ShowsCapacity(comparison, width);
        foreach (Bilingual warning in comparison.Warnings) Paragraph("! " + tongue.Say(warning));
        if (comparison.Warnings.Count > 0) page.Append('\n');
        if (comparison.Replications == 0)
        {
            Paragraph(tongue.Say("No terminó ninguna réplica de todos los escenarios: no hay nada que comparar.", "No replication of every scenario has finished: there is nothing to compare."));
            return page.ToString();
        }
        Bilingual reference = comparison.AgainstScenario ? baselineTitle : new("la línea base", "the baseline");
        Paragraph(Title(comparison, tongue));
        Paragraph(tongue.Say(
            "Tiempo (M_side): desde que el camión se suma a la fila de un lado del puesto hasta que sale de ese lado; media de todas las operaciones (exportación, importación, tránsito, vacío) en los dos lados de los cinco puestos.",
            "Time (M_side): from joining the line for one side of a post until leaving that side; mean over all operations (export, import, transit, empty) on both sides of the five posts."));
        Paragraph(tongue.Say(
            $"Primera línea: nivel. Segunda: cambio frente a {reference.Es} ± la mitad de su intervalo pareado del 95 %. Punto decimal, espacio entre miles."
            + (capacity ? " Última columna: el cambio en % si cada hora de personal rinde 2 % menos y 2 % más, en la línea base y en el escenario." : ""),
            $"First line: level. Second: change against {reference.En} ± half of its paired 95 % interval."
            + (capacity ? " Last column: the change in % if every staffed hour does 2 % less and 2 % more work, in baseline and scenario alike." : "")));
        page.Append('\n').Append(ComparisonTable.Render(comparison, baselineTitle, tongue, width));
        if (comparison.Stopping is { Missed: false, End: RunEnd.Precise } stopping)
        {
            page.Append('\n');
            Paragraph(tongue.Say(stopping.Text));
        }
        var sure = new CertaintyTables(comparison, tongue, width);
        if (certainty) page.Append('\n').Append(sure.Scenarios());
        if (comparison.Pairs.Count > 0)
        {
            page.Append('\n').Append(sure.Pairs());
            Paragraph(sure.PairsInWords());
        }
        var notes = new ComparisonNotes(comparison, tongue, new("'corridor show' dice dónde y por qué", "'corridor show' says where and why"));
        for (int i = 0; i < comparison.Scenarios.Count; i++)
        {
            page.Append('\n').Append(tongue.Say(comparison.Scenarios[i].Title)).Append('\n');
            foreach (string note in notes.Of(comparison.Scenarios[i], measures[i], !capacity))
                foreach (string line in Wrapping.Item(note, width, "• ", 2)) page.Append(line).Append('\n');
        }
        page.Append('\n');
        Paragraph(tongue.Say(ReportTexts.Illustrative));
        page.Append(StampLines.Render(stamp, tongue));
        return page.ToString();

        void Paragraph(string text)
        {
            foreach (string line in Wrapping.Lines(text, width)) page.Append(line).Append('\n');
        }
    }

    private static string Title(Comparison comparison, Tongue tongue)
    {
        int[] years = [.. comparison.Scenarios.Select(s => s.Year).Distinct()];
        string demand = years.Length == 1 ? tongue.Say($"con la demanda de {years[0]}", $"with the demand of {years[0]}") : tongue.Say("con la demanda del año de cada escenario", "with the demand of each scenario's year");
        Bilingual[] periods = [.. comparison.Scenarios.Select(s => s.Weeks.Say(comparison.Options.Days)).Distinct()];
        demand += ", " + (periods.Length == 1 ? tongue.Say(periods[0]) : tongue.Say("en las semanas de cada escenario", "in each scenario's weeks"));
        (string runs, string days) = (tongue.Replications(comparison.Replications), tongue.Days(comparison.Options.Days));
        return tongue.Say(
            $"Corredor Pacífico: qué cambia cada escenario frente a {comparison.Baseline}, {demand}. {runs} de {days} {comparison.Options.Before.Es}, los mismos camiones en todos.",
            $"Pacific Corridor: what each scenario changes against {comparison.Baseline}, {demand}. {runs} of {days} {comparison.Options.Before.En}, the same trucks in all.");
    }
}
