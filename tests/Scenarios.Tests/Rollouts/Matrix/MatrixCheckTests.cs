using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Rollouts.Matrix;

namespace CorridorTwin.Scenarios.Tests.Rollouts.Matrix;

/// <summary>The matrix says where it contradicts itself, by computing: mend a row and it is silent.</summary>
public class MatrixCheckTests
{
    private static readonly IReadOnlyList<MatrixRow> Rows = TestRollout.Shipped.Matrix;
    private static readonly IReadOnlyList<Contradiction> Known = TestRollout.Shipped.Contradictions;

    [Fact]
    public void Every_contradiction_of_quantities_is_found_in_the_data()
    {
        IReadOnlyList<MatrixFinding> found = MatrixCheck.Of(Rows, Known);
        Assert.Equal(["C4", "C5", "C6", "C7", "C8", "C9", "C10", "C11", "C12"], Known.Where(c => c.Row is not null).Select(c => c.Id));
        Assert.Empty(MatrixCheck.NotShown(found, Known));
        Assert.Equal(Enumerable.Range(1, 19).Select(i => $"C{i}"), Known.Select(c => c.Id));
    }

    [Theory]
    [InlineData("P1M1a", Disagreement.Beyond, "6 + 2 + 3 + 3 + 3 + 3 = 20 ≠ 17; 3 too many, as much as one cell")]
    [InlineData("P1M2a-posts", Disagreement.Short, "4 + 4 + 3 + 3 + 2 = 16 ≠ 17; 1 short")]
    [InlineData("P1M1c", Disagreement.NoIndicator, "quantities without an indicator")]
    [InlineData("P4M1a", Disagreement.GoalWithoutBase, "the additions alone come to the goal of 14; with the base it would be 20")]
    [InlineData("P4M2c", Disagreement.Levels, "the cells are levels up to 14; added up they would give 77")]
    [InlineData("P5M1a", Disagreement.TooManyCountries, "2 + 6 = 8, and there are 6 countries")]
    [InlineData("P5M2a", Disagreement.Beyond, "10 + 3 + 3 = 16 ≠ 14; 2 too many")]
    [InlineData("P1M1e-operational", Disagreement.Short, "0 + 1 = 1 ≠ 7; 6 short")]
    [InlineData("P3M5b", Disagreement.CellAboveGoal, "a cell of 6 where 1 is left to do")]
    [InlineData("P2M1d", Disagreement.Short, "0 + 1 = 1 ≠ 2; 1 short")]
    public void What_is_found_says_by_how_much(string row, Disagreement kind, string text) =>
        Assert.Contains(MatrixCheck.Of(Rows.Single(r => r.Id == row)), f => f.Kind == kind && f.Text.En == text);

    [Fact]
    public void A_row_that_adds_up_is_silent_and_its_contradiction_is_said_to_be_gone()
    {
        MatrixRow mended = Rows.Single(r => r.Id == "P1M2a-posts");
        mended = mended with { Cells = ["4", "3", "3", "2", "1", "", ""] };
        Assert.Empty(MatrixCheck.Of(mended));
        IReadOnlyList<MatrixRow> rows = [.. Rows.Select(r => r.Id == mended.Id ? mended : r)];
        Assert.Equal("C5", Assert.Single(MatrixCheck.NotShown(MatrixCheck.Of(rows, Known), Known)).Id);
    }

    [Theory]
    [InlineData("c2024", "two", "not a quantity")]
    [InlineData("c2026", "-3", "not a quantity")]
    [InlineData("reading", "incremnt", "unknown")]
    [InlineData("of", "post", "unknown")]
    [InlineData("pillar", "6", "not a whole number allowed here")]
    public void A_wrong_cell_is_one_line_with_file_line_and_column(string column, string cell, string message)
    {
        string[] lines = File.ReadAllLines(Path.Combine(Repository.Scenarios, "data", MatrixTable.FileName));
        int at = Array.IndexOf(lines[0].Split(','), column);
        // The row of the first contradiction has one quoted cell, its indicator: cells after it move by two commas.
        string[] cells = lines[1].Split(',');
        cells[at > 4 ? at + 1 : at] = cell;
        lines[1] = string.Join(',', cells);
        string file = Path.Combine(Directory.CreateTempSubdirectory("corridor-").FullName, MatrixTable.FileName);
        File.WriteAllLines(file, lines);
        var problems = new Problems();
        MatrixTable.Load(file, problems);
        Directory.Delete(Path.GetDirectoryName(file)!, true);
        InputProblem problem = Assert.Single(problems.All);
        Assert.Equal((2, column, cell), (problem.Line, problem.Field, problem.Given));
        Assert.Equal(message, problem.Message.En);
    }
}
