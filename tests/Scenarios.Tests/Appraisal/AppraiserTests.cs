using CorridorTwin.Scenarios.Appraisal;
using CorridorTwin.Scenarios.Appraisal.Finance;
using CorridorTwin.Scenarios.Appraisal.Plans;
using CorridorTwin.Scenarios.Appraisal.Savings;
using CorridorTwin.Scenarios.Appraisal.Valuation;

namespace CorridorTwin.Scenarios.Tests.Appraisal;

/// <summary>A plan simulated once; what must hold of its appraisal.</summary>
public class AppraiserTests
{
    private static readonly Lazy<AppraisalResult> Shared = new(() => TestPlan.Appraise(TestPlan.Read()));

    private static AppraisalResult R => Shared.Value;

    private static Discounting Main => R.Plan.Rates[0];

    [Fact]
    public void What_differs_in_nothing_is_worth_exactly_its_costs()
    {
        AppraisalPlan nothing = TestPlan.Read(("    - measure: ScheduleHarmonization\n      posts: [penas-blancas]\n      parameters: {staff-neutral: no}\n", ""), ("  measures:\n", "  measures: []\n"), ("value: 20 %, source: A.construction", "value: 0 %, source: A.construction"));
        AppraisalResult r = TestPlan.Appraise(nothing, 100);
        Assert.All(r.Benefits.Values, b => Assert.All(b.Values, v => Assert.Equal(0, v)));
        foreach (RateResult rate in r.Rates) Assert.Equal(rate.At.PresentValue(r.Flows.Residual - r.Flows.Costs), rate.Npv);
        Assert.Empty(r.WorseOff);
        Assert.Equal(1, r.Risk.PNegative);
    }

    [Fact]
    public void What_all_gain_and_pay_adds_up_to_the_total()
    {
        Assert.Equal(R.Rates[0].Npv, R.Incidence.Sum(i => i.PresentValue), 9);
        Assert.Contains(R.Incidence, i => i is { Who: Stakeholder.Partner });
        Assert.Contains(R.Transfers, t => t is { From: Stakeholder.Treasury, To: Stakeholder.Partner });
    }

    [Fact]
    public void Benefits_by_kind_and_costs_by_line_add_up()
    {
        CashFlow kinds = R.Benefits.Values.Aggregate((a, b) => a + b);
        CashFlow lines = R.Costs.Select(c => c.Flow + c.Upkeep).Aggregate((a, b) => a + b);
        for (int t = 0; t <= R.Flows.Net.Last; t++)
        {
            Assert.Equal(R.Flows.Benefits[t], kinds[t], 9);
            Assert.Equal(R.Flows.Costs[t], lines[t], 9);
        }
        Assert.Equal(R.Flows.Residual[R.Flows.Residual.Last], R.Costs.Sum(c => c.Residual), 9);
    }

    [Fact]
    public void Savings_by_side_operation_and_cargo_add_up_to_the_flows()
    {
        // 2027: second year of operation, ramp 85 %, 90 % of the saving realised.
        double cells = R.Cells.Where(c => c.Year == 2027).Sum(c => c.Kinds.GetValueOrDefault(BenefitKind.CargoTime));
        Assert.Equal(R.Benefits[BenefitKind.CargoTime][2], 0.85 * 0.9 * cells, 9);
        Assert.Equal(["CR", "NI"], R.Cells.Where(c => c.Stratum.Post == 3).Select(c => c.Country).Distinct().Order());
    }

    [Fact]
    public void Nothing_is_gained_before_opening_but_what_works_cost()
    {
        Assert.All(R.Benefits.Where(b => b.Key != BenefitKind.Works), b => Assert.Equal(0, b.Value[0]));
        Assert.True(R.Benefits[BenefitKind.Works][0] < 0, "a fifth of the staff away must cost users time");
        Assert.All(R.Benefits[BenefitKind.Works].Values.Skip(1), v => Assert.Equal(0, v));
    }

    [Fact]
    public void After_the_last_simulated_year_all_is_held()
    {
        CashFlow time = R.Benefits[BenefitKind.CarrierTime];
        double full = time[2] / 0.85;
        Assert.All(time.Values.Skip(3), v => Assert.Equal(full, v, 9));
        CashFlow carbon = R.Benefits[BenefitKind.Carbon];
        Assert.Equal(carbon[4] * 1.0225, carbon[5], 9);
    }

