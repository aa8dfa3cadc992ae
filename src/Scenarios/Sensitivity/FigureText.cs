using System.Globalization;
using CorridorTwin.Scenarios.Inputs;

namespace CorridorTwin.Scenarios.Sensitivity;

/// <summary>Writes a figure with another value as its file would: with its unit, and a law keeps its shape.</summary>
public static class FigureText
{
    /// <summary>The text of a figure at a value in the figure's own unit.</summary>
    public static string At(Figure figure, double value)
    {
        if (value == figure.Value) return figure.Text;
        bool law = TimeLaw.TryRead(figure.Text, out TimeLaw? time) is null && time!.Name.Length > 0;
        if (!law) return new Quantity(value, figure.Unit).ToString();
        if (time!.Times.Count == 1) return (time with { Times = [new Quantity(value, figure.Unit)] }).ToString();
        // Several durations make one mean: all of them move in proportion.
        double factor = value / figure.Value;
        return (time with { Times = [.. time.Times.Select(t => t with { Number = t.Number * factor })] }).ToString();
    }

    /// <summary>A whole number of trucks.</summary>
    internal static string Trucks(double number) => number.ToString("0", CultureInfo.InvariantCulture) + " trucks";
}
