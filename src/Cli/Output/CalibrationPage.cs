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
            int Count(Finding finding) => post.Figures.Count(f => f.Finding == finding);
            page.AddLines(tongue.Say(
                $"Cifras: {Count(Finding.Measured)} medidas, {Count(Finding.Calibrated)} calibradas, {Count(Finding.Tied)} atadas al personal, {Count(Finding.RuledOut)} movidas porque se descarta la anterior, {post.Figures.Count(f => !f.Set)} que se conservan; {post.Rows} filas, {post.Candidates} candidatos simulados.",
                $"Figures: {Count(Finding.Measured)} measured, {Count(Finding.Calibrated)} calibrated, {Count(Finding.Tied)} tied to staff, {Count(Finding.RuledOut)} moved since the old one is ruled out, {post.Figures.Count(f => !f.Set)} kept; {post.Rows} rows, {post.Candidates} candidates simulated."), width);
            page.Append('\n').Append(TextTable.Render(Found(post), width)).Append('\n');
            Kept(post, page, width);
            page.Append('\n');
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
            (tongue.Say("Cifra", "Figure"), false), (tongue.Say("Antes", "Before"), true), (tongue.Say("Después", "After"), true), (tongue.Say("Intervalo 95 %", "95 % interval"), true), ("N", true), (tongue.Say("Hallazgo", "Finding"), true), (tongue.Say("Ajuste", "Fit"), false));
        // What was fitted together says the same of all it was fitted to: one line for it.
        foreach (IGrouping<string, CalibratedFigure> same in post.Figures.Where(f => f.Set).GroupBy(f => $"{f.Before}|{f.After}|{f.Low}|{f.High}|{f.Count}|{f.Finding}|{f.Fit.En}"))
        {
            CalibratedFigure f = same.First();
            string name = Short(f, post.Post) + (same.Count() > 1 ? $" +{same.Count() - 1}" : "");
            // Hours of the day are 24 numbers, and laws have a family and a spread: the file has them.
            (string before, string after) = f.Unit switch { "x" => (Figures.None, Figures.None), "min" => (Number(f.Old, f.Unit), Number(f.Estimate, f.Unit)), _ => (f.Before, f.After) };
            table.Add(name, before, after, Range(f), $"{f.Count}", tongue.Say(CalibrationTables.WordOf(f.Finding)), tongue.Say(f.Fit));
        }
        return table;
    }

    /// <summary>What stays as it was, by reason.</summary>
    private void Kept(PostCalibration post, StringBuilder page, int width)
    {
        void Line(Bilingual head, IEnumerable<CalibratedFigure> figures, Func<CalibratedFigure, string> told)
        {
            string[] names = [.. figures.GroupBy(f => $"{Group(f)}|{told(f)}").Select(g => Short(g.First(), post.Post) + (g.Count() > 1 ? $" +{g.Count() - 1}" : "") + told(g.First()))];
            if (names.Length > 0) page.AddLines($"{tongue.Say(head)}: {string.Join("; ", names)}.", width);
        }
        CalibratedFigure[] kept = [.. post.Figures.Where(f => !f.Set)];
        Line(new("El estudio concuerda con", "The study agrees with"), kept.Where(f => f.Finding == Finding.Agrees), _ => "");
        Line(new("Pocos datos, se conserva", "Too few data, kept"), kept.Where(f => f.Finding == Finding.TooFew), f => $" ({f.Count})");
        foreach (IGrouping<string, CalibratedFigure> reason in kept.Where(f => f.Finding == Finding.NotIdentified).GroupBy(f => Cut(tongue.Say(f.Fit)), StringComparer.Ordinal))
            Line(Bilingual.Same(char.ToUpper(reason.Key[0], CultureInfo.InvariantCulture) + reason.Key[1..]), reason, f => Utilisation(tongue.Say(f.Fit)));
    }

    private static string Group(CalibratedFigure f) => f.Unit == "min" ? $"{f.Old}|{f.Estimate}|{f.Count}" : f.Path;

    // "not identified: utilisation 0.23, never full; kept": the number belongs to the figure, the rest to all of them.
    private static string Cut(string fit) => System.Text.RegularExpressions.Regex.Replace(fit, @" (utilisation|utilización) [0-9.]+,", "");

    private static string Utilisation(string fit) => System.Text.RegularExpressions.Regex.Match(fit, @"(utilisation|utilización) ([0-9.]+),") is { Success: true } m ? $" {m.Groups[2].Value}" : "";

    private static string Number(double value, string unit) => string.Create(CultureInfo.InvariantCulture, $"{value:0.##} {unit}");

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

    private static string Range(CalibratedFigure f) => double.IsFinite(f.Low) && double.IsFinite(f.High) ? string.Create(CultureInfo.InvariantCulture, $"{f.Low:0.##} … {f.High:0.##} {f.Unit}").TrimEnd() : Figures.None;

    private string Hours(double hours) => double.IsFinite(hours) ? tongue.Figures.Rounded(hours, 2) : Figures.None;
}