    [Fact]
    public void What_ends_its_life_is_replaced_and_what_lasts_longer_is_worth_something()
    {
        CashFlow scanner = R.Costs.Single(c => c.Title.En == "Scanner").Flow;
        Assert.Equal(new[] { 0, 6, 11 }, Enumerable.Range(0, scanner.Last + 1).Where(t => scanner[t] > 0));
        Assert.Equal(scanner[0], scanner[6], 12);
        Assert.Equal(4 * 1.1, scanner[0], 12);
        // 12 of 30 years used: 60 % left, capped at 50 %. Scanner: 2 of 5 used, capped too.
        Assert.Equal(0.5 * (30 * 1.44 + 4 * 1.1), R.Flows.Residual[R.Flows.Residual.Last], 9);
    }

    [Fact]
    public void A_switching_value_put_in_leaves_nothing()
    {
        AssumptionEffect[] some = [.. R.Sensitivity.Where(e => e.Switching is not null).Take(6)];
        Assert.True(some.Length >= 3);
        foreach (AssumptionEffect e in some)
        {
            AppraisalPlan changed = R.Plan with { Assumptions = [.. R.Plan.Assumptions.Select(a => a.Path == e.Assumption.Path ? a with { Figure = a.Figure with { Value = e.Switching!.Value / a.Factor } } : a)] };
            AppraisalResult r = Appraiser.Appraise(R.Savings with { Plan = changed }, [], 100);
            Assert.True(Math.Abs(r.Rates[0].Npv) < 1e-9, $"{e.Assumption.Path}: {r.Rates[0].Npv}");
        }
    }

    [Fact]
    public void The_ends_of_a_range_are_what_they_say()
    {
        AssumptionEffect e = R.Sensitivity.First(x => x.Assumption.Path == "costs.cargo-value");
        AppraisalPlan low = R.Plan with { Assumptions = [.. R.Plan.Assumptions.Select(a => a.Path == e.Assumption.Path ? a with { Figure = a.Figure with { Value = 10_000 } } : a)] };
        Assert.Equal(Appraiser.Appraise(R.Savings with { Plan = low }, [], 100).Rates[0].Npv, e.AtLow, 9);
        Assert.True(e.AtLow < R.Rates[0].Npv && R.Rates[0].Npv < e.AtHigh);
    }

    [Fact]
    public void Risk_holds_the_central_value_and_repeats()
    {
        Assert.InRange(R.Rates[0].Npv, R.Risk.Sorted[0], R.Risk.Sorted[^1]);
        AppraisalResult again = Appraiser.Appraise(R.Savings, [], 2000);
        Assert.Equal(R.Risk.Sorted, again.Risk.Sorted);
    }

    [Fact]
    public void With_one_replication_and_nothing_uncertain_there_is_no_risk()
    {
        YearSavings One(YearSavings y) => y with { ByReplication = [y.ByReplication[0]], Totals = [y.Totals[0]] };
        AppraisalPlan certain = R.Plan with { Delays = [(1, 0)], Assumptions = [.. R.Plan.Assumptions.Select(a => a with { Figure = a.Figure with { Range = null } })] };
        AppraisalResult r = Appraiser.Appraise(R.Savings with { Plan = certain, Replications = 1, Years = [.. R.Savings.Years.Select(One)], Works = [.. R.Savings.Works.Select(One)] }, [], 200);
        Assert.Equal(r.Rates[0].Npv, r.Risk.P5, 9);
        Assert.Equal(r.Rates[0].Npv, r.Risk.P95, 9);
    }

    [Fact]
    public void A_hundred_thousand_draws_of_a_plan_take_less_than_two_seconds()
    {
        double Seconds(int draws)
        {
            var watch = System.Diagnostics.Stopwatch.StartNew();
            Appraiser.Appraise(R.Savings, [], draws);
            return watch.Elapsed.TotalSeconds;
        }

        Seconds(100);
        double seconds = Enumerable.Range(0, 3).Min(_ => Seconds(MonteCarlo.UsualDraws));
        Assert.True(seconds < 2, $"took {seconds:0.00} s");
    }

