using CorridorTwin.Scenarios.Appraisal.Finance;
using CorridorTwin.Scenarios.Appraisal.Plans;
using CorridorTwin.Scenarios.Appraisal.Savings;
using CorridorTwin.Scenarios.Appraisal.Valuation;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Statistics;

namespace CorridorTwin.Scenarios.Appraisal;

/// <summary>Appraises plans.</summary>
public static class Appraiser
{
    /// <summary>Simulates what is not stored yet, and appraises.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="alternatives">Plans it is compared with.</param>
    /// <param name="options">Length, replications, seed.</param>
    /// <param name="executor">Where it is simulated.</param>
    /// <param name="draws">Monte Carlo draws.</param>
    /// <param name="progress">Told after each replication.</param>
    /// <param name="cancellation">Ends it; finished replications are appraised.</param>
    /// <exception cref="Inputs.InputException">Demand is beyond capacity in the plan's first year.</exception>
    public static AppraisalResult Run(
        AppraisalPlan plan, IReadOnlyList<AppraisalPlan> alternatives, ExperimentOptions options, IExecutor executor, int draws = MonteCarlo.UsualDraws,
        Action<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        IReadOnlyList<PlanSavings> savings = PlanSavings.Run([plan, .. alternatives], options, executor, progress, cancellation);
        return Appraise(savings[0], [.. savings.Skip(1)], draws, options.Seed);
    }

    /// <summary>Appraises what was simulated.</summary>
    /// <param name="savings">Of the plan.</param>
    /// <param name="alternatives">Of the plans it is compared with.</param>
    /// <param name="draws">Monte Carlo draws.</param>
    /// <param name="seed">Of the draws.</param>
    public static AppraisalResult Appraise(PlanSavings savings, IReadOnlyList<PlanSavings> alternatives, int draws = MonteCarlo.UsualDraws, ulong seed = 2024)
    {
        AppraisalPlan plan = savings.Plan;
        var model = new PlanModel(savings);
        Ledger ledger = model.Central();
        ProjectFlows flows = ledger.Flows(plan.Prices);
        Discounting main = plan.Rates[0];
        int opening = plan.Opening - plan.Start;
        UnitValues units = model.Units(model.Values);
        double slope = model.Slope(units, model.Simulated);
        IncidenceReading incidence = IncidenceReading.Of(model, savings);
        var sensitivity = new PlanSensitivity(model, plan);
        ProjectFlows late = model.Central(1).Flows(plan.Prices);
        ProjectFlows shadow = ShadowFlows.Of(model, plan, flows);
        Alternative[] ranked = alternatives.Count == 0 ? [] : [new(plan.Id, flows), .. alternatives.Select(a => new Alternative(a.Plan.Id, new PlanModel(a).Central().Flows(a.Plan.Prices)))];
        return new AppraisalResult
        {
            Plan = plan, Savings = savings, Flows = flows,
            Benefits = Enum.GetValues<BenefitKind>().ToDictionary(k => k, k => ledger.Of(k, plan.Prices)),
            Costs = [.. model.Costs.Select(c => Line(c, model, plan))],
            Rates = [.. plan.Rates.Select(r => At(flows, r, plan, opening))],
            Declining = plan.Declining is { } d ? At(flows, d, plan, opening) : null,
            Err = InternalRates.All(flows.Net, main.Timing), Modified = InternalRates.Modified(flows.Net, main.RateIn(1), main.RateIn(1)), Payback = Payback.Simple(flows.Net),
            Shadow = ([.. plan.Rates.Select(shadow.Npv)], InternalRates.All(shadow.Net, main.Timing)),
            Late = (late.Npv(main), InternalRates.All(late.Net, main.Timing)),
            Sensitivity = sensitivity.Effects(), Switching = Groups(flows, ledger, plan, main),
            Risk = PlanRisk.Run(model, savings, draws, seed),
            Incidence = incidence.Rows(main), Transfers = incidence.Transfers(main),
            Ranking = ranked.Length == 0 ? [] : IncrementalRanking.Of(ranked, main, plan.ResidualAs),
            RankedTitles = alternatives.Select(a => a.Plan).Append(plan).DistinctBy(p => p.Id).ToDictionary(p => p.Id, p => p.Title),
            WorseOff = [.. WorseOff(savings.Years[^1])],
            InducedByYear = [.. savings.Years.Select((_, y) => model.Induced(units, y, model.Simulated[y], slope))],
            HalfError = units.Elasticity == 0 ? 0 : model.InducedOf(units, savings.Years.Count - 1, model.Simulated[savings.Years.Count - 1], slope).Error,
            Cells = [.. savings.Years.SelectMany(y => Cells(y, model, plan))],
        };
    }

