namespace CorridorTwin.Scenarios.Statistics;

/// <summary>Rounds shares so that what is printed adds up to the total that is printed.</summary>
public static class PrintedShares
{
    /// <summary>
    /// Largest remainder (Hamilton): all are rounded down to a unit of the last digit, and the units then missing go to those
    /// that lost most. A share is off by less than one unit, and one that is exactly 0 stays 0.
    /// </summary>
    /// <param name="shares">Shares of either sign; they add up to the total, rounding errors apart.</param>
    /// <param name="total">What they add up to.</param>
    /// <param name="decimals">Digits after the point, 0 to 9.</param>
    /// <returns>Exact decimals whose sum is the total rounded to as many digits (halves away from 0).</returns>
    /// <exception cref="ArgumentException">No share, a number not finite or beyond 1e15, digits out of range, or shares that do not add up to the total.</exception>
    public static decimal[] Round(IReadOnlyList<double> shares, double total, int decimals)
    {
        Require.Sample(shares, 1, nameof(shares));
        Require.Sample([total], 1, nameof(total));
        if (decimals is < 0 or > 9) throw new ArgumentException($"Shares are printed with 0 to 9 decimals, not {decimals}.", nameof(decimals));
        double size = shares.Sum(Math.Abs) + Math.Abs(total);
        if (size > 1e15) throw new ArgumentException("Shares beyond 1e15 have no digits left to round.", nameof(shares));
        if (Math.Abs(shares.Sum() - total) > 1e-9 * size) throw new ArgumentException(FormattableString.Invariant($"The shares add up to {shares.Sum()}, not to the total of {total}."), nameof(total));
        decimal unit = 1;
        for (int i = 0; i < decimals; i++) unit /= 10;
        decimal[] exact = [.. shares.Select(s => (decimal)s / unit)];
        decimal[] units = [.. exact.Select(decimal.Floor)];
        int missing = (int)(Math.Round((decimal)total / unit, MidpointRounding.AwayFromZero) - units.Sum());
        int[] order = [.. Enumerable.Range(0, shares.Count).OrderByDescending(i => exact[i] - units[i])];
        // One too many comes of a rounding error only: it is taken back where least was rounded off.
        for (int i = 0; i < missing; i++) units[order[i % order.Length]]++;
        for (int i = 0; i < -missing; i++) units[order[^(1 + i % order.Length)]]--;
        return [.. units.Select(u => u * unit)];
    }
}
