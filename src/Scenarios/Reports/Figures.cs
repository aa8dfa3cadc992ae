using System.Globalization;
using CorridorTwin.Scenarios.Statistics;

namespace CorridorTwin.Scenarios.Reports;

/// <summary>Numbers for readers: never more digits than the interval supports, thin spaces between thousands.</summary>
/// <param name="Comma">A comma for decimals, as Costa Rica writes; else a point, as the other five countries do.</param>
public readonly record struct Figures(bool Comma)
{
    /// <summary>What stands where there is no number.</summary>
    public const string None = "–";

    /// <summary>Hours: minutes at the least.</summary>
    public const int Hours = 2;

    /// <summary>Per cent: tenths at the least.</summary>
    public const int Percents = 1;

    /// <summary>Decimals beyond which no planner reads, whatever the interval supports; negative for tens and hundreds.</summary>
    public static int MostDecimals(string indicator) => indicator switch { "cost" => 0, "co2" => -2, _ => Hours };

    private const char ThinSpace = '\u2009';
    private const char Minus = '\u2212';

    /// <summary>A level, to the digit that its interval leaves meaningful, and to three digits at most: more are never remembered.</summary>
    public string Level(Interval level, int most = Hours)
    {
        if (!double.IsFinite(level.Mean)) return None;
        int third = level.Mean == 0 ? most : 2 - (int)Math.Floor(Math.Log10(Math.Abs(level.Mean)));
        return Rounded(level.Mean, Math.Min(Decimals(level, most), third));
    }

    /// <summary>A level with half its interval: <c>6.1 ±0.2</c>.</summary>
    public string LevelWithHalf(Interval level, int most = Hours) => double.IsFinite(level.Mean) ? Rounded(level.Mean, DecimalsOfChange(level, most)) + Half(level, most) : None;

    /// <summary>A change with its sign and half its interval: <c>−0.84 ±0.07</c>.</summary>
    public string Change(Interval change, int most = Hours) => Signed(change, most) + Half(change, most);

    /// <summary>A change with its sign only.</summary>
    public string Signed(Interval change, int most = Hours)
    {
        if (!double.IsFinite(change.Mean)) return None;
        string text = Rounded(change.Mean, DecimalsOfChange(change, most));
        return text.Any(c => c is >= '1' and <= '9') && change.Mean > 0 ? "+" + text : text;
    }

    /// <summary>A change without its sign, for sentences that say which way.</summary>
    public string Size(Interval change, int most = Hours) => double.IsFinite(change.Mean) ? Rounded(Math.Abs(change.Mean), DecimalsOfChange(change, most)) + Half(change, most) : None;

    /// <summary>A change in per cent with half its interval: <c>−12 % ±1</c>.</summary>
    public string Percent(Interval percent) => double.IsFinite(percent.Mean) ? Signed(percent, Percents) + " %" + Half(percent, Percents) : None;

    /// <summary>A change with its sign and half its interval, both with a fixed number of decimals: for columns that add up.</summary>
    public string Fixed(Interval change, int decimals)
    {
        string text = Rounded(change.Mean, decimals);
        double unit = Math.Pow(10, -decimals);
        string half = change.HalfWidth > 0 ? " ±" + Rounded(Math.Ceiling(change.HalfWidth / unit - 1e-9) * unit, decimals) : "";
        return (text.Any(c => c is >= '1' and <= '9') && change.Mean > 0 ? "+" : "") + text + half;
    }

    /// <summary>A number with a fixed number of decimals; negative ones round to tens, hundreds.</summary>
    public string Rounded(double value, int decimals)
    {
        if (!double.IsFinite(value)) return None;
        double unit = Math.Pow(10, Math.Max(0, -decimals));
        double rounded = decimals >= 0 ? Math.Round(value, decimals, MidpointRounding.AwayFromZero) : Math.Round(value / unit, MidpointRounding.AwayFromZero) * unit;
        string digits = Math.Abs(rounded).ToString("F" + Math.Max(0, decimals), CultureInfo.InvariantCulture);
        return (rounded < 0 ? Minus.ToString() : "") + Grouped(digits);
    }

    /// <summary>Decimals that an interval supports: down to the first digit of its half-width.</summary>
    public static int Decimals(Interval interval, int most = Hours)
    {
        double half = interval.HalfWidth;
        // Without an interval two digits; a figure without chance needs no more than three.
        if (double.IsNaN(half)) return interval.Mean == 0 || !double.IsFinite(interval.Mean) ? 0 : Math.Clamp(1 - (int)Math.Floor(Math.Log10(Math.Abs(interval.Mean))), -3, most);
        if (half == 0) return Math.Abs(interval.Mean) >= 10 || interval.Mean == Math.Round(interval.Mean) ? Math.Min(0, most) : 1;
        return Math.Clamp(-(int)Math.Floor(Math.Log10(half)), -3, most);
    }

    /// <summary>Decimals where half the interval stands beside the number: one more where its first digit is 1, or rounding it up could double it.</summary>
    public static int DecimalsOfChange(Interval interval, int most = Hours)
    {
        double half = interval.HalfWidth;
        int decimals = Decimals(interval, most);
        return half > 0 && double.IsFinite(half) && half < 2 * Math.Pow(10, -decimals) && decimals < most ? decimals + 1 : decimals;
    }

    /// <summary>Half the interval after a plus-minus sign, rounded up: an interval is never shown narrower than it is.</summary>
    private string Half(Interval interval, int most)
    {
        double half = interval.HalfWidth;
        if (!double.IsFinite(half) || half == 0) return "";
        int decimals = DecimalsOfChange(interval, most);
        double unit = Math.Pow(10, -decimals);
        return " ±" + Rounded(Math.Ceiling(half / unit - 1e-9) * unit, decimals);
    }

    /// <summary>Thousands apart from five digits on, as the academies of the Spanish language and ISO 80000 have it.</summary>
    private string Grouped(string digits)
    {
        int whole = digits.IndexOf('.') is >= 0 and var point ? point : digits.Length;
        if (whole >= 5)
            for (int i = whole - 3; i > 0; i -= 3) digits = digits.Insert(i, ThinSpace.ToString());
        return Comma ? digits.Replace('.', ',') : digits;
    }
}
