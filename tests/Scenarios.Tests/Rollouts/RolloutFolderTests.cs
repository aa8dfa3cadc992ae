using CorridorTwin.Scenarios.Inputs;

namespace CorridorTwin.Scenarios.Tests.Rollouts;

/// <summary>What is wrong with a rollout is one line: where, what, what was expected.</summary>
public class RolloutFolderTests
{
    [Theory]
    [InlineData("row: P1M2a-posts", "row: P1M2a-post", "lines[8].row", "P1M2a-posts")]
    [InlineData("order: [penas-blancas/CR, penas-blancas/NI, paso-canoas/PA", "order: [penas-blancas/CRI, penas-blancas/NI, paso-canoas/PA", "lines[8].order[0]", "penas-blancas/CR")]
    [InlineData("order: [penas-blancas/CR, penas-blancas/NI, paso-canoas/PA", "order: [penas-blancas/CR, penas-blancas/CR, paso-canoas/PA", "lines[8].order", null)]
    [InlineData("stands-for: 7 d", "stands-for: 8 d", "weeks", null)]
    [InlineData("guasaule/HN]\n    waits-for: [digital-documents]", "guasaule/HN]\n    waits-for: [digital-document]", "lines[8].waits-for", "digital-documents")]
    [InlineData("    row: P3M3a\n", "    row: P3M3a\n    waits-for: [AdvanceDeclaration]\n", "lines[1].waits-for", null)]
    [InlineData("    row: P3M3a\n", "", "lines[1]", null)]
    [InlineData("  - measure: Training\n    from: 2026", "  - measure: Training\n    from: 2026\n    building: 1 years", "lines[23].building", null)]
    [InlineData("  - measure: Training", "  - measure: Trainings", "lines[23].measure", "Training")]
    [InlineData("as: share-of-programme", "as: share-of-program", "counts.as", "share-of-programme")]
    [InlineData("years: [2025, 2027]", "years: [2027, 2025]", "works[1].years", null)]
    [InlineData("{2024: 4, 2025: 8", "{2023: 4, 2025: 8", "own.P1M2a-posts", "2024")]
    [InlineData("single-stop-posts: [paso-canoas]", "single-stop-posts: [paso-canoa]", "committed[2].parameters.single-stop-posts[0]", "paso-canoas")]
    public void Bad_input_is_one_clear_line(string old, string put, string field, string? nearest)
    {
        InputProblem problem = Assert.Single(Assert.Throws<InputException>(() => TestRollout.With(old, put)).Problems);
        Assert.Equal((field, nearest), (problem.Field, problem.NearestValid));
        Assert.True(problem.Line > 0 && problem.File.EndsWith("changed.yaml", StringComparison.Ordinal));
    }

    [Fact]
    public void The_shipped_one_is_right_and_its_figures_name_sources() =>
        Assert.All(TestRollout.Shipped.Figures.Where(f => f.SourceExpected), f => Assert.NotNull(f.Provenance.Source));
}
