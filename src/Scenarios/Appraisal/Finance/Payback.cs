namespace CorridorTwin.Scenarios.Appraisal.Finance;

/// <summary>How long until what was spent has come back, in years from t = 0, linear within a year.</summary>
public static class Payback
{
    /// <summary>Without discounting: the first moment at which the sum of all amounts is no longer negative.</summary>
    /// <returns>Years; 0 if it never is negative, null if it never comes back.</returns>
    public static double? Simple(CashFlow flow)
    {
        ArgumentNullException.ThrowIfNull(flow);
        double sum = 0;
        bool negative = false;
        for (int t = 0; t <= flow.Last; t++)
        {
            double before = sum;
            sum += flow[t];
            if (sum < 0) negative = true;
            else if (negative) return t - 1 + -before / flow[t];
        }
        return negative ? null : 0;
    }

    /// <summary>With every amount discounted to year 0.</summary>
    /// <inheritdoc cref="Simple"/>
    public static double? Discounted(CashFlow flow, Discounting discounting) => Simple(flow.Select((v, t) => v * discounting.Factor(t)));
}
