using CorridorTwin.Scenarios.Appraisal.Finance;
using CorridorTwin.Scenarios.Appraisal.Plans;
using CorridorTwin.Scenarios.Appraisal.Savings;
using CorridorTwin.Scenarios.Experiments;

namespace CorridorTwin.Scenarios.Appraisal.Valuation;

/// <summary>Who gains and who pays, by country, with what they pay each other shown apart.</summary>
internal sealed class IncidenceReading
{
    private readonly AppraisalPlan plan;
    private readonly Dictionary<(Stakeholder Who, string Country), double[]> flows = [];
    private readonly Dictionary<(Bilingual Name, Stakeholder From, Stakeholder To), double[]> transfers = [];

    private IncidenceReading(AppraisalPlan plan) => this.plan = plan;

    public static string CountryOf(AppraisalPlan plan, RowKey key) => plan.Baseline.Model.Posts[key.Post!.Value].CountryOf(key.Direction!.Value, key.Role!.Value);

    public static IncidenceReading Of(PlanModel model, PlanSavings savings)
    {
        var reading = new IncidenceReading(savings.Plan);
        UnitValues units = model.Units(model.Values);
        reading.Users(model, savings, units);
        reading.Payers(model, savings, units);
        return reading;
    }

    public IReadOnlyList<IncidenceRow> Rows(Discounting at) =>
        [.. flows.Select(f => new IncidenceRow(f.Key.Who, f.Key.Country, at.PresentValue(CashFlow.Of(f.Value)))).Where(r => r.PresentValue != 0).OrderBy(r => r.Who).ThenBy(r => Order(r.Country))];

    public IReadOnlyList<TransferRow> Transfers(Discounting at) =>
        [.. transfers.Select(t => new TransferRow(t.Key.Name, t.Key.From, t.Key.To, at.PresentValue(CashFlow.Of(t.Value)))).Where(t => t.PresentValue != 0)];

    private void Users(PlanModel model, PlanSavings savings, UnitValues units)
    {
        int opening = plan.Opening - plan.Start;
        double slope = model.Slope(units, model.Simulated);
        for (int y = 0; y < savings.Years.Count; y++)
        {
            int first = savings.Years[y].Year - plan.Start, last = y + 1 < savings.Years.Count ? first : plan.LastIndex;
            double induced = model.Induced(units, y, model.Simulated[y], slope), all = units.UserCost(model.Simulated[y]);
            foreach ((string country, Physical saved) in ByCountry(savings.Years[y]))
                for (int t = first; t <= last; t++)
                {
                    double share = units.Realised * (t - opening < plan.Ramp.Count ? plan.Ramp[t - opening] : 1);
                    Gains(country, t, saved, units, share, all == 0 ? 0 : induced * units.UserCost(saved) / all);
                }
        }
        foreach (YearSavings works in savings.Works)
            foreach ((string country, Physical lost) in ByCountry(works))
                Gains(country, works.Year - plan.Start, lost, units, 1, 0);
    }

    private void Gains(string country, int t, in Physical saved, UnitValues units, double share, double induced)
    {
        Span<double> kinds = stackalloc double[Ledger.Kinds];
        units.Value(saved, kinds);
        double tax = share * units.Tax(saved), reliability = share * kinds[(int)BenefitKind.Reliability];
        bool stock = units.SafetyStock > 0;
        double carriers = share * (kinds[(int)BenefitKind.CarrierTime] + kinds[(int)BenefitKind.IdleFuel] + kinds[(int)BenefitKind.ReeferFuel] + induced) + (stock ? 0 : reliability);
        Add(Stakeholder.Carriers, country, t, carriers);
        Add(Stakeholder.Shippers, country, t, share * (kinds[(int)BenefitKind.CargoTime] + kinds[(int)BenefitKind.Perishables]) + (stock ? reliability : 0));
        Add(Stakeholder.Society, country, t, share * kinds[(int)BenefitKind.Carbon] * units.CarbonPrice(plan.Start + t - plan.Prices.PriceYear!.Value));
        Pay(TaxName, Stakeholder.Treasury, country, Stakeholder.Carriers, country, t, tax);
        Pay(PassedName, Stakeholder.Carriers, country, Stakeholder.Shippers, country, t, units.PassThrough * (carriers + tax));
    }

    private void Payers(PlanModel model, PlanSavings savings, UnitValues units)
    {
        int opening = plan.Opening - plan.Start;
        foreach (((_, string country), double hours) in savings.StaffHours)
            for (int t = opening; t <= plan.LastIndex; t++) Add(Stakeholder.Agencies, country, t, -1e-6 * hours * units.Staff);
        double advanced = plan.Value("partnership.private");
        foreach (CostPattern cost in model.Costs)
        {
            double amount = cost.Cost(model.Values), upkeep = cost.Upkeep < 0 ? 0 : model.Values[cost.Amount] * model.Values[cost.Upkeep];
            for (int t = 0; t <= plan.LastIndex; t++) Add(Stakeholder.Treasury, cost.Country, t, -amount * cost.Paid[t] - (t >= opening ? upkeep : 0));
            Add(Stakeholder.Treasury, cost.Country, plan.LastIndex, amount * cost.Residual);
            if (cost.Line is null || advanced == 0) continue;
            var partner = new Partnership(advanced, plan.Value("partnership.return"), opening, plan.PartnerPayments);
            // What is built before opening; replacements are the treasury's.
            PartnershipFlows split = partner.Split(CashFlow.By(plan.LastIndex, t => t < opening ? amount * cost.Paid[t] : 0));
            for (int t = 0; t <= plan.LastIndex; t++)
            {
                Pay(AdvancedName, Stakeholder.Partner, cost.Country, Stakeholder.Treasury, cost.Country, t, split.Payments[t] - split.Partner[t]);
                Pay(PaymentName, Stakeholder.Treasury, cost.Country, Stakeholder.Partner, cost.Country, t, split.Payments[t]);
            }
        }
    }

    private static Bilingual TaxName { get; } = new("impuesto del combustible que ya no se paga", "fuel tax no longer paid");

    private static Bilingual PassedName { get; } = new("ahorro del transportista que llega al dueño de la carga", "carriers' saving passed on to shippers");

    private static Bilingual AdvancedName { get; } = new("inversión que adelanta el socio privado", "capital advanced by the private partner");

    private static Bilingual PaymentName { get; } = new("pagos al socio privado", "payments to the private partner");

    private Dictionary<string, Physical> ByCountry(YearSavings year) => year.Mean.GroupBy(c => CountryOf(plan, c.Key)).ToDictionary(g => g.Key, g => g.Aggregate(default(Physical), (sum, c) => sum + c.Value));

    private int Order(string country) => plan.Baseline.Model.Countries.Select(c => c.Id).ToList().IndexOf(country);

    private void Add(Stakeholder who, string country, int t, double amount)
    {
        if (!flows.TryGetValue((who, country), out double[]? flow)) flows[(who, country)] = flow = new double[plan.LastIndex + 1];
        flow[t] += amount;
    }

    private void Pay(Bilingual name, Stakeholder from, string fromCountry, Stakeholder to, string toCountry, int t, double amount)
    {
        if (amount == 0) return;
        Add(from, fromCountry, t, -amount);
        Add(to, toCountry, t, amount);
        if (!transfers.TryGetValue((name, from, to), out double[]? flow)) transfers[(name, from, to)] = flow = new double[plan.LastIndex + 1];
        flow[t] += amount;
    }
}
