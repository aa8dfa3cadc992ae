namespace CorridorTwin.Scenarios.Studies.Reading;

/// <summary>A table read row by row, wherever it comes from. A row's cells are valid until the next is read.</summary>
internal interface ITable : IDisposable
{
    /// <summary>Reads the next row; false at the end.</summary>
    bool Next();

    /// <summary>Line of the file, or row of the sheet, from 1.</summary>
    int Line { get; }

    /// <summary>Cells of the row.</summary>
    int Count { get; }

    /// <summary>A cell without the spaces around it; empty beyond the row's end.</summary>
    ReadOnlySpan<char> this[int column] { get; }

    /// <summary>What kind of cell it is.</summary>
    CellKind KindOf(int column);

    /// <summary>Why the row as a whole cannot be used; null if it can.</summary>
    Bilingual? Fault { get; }

    /// <summary>Whether missing cells at the end of a row are blank ones (spreadsheets) or a fault.</summary>
    bool ShortRowsAreWhole { get; }

    /// <summary>Days are counted from 1904 (old spreadsheets of one system).</summary>
    bool Since1904 { get; }

    /// <summary>What the reader should be told of the table, once it is read.</summary>
    IReadOnlyList<Bilingual> Notes { get; }
}

/// <summary>What kind of cell.</summary>
internal enum CellKind
{
    /// <summary>As typed.</summary>
    Text,
    /// <summary>A number of a spreadsheet: a date is one.</summary>
    Number,
    /// <summary>A formula without a value.</summary>
    Formula,
    /// <summary>An error value: #N/A.</summary>
    Error,
}
