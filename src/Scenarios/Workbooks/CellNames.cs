using System.Text.RegularExpressions;

namespace CorridorTwin.Scenarios.Workbooks;

/// <summary>How spreadsheets name cells, ranges and sheets.</summary>
public static partial class CellNames
{
    /// <summary>The name of a cell: <c>At(2, 3)</c> is <c>C2</c>.</summary>
    /// <param name="row">From one.</param>
    /// <param name="column">From one.</param>
    public static string At(int row, int column) => Column(column) + row;

    /// <summary>The letters of a column, from one.</summary>
    public static string Column(int column)
    {
        string letters = "";
        for (; column > 0; column = (column - 1) / 26) letters = (char)('A' + (column - 1) % 26) + letters;
        return letters;
    }

    /// <summary>A cell or range of a sheet, as formulas of other sheets write it.</summary>
    public static string On(string sheet, string range) => $"'{sheet.Replace("'", "''")}'!{range}";

    /// <summary>A range with its letters and numbers fixed: <c>B3:C4</c> becomes <c>$B$3:$C$4</c>.</summary>
    internal static string Fixed(string range) => string.Join(':', range.Split(':').Select(cell => Parts().Replace(cell, "$$$1$$$2")));

    /// <summary>Whether a sheet may have this name.</summary>
    internal static bool IsSheet(string name) => name.Length is > 0 and <= 31 && name.IndexOfAny(['[', ']', ':', '*', '?', '/', '\\']) < 0 && name[0] != '\'' && name[^1] != '\'';

    /// <summary>Whether a range may have this name.</summary>
    internal static bool IsName(string name) => name.Length <= 255 && Name().IsMatch(name) && !LikeCell().IsMatch(name);

    /// <summary>Whether this is a cell or range.</summary>
    internal static bool IsRange(string range) => Range().IsMatch(range);

    [GeneratedRegex(@"^\$?([A-Z]+)\$?(\d+)$")]
    private static partial Regex Parts();

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_.]*$")]
    private static partial Regex Name();

    [GeneratedRegex(@"^([A-Za-z]{1,3}\d+|[RrCc]|[Rr]\d*[Cc]\d*)$")]
    private static partial Regex LikeCell();

    [GeneratedRegex(@"^\$?[A-Z]{1,3}\$?\d{1,7}(:\$?[A-Z]{1,3}\$?\d{1,7})?$")]
    private static partial Regex Range();
}
