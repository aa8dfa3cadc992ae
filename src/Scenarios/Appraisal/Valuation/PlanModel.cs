using CorridorTwin.Scenarios.Appraisal.Finance;
using CorridorTwin.Scenarios.Appraisal.Plans;
using CorridorTwin.Scenarios.Appraisal.Savings;
using CorridorTwin.Simulation.Draws;

namespace CorridorTwin.Scenarios.Appraisal.Valuation;

/// <summary>A plan's flows as a function of its assumptions and of what was simulated. Fast enough for a hundred thousand draws.</summary>
internal sealed class PlanModel
{
    private readonly AppraisalPlan plan;
    private readonly PlanSavings savings;
    private readonly int[] places;
    private readonly IReadOnlyList<CostPattern> costs;
    private readonly double staffHours;
    private readonly int priceYearsBefore;
    private readonly int operation;

    public PlanModel(PlanSavings savings)
    {
        (this.savings, plan) = (savings, savings.Plan);
        places = UnitValues.Places(plan);
        costs = CostPattern.All(plan);
        staffHours = savings.StaffHours.Values.Sum();
        priceYearsBefore = plan.Start - plan.Prices.PriceYear!.Value;
        operation = savings.Years.Count;
        Values = [.. plan.Assumptions.Select(a => a.Value)];
        Simulated = [.. savings.Years.Concat(savings.Works).Select(y => Physical.Mean([.. y.Totals]))];
    }

    /// <summary>The assumptions' own values.</summary>
    public double[] Values { get; }

    /// <summary>Saved in each year of operation, then in each year of works: means over replications.</summary>
    public Physical[] Simulated { get; }

    public IReadOnlyList<CostPattern> Costs => costs;

    public UnitValues Units(ReadOnlySpan<double> values) => UnitValues.Of(values, places);

    /// <summary>Flows in a state of the assumptions.</summary>
    /// <param name="values">Values of the assumptions, in their order.</param>
    /// <param name="saved">Saved, as <see cref="Simulated"/>.</param>
    /// <param name="delay">Years by which benefits are late.</param>
    /// <param name="ledger">What is filled.</param>
    public void Fill(ReadOnlySpan<double> values, ReadOnlySpan<Physical> saved, int delay, Ledger ledger)
    {
        ledger.Clear();
        UnitValues units = UnitValues.Of(values, places);
        Span<double> kinds = stackalloc double[Ledger.Kinds];
        int opening = plan.Opening - plan.Start;
        double slope = Slope(units, saved);
        for (int y = 0; y < operation; y++)
        {
            units.Value(saved[y], kinds);
            kinds[(int)BenefitKind.Induced] = Induced(units, y, saved[y], slope);
            int first = savings.Years[y].Year - plan.Start, last = y + 1 < operation ? first : ledger.Last;
            for (int t = first; t <= last && t + delay <= ledger.Last; t++)
            {
                double share = units.Realised * (t - opening < plan.Ramp.Count ? plan.Ramp[t - opening] : 1);
                for (int k = 0; k < Ledger.Kinds; k++) ledger[t + delay, (BenefitKind)k] = share * kinds[k];
                ledger[t + delay, BenefitKind.Carbon] *= units.CarbonPrice(t + delay + priceYearsBefore);
                ledger[t + delay, BenefitKind.Agencies] = -1e-6 * staffHours * units.Staff;
            }
        }
        for (int w = 0; w < savings.Works.Count; w++)
        {
            int t = savings.Works[w].Year - plan.Start;
            units.Value(saved[operation + w], kinds);
            kinds[(int)BenefitKind.Carbon] *= units.CarbonPrice(t + priceYearsBefore);
            double lost = 0;
            foreach (double kind in kinds) lost += kind;
            ledger[t, BenefitKind.Works] = lost;
        }
        foreach (CostPattern cost in costs)
        {
            double amount = cost.Cost(values);
            double[] to = cost.Line is null ? ledger.Operating : ledger.Capital;
            for (int t = 0; t <= ledger.Last; t++) to[t] += amount * cost.Paid[t];
            ledger.Residual += amount * cost.Residual;
            if (cost.Upkeep < 0) continue;
            double upkeep = values[cost.Amount] * values[cost.Upkeep];
            for (int t = opening; t <= ledger.Last; t++) ledger.Operating[t] += upkeep;
        }
    }

    /// <summary>The flows at the assumptions' own values and the means of what was simulated.</summary>
    public Ledger Central(int delay = 0) => With(Values, delay);

    /// <summary>The flows at given values.</summary>
    public Ledger With(ReadOnlySpan<double> values, int delay = 0)
    {
        var ledger = new Ledger(plan.LastIndex);
        Fill(values, Simulated, delay, ledger);
        return ledger;
    }

    /// <summary>Replications drawn anew, so many sets of them: what the simulation leaves uncertain (bootstrap; Efron 1979).</summary>
    public Physical[][] Resampled(int sets, ulong seed)
    {
        Physical[][] totals = [.. savings.Years.Concat(savings.Works).Select(y => y.Totals.ToArray())];
        int n = savings.Replications;
        return [.. Enumerable.Range(0, sets).AsParallel().AsOrdered().Select(s =>
        {
            var stream = new KeyedStream(Mix.Combine(MonteCarlo.KeyOf(seed, "replications"), (ulong)s));
            var weights = new double[n];
            for (int i = 0; i < n; i++) weights[(int)(stream.NextUniform() * n)] += 1.0 / n;
            // One replication is the same luck in every year: its years stay together.
            return (Physical[])[.. totals.Select(year => year.Select((p, i) => weights[i] * p).Aggregate((a, b) => a + b))];
        })];
    }

    /// <summary>What crossings made because of the plan add to users' gain, less what they cost the others in longer queues; million dollars.</summary>
    public double Induced(in UnitValues units, int year, in Physical saved, double slope) =>
        units.Elasticity == 0 ? 0 : InducedOf(units, year, saved, slope).Counted - units.UserCost(saved);

    /// <summary>The users' gain of a year of operation with induced crossings, million dollars.</summary>
    public UserBenefit InducedOf(in UnitValues units, int year, in Physical saved, double slope)
    {
        YearSavings y = savings.Years[year];
        double before = units.UserCost(y.Without) / y.Crossings, gain = units.UserCost(saved) / y.Crossings;
        if (gain <= 0 || before <= gain) return new UserBenefit(gain * y.Crossings, 0, gain * y.Crossings);
        var demand = new DemandCurve(y.Crossings, before, units.Elasticity);
        double crossings = y.Crossings;
        double q = slope == 0 ? demand.At(before - gain) : demand.Equilibrium(x => Math.Min(before, before - gain + slope * Math.Max(0, x - crossings)), demand.At(before - gain) + 1);
        return UserBenefit.Of(demand, Math.Min(before, before - gain + slope * Math.Max(0, q - crossings)));
    }

    /// <summary>
    /// What users pay more per crossing, million dollars, for each crossing more with the plan: its own queues, read off the growth between
    /// the simulated years. 0 with one year only, where there is nothing to read it off.
    /// </summary>
    public double Slope(in UnitValues units, ReadOnlySpan<Physical> saved)
    {
        if (operation < 2 || units.Elasticity == 0) return 0;
        YearSavings first = savings.Years[0], last = savings.Years[^1];
        double before = (units.UserCost(first.Without) - units.UserCost(saved[0])) / first.Crossings, after = (units.UserCost(last.Without) - units.UserCost(saved[operation - 1])) / last.Crossings;
        return Math.Max(0, (after - before) / (last.Crossings - first.Crossings));
    }
}
