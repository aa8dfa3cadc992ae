using CorridorTwin.Simulation.Draws;

namespace CorridorTwin.Scenarios.Sensitivity;

/// <summary>
/// Draws of all inputs from their ranges, spread evenly: of n draws, each nth of an input's probability holds exactly one (Latin
/// hypercube; McKay, Beckman and Conover, Technometrics 21, 1979).
/// </summary>
/// <remarks>An input's draws depend on its name, the seed and the number of draws only: another input more or less moves none of them.</remarks>
public static class InputDraws
{
    private static readonly ulong Purpose = Mix.HashName("input-draws");

    /// <summary>Points.</summary>
    /// <param name="inputs">The inputs; each is drawn independently of the others.</param>
    /// <param name="draws">How many points.</param>
    /// <param name="seed">Of the draws.</param>
    public static IReadOnlyList<InputPoint> Latin(IReadOnlyList<UncertainInput> inputs, int draws, ulong seed)
    {
        double[][] shares = [.. inputs.Select(i => Shares(i, draws, seed))];
        return [.. Enumerable.Range(0, draws).Select(d => new InputPoint(inputs.Select((input, i) => (input, input.Quantile(shares[i][d])))))];
    }

    /// <summary>The seed of a draw's replications: draws share no luck, so that what is left of it averages out over them.</summary>
    internal static ulong SeedOf(ulong seed, int draw) => Mix.Combine(Mix.Combine(seed, Purpose), (ulong)draw);

    private static double[] Shares(UncertainInput input, int draws, ulong seed)
    {
        var stream = new KeyedStream(Mix.Combine(Mix.Combine(seed, Purpose), Mix.HashName(input.Id)));
        var shares = new double[draws];
        for (int d = 0; d < draws; d++)
        {
            // Shuffled as it is filled (Durstenfeld, inside out).
            int other = (int)(stream.NextUniform() * (d + 1));
            shares[d] = shares[other];
            shares[other] = d;
        }
        for (int d = 0; d < draws; d++) shares[d] = (shares[d] + stream.NextInterior()) / draws;
        return shares;
    }
}
