using CorridorTwin.Scenarios.Disruptions;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Tests.Inputs;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Tests.Disruptions;

public class DisruptionLibraryTests
{
    private const string Heads = "id,es,en,kind,after_h,hours,strength,cargo,source,grade\n";

    private static readonly IReadOnlyList<KnownDisruption> Shipped = Tests.Shipped.Folder.Disruptions;

    [Fact]
    public void The_shipped_ones_are_those_the_strategy_needs_each_with_its_source()
    {
        Assert.Equal(["closure-day", "outage-2019", "strike-5-days", "flood", "blockade-2023"], Shipped.Select(d => d.Id));
        HashSet<string> sources = [.. File.ReadLines(Path.Combine(Repository.Scenarios, "data", "sources.csv")).Select(l => l.Split(',')[0])];
        Assert.All(Shipped, d => Assert.Contains(d.Source, sources));
        Assert.All(Shipped, d => Assert.NotEqual(d.Title.Es, d.Title.En));
        Assert.Equal(Enum.GetValues<DisruptionKind>(), Shipped.SelectMany(d => d.Parts).Select(p => p.Kind).Distinct().Order());
    }

    [Fact]
    public void A_scenario_that_names_one_has_its_parts_at_the_post_from_the_day_on()
    {
        Disruption[] flood = [.. Shipped.Single(d => d.Id == "flood").At("guasaule", 7)];
        Assert.Equal(
            [new(DisruptionKind.Closure, "guasaule", 7, 36, 1), new(DisruptionKind.Strike, "guasaule", 8.5, 48, 0.5), new(DisruptionKind.Surge, "guasaule", 8, 120, 0.05, CargoClass.Relief)], flood);
        Assert.Equal([new(DisruptionKind.Outage, null, 7 + 7 / 24.0, 72, 4)], Tests.Shipped.Folder.Scenarios.Single(s => s.Id == "outage-2019").Disruptions);
    }

    [Theory]
    [InlineData("x,es,en,closure,0,24,1,,A.x,assumption", null)]
    [InlineData(",es,en,closure,0,24,1,,A.x,assumption", "d.csv:2: id: missing")]
    [InlineData("x,es,en,closures,0,24,1,,A.x,assumption", "d.csv:2: kind 'closures': no such value; expected one of closure, outage, strike, surge; did you mean 'closure'?")]
    [InlineData("x,es,en,strike,0,24,1.5,,A.x,assumption", "d.csv:2: strength '1.5': not an allowed number; expected a number from 0 to 1")]
    [InlineData("x,es,en,closure,0,-3,1,,A.x,assumption", "d.csv:2: hours '-3': not an allowed number; expected a number from 0 to 8784")]
    [InlineData("x,es,en,closure,0,24,1,relief,A.x,assumption", "d.csv:2: cargo 'relief': only a surge brings cargo; expected empty")]
    [InlineData("x,es,en,surge,0,24,0.1,reliev,A.x,assumption", "d.csv:2: cargo 'reliev': no such value; expected one of general, perishable, dangerous, relief; did you mean 'relief'?")]
    public void A_wrong_cell_is_one_line(string row, string? line)
    {
        Problems problems = Load(Heads + row + "\n", out IReadOnlyList<KnownDisruption> known);
        Assert.Equal(line is null ? [] : [line], problems.All.Select(p => p.Render("en")[p.Render("en").LastIndexOf("d.csv", StringComparison.Ordinal)..]));
        Assert.Equal(line is null ? 1 : 0, known.Count);
    }

    [Fact]
    public void Another_table_is_refused_whole()
    {
        Problems problems = Load("id,what\nx,y\n", out _);
        Assert.Contains("not a table of disturbances", Assert.Single(problems.All).Render("en"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_table_hides_no_scenario_that_does_not_need_it()
    {
        using Workspace workspace = Workspace.WithBaseline();
        Directory.CreateDirectory(Path.Combine(workspace.Folder, "data"));
        File.WriteAllText(Path.Combine(workspace.Folder, "data", "disruptions.csv"), Heads + "x,es,en,closure,0,24,2,,A.x,assumption\n");
        workspace.Write("y.yaml", "id: y\ntitle: {en: a, es: b}\nextends: small\nmeasures: [{measure: SmartBorder}]\n");
        ScenarioFolder folder = workspace.Load();
        Assert.Equal(["y"], folder.Scenarios.Select(s => s.Id));
        Assert.Contains("data", Assert.Single(folder.Problems).File, StringComparison.Ordinal);
    }

    private static Problems Load(string text, out IReadOnlyList<KnownDisruption> known)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        try
        {
            string path = Path.Combine(folder.FullName, "d.csv");
            File.WriteAllText(path, text);
            var problems = new Problems();
            known = DisruptionLibrary.Load(path, problems);
            return problems;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
