namespace CorridorTwin.Scenarios.Statistics;

/// <summary>What a statistic asks of its arguments, refused in one sentence each.</summary>
internal static class Require
{
    /// <summary>Finite values, at least so many.</summary>
    internal static void Sample(IReadOnlyList<double> values, int least, string name)
    {
        ArgumentNullException.ThrowIfNull(values, name);
        if (values.Count < least)
            throw new ArgumentException($"At least {least} {(least == 1 ? "value is" : "values are")} needed; there {(values.Count == 1 ? "is" : "are")} {(values.Count == 0 ? "none" : values.Count)}.", name);
        for (int i = 0; i < values.Count; i++)
        {
            if (!double.IsFinite(values[i])) throw new ArgumentException(FormattableString.Invariant($"Every value must be a finite number; value {i} is {values[i]}."), name);
        }
    }

    /// <summary>Two samples, value by value from the same replications.</summary>
    internal static void Pairs(IReadOnlyList<double> a, IReadOnlyList<double> b, int least, string nameA, string nameB)
    {
        Sample(a, least, nameA);
        Sample(b, least, nameB);
        if (a.Count != b.Count) throw new ArgumentException($"Paired values must be equally many; there are {a.Count} and {b.Count}.", nameB);
    }

    /// <summary>A confidence strictly between 0 and 1.</summary>
    internal static void Confidence(double confidence, string name = "confidence") => Fraction(confidence, "confidence", name);

    /// <summary>A share strictly between 0 and 1.</summary>
    internal static void Fraction(double value, string what, string name)
    {
        if (!(value > 0 && value < 1)) throw new ArgumentException(FormattableString.Invariant($"The {what} lies between 0 and 1, neither included; it is {value}."), name);
    }

    /// <summary>A finite number above 0.</summary>
    internal static void Positive(double value, string what, string name)
    {
        if (!(double.IsFinite(value) && value > 0)) throw new ArgumentException(FormattableString.Invariant($"The {what} must be a finite number above 0; it is {value}."), name);
    }

    /// <summary>A whole number, at least so large.</summary>
    internal static void AtLeast(int value, int least, string what, string name)
    {
        if (value < least) throw new ArgumentException($"The {what} must be {least} or more; it is {value}.", name);
    }

    /// <summary>Probabilities of a test, each between 0 and 1.</summary>
    internal static void Probabilities(IReadOnlyList<double> p, string name)
    {
        Sample(p, 1, name);
        for (int i = 0; i < p.Count; i++)
        {
            if (p[i] is < 0 or > 1) throw new ArgumentException(FormattableString.Invariant($"Every p-value lies between 0 and 1; value {i} is {p[i]}."), name);
        }
    }
}
