namespace CorridorTwin.Scenarios.Workbooks;

/// <summary>How a cell looks.</summary>
public enum Look
{
    /// <summary>As any other.</summary>
    Plain,

    /// <summary>Head of a column.</summary>
    Header,

    /// <summary>Title of a sheet or of a part of it.</summary>
    Title,

    /// <summary>A remark: grey, wrapped.</summary>
    Note,

    /// <summary>A figure the reader may change: blue on yellow, as appraisers have it.</summary>
    Input,

    /// <summary>A total: bold, with a line above.</summary>
    Total,

    /// <summary>Leads elsewhere.</summary>
    Link,
}

/// <summary>Number formats used often.</summary>
public static class Formats
{
    /// <summary>As it comes.</summary>
    public const string General = "General";

    /// <summary>Whole numbers, in thousands.</summary>
    public const string Whole = "#,##0";

    /// <summary>One decimal.</summary>
    public const string One = "#,##0.0";

    /// <summary>Two decimals.</summary>
    public const string Two = "#,##0.00";

    /// <summary>A share of one, as a percentage with one decimal.</summary>
    public const string Percent = "0.0%";

    /// <summary>A day that reads the same everywhere.</summary>
    public const string Day = "yyyy-mm-dd";
}
