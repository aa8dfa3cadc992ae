using CorridorTwin.Scenarios.Sensitivity;

namespace CorridorTwin.Scenarios.Tests.Sensitivity;

public class SensitivityRunTests
{
    private static readonly UncertainInput A = FormulaResponse.Input("a", 2, 3, 6), B = FormulaResponse.Input("b", -1, 0, 1), C = FormulaResponse.Input("c", 10, 11, 12);

    private static FormulaResponse Linear => new((p, r) => 5 * p.Of(A) - 3 * p.Of(B) + r);

    [Fact]
    public void A_linear_answer_has_mu_star_coefficient_times_range_and_sigma_zero()
    {
        SensitivityResult result = SensitivityRun.Run([A, B, C], Linear, new SensitivityOptions { Paths = 10 });
        Assert.Equal(["a", "b", "c"], result.Inputs.Select(i => i.Input.Id));
        Assert.Equal(5 * 4, result.Inputs[0].Effect.MuStar.Mean, 1e-9);
        Assert.Equal(20, result.Inputs[0].Effect.Mu, 1e-9);
        Assert.Equal(3 * 2, result.Inputs[1].Effect.MuStar.Mean, 1e-9);
        Assert.Equal(-6, result.Inputs[1].Effect.Mu, 1e-9);
        Assert.All(result.Inputs, i => Assert.Equal(0, i.Effect.Sigma, 1e-9));
    }

    [Fact]
    public void An_input_without_effect_gets_exactly_zero_and_no_bar()
    {
        SensitivityResult result = SensitivityRun.Run([A, B, C], Linear, new SensitivityOptions());
        InputEffect none = result.Inputs[2];
        Assert.Equal((0.0, 0.0, 0.0), (none.Effect.MuStar.Mean, none.Effect.Mu, none.Effect.Sigma));
        Assert.DoesNotContain(C, result.Ends.Select(e => e.Input));
    }

    [Fact]
    public void The_ends_of_a_range_are_what_the_formula_gives_there()
    {
        SensitivityResult result = SensitivityRun.Run([A, B, C], Linear, new SensitivityOptions { EndReplications = 3 });
        Assert.Equal(5 * 3 + 1, result.Answer.Mean, 1e-12);
        EndsEffect a = result.Ends[0];
        Assert.Equal((11.0, 31.0), (a.AtLow.Mean, a.AtHigh.Mean));
        Assert.Equal((-5.0, 15.0), (a.Bar.Low.Mean, a.Bar.High.Mean));
        Assert.Equal(20, a.Bar.Span);
        // Replications differ by what every point shares: pairing takes it away.
        Assert.Equal(0, a.Bar.Low.HalfWidth, 1e-12);
        Assert.True(a.AtLow.HalfWidth > 1);
    }

    [Fact]
    public void An_interaction_shows_as_sigma()
    {
        var product = new FormulaResponse((p, _) => p.Of(A) * p.Of(B));
        SensitivityResult result = SensitivityRun.Run([A, B, C], product, new SensitivityOptions { Paths = 10 });
        Assert.True(result.Inputs[0].Effect.Sigma > 1);
    }

    [Fact]
    public void Many_inputs_are_screened_by_kind_and_only_kinds_that_matter_are_looked_into()
    {
        UncertainInput[] strong = [.. Enumerable.Range(0, 5).Select(i => FormulaResponse.Input($"s{i}", 0, 0.5, 1, "strong"))];
        UncertainInput[] weak = [.. Enumerable.Range(0, 20).Select(i => FormulaResponse.Input($"w{i}", 0, 0.5, 1, "weak"))];
        UncertainInput[] none = [.. Enumerable.Range(0, 20).Select(i => FormulaResponse.Input($"n{i}", 0, 0.5, 1, "none"))];
        var answer = new FormulaResponse((p, _) => strong.Sum(p.Of) * 10 + weak.Sum(p.Of) * 0.001);
        SensitivityResult result = SensitivityRun.Run([.. none, .. weak, .. strong], answer, new SensitivityOptions { MembersAtMost = 10 });
        Assert.Equal(["strong", "weak", "none"], result.Kinds.Select(k => k.Kind.Id));
        Assert.Equal([true, false, false], result.Kinds.Select(k => k.LookedInto));
        Assert.Equal(0, result.Kinds[2].Effect.MuStar.Mean);
        Assert.Equal(5, result.Inputs.Count);
        Assert.All(result.Inputs, i => Assert.Equal(10, i.Effect.MuStar.Mean, 1e-9));
    }

    [Fact]
    public void Members_that_pull_against_each_other_do_not_hide_their_kind()
    {
        UncertainInput[] members = [.. Enumerable.Range(0, 8).Select(i => FormulaResponse.Input($"m{i}", 0, 0.5, 1, "mixed"))];
        UncertainInput[] others = [.. Enumerable.Range(0, 8).Select(i => FormulaResponse.Input($"o{i}", 0, 0.5, 1, "other"))];
        var answer = new FormulaResponse((p, _) => members.Select((m, i) => (i % 2 == 0 ? 10 : -10) * p.Of(m)).Sum() + 0.1 * others.Sum(p.Of));
        SensitivityResult result = SensitivityRun.Run([.. others, .. members], answer, new SensitivityOptions { MembersAtMost = 4, Paths = 8 });
        Assert.Equal("mixed", result.Kinds[0].Kind.Id);
        Assert.True(result.Kinds[0].LookedInto);
    }

    [Fact]
    public void Cancelled_work_keeps_whole_paths_and_says_what_is_missing()
    {
        // The own point, then paths of four points: the third path is cut short.
        var answer = new FormulaResponse((p, r) => 5 * p.Of(A) + r) { CancelAfter = 11 };
        SensitivityResult result = SensitivityRun.Run([A, B, C], answer, new SensitivityOptions { Paths = 6 }, null, answer.Source.Token);
        Assert.False(result.Complete);
        Assert.Equal(20, result.Inputs[0].Effect.MuStar.Mean, 1e-9);
        Assert.Equal(2, result.Inputs[0].Effect.Effects.Count);
        Assert.Equal(["4 of 6 paths over inputs", "the ends of 1 of 1 inputs"], result.Missing.Select(m => m.En));
    }

    [Fact]
    public void Cancelled_before_two_paths_there_is_no_effect_but_the_answer()
    {
        var answer = new FormulaResponse((p, r) => p.Of(A) + r) { CancelAfter = 3 };
        SensitivityResult result = SensitivityRun.Run([A, B], answer, new SensitivityOptions(), null, answer.Source.Token);
        Assert.Empty(result.Inputs);
        Assert.Equal(3 + 4.5, result.Answer.Mean, 1e-12);
        Assert.False(result.Complete);
    }

    [Fact]
    public void What_will_be_run_is_told_before_it_is()
    {
        var told = new List<SensitivityCost>();
        SensitivityRun.Run([A, B, C], Linear, new SensitivityOptions { Paths = 4, ScreeningReplications = 2, EndReplications = 10, Top = 2 }, told.Add);
        Assert.Equal([10, 4 * 4 * 2, 2 * 2 * 10], told.Select(t => t.Certain));
        Assert.Equal(10 + 32 + 40, told[0].AtMost);
    }

    [Fact]
    public void Without_an_input_there_is_nothing_to_ask() => Assert.Throws<ArgumentException>(() => SensitivityRun.Run([], Linear, new SensitivityOptions()));
}
