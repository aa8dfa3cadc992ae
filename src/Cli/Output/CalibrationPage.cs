using System.Globalization;
using System.Text;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Calibration.Posts;
using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Scenarios.Studies;
using CorridorTwin.Simulation.Corridor;
using Spectre.Console;

namespace CorridorTwin.Cli.Output;

/// <summary>A calibration: what was set and why, what was kept and why, how it comes out on days held out.</summary>
internal sealed class CalibrationPage(Study study, CorridorModel model, IReadOnlyList<PostCalibration> posts, Tongue tongue)
{
    /// <summary>The page.</summary>
    public string Render(Stamp stamp, int width)
    {
        var page = new StringBuilder(ValidationPage.Read(study, tongue, width));
        foreach (PostCalibration post in posts)
        {
            page.Append('\n').Append(Words.Of(model.Post(post.Post), tongue)).Append('\n').Append('\n');
            page.AddLines(tongue.Say(
                $"Cifras: {post.Figures.Count(f => f.Finding == Finding.Measured)} medidas, {post.Figures.Count(f => f.Finding == Finding.Calibrated)} calibradas, {post.Figures.Count(f => !f.Set)} que se conservan; {post.Rows} filas, {post.Candidates} candidatos simulados.",
                $"Figures: {post.Figures.Count(f => f.Finding == Finding.Measured)} measured, {post.Figures.Count(f => f.Finding == Finding.Calibrated)} calibrated, {post.Figures.Count(f => !f.Set)} kept; {post.Rows} rows, {post.Candidates} candidates simulated."), width);
            page.Append('\n').Append(TextTable.Render(Found(post), width)).Append('\n');
            if (post.Judged.Count > 0)
            {
                page.AddLines(tongue.Say("Días reservados, con cifras ajustadas a los otros días; horas:", "Days held out, with figures fitted to the other days; hours:"), width);
                page.Append(TextTable.Render(Judged(post), width)).Append('\n');
            }
            foreach (Bilingual note in post.Notes) page.AddLines("- " + tongue.Say(note), width);
            if (!post.Finished) page.AddLines("! " + tongue.Say("Interrumpido: lo mejor hasta ahora.", "Interrupted: the best so far."), width);
        }
        return page.Append(StampLines.Render(stamp, tongue)).ToString();
    }

    private Table Found(PostCalibration post)
    {
        Table table = TextTable.Create(
            (tongue.Say("Cifra", "Figure"), false), (tongue.Say("Antes", "Before"), true), (tongue.Say("Después", "After"), true), (tongue.Say("Intervalo 95 %", "95 % interval"), true), ("N", true), (tongue.Say("Hallazgo", "Finding"), false), (tongue.Say("Ajuste", "Fit"), false));
        // What was fitted together says the same of all it was fitted to: one line for it.
        foreach (IGrouping<string, CalibratedFigure> same in post.Figures.GroupBy(f => f.Set ? $"{f.Before}|{f.After}|{f.Low}|{f.High}|{f.Count}|{f.Finding}|{f.Fit.En}" : f.Path))
        {
            CalibratedFigure f = same.First();
            string name = Short(f, post.Post) + (same.Count() > 1 ? $" +{same.Count() - 1}" : "");
            // Hours of the day are 24 numbers: the file has them.
            table.Add(name, f.Unit == "x" ? Figures.None : Law(f.Before), f.Unit == "x" ? Figures.None : f.Set ? Law(f.After) : "=", Range(f), $"{f.Count}", tongue.Say(CalibrationTables.WordOf(f.Finding)), tongue.Say(f.Fit));
        }
        return table;
    }

    private Table Judged(PostCalibration post)
    {
        Table table = TextTable.Create(
            (tongue.Say("Lado", "Side"), false), (tongue.Say("Operación", "Operation"), false), ("N", true), (tongue.Say("Observado", "Observed"), true), (tongue.Say("Antes", "Before"), true), (tongue.Say("Después", "After"), true));
        foreach (HeldOutFit h in post.Judged)
            table.Add($"{h.Direction} {tongue.Say(Words.Of(h.Role))}", tongue.Say(Words.Of(h.Operation)), $"{h.Observed.Count}", tongue.Figures.LevelWithHalf(h.Observed), Hours(h.Before), Hours(h.After));
        return table;
    }

    private string Short(CalibratedFigure f, string post)
    {
        string[] steps = f.Path.Replace($"posts.{post}.", "", StringComparison.Ordinal).Split('.');
        if (steps[0] == "demand") return string.Join(' ', steps[1..]);
        string side = $"{steps[0]} {tongue.Say(Words.Of(steps[1] == "exit" ? SideRole.Exit : SideRole.Entry))}";
        return steps[2..] switch
        {
            ["stages", var stage, "service", var operation] => $"{side} {stage} {operation}",
            ["stages", var stage, _, var operation] => $"{side} {stage} {operation} {tongue.Say("(anticipada)", "(advance)")}",
            ["stations", var station, "roster", "hours"] => $"{side} {station}: {tongue.Say("horario", "hours")}",
            ["stations", var station, ..] => $"{side} {station}: {tongue.Say("personal", "staff")} ({f.Before})",
            ["risk", "customs", var operation, var channel] => $"{side} {channel} {operation}",
            [.., var kind, var operation] => $"{side} {kind} {operation}",
            _ => f.Path,
        };
    }

    // A lognormal of the usual spread is what a plain duration means.
    private static string Law(string text) => text.Replace("lognormal ", "", StringComparison.Ordinal);

    private static string Range(CalibratedFigure f) => double.IsFinite(f.Low) && double.IsFinite(f.High) ? string.Create(CultureInfo.InvariantCulture, $"{f.Low:0.##} … {f.High:0.##} {f.Unit}").TrimEnd() : Figures.None;

    private string Hours(double hours) => double.IsFinite(hours) ? tongue.Figures.Rounded(hours, 2) : Figures.None;
}
