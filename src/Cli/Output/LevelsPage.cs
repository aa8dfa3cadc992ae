using System.Text;
using CorridorTwin.Scenarios.Proofs;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Simulation.Corridor;
using Spectre.Console;

namespace CorridorTwin.Cli.Output;

/// <summary>Levels as one table per post: whole crossings and sides, by operation.</summary>
internal sealed class LevelsPage(Levels levels, Bilingual title, Weeks weeks, ExperimentOptions options, Tongue tongue)
{
    /// <summary>The page.</summary>
    public string Render(Stamp stamp, int width)
    {
        var page = new StringBuilder();
        Lines(tongue.Say(
            $"{title.Es} ({levels.Id}), demanda de {weeks.Year}, {weeks.Say(options.Days).Es}: {tongue.Replications(levels.Replications.Count)} de {tongue.Days(options.Days)} {options.Before.Es}.",
            $"{title.En} ({levels.Id}), demand of {weeks.Year}, {weeks.Say(options.Days).En}: {tongue.Replications(levels.Replications.Count)} of {tongue.Days(options.Days)} {options.Before.En}."));
        Lines(tongue.Say(
            "Horas. Lado: M_side, desde sumarse a la fila de ese lado hasta salir de él. Cruce: M_crossing, ambos lados. Media ± mitad de su intervalo del 95 %; sus seis partes suman la media. Par: camiones entre los dos países del puesto. Punto decimal.",
            "Hours. Side: M_side, from joining the line for that side until leaving it. Crossing: M_crossing, both sides. Mean ± half of its 95 % interval; its six parts add up to the mean. Pair: trucks between the post's two countries."));
        for (int p = 0; p < levels.Corridor.Posts.Count; p++)
        {
            page.Append('\n').Append(Words.Of(levels.Corridor.Posts[p], tongue)).Append('\n');
            page.Append(TextTable.Render(Post(p), width));
        }
        page.Append('\n');
        if (levels.Stopping is { } stopping) Lines((stopping.End == RunEnd.Precise ? "" : "! ") + tongue.Say(stopping.Text));
        if (levels.Halves is { Depends: true })
            Lines("! " + tongue.Say(
                "El tiempo medio depende de cuánto se mide: la segunda mitad de los días difiere de la primera más que el intervalo. Mida más días o caliente más.",
                "The mean time depends on how long is measured: the second half of the days differs from the first by more than the interval. Measure more days or warm up longer."));
        foreach (Recovery recovery in levels.Recoveries) Lines(RecoverySentence.Of(recovery, levels.Corridor, tongue));
        if (levels.Recoveries.Count > 0) Lines(tongue.Say(Recovery.Definition));
        Lines(tongue.Say(ReportTexts.Illustrative));
        page.Append(StampLines.Render(stamp, tongue));
        return page.ToString();

        void Lines(string text) => page.AddLines(text, width);
    }

    private Table Post(int post)
    {
        Table table = TextTable.Create(
            (tongue.Say("Lado", "Side"), false), (tongue.Say("Operación", "Operation"), false), (tongue.Say("N por día", "N a day"), true),
            (tongue.Say("Media", "Mean"), true), (tongue.Say("Mediana", "Median"), true), ("P95", true),
            (tongue.Say("Servicio", "Service"), true), (tongue.Say("Docs.", "Docs"), true), (tongue.Say("Cerrado", "Closed"), true),
            (tongue.Say("Bloq.", "Blocked"), true), (tongue.Say("Fila", "Queue"), true), (tongue.Say("Marcha", "Move"), true));
        BorderPost at = levels.Corridor.Posts[post];
        foreach (BreakdownRow row in levels.Rows.Where(r => r.Row.Post == post && r.Row.Cargo is null))
        {
            Direction direction = row.Row.Direction!.Value;
            string side = $"{direction} " + (row.Row.Role is { } role ? $"{at.CountryOf(direction, role)} {tongue.Say(Words.Of(role))}" : tongue.Say("cruce", "crossing"));
            string operation = row.Row.Role is null && row.Operation == Operation.Export ? tongue.Say(Words.Of(TruckKind.Pair)) : tongue.Say(Words.Of(row.Operation));
            if (row.Value is not { } v)
            {
                table.Add([side, operation, "0", .. Enumerable.Repeat(Figures.None, 9)]);
                continue;
            }
            int decimals = Math.Clamp(Figures.Decimals(row.Mean), 0, 2);
            string Part(double hours) => tongue.Figures.Rounded(hours, decimals);
            table.Add(
                side, operation, tongue.Figures.Rounded(row.Count / options.Days, 0), tongue.Figures.LevelWithHalf(row.Mean), Part(v.P50), Part(v.P95),
                Part(v.Service), Part(v.Documents), Part(v.Closed), Part(v.Blocked), Part(v.Queue), Part(v.Move));
        }
        return table;
    }
}
