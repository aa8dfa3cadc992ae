using System.Globalization;
using System.Text.RegularExpressions;
using CorridorTwin.Scenarios.Inputs;

namespace CorridorTwin.Dashboard.Pages.Assumptions;

/// <summary>Values of a file as the reader writes numbers.</summary>
internal static partial class FigureWriting
{
    /// <summary>The text of a value.</summary>
    public static string Shown(string text, bool comma) => comma ? Point().Replace(text, "$1,$2") : text;

    /// <summary>A range with its unit.</summary>
    public static string Range(Figure figure, bool comma) => figure.Range is { } range
        ? Shown($"{Number(range.Low)} – {Number(range.High)} {figure.Unit}".TrimEnd(), comma)
        : "–";

    private static string Number(double value) => Math.Round(value, 6).ToString("0.######", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"([0-9])\.([0-9])")]
    private static partial Regex Point();
}
