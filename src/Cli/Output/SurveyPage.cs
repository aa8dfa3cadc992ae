using System.Text;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Proofs;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Scenarios.Studies;
using CorridorTwin.Simulation.Corridor;
using Spectre.Console;

namespace CorridorTwin.Cli.Output;

/// <summary>What a study says, one table per post: trucks timed, means with the interval of their sampling.</summary>
internal sealed class SurveyPage(Study study, IReadOnlyList<SurveyedStratum> strata, CorridorModel model, IReadOnlyList<Bilingual> notes, Tongue tongue)
{
    /// <summary>The label of an emulated study.</summary>
    public static Bilingual Simulated(Bilingual title) => new($"SIMULADO: estudio emulado de «{title.Es}»; ningún camión de esta tabla cruzó una frontera.", $"SIMULATED: emulated study of '{title.En}'; no truck of this table crossed a border.");

    /// <summary>The page.</summary>
    public string Render(Stamp? stamp, int width)
    {
        var page = new StringBuilder();
        foreach (Bilingual note in notes) page.AddLines(tongue.Say(note), width);
        string measure = StudyFigures.NameOf(strata.Count > 0 ? strata[0].Measure : study.Measure);
        page.AddLines(tongue.Say(
            $"Horas, {measure}. Media ± mitad del intervalo del 95 % de su propio muestreo; KM: media de Kaplan–Meier, que cuenta a los que no habían salido.",
            $"Hours, {measure}. Mean ± half of the 95 % interval of its own sampling; KM: Kaplan–Meier mean, which counts those that had not left."), width);
        foreach (BorderPost post in model.Posts.Where(p => strata.Any(s => s.Stratum.Post == p.Id)))
        {
            page.Append('\n').Append(Words.Of(post, tongue)).Append('\n').Append(TextTable.Render(Of(post), width));
        }
        page.Append('\n');
        if (study.Simulated) page.AddLines(tongue.Say(ReportTexts.Illustrative), width);
        if (stamp is not null) page.Append(StampLines.Render(stamp, tongue));
        return page.ToString();
    }

    /// <summary>The strategy's indicators of the corridor, exact: sums to the second.</summary>
    public static string Official(IReadOnlyList<StudyIndicator> indicators, ClearanceMeasure measure, Tongue tongue, int width)
    {
        Table table = TextTable.Create(
            (tongue.Say($"Tabla 2, {StudyFigures.NameOf(measure)}", $"Table 2, {StudyFigures.NameOf(measure)}"), false), (tongue.Say("Operaciones", "Operations"), true), (tongue.Say("Suma, s", "Sum, s"), true), (tongue.Say("Media", "Mean"), true), (tongue.Say("Media, h", "Mean, h"), true));
        foreach (StudyIndicator i in indicators.Where(i => i.Row.IsCorridor))
            table.Add($"{i.Row.Id} {tongue.Say(i.Row.Name)}", $"{i.Operations}", FormattableString.Invariant($"{i.Total.TotalSeconds:0.###}"), i.Mean is { } mean ? FormattableString.Invariant($"{(int)mean.TotalHours}:{mean.Minutes:00}:{mean.Seconds:00}") : Figures.None, i.Mean is { } m ? tongue.Figures.Rounded(m.TotalHours, 2) : Figures.None);
        return "\n" + TextTable.Render(table, width);
    }

    private Table Of(BorderPost post)
    {
        Table table = TextTable.Create(
            (tongue.Say("Lado", "Side"), false), (tongue.Say("Operación", "Operation"), false), (tongue.Say("Llegaron", "Came"), true), (tongue.Say("Cronom.", "Timed"), true), (tongue.Say("Sin salir", "Inside"), true),
            (tongue.Say("Media", "Mean"), true), ("KM", true), (tongue.Say("Mediana", "Median"), true), ("P90", true));
        foreach (SurveyedStratum s in strata.Where(s => s.Stratum.Post == post.Id))
        {
            int decimals = double.IsFinite(s.Mean.Mean) ? Math.Clamp(Figures.Decimals(s.Mean), 0, 2) : 1;
            string Hours(double? v) => v is { } h ? tongue.Figures.Rounded(h, decimals) : Figures.None;
            table.Add(
                $"{s.Stratum.Direction} {s.Stratum.Side}", tongue.Say(Words.Of(s.Stratum.Operation)), s.Came is { } n ? $"{n}" : Figures.None, $"{s.Timed}", $"{s.Censored}",
                double.IsFinite(s.Mean.Mean) ? tongue.Figures.LevelWithHalf(s.Mean) : Figures.None, (s.KaplanMeier.Restricted ? "≥ " : "") + Hours(s.KaplanMeier.Mean), Hours(s.Median), Hours(s.P90));
        }
        return table;
    }
}
