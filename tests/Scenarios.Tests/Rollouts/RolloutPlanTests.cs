using CorridorTwin.Scenarios.Rollouts;
using CorridorTwin.Scenarios.Rollouts.Matrix;
using CorridorTwin.Scenarios.Rollouts.Reports;

namespace CorridorTwin.Scenarios.Tests.Rollouts;

/// <summary>Who gets what when, and what hangs on what.</summary>
public class RolloutPlanTests
{
    private static readonly RolloutSide Cr = new("penas-blancas", "CR"), Gt = new("pedro-de-alvarado", "GT");

    private static RolloutPlan Plan(Rollout rollout) => RolloutPlan.Of(rollout, MatrixReading.AsPrinted);

    private static int[] Counts(RolloutPlan plan, string line) => [.. MatrixRow.Years.Select(y => plan.Count(line, y))];

    [Fact]
    public void What_stood_before_stands_and_is_counted_first()
    {
        RolloutPlan plan = Plan(TestRollout.Shipped);
        Assert.True(plan.At("AdvanceDeclaration", Gt) is { Stands: true, Slips.Count: 0 });
        Assert.Equal(4, plan.Count("AdvanceDeclaration", 2024));
        // In force towards Costa Rica only: half a side is not a side.
        Assert.False(plan.At("CoordinatedBorderManagement", new("paso-canoas", "CR")).Stands);
    }

    [Fact]
    public void Counts_become_sides_by_the_rule_of_the_file()
    {
        // 4 of 10 stand; levels 8 11 14 16 of 4 to 17 leave 6 x 4/13, 7/13, 10/13, 12/13 more; a year later.
        Assert.Equal([4, 4, 7, 9, 10, 10, 10], Counts(Plan(TestRollout.Shipped), "AdvanceDeclaration"));
        string unbound = "guasaule/NI, guasaule/HN]\n    waits-for: [digital-documents]";
        Assert.Equal([4, 6, 7, 9, 10, 10, 10], Counts(Plan(TestRollout.With(unbound, "guasaule/NI, guasaule/HN]")), "AdvanceDeclaration"));
        Assert.Equal([0, 5, 6, 8, 10, 10, 10], Counts(Plan(TestRollout.With("as: share-of-programme", "as: share-of-region")), "CoordinatedBorderManagement"));
        Assert.Equal([0, 2, 5, 8, 10, 10, 10], Counts(Plan(TestRollout.With("as: share-of-programme", "as: corridor-first")), "CoordinatedBorderManagement"));
        Assert.Equal([2, 5, 7, 10, 10, 10, 10], Counts(Plan(TestRollout.With("effect: next-year", "effect: same-year")), "CoordinatedBorderManagement"));
    }

    [Fact]
    public void A_row_of_countries_brings_all_sides_of_each()
    {
        RolloutPlan plan = Plan(TestRollout.Shipped);
        RolloutSide[] first = [.. plan.Steps.Where(s => s.Line.Name == "RiskManagement" && s.Year == 2026).Select(s => s.Side)];
        Assert.Equal([new("guasaule", "NI"), new("penas-blancas", "NI"), new("penas-blancas", "CR"), new("paso-canoas", "CR")], first);
    }

    [Fact]
    public void What_waits_for_something_slips_with_it_and_says_why()
    {
        RolloutStep step = Plan(TestRollout.Shipped).At("AdvanceDeclaration", Cr);
        Assert.Equal((2025, 2026), (step.Planned, step.Year));
        Slip slip = Assert.Single(step.Slips);
        Assert.Equal("slips from 2025 to 2026 because it waits for 'Rules to accept digital documents', in force from 2026", slip.Text.En);
        Assert.Contains("pasa de 2025 a 2026 porque espera «Normas", slip.Text.Es, StringComparison.Ordinal);
    }

    [Fact]
    public void A_delay_of_a_prerequisite_travels_down_the_chain_and_off_the_end()
    {
        const string Delays = "delays:\n  - {line: digital-documents, years: 2 years, because: {en: the laws are late, es: las leyes se atrasan}}\ncommitted:";
        RolloutPlan plan = Plan(TestRollout.With("\ncommitted:", "\n" + Delays));
        Assert.Equal(2028, plan.At("digital-documents", Cr).Year);
        Assert.Equal(2028, plan.At("AdvanceDeclaration", Cr).Year);
        Assert.Contains("in force from 2028 (planned for 2026)", plan.At("AdvanceDeclaration", Cr).Slips[^1].Text.En, StringComparison.Ordinal);
        // What stands does not fall for a prerequisite that is late.
        Assert.True(plan.At("AdvanceDeclaration", Gt).InForce(2024));
        Assert.Contains(RolloutNotes.Slips(plan), s => s.En.Contains("because the laws are late", StringComparison.Ordinal));

        RolloutPlan never = Plan(TestRollout.With("\ncommitted:", "\n" + Delays.Replace("2 years", "9 years", StringComparison.Ordinal)));
        Assert.Null(never.At("AdvanceDeclaration", Cr).Year);
        Assert.Contains("after 2030", never.At("AdvanceDeclaration", Cr).Slips[^1].Text.En, StringComparison.Ordinal);
        Assert.Equal(4, never.Count("AdvanceDeclaration", 2030));
    }

    [Fact]
    public void What_acts_before_its_own_prerequisite_is_told() =>
        Assert.Contains(RolloutNotes.Early(Plan(TestRollout.Shipped)), n => n.En.StartsWith("Coordinated border management", StringComparison.Ordinal) && n.En.Contains("before 'Integrated risk management'", StringComparison.Ordinal));

    [Fact]
    public void What_is_under_contract_comes_in_its_own_year_and_waits_for_nothing()
    {
        RolloutStep step = Plan(TestRollout.Shipped).At("Infrastructure", Cr);
        Assert.True(step is { Committed: true, Year: 2026, Slips.Count: 0 });
        Assert.False(step.IsBuilt(2025));
    }

    [Fact]
    public void What_is_built_is_under_construction_in_the_years_before_and_slips_with_them()
    {
        RolloutSide sv = new("pedro-de-alvarado", "SV");
        RolloutStep step = Plan(TestRollout.Shipped).At("Infrastructure", sv);
        Assert.Equal([2025, 2026], MatrixRow.Years.Where(step.IsBuilt));
        RolloutStep late = Plan(TestRollout.With("\ncommitted:", "\ndelays:\n  - {line: Infrastructure, sides: [pedro-de-alvarado/SV], years: 1 years, because: {en: the works are late, es: las obras se atrasan}}\ncommitted:")).At("Infrastructure", sv);
        Assert.Equal([2026, 2027], MatrixRow.Years.Where(late.IsBuilt));
        // What waits for the building waits longer, too.
        Assert.Equal(2028, late.Year);
    }
}
