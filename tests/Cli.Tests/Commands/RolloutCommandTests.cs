using System.Globalization;
using System.IO.Compression;
using System.Text.Json;

namespace CorridorTwin.Cli.Tests.Commands;

public class RolloutCommandTests
{
    private static readonly string[] Quick = ["rollout", "--years", "2024,2030", "--replications", "2", "--threads", "2"];

    private static readonly Lazy<Answer> Json = new(() => Corridor.Call([.. Quick, "--format", "json"]));

    [Fact]
    public void The_plan_names_every_contradiction_of_quantities_and_three_trajectories_without_simulating()
    {
        Answer answer = Corridor.Call("rollout", "--plan");
        Assert.Equal((ExitCode.Done, ""), (answer.Code, answer.Error));
        Assert.All(Enumerable.Range(1, 19), i => Assert.Contains($"• C{i}, ", answer.Out, StringComparison.Ordinal));
        Assert.Contains("6 + 2 + 3 + 3 + 3 + 3 = 20 ≠ 17", answer.Out.ReplaceLineEndings(" ").Replace("     ", " ", StringComparison.Ordinal).Replace("  ", " ", StringComparison.Ordinal).Replace("  ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        string[] lines = [.. answer.Out.Split('\n').SkipWhile(l => !l.StartsWith("P1M1a (posts)", StringComparison.Ordinal)).Take(3)];
        Assert.Equal(["as printed 6 8 11 14 17 20 20 20 17", "scaled to the goal 6 7.6 9.9 12.3 14.6 17 17 17 17", "own 6 6 8 11 14 17 17 17 17"],
            lines.Select(l => string.Join(' ', l.Replace("P1M1a (posts)", "", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries))));
        Assert.Contains("slips from 2025 to 2026 because it waits for", answer.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void The_plan_reads_in_both_languages_and_on_a_narrow_screen()
    {
        foreach ((string language, string[] told) in new[] { ("en", new[] { "What slips", "Side by side", "With or without the strategy", "nothing is silently mended" }), ("es", ["Se atrasa", "Lado por lado", "Con o sin la estrategia", "nada se corrige en silencio"]) })
        {
            Answer answer = Corridor.Call(90, CancellationToken.None, "rollout", "--plan", "--lang", language);
            Assert.All(told, t => Assert.Contains(t, answer.Out, StringComparison.Ordinal));
            Assert.All(answer.Out.Split('\n').Where(l => !l.Contains("corridor rollout", StringComparison.Ordinal)), l => Assert.True(l.Length <= 90, l));
        }
    }

    [Fact]
    public void Years_are_simulated_with_and_without_and_both_splits_add_up()
    {
        JsonElement root = JsonDocument.Parse(Json.Value.Out).RootElement;
        JsonElement[] years = [.. root.GetProperty("years").EnumerateArray()];
        Assert.Equal([2024, 2030], years.Select(y => y.GetProperty("year").GetInt32()));
        Assert.Equal(0, years[0].GetProperty("difference").GetDouble());
        Assert.True(years[1].GetProperty("with").GetDouble() < years[1].GetProperty("without").GetDouble());
        JsonElement split = Assert.Single(root.GetProperty("splits").EnumerateArray());
        decimal Part(string name) => split.GetProperty(name).GetDecimal();
        Assert.Equal(Part("change"), Part("demand") + Part("reform"));
        Assert.Equal(Part("change"), Part("within") + Part("mix"));
        Assert.Equal(["years", "splits", "trajectories", "counts", "steps", "contradictions", "weeks"], root.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.Array && p.Name != "notes").Select(p => p.Name));
        Assert.Contains("rollout", root.GetProperty("stamp").GetProperty("command").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_stored_gives_the_same_in_every_form()
    {
        using var scratch = new Scratch();
        string[] stored = [.. Quick, "--store", scratch.File("runs.db")];
        Answer kept = Corridor.Call([.. stored, "--out", scratch.File("out")]);
        Assert.Equal(ExitCode.Done, kept.Code);
        Assert.Contains("Why it changes since 2024", kept.Out, StringComparison.Ordinal);
        Assert.Equal(["contradictions.csv", "counts.csv", "rollout.json", "rollout.txt", "rollout.xlsx", "splits.csv", "steps.csv", "trajectories.csv", "weeks.csv", "years.csv"], Directory.EnumerateFiles(scratch.File("out")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        using (ZipArchive book = ZipFile.OpenRead(scratch.File("out/rollout.xlsx"))) Assert.Equal(8, book.Entries.Count(e => e.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal) && e.Name.EndsWith(".xml", StringComparison.Ordinal)));
        string csv = Corridor.Call([.. stored, "--format", "csv"]).Out;
        Assert.Equal(File.ReadAllText(scratch.File("out/years.csv")).ReplaceLineEndings("\n"), csv.ReplaceLineEndings("\n"));
        double without = JsonDocument.Parse(Json.Value.Out).RootElement.GetProperty("years")[1].GetProperty("without").GetDouble();
        Assert.Equal(without, double.Parse(csv.Split('\n')[2].Split(',')[2], CultureInfo.InvariantCulture), 6);
    }

    [Theory]
    [InlineData("--years", "2023", "--years '2023'")]
    [InlineData("--years", "2027,2024", "--years '2027,2024'")]
    [InlineData("--reading", "printed", "did you mean 'as-printed'?")]
    [InlineData("--check-year", "2029", "not among the years simulated")]
    public void Bad_options_are_one_line(string option, string value, string told)
    {
        Answer answer = Corridor.Call(option == "--years" ? ["rollout", option, value] : ["rollout", "--years", "2024", option, value]);
        Assert.Equal((ExitCode.BadInput, ""), (answer.Code, answer.Out));
        Assert.Contains(told, Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
    }
}
