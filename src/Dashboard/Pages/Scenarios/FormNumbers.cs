using System.Text.RegularExpressions;

namespace CorridorTwin.Dashboard.Pages.Scenarios;

/// <summary>Numbers between fields and files: a field beside its unit holds the bare number, with the reader's decimal sign.</summary>
internal static partial class FormNumbers
{
    /// <summary>As typed, with a decimal point where the reader writes a comma.</summary>
    public static string Typed(string text, bool comma) => comma ? Comma().Replace(text.Trim(), "$1.$2") : text.Trim();

    /// <summary>As the reader writes it.</summary>
    public static string Shown(string text, bool comma) => comma ? Point().Replace(text, "$1,$2") : text;

    /// <summary>As a file writes it.</summary>
    public static string Written(string text, string unit) => unit.Length > 0 && Bare().IsMatch(text) ? $"{text} {unit}" : text;

    /// <summary>As a field shows it: without the field's own unit.</summary>
    public static string Field(string text, string unit) => unit.Length > 0 && text.EndsWith(unit, StringComparison.Ordinal) && Bare().IsMatch(text[..^unit.Length].TrimEnd()) ? text[..^unit.Length].TrimEnd() : text;

    [GeneratedRegex(@"^[+-]?([0-9]+([.,][0-9]*)?|[.,][0-9]+)([eE][+-]?[0-9]+)?$")]
    private static partial Regex Bare();

    [GeneratedRegex(@"^([+-]?[0-9]*),([0-9]+)")]
    private static partial Regex Comma();

    [GeneratedRegex(@"^([+-]?[0-9]*)\.([0-9]+)")]
    private static partial Regex Point();
}
