namespace CorridorTwin.Scenarios.Calibration.Laws;

/// <summary>A law fitted to times by maximum likelihood.</summary>
/// <param name="Family">Its family.</param>
/// <param name="Parameters">The estimates, in the family's order.</param>
/// <param name="LogLikelihood">Logarithm of the likelihood there.</param>
/// <param name="Count">Times, censored ones included.</param>
public sealed record FittedLaw(LawFamily Family, double[] Parameters, double LogLikelihood, int Count)
{
    /// <summary>Akaike's criterion, 2p − 2 ln L: the lower the better.</summary>
    public double Aic => 2 * Family.Parameters - 2 * LogLikelihood;

    /// <summary>Schwarz's criterion, p ln n − 2 ln L: the lower the better.</summary>
    public double Bic => Family.Parameters * Math.Log(Count) - 2 * LogLikelihood;

    /// <summary>Mean, minutes.</summary>
    public double Mean => Family.Mean(Parameters);

    /// <summary>Standard deviation over mean.</summary>
    public double Cv => Family.Cv(Parameters);

    /// <summary>P(T ≤ minutes).</summary>
    public double Below(double minutes) => Family.Below(Parameters, minutes);

    /// <summary>As a file writes it.</summary>
    public string Text => Family.Text(Parameters);
}
