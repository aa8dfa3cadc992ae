using MathNet.Numerics.Integration;

namespace CorridorTwin.Scenarios.Appraisal.Finance;

/// <summary>Crossings as a function of what one costs its user.</summary>
/// <param name="Quantity">Crossings per year at <paramref name="Cost"/>.</param>
/// <param name="Cost">Generalised cost per crossing, above 0.</param>
/// <param name="Elasticity">Per cent more crossings for each per cent of cost: 0 or negative.</param>
public sealed record DemandCurve(double Quantity, double Cost, double Elasticity)
{
    /// <summary>Crossings at another cost: Q = Q0 (C / C0)^ε.</summary>
    public double At(double cost) => Elasticity == 0 ? Quantity : Quantity * Math.Pow(cost / Cost, Elasticity);

    /// <summary>The area under the curve between two costs, exactly.</summary>
    public double Area(double from, double to)
    {
        double power = Elasticity + 1;
        return Math.Abs(power) < 1e-12
            ? Quantity * Cost * Math.Log(to / from)
            : Quantity * Cost / power * (Math.Pow(to / Cost, power) - Math.Pow(from / Cost, power));
    }

    /// <summary>The crossings that bring about the cost at which just so many cross: Q = D(C(Q)).</summary>
    /// <param name="costOf">Cost per crossing when so many cross; rises with them.</param>
    /// <param name="most">More than can be: the search ends there.</param>
    public double Equilibrium(Func<double, double> costOf, double most)
    {
        double Excess(double q) => At(costOf(q)) - q;
        return Elasticity == 0 ? Quantity : Excess(most) >= 0 ? most : Bracket.Zero(Excess, Quantity * 1e-6, most);
    }
}

/// <summary>What users gain when a crossing becomes cheaper, those that crossed anyway and those that cross because of it.</summary>
/// <param name="Existing">Q0 (C0 − C1).</param>
/// <param name="Induced">½ (Q1 − Q0) (C0 − C1).</param>
/// <param name="Integral">The area under the demand curve between the two costs: what the rule of a half approximates.</param>
/// <remarks>
/// The rule takes demand for a straight line; for large changes of cost it overstates what convex demand gains (ITS Leeds, Toolkit for
/// the economic evaluation of World Bank transport projects, note 6). Beyond <see cref="Tolerance"/> the integral counts.
/// </remarks>
public sealed record UserBenefit(double Existing, double Induced, double Integral)
{
    /// <summary>Error of the rule of a half up to which it is used.</summary>
    public const double Tolerance = 0.01;

    /// <summary>By the rule of a half.</summary>
    public double RuleOfHalf => Existing + Induced;

    /// <summary>Error of the rule of a half, relative to the integral.</summary>
    public double Error => Integral == 0 ? 0 : RuleOfHalf / Integral - 1;

    /// <summary>The rule of a half where it holds, else the integral.</summary>
    public double Counted => Math.Abs(Error) <= Tolerance ? RuleOfHalf : Integral;

    /// <summary>The rule alone, from two points.</summary>
    public static (double Existing, double Induced) Half(double before, double after, double costBefore, double costAfter) =>
        (before * (costBefore - costAfter), (after - before) * (costBefore - costAfter) / 2);

    /// <summary>Along a demand curve, from its own cost to another.</summary>
    public static UserBenefit Of(DemandCurve demand, double costAfter)
    {
        ArgumentNullException.ThrowIfNull(demand);
        (double existing, double induced) = Half(demand.Quantity, demand.At(costAfter), demand.Cost, costAfter);
        return new UserBenefit(existing, induced, demand.Area(costAfter, demand.Cost));
    }

    /// <summary>Along any demand, between two costs: the integral is taken numerically.</summary>
    /// <param name="demand">Crossings by cost; smooth.</param>
    /// <param name="costBefore">Cost without the project.</param>
    /// <param name="costAfter">Cost with it.</param>
    public static UserBenefit Of(Func<double, double> demand, double costBefore, double costAfter)
    {
        ArgumentNullException.ThrowIfNull(demand);
        (double existing, double induced) = Half(demand(costBefore), demand(costAfter), costBefore, costAfter);
        return new UserBenefit(existing, induced, costBefore == costAfter ? 0 : GaussLegendreRule.Integrate(demand, costAfter, costBefore, 64));
    }

    /// <summary>Several classes of users together.</summary>
    public static UserBenefit Sum(IEnumerable<UserBenefit> classes) =>
        classes.Aggregate(new UserBenefit(0, 0, 0), (a, b) => new(a.Existing + b.Existing, a.Induced + b.Induced, a.Integral + b.Integral));
}
