using System.Text;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Scenarios.Sensitivity;
using Spectre.Console;

namespace CorridorTwin.Cli.Output;

/// <summary>The uncertain inputs for readers: what they are called in commands, their range, and how far they can be trusted.</summary>
internal static class InputListPage
{
    /// <summary>The page.</summary>
    public static string Render(IReadOnlyList<UncertainInput> inputs, Tongue tongue, int width)
    {
        var page = new StringBuilder();
        foreach (IGrouping<string, UncertainInput> kind in inputs.GroupBy(i => i.Kind.Id))
        {
            page.Append(kind.Key).Append(": ").Append(tongue.Say(kind.First().Kind.Name)).Append('\n');
            foreach (UncertainInput i in kind)
            {
                string source = i.Source is null ? "" : $", {i.Source}";
                foreach (string line in Wrapping.Item($"{tongue.Say(i.Name)}: {InputWords.Value(i, i.Value, tongue)} ({InputWords.Ends(i, tongue)}; {tongue.Say(i.Grade.Name)}{source}) · {i.Id}", width, "• ", 2))
                    page.Append(line).Append('\n');
            }
            page.Append('\n');
        }
        string[] grades = [.. inputs.GroupBy(i => i.Grade.Id).OrderByDescending(g => g.Count()).Select(g => $"{tongue.Say(g.First().Grade.Name)} {g.Count()}")];
        foreach (string line in Wrapping.Lines(tongue.Say($"{inputs.Count} insumos inciertos: ", $"{inputs.Count} uncertain inputs: ") + string.Join(", ", grades) + ".", width)) page.Append(line).Append('\n');
        return page.ToString();
    }
}
