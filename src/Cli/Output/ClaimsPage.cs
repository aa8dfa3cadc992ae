using System.Text;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Claims;
using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Proofs;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Scenarios.Rollouts;
using Spectre.Console;

namespace CorridorTwin.Cli.Output;

/// <summary>Checked claims as a page of text.</summary>
internal sealed class ClaimsPage(RolloutRun run, IReadOnlyList<ClaimCheck> checks, Stamp stamp, Tongue tongue, int width)
{
    private readonly StringBuilder page = new();

    /// <summary>The page.</summary>
    public string Render()
    {
        Lines(tongue.Say(
            $"Afirmaciones públicas junto a lo que da el modelo: {run.Request.Rollout.Title.Es}, {run.Years[^1].With.Year}, {tongue.Replications(run.Replications)}.",
            $"Public claims beside what the model gives: {run.Request.Rollout.Title.En}, {run.Years[^1].With.Year}, {tongue.Replications(run.Replications)}."));
        Lines(tongue.Say(ClaimTables.Rule));
        Lines(tongue.Say(ClaimTables.Evidence(run.Plan, run.Years[^1].With.Year)));
        page.Append('\n');
        Table table = TextTable.Create((tongue.Say("Afirmación", "Claim"), false), (tongue.Say("Se dijo", "Said"), true), (tongue.Say("El modelo", "The model"), true), (tongue.Say("Veredicto", "Verdict"), false));
        foreach (ClaimCheck c in checks) table.Add(tongue.Say(c.Claim.Said), ClaimTables.Claimed(c.Claim, tongue), ClaimTables.Given(c, tongue), tongue.Say(ClaimTables.Of(c.Verdict)));
        page.Append(TextTable.Render(table, width));
        foreach (ClaimCheck c in checks)
        {
            page.Append('\n');
            Lines($"{tongue.Say(c.Claim.Said)} ({c.Claim.Source})");
            Item(tongue.Say("De la afirmación: ", "Of the claim: ") + tongue.Say(c.Claim.Note));
            foreach (ClaimFigure f in c.Figures) Item($"{tongue.Say(f.Name)}: {Value(f)}");
            foreach (Bilingual need in c.Needs) Item(tongue.Say("Valdría si: ", "It would hold if: ") + tongue.Say(need));
        }
        page.Append('\n');
        Lines(tongue.Say(ReportTexts.Illustrative));
        page.Append(StampLines.Render(stamp, tongue));
        return page.ToString();
    }

    private string Value(ClaimFigure figure) => figure.Unit switch
    {
        "%" => tongue.Figures.Percent(figure.Value),
        "USD" => $"{ClaimTables.Money(figure.Value.Low, tongue)} {tongue.Say("a", "to")} {ClaimTables.Money(figure.Value.High, tongue)}",
        "h" => tongue.Figures.LevelWithHalf(figure.Value) + " h",
        _ => tongue.Figures.LevelWithHalf(figure.Value),
    };

    private void Lines(string text) => page.AddLines(text, width);

    private void Item(string text) => page.AddItem(text, width);
}
