using System.Text;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Attributions;
using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Evidence;
using CorridorTwin.Scenarios.Proofs;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Scenarios.Statistics;
using Spectre.Console;

namespace CorridorTwin.Cli.Output;

/// <summary>The evidence briefing as a page of text.</summary>
internal sealed class EvidencePage(EvidencePack pack, Stamp stamp, Tongue tongue, int width)
{
    private readonly StringBuilder page = new();

    /// <summary>The page.</summary>
    public string Render()
    {
        Lines($"{tongue.Say(EvidenceTables.Title)}: {tongue.Say(pack.Table.Run.Request.Rollout.Title)}, {pack.From}–{pack.To}, {tongue.Replications(pack.Table.Run.Replications)}.");
        Lines(tongue.Say(EvidenceTables.Rule));
        Head(tongue.Say("Observado, modelado, sin explicar (horas)", "Observed, modelled, unexplained (hours)"));
        if (pack.Observed.Count == 0) Lines(tongue.Say(EvidenceTables.NothingObserved));
        else page.Append(Observed());
        Head(tongue.Say($"Qué grupos de medidas aportan en {pack.To} (horas ahorradas por operación, semanas ordinarias)", $"Which groups of measures contribute in {pack.To} (hours saved an operation, ordinary weeks)"));
        if (pack.Shares is { } shares) page.Append(Shares(shares));
        else Lines(tongue.Say("Ninguna medida está en vigor.", "No measure is in force."));
        Head(tongue.Say("Las dieciocho preguntas de la evaluación", "The eighteen evaluation questions"));
        page.Append(Summary());
        foreach (EvidenceAnswer answer in pack.Answers) Answer(answer);
        page.Append('\n');
        Lines(tongue.Say(ReportTexts.Illustrative));
        page.Append(StampLines.Render(stamp, tongue));
        return page.ToString();
    }

    private string Observed()
    {
        Table table = TextTable.Create((tongue.Say("Casilla", "Cell"), false), (tongue.Say("Observado", "Observed"), true), (tongue.Say("Modelado", "Modelled"), true), (tongue.Say("Sin explicar", "Unexplained"), true));
        foreach (ObservedChange o in pack.Observed) table.Add(o.Cell, tongue.Figures.Change(o.Observed), tongue.Figures.Change(o.Modelled), tongue.Figures.Change(o.Unexplained));
        return TextTable.Render(table, width);
    }

    private string Shares(ScenarioAttribution shares)
    {
        Table table = TextTable.Create((tongue.Say("Grupo", "Group"), false), (tongue.Say("Aporte", "Share"), true), (tongue.Say("Por sí solo", "Alone"), true), (tongue.Say("Si solo\nél falta", "If only it\nis missing"), true));
        foreach (ContributorShare s in shares.Shares.OrderByDescending(s => s.Share.Mean)) table.Add(tongue.Say(s.Contributor.Title), tongue.Figures.LevelWithHalf(s.Share), tongue.Figures.LevelWithHalf(s.Alone), tongue.Figures.LevelWithHalf(s.LastIn));
        table.Add(tongue.Say("Todas", "All"), tongue.Figures.LevelWithHalf(shares.Total), "", "");
        return TextTable.Render(table, width);
    }

    private string Summary()
    {
        Table table = TextTable.Create(("", false), (tongue.Say("Pregunta", "Question"), false), (tongue.Say("Estado", "Standing"), false));
        foreach (EvidenceAnswer a in pack.Answers) table.Add(a.Id, tongue.Say(a.Question), tongue.Say(EvidenceTables.Of(a.Standing)));
        return TextTable.Render(table, width);
    }

    private void Answer(EvidenceAnswer answer)
    {
        page.Append('\n');
        Lines($"{answer.Id}. {tongue.Say(answer.Question)} [{tongue.Say(EvidenceTables.Of(answer.Standing))}]");
        foreach (string line in Wrapping.Item(tongue.Say(answer.Answer), width, "", 3)) page.Append(line).Append('\n');
        foreach (EvidenceEffect e in answer.Effects) Item($"{tongue.Say(e.Name)}: {(e.Unit == "%" ? tongue.Figures.Percent(e.Value) : $"{tongue.Figures.Change(e.Value)} {e.Unit}")}");
        if (answer.Confidence != Confidence.None) Item(tongue.Say("Confianza ", "Confidence ") + tongue.Say(EvidenceTables.Of(answer.Confidence)));
        if (answer.WouldChange is { } change) Item(tongue.Say("Nos haría cambiar de opinión: ", "What would change our mind: ") + tongue.Say(change));
        if (answer.Links.Count > 0) Item(tongue.Say("Para seguir: ", "To follow up: ") + string.Join("; ", answer.Links.Select(l => l.Command)));
    }

    private void Head(string text)
    {
        page.Append('\n');
        Lines(text);
    }

    private void Lines(string text) => page.AddLines(text, width);

    private void Item(string text) => page.AddItem(text, width, 3);
}
