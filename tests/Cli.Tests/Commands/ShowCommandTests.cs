namespace CorridorTwin.Cli.Tests.Commands;

public class ShowCommandTests
{
    [Fact]
    public void It_says_what_where_how_strongly_and_on_what_evidence()
    {
        string page = Corridor.Call(400, CancellationToken.None, "show", "risk-management").Out;
        Assert.Contains("Where: at all posts. Strength: 100 %.", page, StringComparison.Ordinal);
        Assert.Contains("red-cut: 30 %. Cut in the red-channel share (measured, range 30 % to 70 %; J.risk-management, E4.24, E4.25).", page, StringComparison.Ordinal);
        Assert.Contains("Guard: What is not examined is not found.", page, StringComparison.Ordinal);
        Assert.Contains("• E4.24: ", page, StringComparison.Ordinal);
    }

    [Fact]
    public void It_shows_each_value_before_and_after()
    {
        string page = Corridor.Call("show", "coordinated-border-management").Out;
        Assert.Contains("  • recognition: 0 % → 15 %\n      every entry side but paso-canoas.S2N.entry\n", page, StringComparison.Ordinal);
        Assert.DoesNotContain("in-force", page, StringComparison.Ordinal);
    }

    [Fact]
    public void It_speaks_Spanish()
    {
        string page = Corridor.Call(400, CancellationToken.None, "show", "advance-declaration", "--lang", "es").Out;
        Assert.StartsWith("Declaración anticipada (advance-declaration)\nDeclaración anticipada obligatoria", page, StringComparison.Ordinal);
        Assert.Contains("Ya está en vigor; no cambia nada: pedro-de-alvarado, el-amatillo.", page, StringComparison.Ordinal);
        Assert.Contains("Valores que cambian frente a 2024-baseline", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_baseline_can_be_shown() => Assert.Contains("penas-blancas: Peña Blanca–Peñas Blancas (NI/CR)", Corridor.Call("show", "2024-baseline").Out, StringComparison.Ordinal);

    [Fact]
    public void A_scenario_must_be_named() => Assert.StartsWith("corridor: show: needs a scenario; expected one of advance-declaration, ", Assert.Single(Corridor.Call("show").ErrorLines), StringComparison.Ordinal);
}
