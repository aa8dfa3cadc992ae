using CorridorTwin.Scenarios.Calibration;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Tests.Inputs;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Tests.Calibration;

public class ReferenceTableTests
{
    private const string Head = "post,direction,role,kind,operation,quantity,unit,value,low,high,aim_low,aim_high,must_low,must_high,source\n";

    private static readonly CorridorModel Model = Shipped.Folder.Baselines[0].Model;

    private static (IReadOnlyList<ReferenceRow> Rows, string[] Problems) Load(string text)
    {
        using var workspace = new Workspace();
        var problems = new Problems();
        IReadOnlyList<ReferenceRow> rows = ReferenceTable.Load(workspace.Write("references.csv", text), Model, problems);
        return (rows, [.. problems.All.Select(p => workspace.Relative(p.Render("en")))]);
    }

    [Fact]
    public void A_row_is_read()
    {
        (IReadOnlyList<ReferenceRow> rows, string[] problems) = Load(Head + "penas-blancas,S2N,exit,pair,,M_side,h,17.3,8.65,34.6,,,15.57,19.03,T1.20\n");
        Assert.Empty(problems);
        Assert.Equal(new ReferenceRow(2, "penas-blancas", Direction.S2N, SideRole.Exit, TruckKind.Pair, null, "M_side", "h", 17.3, (8.65, 34.6), null, (15.57, 19.03), "T1.20"), Assert.Single(rows));
    }

    [Theory]
    [InlineData("penas-blanca,S2N,exit,pair,,M_side,h,17.3,8,34,,,,,x", "references.csv:2: post 'penas-blanca': unknown; expected one of ")]
    [InlineData("penas-blancas,S2N,exit,pair,,M_sid,h,17.3,8,34,,,,,x", "references.csv:2: quantity 'M_sid': unknown; expected one of ")]
    [InlineData("penas-blancas,S2N,exit,pair,,M_side,h,abc,8,34,,,,,x", "references.csv:2: value 'abc': not a finite number")]
    [InlineData("penas-blancas,S2N,exit,pair,,M_side,h,,8,34,,,,,x", "references.csv:2: value '': missing")]
    [InlineData("penas-blancas,S2N,exit,pair,,M_side,h,17.3,40,34,,,,,x", "references.csv:2: low '40': above high")]
    public void A_wrong_cell_is_one_line(string row, string expected)
    {
        (IReadOnlyList<ReferenceRow> rows, string[] problems) = Load(Head + row + "\n");
        Assert.Empty(rows);
        Assert.StartsWith(expected, Assert.Single(problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_table_is_refused() => Assert.StartsWith("references.csv:1: not a table of references", Assert.Single(Load("a,b\n1,2\n").Problems), StringComparison.Ordinal);
}
