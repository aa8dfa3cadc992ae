namespace CorridorTwin.Scenarios.Appraisal.Finance;

/// <summary>Switching values: the change of one input that leaves a project worth nothing.</summary>
public static class SwitchingValue
{
    /// <summary>For what the net present value is linear in.</summary>
    /// <param name="npv">Net present value.</param>
    /// <param name="part">What the input contributes to it: positive for a benefit, negative for a cost.</param>
    /// <returns>Relative change, −0.34 for a third less; null if the input contributes nothing.</returns>
    public static double? Linear(double npv, double part) => part == 0 ? null : -npv / part;

    /// <summary>For any input: the value nearest to its own at which the result is nothing.</summary>
    /// <param name="npv">The result as a function of the input; continuous.</param>
    /// <param name="value">The input's own value, between the limits.</param>
    /// <param name="least">Lowest value looked at.</param>
    /// <param name="most">Highest value looked at.</param>
    /// <returns>The value; null if the result has one sign between the limits.</returns>
    public static double? Search(Func<double, double> npv, double value, double least, double most)
    {
        ArgumentNullException.ThrowIfNull(npv);
        if (!(least <= value && value <= most)) throw new ArgumentException("The input's own value lies between the limits.", nameof(value));
        if (npv(value) == 0) return value;
        const int Steps = 64;
        for (int i = 1; i <= Steps; i++)
        {
            double?[] found =
            [
                Bracketed(npv, value + (least - value) * i / Steps, value + (least - value) * (i - 1) / Steps),
                Bracketed(npv, value + (most - value) * (i - 1) / Steps, value + (most - value) * i / Steps),
            ];
            if (found.Where(f => f is not null).OrderBy(f => Math.Abs(f!.Value - value)).FirstOrDefault() is { } nearest) return nearest;
        }
        return null;
    }

    private static double? Bracketed(Func<double, double> npv, double from, double to)
    {
        double a = npv(from), b = npv(to);
        if (from == to || Math.Sign(a) == Math.Sign(b)) return a == 0 ? from : null;
        return Bracket.Zero(npv, from, to);
    }
}

/// <summary>A result with one input alone at the ends of its range.</summary>
/// <param name="Name">The input.</param>
/// <param name="Low">Its lowest value.</param>
/// <param name="Value">Its own value.</param>
/// <param name="High">Its highest value.</param>
/// <param name="AtLow">The result there.</param>
/// <param name="AtHigh">The result there.</param>
public sealed record OneAtATime(string Name, double Low, double Value, double High, double AtLow, double AtHigh)
{
    /// <summary>How far the result moves.</summary>
    public double Span => Math.Abs(AtHigh - AtLow);

    /// <summary>All inputs, the one that moves the result most first.</summary>
    /// <param name="inputs">Names, ranges and own values.</param>
    /// <param name="result">The result by the values of all inputs, in their order.</param>
    public static IReadOnlyList<OneAtATime> All(IReadOnlyList<(string Name, double Low, double Value, double High)> inputs, Func<IReadOnlyList<double>, double> result)
    {
        double[] own = [.. inputs.Select(i => i.Value)];
        double With(int input, double value) => result([.. own.Select((v, i) => i == input ? value : v)]);
        return [.. inputs.Select((x, i) => new OneAtATime(x.Name, x.Low, x.Value, x.High, With(i, x.Low), With(i, x.High))).OrderByDescending(o => o.Span)];
    }
}