    [Fact]
    public void Every_way_to_write_it_holds_the_same_numbers()
    {
        using var csv = new StringWriter();
        CorridorTwin.Scenarios.Appraisal.Reports.AppraisalCsv.WriteSavings(R, csv);
        string[][] rows = [.. csv.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Trim().Split(','))];
        double shippers = rows.Where(r => r[1] == "2027" && r[^2] == "shippers").Sum(r => double.Parse(r[^1], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(R.Benefits[BenefitKind.CargoTime][2] + R.Benefits[BenefitKind.Perishables][2], 0.85 * 0.9 * shippers, 1e-3);
    }

    [Fact]
    public void A_delay_moves_benefits_and_nothing_else()
    {
        AppraisalPlan late = R.Plan with { Delays = [(1, 1)], Assumptions = [.. R.Plan.Assumptions.Select(a => a with { Figure = a.Figure with { Range = null } })] };
        AppraisalResult r = Appraiser.Appraise(R.Savings with { Plan = late }, [], 2000);
        Assert.Equal(r.Late.Npv, r.Risk.Mean, 6 * r.Risk.MeanError + 1e-9);
        Assert.True(R.Late.Npv < R.Rates[0].Npv);
    }

    [Fact]
    public void Transfers_move_nothing_in_the_total()
    {
        AppraisalPlan kept = R.Plan with { Assumptions = [.. R.Plan.Assumptions.Select(a => a.Path is "values.pass-through" or "partnership.private" ? a with { Figure = a.Figure with { Value = 0 } } : a)] };
        AppraisalResult r = Appraiser.Appraise(R.Savings with { Plan = kept }, [], 100);
        Assert.Equal(R.Rates[0].Npv, r.Rates[0].Npv, 12);
        Assert.Equal(R.Rates[0].Npv, r.Incidence.Sum(i => i.PresentValue), 9);
        Assert.DoesNotContain(r.Incidence, i => i.Who == Stakeholder.Partner);
        double Of(AppraisalResult x, Stakeholder who) => x.Incidence.Where(i => i.Who == who).Sum(i => i.PresentValue);
        Assert.NotEqual(Of(R, Stakeholder.Shippers), Of(r, Stakeholder.Shippers));
    }

    [Fact]
    public void The_partner_earns_its_return_and_no_more() =>
        Assert.Equal(
            0, new Partnership(0.4, 0.09, 1, 10).Split(CashFlow.By(12, t => t == 0 ? 47.6 : 0)).Partner is var partner ? Discounting.At(0.09).PresentValue(partner) : 1, 9);

    [Fact]
    public void An_alternative_is_held_against_the_best_before_it()
    {
        AppraisalPlan other = TestPlan.Read(("id: test-plan", "id: test-plan"), ("value: 30 M USD", "value: 60 M USD"));
        AppraisalResult r = Appraiser.Appraise(R.Savings, [R.Savings with { Plan = other with { Id = "dearer" } }], 100);
        Assert.Equal(2, r.Ranking.Count);
        RankingStep dearer = r.Ranking.Single(s => s.Alternative.Name == "dearer");
        Assert.False(dearer.Better);
        if (dearer.Against is not null) Assert.True(dearer.NpvAdded < 0);
    }

    [Fact]
    public void Safety_stock_takes_the_place_of_the_value_of_spread()
    {
        const string Stock = "values:\n  reliability: none\n  safety-stock: {value: 1.65 x, source: A.reliability, grade: assumption}\n  holding: {value: 20 %/year, source: A.reliability, grade: assumption}\nstart: 2025";
        AppraisalResult r = Appraiser.Appraise(R.Savings with { Plan = TestPlan.Read(("start: 2025", Stock)) }, [], 100);
        double spread = Physical.Mean([.. R.Savings.Years[1].Totals]).LoadedSpread;
        Assert.Equal(0.85 * 0.9 * spread * 1.65 * 0.2 * 30_000 / (24 * 365) / 1e6, r.Benefits[BenefitKind.Reliability][2], 9);
        Assert.Equal(r.Rates[0].Npv, r.Incidence.Sum(i => i.PresentValue), 9);
    }
}
