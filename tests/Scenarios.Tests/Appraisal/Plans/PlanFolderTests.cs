using CorridorTwin.Scenarios.Appraisal.Plans;

namespace CorridorTwin.Scenarios.Tests.Appraisal.Plans;

/// <summary>Plans as files: what is shipped is right, and what is wrong is told in one line.</summary>
public class PlanFolderTests
{
    [Fact]
    public void Every_shipped_plan_is_right_and_in_both_languages()
    {
        PlanFolder folder = PlanFolder.Load(Repository.Scenarios, Shipped.Folder);
        Assert.Equal(["hours-24", "penas-blancas-minimum", "penas-blancas-single-stop", "scanners-two-posts", "strategy"], folder.Ids);
        Assert.Empty(folder.Check());
        foreach (AppraisalPlan plan in folder.Ids.Select(folder.Find))
        {
            Assert.NotEqual(plan.Title.Es, plan.Title.En);
            Assert.NotEqual(plan.Problem.Es, plan.Problem.En);
            Assert.Equal([0.12, 0.06, 0.035], plan.Rates.Select(r => r.RateIn(1)));
            Assert.All(plan.Assumptions, a => Assert.NotNull(a.Figure.Provenance.Source ?? (a.Path.EndsWith("labour-share") ? "" : null)));
            Assert.Equal(plan.Last, plan.Start + plan.LastIndex);
        }
        Assert.NotEmpty(folder.AlternativesOf(folder.Find("penas-blancas-single-stop")));
    }

    [Theory]
    [InlineData("life: 12 years", "life: -12 years", "test-plan.yaml:14: life '-12 years': negative; expected 1 years to 75 years")]
    [InlineData("posts: [penas-blancas]\n      parameters", "posts: [pena-blanca]\n      parameters", "did you mean 'penas-blancas'?")]
    [InlineData("  posts: [penas-blancas]\n  capacity", "  posts: [guasaulle]\n  capacity", "construction.posts[0] 'guasaulle': no such border post")]
    [InlineData("    spending: {2025: 100 %}\n    life: 30", "    life: 30", "capital[0].spending: missing")]
    [InlineData("\n    from: 2026", "", "operating[0].from: missing")]
    [InlineData("value: 30 M USD", "value: 30 M EUR", "capital[0].amount '30 M EUR': mixed currencies: 'EUR' in a plan in USD")]
    [InlineData("value: 30 M USD", "value: -30 M USD", "': negative; expected 0 M USD to 100000 M USD")]
    [InlineData("start: 2025", "rates: [1200]\nstart: 2025", "rates[0] '1200': unit missing; expected a share in %")]
    [InlineData("start: 2025", "rates: [1200 %]\nstart: 2025", "rates[0] '1200 %': too high; expected 0 % to 50 %")]
    [InlineData("start: 2025", "currency: CRC\nstart: 2025", "currency 'CRC': no such word here; expected one of USD")]
    [InlineData("spending: {2025: 100 %}\n    life: 30", "spending: {2026: 100 %}\n    life: 30", "there would be benefits before what brings them stands; expected a year from 2025 to 2025")]
    [InlineData("spending: {2025: 100 %}\n    life: 30", "spending: {2025: 90 %}\n    life: 30", "the parts add up to 90 %; expected 100 %")]
    [InlineData("opening: 2026", "opening: 2024", "opening '2024': before year 0; expected 2025 or later")]
    [InlineData("simulated-until: 2027", "simulated-until: 2040", "simulated-until '2040': outside the years of operation; expected 2026 to 2037")]
    [InlineData("item: shifts", "item: scanner", "two costs of one name: one would count twice")]
    [InlineData("start: 2025", "start: 2025\nvalues:\n  safety-stock: 1.65 x\n  holding: 20 %/year", "reliability and safety stock are one benefit: it would count twice")]
    [InlineData("without: 2024-baseline", "without: 2024-base", "without '2024-base': no such scenario; expected one of")]
    [InlineData("conventions: regional", "conventions: regonal", "no such file of conventions; expected one of regional; did you mean 'regional'?")]
    [InlineData("payments: 10 years", "payments: 30 years", "more years than those of operation; expected at most 12 years")]
    [InlineData("start: 2025", "delays: [{years: 0 years, probability: 50 %}]\nstart: 2025", "probabilities do not add up to 100 %")]
    [InlineData("start: 2025", "declining: [{from: 1, rate: 3.5 %}, {from: 1, rate: 3 %}]\nstart: 2025", "steps do not rise from year 1; expected 2 or later")]
    [InlineData("source: I.nii", "source: I.nij", "no such source")]
    [InlineData("country: NI\n    amount: {value: 4", "country: NIC\n    amount: {value: 4", "capital[1].country 'NIC': no such country")]
    [InlineData("start: 2025", "benefits: 5\nstart: 2025", "'benefits': no such key")]
    [InlineData("measure: ScheduleHarmonization", "measure: Infrastructures", "no such measure")]
    public void What_is_wrong_is_told_in_one_line(string right, string wrong, string told)
    {
        string line = Assert.Single(TestPlan.Wrong((right, wrong)));
        Assert.Contains(told, line);
    }

    [Fact]
    public void A_nominal_amount_is_turned_into_prices_of_the_price_year()
    {
        AppraisalPlan plan = TestPlan.Read(("class: buildings", "class: buildings\n    prices: nominal"));
        Assert.True(plan.Capital[0].Nominal);
        Assert.Equal(1.025, plan.Deflator!.Index(2025, 2024), 12);
    }

    [Fact]
    public void A_plan_may_say_otherwise_than_its_conventions()
    {
        AppraisalPlan plan = TestPlan.Read(("start: 2025", "rates: [10 %]\nvalues: {carbon: {value: 50 USD/t, source: H.carbon-price, grade: assumption}}\nstart: 2025"));
        Assert.Equal(0.1, Assert.Single(plan.Rates).RateIn(1));
        Assert.Equal(50, plan.Value("values.carbon"));
        Assert.Equal(9, plan.Value("values.staff"));
    }

    [Fact]
    public void Alternatives_of_other_years_are_not_compared()
    {
        PlanFolder folder = PlanFolder.Load(Repository.Scenarios, Shipped.Folder);
        AppraisalPlan plan = folder.Find("strategy") with { Alternatives = ["hours-24"], Start = 2027 };
        Assert.Contains("cannot be compared", Assert.Throws<CorridorTwin.Scenarios.Inputs.InputException>(() => folder.AlternativesOf(plan)).Message);
        Assert.Contains("did you mean 'hours-24'?", Assert.Throws<CorridorTwin.Scenarios.Inputs.InputException>(() => folder.Find("hours-25")).Message);
    }
}
