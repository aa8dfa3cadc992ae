using System.Text;
using CorridorTwin.Scenarios.Attributions;
using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Proofs;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Scenarios.Statistics;
using Spectre.Console;

namespace CorridorTwin.Cli.Output;

/// <summary>Each measure alone by the part of the time it moves, as a page of text.</summary>
internal static class PartEffectsPage
{
    /// <summary>The page.</summary>
    public static string Render(PartEffects effects, Stamp stamp, Tongue tongue, int width)
    {
        var page = new StringBuilder();
        AttributionRequest request = effects.Request;
        if (!effects.Complete) Paragraph("! " + tongue.Say("Interrumpido: solo cuentan las réplicas que todas terminaron.", "Interrupted: only replications that all have finished count."));
        Paragraph(tongue.Say(
            $"{request.Title.Es} ({request.Id}), demanda de {request.Weeks.Year}, {request.Weeks.Say(request.Options.Days).Es}: qué cambia cada medida por sí sola, y de qué parte del tiempo. {tongue.Replications(effects.Replications)} de {tongue.Days(request.Options.Days)} tras {request.Options.WarmUpDays} de calentamiento, los mismos camiones en todas.",
            $"{request.Title.En} ({request.Id}), demand of {request.Weeks.Year}, {request.Weeks.Say(request.Options.Days).En}: what each measure changes alone, and of which part of the time. {tongue.Replications(effects.Replications)} of {tongue.Days(request.Options.Days)} after {request.Options.WarmUpDays} of warm-up, the same trucks in all."));
        Paragraph(tongue.Say(
            "Minutos por operación (M_side), cambio ± mitad de su intervalo pareado del 95 %; menos es tiempo ahorrado. · no se distingue del azar. Las partes suman el total. Punto decimal.",
            "Minutes per operation (M_side), change ± half of its paired 95 % interval; minus is time saved. · cannot be told from chance. The parts add up to the total."));
        page.Append('\n').Append(Table(effects, tongue, width)).Append('\n');
        foreach (PartEffect effect in effects.Effects.Where(e => e.InForce > 0 && e.Id != PartEffects.Together))
            foreach (string line in Wrapping.Item(tongue.Say(
                $"{effect.Title.Es} ya está en vigor en {effect.InForce} de {Sides(effects)} lados y allí no cambia nada.", $"{effect.Title.En} is already in force on {effect.InForce} of {Sides(effects)} sides and changes nothing there."), width, "• ", 2))
                page.Append(line).Append('\n');
        page.Append('\n');
        Paragraph(tongue.Say(ReportTexts.Illustrative));
        page.Append(StampLines.Render(stamp, tongue));
        return page.ToString();

        void Paragraph(string text)
        {
            foreach (string line in Wrapping.Lines(text, width)) page.Append(line).Append('\n');
        }
    }

    private static int Sides(PartEffects effects) => effects.Request.Before.Posts.Sum(p => p.Sides.Count);

    private static string Table(PartEffects effects, Tongue tongue, int width)
    {
        Table table = TextTable.Create([(tongue.Say("Medida", "Measure"), false), ("Total", true), .. TimePart.All.Select(p => (Capital(tongue.Say(p.Name)), true))]);
        table.Add([tongue.Say("Antes (nivel)", "Before (level)"), Level(effects.Before), .. effects.BeforeParts.Select(Level)]);
        foreach (PartEffect effect in effects.Effects) table.Add([tongue.Say(effect.Title), Cell(effect.Time), .. effect.Parts.Select(Cell)]);
        return TextTable.Render(table, width);

        string Level(double hours) => tongue.Figures.Rounded(60 * hours, 1);
        string Cell(Interval change) => change is { Mean: 0, HalfWidth: 0 } ? "0" : change.HalfWidth >= 0 && !change.ExcludesZero ? "·" : tongue.Figures.Change(new Interval(60 * change.Mean, 60 * change.Low, 60 * change.High, change.Count));
    }

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
