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

    [Fact]
    public void A_period_is_shown_with_its_holidays()
    {
        using var scratch = new Scratch();
        string file = scratch.File("december.yaml");
        File.WriteAllText(file, "id: december\ntitle: {en: December, es: Diciembre}\nextends: 2024-baseline\nperiod: {start: 2024-12-02}\n");
        string page = Corridor.Call(400, CancellationToken.None, "show", file).Out;
        Assert.Contains("Measured period from Monday 2024-12-02, with the months and holidays of its dates, also in the warm-up before it.\nHolidays in its first 28 days:\n", page, StringComparison.Ordinal);
        Assert.Contains("  • 2024-12-25: Christmas Day (12-25; every country): traffic ×0.5; guasaule HN customs but gate, transit-desk, payment, exit: closed; customs plant and animal health but gate, transit-desk, payment, exit: 50 %; brokers and desk closed.\n", page, StringComparison.Ordinal);
        Assert.Contains("period: (none) → 2024-12-02", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Juan Santamaría", page, StringComparison.Ordinal);
        string spanish = Corridor.Call(400, CancellationToken.None, "show", file, "--lang", "es").Out;
        Assert.Contains("Feriados en sus primeros 28 días:\n", spanish, StringComparison.Ordinal);
        Assert.Contains("  • 2024-12-20: Día de Duelo Nacional (12-20; PA): tráfico ×0.5;", spanish, StringComparison.Ordinal);
    }

    [Fact]
    public void The_baseline_shows_its_holidays() => Assert.Contains("Holy Thursday (3 days before Easter; GT, SV, HN, NI, CR): traffic ×0.5;", Corridor.Call(400, CancellationToken.None, "show", "2024-baseline").Out, StringComparison.Ordinal);

    [Fact]
    public void Ordinary_weeks_are_said_to_be_so() => Assert.Contains("Ordinary weeks: no months, no holidays.", Corridor.Call("show", "smart-border").Out, StringComparison.Ordinal);
}
