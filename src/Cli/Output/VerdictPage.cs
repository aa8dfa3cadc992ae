using System.Text;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Proofs;
using CorridorTwin.Scenarios.Reports;

namespace CorridorTwin.Cli.Output;

/// <summary>What verifying a report came to, as lines.</summary>
internal static class VerdictPage
{
    /// <summary>The lines.</summary>
    public static string Render(Verdict verdict, Proof proof, Tongue tongue)
    {
        var text = new StringBuilder();
        text.Append(tongue.Say(verdict.Sentence)).Append(' ').Append(tongue.Say($"{tongue.Replications(verdict.Replications)} de {proof.Question.Scenarios.Count} escenarios y su línea base, simuladas de nuevo.\n", $"{tongue.Replications(verdict.Replications)} of {proof.Question.Scenarios.Count} scenarios and their baseline, run anew.\n"));
        foreach (Finding finding in verdict.Findings)
        {
            text.Append("- ").Append(tongue.Say(finding.What));
            if (finding.Recorded is not null || finding.Found is not null)
                text.Append(tongue.Say($": en el informe {finding.Recorded ?? Figures.None}, ahora {finding.Found ?? Figures.None}", $": in the report {finding.Recorded ?? Figures.None}, now {finding.Found ?? Figures.None}"));
            text.Append('\n');
        }
        if (verdict.More > 0) text.Append(tongue.Say($"- y {verdict.More} más\n", $"- and {verdict.More} more\n"));
        foreach (Bilingual note in verdict.Notes) text.Append(tongue.Say(note)).Append('\n');
        return text.Append(ReportTexts.StampLine(proof.Stamp, tongue)).Append('\n').ToString();
    }
}
