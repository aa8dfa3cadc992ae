using CorridorTwin.Scenarios.Appraisal.Finance;
using FsCheck;
using FsCheck.Fluent;

namespace CorridorTwin.Scenarios.Tests.Appraisal.Finance;

/// <summary>What must hold whatever the flows.</summary>
public class FinancePropertyTests
{
    private static readonly Gen<double> Amount = Gen.Choose(-100_000, 100_000).Select(i => i / 1000.0);
    private static readonly Gen<double> Positive = Gen.Choose(0, 100_000).Select(i => i / 1000.0);
    private static readonly Gen<double> Rate = Gen.Choose(0, 300).Select(i => i / 1000.0);
    private static readonly Gen<CashFlow> Flow = Gen.Choose(1, 30).SelectMany(n => Amount.ArrayOf(n + 1)).Select(a => CashFlow.Of(a));
    private static readonly Gen<ProjectFlows> Project =
        from n in Gen.Choose(2, 25)
        from b in Positive.ArrayOf(n + 1)
        from k in Positive.ArrayOf(n + 1)
        from o in Positive.ArrayOf(n + 1)
        from r in Positive
        select new ProjectFlows(CashFlow.Of(b), CashFlow.Of(k), CashFlow.Of(o), CashFlow.By(n, t => t == n ? r : 0));

    [Fact]
    public void A_flow_is_worth_nothing_at_its_internal_rates() => Check(
        from f in Flow from m in Gen.Elements(FlowTiming.EndOfYear, FlowTiming.MidYear) select (f, m),
        x => InternalRates.All(x.f, x.m).All(r => Nothing(x.f, Discounting.At(r, x.m))));

    [Fact]
    public void No_change_of_sign_of_the_present_value_is_missed() => Check(Flow, f =>
    {
        IReadOnlyList<double> rates = InternalRates.All(f);
        double[] grid = [.. Enumerable.Range(-95, 400).Select(i => i / 100.0)];
        for (int i = 1; i < grid.Length; i++)
        {
            double a = Discounting.At(grid[i - 1]).PresentValue(f), b = Discounting.At(grid[i]).PresentValue(f);
            if (a * b < 0 && !rates.Any(r => r >= grid[i - 1] - 1e-9 && r <= grid[i] + 1e-9)) return false;
        }
        return rates.Count <= InternalRates.SignChanges(f);
    });

    [Fact]
    public void Rates_put_into_a_flow_come_out_of_it() => Check(
        from n in Gen.Choose(1, 4) from r in Gen.Choose(-40, 200).ArrayOf(n) select r.Distinct().Order().Select(i => i / 100.0).ToArray(),
        rates =>
        {
            double[] p = [-1];
            foreach (double r in rates)
                p = [.. Enumerable.Range(0, p.Length + 1).Select(i => (i < p.Length ? p[i] : 0) - (i > 0 ? p[i - 1] * (1 + r) : 0))];
            IReadOnlyList<double> found = InternalRates.All(CashFlow.Of(p));
            return found.Count == rates.Length && found.Zip(rates, (a, b) => Math.Abs(a - b) < 1e-6).All(x => x);
        });

    [Fact]
    public void Present_value_is_linear() => Check(
        from n in Gen.Choose(1, 20) from a in Amount.ArrayOf(n) from b in Amount.ArrayOf(n) from k in Amount from r in Rate select (CashFlow.Of(a), CashFlow.Of(b), k, Discounting.At(r)),
        x => Close(x.Item4.PresentValue(x.k * x.Item1 + x.Item2), x.k * x.Item4.PresentValue(x.Item1) + x.Item4.PresentValue(x.Item2)));

    [Fact]
    public void More_benefit_than_cost_exactly_where_worth_is_positive() => Check(
        from p in Project from r in Rate select (p, Discounting.At(r)),
        x => Enum.GetValues<ResidualAs>().All(c => x.p.Bcr(x.Item2, c) is var bcr && (double.IsNaN(bcr) || Math.Abs(x.p.Npv(x.Item2)) < 1e-9 || bcr > 1 == x.p.Npv(x.Item2) > 0)));

