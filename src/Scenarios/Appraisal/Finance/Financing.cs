namespace CorridorTwin.Scenarios.Appraisal.Finance;

/// <summary>A public-private partnership: the partner pays a share of the capital and is paid back in even amounts.</summary>
/// <param name="PrivateShare">Share of capital the partner pays, 0 to 1.</param>
/// <param name="Rate">The partner's return, real, per year.</param>
/// <param name="FirstPayment">Year of the first payment.</param>
/// <param name="Payments">How many years.</param>
public sealed record Partnership(double PrivateShare, double Rate, int FirstPayment, int Payments)
{
    /// <summary>Capital by who pays it, and the payments between them. Both sides together pay the capital, no more: financing is a transfer.</summary>
    /// <param name="capital">Capital cost, positive.</param>
    /// <exception cref="ArgumentException">A share out of range, or payments beyond the last year.</exception>
    public PartnershipFlows Split(CashFlow capital)
    {
        ArgumentNullException.ThrowIfNull(capital);
        if (PrivateShare is not (>= 0 and <= 1)) throw new ArgumentException("The private share lies between 0 and 1.", nameof(capital));
        if (Payments < 1 || FirstPayment < 0 || FirstPayment + Payments - 1 > capital.Last) throw new ArgumentException("Payments fall within the years of the flow.", nameof(capital));
        Discounting at = Discounting.At(Rate);
        CashFlow advanced = PrivateShare * capital;
        double each = at.PresentValue(advanced) / Enumerable.Range(FirstPayment, Payments).Sum(at.Factor);
        CashFlow paid = capital.Select((_, t) => t >= FirstPayment && t < FirstPayment + Payments ? each : 0);
        return new PartnershipFlows(advanced - capital - paid, paid - advanced, paid);
    }
}

/// <param name="Treasury">What the treasury pays and is paid, capital and payments to the partner.</param>
/// <param name="Partner">What the partner pays and is paid; worth nothing at its own rate of return.</param>
/// <param name="Payments">From treasury to partner.</param>
public sealed record PartnershipFlows(CashFlow Treasury, CashFlow Partner, CashFlow Payments);

/// <summary>Who gains and who pays: flows by stakeholder that add up to the project's net flow, transfers among them cancelling.</summary>
public sealed class Incidence
{
    private readonly Dictionary<string, CashFlow> flows = [];

    /// <summary>Flows by stakeholder, in the order first named.</summary>
    public IReadOnlyDictionary<string, CashFlow> Flows => flows;

    /// <summary>Adds what a stakeholder gains (or, negative, pays).</summary>
    public Incidence Gains(string who, CashFlow flow)
    {
        flows[who] = flows.TryGetValue(who, out CashFlow? already) ? already + flow : flow;
        return this;
    }

    /// <summary>Adds a transfer: one pays what another receives, the total stays.</summary>
    public Incidence Pays(string who, string toWhom, CashFlow flow) => Gains(who, -flow).Gains(toWhom, flow);

    /// <summary>All together.</summary>
    public CashFlow Total => flows.Count == 0 ? throw new InvalidOperationException("Nobody gains or pays yet.") : flows.Values.Skip(1).Aggregate(flows.Values.First(), (a, b) => a + b);

    /// <summary>Present value by stakeholder.</summary>
    public IReadOnlyDictionary<string, double> PresentValues(Discounting at) => flows.ToDictionary(f => f.Key, f => at.PresentValue(f.Value));
}
