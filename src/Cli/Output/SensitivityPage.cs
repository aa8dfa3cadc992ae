using System.Text;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Proofs;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Sensitivity;
using CorridorTwin.Scenarios.Statistics;
using Spectre.Console;

namespace CorridorTwin.Cli.Output;

/// <summary>What an answer hangs on, as a page of text: the reading, the ends, the kinds.</summary>
internal static class SensitivityPage
{
    private const int NotEndedShown = 6;

    /// <summary>The page.</summary>
    public static string Render(SensitivityReport report, Stamp stamp, Tongue tongue, int width)
    {
        var page = new StringBuilder();
        SensitivityRequest request = report.Request;
        SensitivityResult result = report.Result;
        int most = Figures.MostDecimals(request.Indicator.Id);
        if (!result.Complete) Paragraph("! " + tongue.Say("Interrumpido; falta: ", "Interrupted; missing: ") + string.Join("; ", result.Missing.Select(tongue.Say)) + ".\n");
        string days = tongue.Days(request.Options.Days);
        Paragraph(tongue.Say(
            $"{request.Title.Es} ({request.Id}), demanda de {request.Weeks.Year}, {request.Weeks.Say(request.Options.Days).Es}: de qué depende {SensitivityTable.Answer(request).Es}. {days} {request.Options.Before.Es}, los mismos camiones en todo.",
            $"{request.Title.En} ({request.Id}), demand of {request.Weeks.Year}, {request.Weeks.Say(request.Options.Days).En}: what {SensitivityTable.Answer(request).En} hangs on. {days} {request.Options.Before.En}, the same trucks throughout."));
        foreach (string sentence in new SensitivityReading(report, tongue).Sentences()) if (sentence.Length > 0) Paragraph(sentence);
        if (result.Ends.Count > 0)
        {
            page.Append('\n');
            Paragraph(tongue.Say(
                $"Cada insumo a los extremos de su rango, los demás en su valor; {Unit(request, tongue)} ± mitad del intervalo del 95 % ({tongue.Replications(request.Thoroughness.EndReplications)}). Último: efecto medio sobre todo el rango, con los demás al azar en los suyos (μ*).",
                $"Each input at the ends of its range, the others at their value; {Unit(request, tongue)} ± half of the 95 % interval ({tongue.Replications(request.Thoroughness.EndReplications)}). Last: mean effect over the whole range, the others anywhere in theirs (μ*)."));
            page.Append('\n').Append(EndsTable(report, tongue, width));
        }
        InputEffect[] others = [.. result.Inputs.Where(i => result.Ends.All(e => e.Input != i.Input) && i.Effect.MuStar.Mean > 0).Take(NotEndedShown)];
        if (others.Length > 0)
        {
            page.Append('\n');
            Paragraph(tongue.Say("Los siguientes, por efecto medio: ", "The next, by mean effect: ") + string.Join("; ", others.Select(o => $"{tongue.Say(o.Input.Name)} {SensitivityTable.Size(o.Effect, most, tongue)}")) + ".");
        }
        if (result.Kinds.Count > 0) page.Append('\n').Append(KindsTable(result, most, tongue, width));
        page.Append('\n');
        foreach (string note in Notes(report, tongue)) Paragraph(note);
        Paragraph(tongue.Say(ReportTexts.Illustrative));
        page.Append(StampLines.Render(stamp, tongue));
        return page.ToString();

        void Paragraph(string text)
        {
            foreach (string line in Wrapping.Lines(text, width)) page.Append(line).Append('\n');
        }
    }

    internal static string Unit(SensitivityRequest request, Tongue tongue) => request.Indicator.Unit switch { "h" => tongue.Say("horas", "hours"), "t" => tongue.Say("toneladas", "tonnes"), _ => request.Indicator.Unit };

    private static string EndsTable(SensitivityReport report, Tongue tongue, int width)
    {
        Table table = TextTable.Create(
            (tongue.Say("Insumo", "Input"), false), (tongue.Say("Calidad", "Grade"), false), (tongue.Say("Valor (rango)", "Value (range)"), false), (tongue.Say("Extremo inferior", "At low end"), true),
            (tongue.Say("Extremo superior", "At high end"), true), ("μ*", true));
        foreach (SensitivityLine l in SensitivityTable.Ends(report, tongue))
            table.Add(tongue.Say(l.Ends.Input.Name), tongue.Say(l.Ends.Input.Grade.Name), l.Range, l.AtLow, l.AtHigh, l.MuStar);
        return TextTable.Render(table, width);
    }

    private static string KindsTable(SensitivityResult result, int most, Tongue tongue, int width)
    {
        Table table = TextTable.Create(
            (tongue.Say("Tipo de insumo, todos juntos", "Kind of input, all together"), false), (tongue.Say("Insumos", "Inputs"), true), ("μ*", true), (tongue.Say("Uno por uno", "One by one"), false));
        foreach (KindEffect k in result.Kinds) table.Add($"{tongue.Say(k.Kind.Name)} ({k.Kind.Id})", $"{k.Members}", SensitivityTable.Size(k.Effect, most, tongue), k.LookedInto ? tongue.Say("sí", "yes") : "no");
        return TextTable.Render(table, width);
    }

    private static IEnumerable<string> Notes(SensitivityReport report, Tongue tongue)
    {
        SensitivityResult result = report.Result;
        if (report.NotScreened.Count > 0 && result.Kinds.Count > 0 && result.Inputs.Count > 0)
            yield return tongue.Say(
                $"De {result.Asked.Count} insumos, {result.Inputs.Count} se movieron uno por uno; los otros {report.NotScreened.Count} solo con su tipo, que mueve menos la respuesta. --inputs los mira de cerca.",
                $"Of {result.Asked.Count} inputs, {result.Inputs.Count} were moved one by one; the other {report.NotScreened.Count} only with their kind, which moves the answer less. --inputs looks at them closely.");
        int without = result.Inputs.Count(i => i.Effect.MuStar.Mean == 0);
        if (without > 0) yield return tongue.Say($"{without} de los insumos movidos uno por uno no cambian nada.", $"{without} of the inputs moved one by one change nothing at all.");
        if (result.Overloaded > 0)
            yield return tongue.Say(
                $"En {result.Overloaded} simulaciones el corredor no daba abasto y a los {CorridorResponse.DrainDays} días aún había camiones en espera, que no se cuentan: ahí el efecto es solo aproximado.",
                $"In {result.Overloaded} runs the corridor could not cope and after {CorridorResponse.DrainDays} days trucks were still waiting, which are not counted: there the effect is only approximate.");
        yield return tongue.Say(
            "Cada insumo se mueve solo: dos que suelen errar a la vez moverían más la respuesta que cualquiera de ellos. μ* sale de pocos recorridos y ordena; los extremos miden.",
            "Inputs move one at a time: two that tend to be wrong together would move the answer more than either. μ* comes of few paths and ranks; the ends measure.");
    }
}
