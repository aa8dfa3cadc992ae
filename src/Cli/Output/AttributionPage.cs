using System.Text;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Attributions;
using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Proofs;
using CorridorTwin.Scenarios.Reports;
using Spectre.Console;

namespace CorridorTwin.Cli.Output;

/// <summary>An attribution as a page of text: what it is, the table, the reading, what must be known beside it.</summary>
internal static class AttributionPage
{
    /// <summary>The page.</summary>
    public static string Render(ScenarioAttribution attribution, Stamp stamp, Tongue tongue, int width)
    {
        var page = new StringBuilder();
        Bilingual[] warnings = [.. attribution.Warnings];
        foreach (Bilingual warning in warnings) Paragraph("! " + tongue.Say(warning));
        if (warnings.Length > 0) page.Append('\n');
        AttributionRequest request = attribution.Request;
        (string runs, string days) = (tongue.Replications(attribution.Replications), tongue.Days(request.Options.Days));
        string how = request.Exact
            ? tongue.Say($"{attribution.Coalitions} combinaciones, {attribution.Models} distintas", $"{attribution.Coalitions} combinations, {attribution.Models} different")
            : tongue.Say($"{attribution.Orders} órdenes al azar por réplica, {attribution.Models} combinaciones distintas", $"{attribution.Orders} random orders for each replication, {attribution.Models} different combinations");
        Paragraph(tongue.Say(
            $"{request.Title.Es} ({request.Id}), demanda de {request.Weeks.Year}, {request.Weeks.Say(request.Options.Days).Es}: qué aporta cada {Who(request).Es}. {runs} de {days} {request.Options.Before.Es}, los mismos camiones en todas; {how}.",
            $"{request.Title.En} ({request.Id}), demand of {request.Weeks.Year}, {request.Weeks.Say(request.Options.Days).En}: what each {Who(request).En} contributes. {runs} of {days} {request.Options.Before.En}, the same trucks in all; {how}."));
        Paragraph(tongue.Say(
            $"Reducción {De(request.Indicator.Name.Es)} ({request.Indicator.Id}), {Unit(request, tongue)}. Parte: lo que añade en promedio, según el orden de entrada; las partes suman el total. Sola: sin las demás. Última: lo que se pierde si se quita solo ella del conjunto. ± = mitad del intervalo del 95 %.",
            $"Reduction of {request.Indicator.Name.En} ({request.Indicator.Id}), {Unit(request, tongue)}. Share: what it adds on average, over the orders of joining; shares add up to the total. Alone: without the others. Last in: what is lost if only it is dropped from the whole. ± = half of the 95 % interval."));
        page.Append('\n').Append(Table(attribution, tongue, width)).Append('\n');
        foreach (string sentence in new AttributionReading(attribution, tongue).Sentences())
            foreach (string line in Wrapping.Item(sentence, width, "• ", 2)) page.Append(line).Append('\n');
        page.Append('\n');
        Paragraph(tongue.Say(ReportTexts.Illustrative));
        page.Append(StampLines.Render(stamp, tongue));
        return page.ToString();

        void Paragraph(string text)
        {
            foreach (string line in Wrapping.Lines(text, width)) page.Append(line).Append('\n');
        }
    }

    private static string Table(ScenarioAttribution attribution, Tongue tongue, int width)
    {
        var printed = new AttributionTable(attribution, tongue);
        bool measures = Who(attribution.Request).En == "measure";
        string[] Row(string title, string pillar, params string[] cells) => measures ? [title, pillar, .. cells] : [title, .. cells];
        Table table = TextTable.Create(
            [(Capital(tongue.Say(Who(attribution.Request))), false), .. measures ? [(tongue.Say("Pilar", "Pillar"), true)] : Array.Empty<(string, bool)>(), (tongue.Say("Parte", "Share"), true), (tongue.Say("Sola", "Alone"), true), (tongue.Say("Última", "Last in"), true)]);
        foreach (AttributionLine line in printed.Lines) table.Add(Row(tongue.Say(line.Contributor.Title), $"{line.Contributor.Pillar}", line.Share, line.Alone, line.LastIn));
        table.Add(Row("", "", "", "", ""));
        table.Add(Row("Total", "", printed.TotalText, "", ""));
        return TextTable.Render(table, width);
    }

    private static Bilingual Who(AttributionRequest request) => AttributionTable.Who(request);

    private static string De(string name) => name.StartsWith("el ", StringComparison.Ordinal) ? "d" + name : "de " + name;

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static string Unit(AttributionRequest request, Tongue tongue) => request.Indicator.Unit switch { "h" => tongue.Say("horas", "hours"), "t" => tongue.Say("toneladas", "tonnes"), _ => request.Indicator.Unit };
}