    private static RateResult At(ProjectFlows flows, Discounting at, AppraisalPlan plan, int opening) => new(
        at, flows.Npv(at), flows.Bcr(at, plan.ResidualAs), flows.NpvPerCapital(at), Payback.Discounted(flows.Net, at), flows.FirstYearReturn(opening, at), at.EquivalentAnnual(flows.Npv(at), Math.Max(1, plan.LastIndex)));

    private static CostLine Line(CostPattern cost, PlanModel model, AppraisalPlan plan)
    {
        double amount = cost.Cost(model.Values), upkeep = cost.Upkeep < 0 ? 0 : model.Values[cost.Amount] * model.Values[cost.Upkeep];
        return new CostLine(
            cost.Title, cost.Country, cost.Line is not null, CashFlow.By(plan.LastIndex, t => amount * cost.Paid[t], plan.Prices),
            CashFlow.By(plan.LastIndex, t => t >= plan.Opening - plan.Start ? upkeep : 0, plan.Prices), amount * cost.Residual);
    }

    private static IReadOnlyList<GroupSwitch> Groups(ProjectFlows flows, Ledger ledger, AppraisalPlan plan, Discounting at)
    {
        double npv = flows.Npv(at), capital = at.PresentValue(flows.Capital), residual = at.PresentValue(flows.Residual);
        double users = Enum.GetValues<BenefitKind>().Where(k => k is not (BenefitKind.Agencies or BenefitKind.Works)).Sum(k => at.PresentValue(ledger.Of(k, plan.Prices)));
        return
        [
            new(new("beneficios de usuarios y sociedad", "benefits of users and society"), SwitchingValue.Linear(npv, users)),
            new(new("todos los costos", "all costs"), SwitchingValue.Linear(npv, -at.PresentValue(flows.Costs))),
            new(new("inversión (el residual no cambia)", "capital (the residual stays)"), SwitchingValue.Linear(npv, -capital)),
            new(new("inversión y su residual", "capital and its residual"), SwitchingValue.Linear(npv, residual - capital)),
        ];
    }

    private static IEnumerable<(RowKey, Interval)> WorseOff(YearSavings year)
    {
        const double WorthTelling = 0.1;
        var all = new List<(RowKey, Interval)>();
        foreach (RowKey key in year.Mean.Keys)
        {
            double[] lost = [.. year.ByReplication.Where(r => r.TryGetValue(key, out Physical p) && p.Trucks > 0).Select(r => -r[key].Hours / r[key].Trucks)];
            if (lost.Length > 1 && Interval.Of(lost, 1 - 0.05 / year.Mean.Count) is { Mean: > WorthTelling } wide && wide.Low > 0) all.Add((key, Interval.Of(lost)));
        }
        return all.OrderByDescending(x => x.Item2.Mean);
    }

    private static IEnumerable<SavingCell> Cells(YearSavings year, PlanModel model, AppraisalPlan plan)
    {
        UnitValues units = model.Units(model.Values);
        foreach ((RowKey key, Physical saved) in year.Mean.OrderBy(c => c.Key.Post).ThenBy(c => c.Key.Direction).ThenBy(c => c.Key.Role).ThenBy(c => c.Key.Operation).ThenBy(c => c.Key.Cargo))
        {
            var kinds = new double[Ledger.Kinds];
            units.Value(saved, kinds);
            kinds[(int)BenefitKind.Carbon] *= units.CarbonPrice(year.Year - plan.Prices.PriceYear!.Value);
            yield return new SavingCell(year.Year, key, IncidenceReading.CountryOf(plan, key), saved, Enum.GetValues<BenefitKind>().Where(k => kinds[(int)k] != 0).ToDictionary(k => k, k => kinds[(int)k]));
        }
    }
}
