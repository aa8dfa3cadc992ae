using CorridorTwin.Scenarios.Statistics;
using FsCheck;
using FsCheck.Fluent;
using Interval = CorridorTwin.Scenarios.Statistics.Interval;

namespace CorridorTwin.Scenarios.Tests.Statistics;

/// <summary>What must hold whatever the numbers.</summary>
public class PropertyTests
{
    private static readonly Gen<double> Number = Gen.Choose(-100_000, 100_000).Select(i => i / 1000.0);
    private static readonly Gen<double[]> Game = Gen.Choose(1, 5).SelectMany(n => Number.ArrayOf(1 << n));
    private static readonly Gen<double[]> Sample = Gen.Choose(2, 20).SelectMany(n => Number.ArrayOf(n));
    private static readonly Gen<double[]> PValues = Gen.Choose(1, 12).SelectMany(n => Gen.Choose(0, 1000).Select(i => i / 1000.0).ArrayOf(n));

    [Fact]
    public void Shapley_shares_add_up() => Check(Game, v => Close(v[^1] - v[0], Shapley.Shares(v).Sum()));

    [Fact]
    public void Shapley_is_linear() => Check(
        from n in Gen.Choose(1, 5)
        from v in Number.ArrayOf(1 << n)
        from w in Number.ArrayOf(1 << n)
        from a in Number
        select (v, w, a / 100),
        g => Close(
            [.. Shapley.Shares(g.v).Zip(Shapley.Shares(g.w), (x, y) => g.Item3 * x + y)],
            Shapley.Shares([.. g.v.Zip(g.w, (x, y) => g.Item3 * x + y)])));

    [Fact]
    public void A_dummy_gets_exactly_nothing() => Check(Game, v => Shapley.Shares([.. v, .. v])[^1] == 0);

    [Fact]
    public void Players_that_do_the_same_get_the_same() => Check(Game, v =>
    {
        // Made symmetric in the first two players by giving {1} and {0} the same worth with any others.
        if (v.Length < 4) return true;
        double[] same = [.. v.Select((_, s) => v[(s & 3) == 2 ? s ^ 3 : s])];
        double[] shares = Shapley.Shares(same);
        return Close(shares[0], shares[1]);
    });

    [Fact]
    public void Renaming_players_renames_shares() => Check(Game, v =>
    {
        int n = System.Numerics.BitOperations.Log2((uint)v.Length);
        int Reversed(int s) => Enumerable.Range(0, n).Sum(i => (s >> i & 1) << (n - 1 - i));
        return Close([.. Shapley.Shares(v).Reverse()], Shapley.Shares([.. v.Select((_, s) => v[Reversed(s)])]));
    });

    [Fact]
    public void Interactions_do_not_care_who_is_first_and_vanish_with_a_dummy() => Check(Game, v =>
    {
        int n = System.Numerics.BitOperations.Log2((uint)v.Length) + 1;
        double[] withDummy = [.. v, .. v];
        var orders = new CoalitionOrders(n);
        return Shapley.Interaction(orders, s => withDummy[s], 0, n - 1) == 0
            && (n < 3 || Close(Shapley.Interaction(orders, s => withDummy[s], 0, 1), Shapley.Interaction(orders, s => withDummy[s], 1, 0)));
    });

    [Fact]
    public void Shares_add_up_under_prerequisites_and_groups_too() => Check(
        from v in Number.ArrayOf(32)
        from needs in Gen.Choose(0, 3).ArrayOf(2)
        from groups in Gen.Choose(0, 1).ArrayOf(5)
        select (v, needs, groups),
        g =>
        {
            // Later players need earlier ones, so no circle; groups may contradict them, which is refused.
            (int, int)[] needs = [(4, g.needs[0]), (3, g.needs[1] % 3)];
            try
            {
                return Close(g.v[31] - g.v[0], Shapley.Shares(new CoalitionOrders(5, needs, g.groups), s => g.v[s]).Sum());
            }
            catch (ArgumentException e)
            {
                return e.Message.StartsWith("No order", StringComparison.Ordinal);
            }
        });

    [Fact]
    public void Holm_lies_between_the_p_value_and_Bonferronis_and_keeps_their_order() => Check(PValues, p =>
    {
        double[] holm = MultipleComparisons.Holm(p);
        double[] bonferroni = MultipleComparisons.Bonferroni(p);
        bool within = Enumerable.Range(0, p.Length).All(i => p[i] <= holm[i] && holm[i] <= bonferroni[i] && holm[i] <= 1);
        bool ordered = Enumerable.Range(0, p.Length).All(i => Enumerable.Range(0, p.Length).All(j => p[i] > p[j] || holm[i] <= holm[j]));
        return within && ordered;
    });

    [Fact]
    public void Intervals_shift_and_scale() => Check(
        from x in Sample
        from shift in Number
        from scale in Number
        select (x, shift, scale),
        g =>
        {
            Interval i = Interval.Of(g.x);
            Interval moved = Interval.Of([.. g.x.Select(v => g.scale * v + g.shift)]);
            return Close([g.scale * i.Mean + g.shift, Math.Abs(g.scale) * i.HalfWidth], [moved.Mean, moved.HalfWidth]);
        });

    [Fact]
    public void Paired_comparisons_turned_round_are_mirrored() => Check(
        from n in Gen.Choose(2, 15)
        from a in Number.ArrayOf(n)
        from b in Number.ArrayOf(n)
        select (a, b),
        g =>
        {
            PairedComparison there = PairedComparison.Of(g.a, g.b);
            PairedComparison back = PairedComparison.Of(g.b, g.a);
            return Close([there.Difference.Low, there.Welch.High, there.P, there.ShareBetter, there.PredictedBetter], [-back.Difference.High, -back.Welch.Low, back.P, 1 - back.ShareBetter, 1 - back.PredictedBetter])
                && there.ToHalve == back.ToHalve;
        });

    [Fact]
    public void A_control_moved_with_its_mean_changes_nothing() => Check(
        from n in Gen.Choose(4, 15)
        from y in Number.ArrayOf(n)
        from c in Number.ArrayOf(n)
        from shift in Number
        select (y, c, shift),
        g =>
        {
            if (g.c.Distinct().Count() < 3) return true;
            ControlVariates v = ControlVariates.Of(g.y, g.c, 1);
            ControlVariates w = ControlVariates.Of(g.y, [.. g.c.Select(x => 3 * x + g.shift)], 3 + g.shift);
            return Close([v.Controlled.Mean, v.Controlled.HalfWidth], [w.Controlled.Mean, w.Controlled.HalfWidth], 1e-6);
        });

    private static void Check<T>(Gen<T> gen, Func<T, bool> holds) => Prop.ForAll(Arb.From(gen), holds).QuickCheckThrowOnFailure();

    private static bool Close(double a, double b) => Math.Abs(a - b) <= 1e-9 * (1 + Math.Abs(a) + Math.Abs(b)) * 100;

    private static bool Close(double[] a, double[] b, double tolerance = 1e-8) =>
        a.Length == b.Length && Enumerable.Range(0, a.Length).All(i => Math.Abs(a[i] - b[i]) <= tolerance * (1 + a.Concat(b).Max(Math.Abs)));
}
