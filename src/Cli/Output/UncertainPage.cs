using System.Text;
using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Proofs;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Scenarios.Sensitivity;
using CorridorTwin.Scenarios.Statistics;
using Spectre.Console;

namespace CorridorTwin.Cli.Output;

/// <summary>A comparison under uncertain inputs as a page of text.</summary>
internal static class UncertainPage
{
    /// <summary>The page.</summary>
    public static string Render(UncertainComparison comparison, Stamp stamp, Tongue tongue, int width)
    {
        var page = new StringBuilder();
        UncertainRequest request = comparison.Request;
        if (!comparison.Complete) Paragraph("! " + tongue.Say($"Interrumpido: {comparison.Draws} de {request.Draws} sorteos.", $"Interrupted: {comparison.Draws} of {request.Draws} draws."));
        if (comparison.Scenarios.Count == 0)
        {
            Paragraph(tongue.Say("Con menos de dos sorteos terminados no hay nada que decir.", "With fewer than two finished draws there is nothing to say."));
            return page.ToString();
        }
        string[] weeks = [.. comparison.Scenarios.Select(s => tongue.Say($"demanda de {s.Weeks.Year}, {s.Weeks.Say(request.Options.Days).Es}", $"demand of {s.Weeks.Year}, {s.Weeks.Say(request.Options.Days).En}")).Distinct()];
        string demand = string.Join("; ", weeks);
        Paragraph(tongue.Say(
            $"Corredor Pacífico: qué cambia cada escenario frente a {request.Baseline.Id} si {request.Inputs.Count} insumos inciertos se sortean de sus rangos, {demand}. {comparison.Draws} sorteos de {tongue.Replications(request.Options.Replications)} de {tongue.Days(request.Options.Days)} {request.Options.Before.Es}; el mismo sorteo en la línea base y en el escenario.",
            $"Pacific Corridor: what each scenario changes against {request.Baseline.Id} when {request.Inputs.Count} uncertain inputs are drawn from their ranges, {demand}. {comparison.Draws} draws of {tongue.Replications(request.Options.Replications)} of {tongue.Days(request.Options.Days)} {request.Options.Before.En}; the same draw in baseline and scenario."));
        Paragraph(tongue.Say(
            "Media: ± mitad del intervalo del 95 % de la media sobre todos los sorteos posibles. P5, P50, P95: cambio medio por sorteo. Por insumos: ± en que cae el cambio verdadero mientras no haya mejores datos; más réplicas no lo reducen. Por simulación: ± que sí reducen. Parte: de la varianza de una réplica, lo que viene de los insumos.",
            "Mean: ± half of the 95 % interval of the mean over all draws there might be. P5, P50, P95: mean change of a draw. By inputs: ± within which the true change lies until data are better; more replications do not shrink it. By simulation: ± that they do shrink. Share: of one replication's variance, what comes of the inputs."));
        page.Append('\n').Append(Table(comparison, tongue, width)).Append('\n');
        foreach (UncertainScenario s in comparison.Scenarios)
            foreach (string line in Wrapping.Item(Sentence(s, tongue), width, "• ", 2)) page.Append(line).Append('\n');
        page.Append('\n');
        if (comparison.Overloaded > 0)
            Paragraph(tongue.Say(
                $"En {comparison.Overloaded} simulaciones el corredor sorteado no daba abasto y a los {CorridorResponse.DrainDays} días aún había camiones en espera: ahí los tiempos son mayores que los contados.",
                $"In {comparison.Overloaded} runs the corridor drawn could not cope and after {CorridorResponse.DrainDays} days trucks were still waiting: there times are longer than counted."));
        Paragraph(tongue.Say(
            "Los insumos se sortean por separado: los que en verdad van juntos dan colas más anchas. Triangular con el valor como moda, salvo que el rango diga otra cosa.",
            "Inputs are drawn apart from each other: those that in truth go together give wider tails. Triangular with the value as mode, unless a range says otherwise."));
        Paragraph(tongue.Say(ReportTexts.Illustrative));
        page.Append(StampLines.Render(stamp, tongue));
        return page.ToString();

        void Paragraph(string text)
        {
            foreach (string line in Wrapping.Lines(text, width)) page.Append(line).Append('\n');
        }
    }