    [Fact]
    public void Doubling_every_flow_leaves_rates_ratio_and_payback() => Check(
        from p in Project from r in Rate select (p, Discounting.At(r)),
        x =>
        {
            ProjectFlows twice = x.p.Times(2);
            return InternalRates.All(x.p.Net).SequenceEqual(InternalRates.All(twice.Net))
                && x.p.Bcr(x.Item2, ResidualAs.Benefit).Equals(twice.Bcr(x.Item2, ResidualAs.Benefit))
                && Payback.Simple(x.p.Net).Equals(Payback.Simple(twice.Net)) && Close(2 * x.p.Npv(x.Item2), twice.Npv(x.Item2));
        });

    [Fact]
    public void A_switching_value_leaves_nothing() => Check(
        from p in Project from r in Rate select (p, Discounting.At(r)),
        x => SwitchingValue.Linear(x.p.Npv(x.Item2), x.Item2.PresentValue(x.p.Benefits)) is not { } s
            || Math.Abs((x.p with { Benefits = (1 + s) * x.p.Benefits }).Npv(x.Item2)) < 1e-9);

    [Fact]
    public void What_all_gain_adds_up_and_transfers_change_nothing() => Check(
        from n in Gen.Choose(2, 15) from a in Amount.ArrayOf(n) from b in Amount.ArrayOf(n) from t in Amount.ArrayOf(n) from r in Rate select (a, b, t, r),
        x =>
        {
            Discounting at = Discounting.At(x.r);
            CashFlow both = CashFlow.Of(x.a) + CashFlow.Of(x.b);
            Incidence who = new Incidence().Gains("a", CashFlow.Of(x.a)).Gains("b", CashFlow.Of(x.b)).Pays("a", "treasury", CashFlow.Of(x.t));
            return Close(at.PresentValue(both), who.PresentValues(at).Values.Sum());
        });

    [Fact]
    public void Who_finances_changes_nothing_for_society() => Check(
        from k in Positive.ArrayOf(12) from s in Rate from r in Rate select (CashFlow.Of(k), new Partnership(s, r, 3, 6)),
        x =>
        {
            PartnershipFlows split = x.Item2.Split(x.Item1);
            return (split.Treasury + split.Partner + x.Item1).Values.All(v => Math.Abs(v) < 1e-9) && Nothing(split.Partner, Discounting.At(x.Item2.Rate));
        });

    [Fact]
    public void Nominal_at_the_nominal_rate_is_worth_what_real_is_at_the_real_rate() => Check(
        from f in Flow from r in Rate from i in Rate select (f, r, i),
        x =>
        {
            Deflator index = Deflator.Constant(2024, x.i);
            CashFlow nominal = index.ToNominal(x.f.In(PriceBasis.Real("USD", 2024)), 2024);
            return Close(Discounting.At(x.r).PresentValue(x.f), Discounting.At(Deflator.NominalRate(x.r, x.i)).PresentValue(nominal))
                && index.ToReal(nominal, 2024).Values.Zip(x.f.Values, Close).All(c => c);
        });

    [Fact]
    public void Lower_rates_later_never_lower_a_later_benefit() => Check(
        from r in Rate from s in Rate from t in Gen.Choose(1, 60) where s <= r select (r, s, t),
        x => Discounting.Declining([(1, x.r), (31, x.s)]).Factor(x.t) >= Discounting.At(x.r).Factor(x.t));

    private static bool Nothing(CashFlow flow, Discounting at)
    {
        double size = at.PresentValue(flow.Select((v, _) => Math.Abs(v)));
        return Math.Abs(at.PresentValue(flow)) <= 1e-9 * Math.Max(1e-3, size);
    }

    private static bool Close(double a, double b) => Math.Abs(a - b) <= 1e-9 * Math.Max(1, Math.Max(Math.Abs(a), Math.Abs(b)));

    private static void Check<T>(Gen<T> generator, Func<T, bool> holds) => Prop.ForAll(Arb.From(generator), holds).QuickCheckThrowOnFailure();
}
