using CorridorTwin.Scenarios.Appraisal.Finance;

namespace CorridorTwin.Scenarios.Appraisal.Valuation;

/// <summary>Amounts by year and kind, million dollars: filled again for every state of the assumptions.</summary>
internal sealed class Ledger(int last)
{
    public const int Kinds = 10;

    private readonly double[] benefits = new double[(last + 1) * Kinds];

    public int Last => last;

    public double[] Capital { get; } = new double[last + 1];

    public double[] Operating { get; } = new double[last + 1];

    public double Residual { get; set; }

    public ref double this[int year, BenefitKind kind] => ref benefits[year * Kinds + (int)kind];

    public void Clear()
    {
        Array.Clear(benefits);
        Array.Clear(Capital);
        Array.Clear(Operating);
        Residual = 0;
    }

    public double Benefits(int year)
    {
        double sum = 0;
        for (int k = 0; k < Kinds; k++) sum += benefits[year * Kinds + k];
        return sum;
    }

    public double Npv(double[] factors)
    {
        double npv = Residual * factors[last];
        for (int t = 0; t <= last; t++) npv += (Benefits(t) - Capital[t] - Operating[t]) * factors[t];
        return npv;
    }

    public CashFlow Of(BenefitKind kind, PriceBasis prices) => CashFlow.By(last, t => this[t, kind], prices);

    public ProjectFlows Flows(PriceBasis prices) => new(
        CashFlow.By(last, Benefits, prices), CashFlow.By(last, t => Capital[t], prices), CashFlow.By(last, t => Operating[t], prices), CashFlow.By(last, t => t == last ? Residual : 0, prices));
}