    private static string Table(UncertainComparison comparison, Tongue tongue, int width)
    {
        Table table = TextTable.Create(
            (tongue.Say("Escenario", "Scenario"), false), ("", false), (tongue.Say("Media", "Mean"), true), ("P5", true), ("P50", true), ("P95", true),
            (tongue.Say("P(mejor)", "P(better)"), true), (tongue.Say("Por insumos", "By inputs"), true), (tongue.Say("Por simul.", "By simul."), true), (tongue.Say("Parte", "Share"), true));
        foreach (UncertainScenario s in comparison.Scenarios)
        {
            bool first = true;
            foreach (UncertainChange c in s.Changes)
            {
                int most = Figures.MostDecimals(c.Indicator.Id);
                int decimals = Figures.DecimalsOfChange(c.Parts.Mean, most);
                table.Add(
                    first ? tongue.Say(s.Title) : "", $"{c.Indicator.Id}, {c.Indicator.Unit}", tongue.Figures.Change(c.Parts.Mean, most), tongue.Figures.Rounded(c.P5, decimals), tongue.Figures.Rounded(c.P50, decimals), tongue.Figures.Rounded(c.P95, decimals),
                    tongue.Figures.Rounded(100 * c.ShareBetter, 0) + " %", "±" + tongue.Figures.Rounded(c.Parts.InputHalfWidth, decimals), "±" + Half(c.Parts.SimulationHalfWidth, most, tongue), double.IsNaN(c.Parts.InputShare) ? Figures.None : tongue.Figures.Rounded(100 * c.Parts.InputShare, 0) + " %");
                first = false;
            }
        }
        return TextTable.Render(table, width);
    }

    /// <summary>Half an interval alone, rounded up at its second digit.</summary>
    private static string Half(double half, int most, Tongue tongue)
    {
        if (!(half > 0)) return "0";
        int decimals = Math.Min(most, 1 - (int)Math.Floor(Math.Log10(half)));
        double unit = Math.Pow(10, -decimals);
        return tongue.Figures.Rounded(Math.Ceiling(half / unit - 1e-9) * unit, decimals);
    }

    private static string Sentence(UncertainScenario s, Tongue tongue)
    {
        UncertainChange c = s.Change("I1");
        TwoLevel parts = c.Parts;
        int decimals = Figures.DecimalsOfChange(parts.Mean);
        string low = tongue.Figures.Rounded(c.P5, decimals), high = tongue.Figures.Rounded(c.P95, decimals), better = tongue.Figures.Rounded(100 * c.ShareBetter, 0);
        string reading = tongue.Say(
            $"{s.Title.Es}: el tiempo medio cambia {tongue.Figures.Change(parts.Mean)} h en promedio sobre los insumos; nueve de cada diez sorteos quedan entre {low} y {high} h, y mejora en el {better} %.",
            $"{s.Title.En}: the mean time changes by {tongue.Figures.Change(parts.Mean)} h on average over the inputs; nine in ten draws lie between {low} and {high} h, and {better} % of them improve.");
        if (double.IsNaN(parts.InputShare)) return reading;
        return reading + (parts.InputShare >= 0.5
            ? tongue.Say(" Lo que falta por saber está en los insumos, no en las réplicas: 'corridor sensitivity' dice en cuáles.", " What is not known lies in the inputs, not in the replications: 'corridor sensitivity' says in which.")
            : tongue.Say(" La simulación aún pesa más que los insumos: más réplicas por sorteo ayudan.", " Simulation still weighs more than the inputs: more replications a draw help."));
    }
}
