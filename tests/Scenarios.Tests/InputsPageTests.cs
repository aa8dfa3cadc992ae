using System.Text.RegularExpressions;
using CorridorTwin.Scenarios.Inputs;

namespace CorridorTwin.Scenarios.Tests;

/// <summary>The page on input files says what is so.</summary>
public partial class InputsPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "inputs.md"));

    public static TheoryData<string> Snippets => [.. Snippet().Matches(Page).Select(m => m.Groups[1].Value)];

    [Theory]
    [MemberData(nameof(Snippets))]
    public void Every_snippet_loads(string snippet)
    {
        string file = Path.Combine(Directory.CreateTempSubdirectory("corridor-").FullName, "snippet.yaml");
        File.WriteAllText(file, snippet);
        ScenarioFolder folder = ScenarioFolder.Load(Repository.Scenarios, alsoFile: file);
        Directory.Delete(Path.GetDirectoryName(file)!, true);
        Assert.Empty(folder.Problems.Select(p => p.ToString()));
        Assert.Contains(folder.Scenarios, s => s.Mark.File == file);
    }

    [Fact]
    public void The_example_of_a_message_is_the_message()
    {
        string file = Path.Combine(Directory.CreateTempSubdirectory("corridor-").FullName, "x.yaml");
        File.WriteAllText(file, string.Concat(Enumerable.Repeat("#\n", 8)) + "id: x\ntitle: {en: x, es: x}\nextends: 2024-baseline\nmeasures: [{measure: RiskManagement, posts: [penas-blanca]}]\n");
        InputProblem problem = Assert.Single(ScenarioFolder.Load(Repository.Scenarios, alsoFile: file).Problems);
        Directory.Delete(Path.GetDirectoryName(file)!, true);
        Assert.Contains((problem with { Mark = problem.Mark with { File = "scenarios/x.yaml" } }).ToString(), Page, StringComparison.Ordinal);
    }

    [GeneratedRegex("```yaml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Snippet();
}
