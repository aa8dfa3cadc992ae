using System.Globalization;

namespace CorridorTwin.Scenarios.Studies.Reading;

/// <summary>The cells of the present row, read as what their columns hold; the first that cannot be read is the row's reason.</summary>
internal sealed class Cells(ITable table, Layout layout, DateOrder order, DateTimeOffset now, TimeSpan? stated)
{
    /// <summary>Clocks may differ by this much before a stamp lies in the future.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    /// <summary>Why the row cannot be used; null so far.</summary>
    public RejectedRow? Rejected { get; private set; }

    /// <summary>Dates that can only be day first, or only month first.</summary>
    public (long DayFirst, long MonthFirst, long Either) Orders { get; private set; }

    /// <summary>Begins the next row.</summary>
    public void Begin()
    {
        Rejected = null;
        if (table.Fault is { } fault) Reject("", null, fault, RejectKind.Shape);
        else if (!table.ShortRowsAreWhole && table.Count <= layout.Last)
            Reject("", null, table is DelimitedTable { Unfinished: true }
                ? new($"el archivo termina a mitad de esta línea: {table.Count} celdas de {layout.Headers.Count}", $"the file ends in the middle of this line: {table.Count} cells of {layout.Headers.Count}")
                : new($"{table.Count} celdas; el encabezado tiene {layout.Headers.Count}", $"{table.Count} cells; the header has {layout.Headers.Count}"), RejectKind.Shape);
        else if (Beyond()) Reject("", null, new($"{table.Count} celdas; el encabezado tiene {layout.Headers.Count}: ¿un separador sin comillas?", $"{table.Count} cells; the header has {layout.Headers.Count}: a delimiter without quotes?"), RejectKind.Shape);
    }

    /// <summary>Whether every cell of the row is empty: no row at all.</summary>
    public bool Blank
    {
        get
        {
            for (int c = 0; c < table.Count; c++)
                if (table[c].Length > 0) return false;
            return table.Fault is null;
        }
    }

    /// <summary>The text of a field; empty where there is no such column.</summary>
    public ReadOnlySpan<char> Text(string field)
    {
        int column = layout[field];
        if (column < 0) return default;
        Plain(column, field);
        return table[column];
    }

    /// <summary>A word of a list; null where the cell is empty or the row is rejected.</summary>
    public T? Word<T>(string field, WordList<T> list, bool required = false)
        where T : struct
    {
        ReadOnlySpan<char> text = Text(field);
        if (text.Length == 0)
        {
            if (required) Reject(field, null, new("falta", "missing"), RejectKind.Missing);
            return null;
        }
        if (list.Of(text) is { } member) return member;
        string word = new(text);
        string nearest = list.Nearest(word) is { } n ? n : "";
        Reject(field, word, nearest.Length > 0 ? new($"desconocido; ¿'{nearest}'?", $"unknown; '{nearest}'?") : new($"desconocido; se esperaba {list.Expected.Es}", $"unknown; expected {list.Expected.En}"), RejectKind.Unknown);
        return null;
    }

    /// <summary>An instant; null where the cell is empty or the row is rejected.</summary>
    /// <param name="field">The field.</param>
    /// <param name="side">The side's offset, where neither the cell nor the mapping names one.</param>
    public DateTimeOffset? Time(string field, TimeSpan side)
    {
        TimeSpan local = stated ?? side;
        int column = layout[field];
        if (column < 0) return null;
        ReadOnlySpan<char> text = Text(field);
        if (text.Length == 0 || Rejected is not null) return null;
        DateTime clock;
        TimeSpan? offset = null;
        if (layout.HasTimesApart && layout[field + Layout.TimeOfDay] is >= 0 and var apart) return Joined(field, column, apart, local);
        bool number = table.KindOf(column) == CellKind.Number;
        if (number || (text.Length > 4 && text.IndexOfAnyExcept("0123456789.,") < 0 && text.IndexOfAny("/- :") < 0 && text.Count('.') + text.Count(',') <= 1))
        {
            if (!DateText.TryNumber(text, out double days) || DateText.FromSerial(days, table.Since1904) is not { } serial) return Bad(field, text, DateOutcome.NoDate);
            clock = serial;
        }
        else
        {
            DateOutcome outcome = DateText.TryRead(text, order, out clock, out offset, out DateOrder? told);
            Count(told, text);
            if (outcome != DateOutcome.Read) return Bad(field, text, outcome);
        }
        return Past(field, new DateTimeOffset(clock, offset ?? local));
    }

    /// <summary>An instant whose day and time of day stand in two columns.</summary>
    private DateTimeOffset? Joined(string field, int day, int time, TimeSpan local)
    {
        ReadOnlySpan<char> hour = Text(field + Layout.TimeOfDay);
        if (hour.Length == 0) return Bad(field, table[day], DateOutcome.NoTime);
        bool serial = table.KindOf(day) == CellKind.Number;
        if (serial && table.KindOf(time) == CellKind.Number && DateText.TryNumber(table[day], out double days) && DateText.TryNumber(hour, out double part) && part is >= 0 and < 1)
            return DateText.FromSerial(Math.Floor(days) + part, table.Since1904) is { } at ? Past(field, new DateTimeOffset(at, local)) : Bad(field, table[day], DateOutcome.NoDate);
        ReadOnlySpan<char> date = serial && DateText.TryNumber(table[day], out days) && DateText.FromSerial(days, table.Since1904) is { } only ? only.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : table[day];
        // Some programs write the day's midnight into the day's column.
        if (date.IndexOf(' ') is > 0 and var space && date[(space + 1)..] is "00:00" or "00:00:00" or "0:00") date = date[..date.IndexOf(' ')];
        string whole = $"{date} {hour}";
        DateOutcome outcome = DateText.TryRead(whole, order, out DateTime clock, out TimeSpan? offset, out DateOrder? told);
        Count(told, whole);
        return outcome == DateOutcome.Read ? Past(field, new DateTimeOffset(clock, offset ?? local)) : Bad(field, whole, outcome);
    }

    private void Count(DateOrder? told, ReadOnlySpan<char> text)
    {
        (long d, long m, long e) = Orders;
        Orders = told switch { DateOrder.DayFirst => (d + 1, m, e), DateOrder.MonthFirst => (d, m + 1, e), _ => (d, m, e + (text.Length > 2 && !char.IsAsciiDigit(text[2]) ? 1 : 0)) };
    }

    private DateTimeOffset? Past(string field, DateTimeOffset time)
    {
        if (time <= now + Skew) return time;
        Reject(field, time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), new("en el futuro", "in the future"), RejectKind.Future);
        return null;
    }

    /// <summary>A number; null where the cell is empty or the row is rejected.</summary>
    public double? Number(string field, bool required = false)
    {
        ReadOnlySpan<char> text = Text(field);
        if (text.Length == 0)
        {
            if (required) Reject(field, null, new("falta", "missing"), RejectKind.Missing);
            return null;
        }
        if (DateText.TryNumber(text, out double value) && value >= 0) return value;
        Reject(field, new string(text), new("no es un número de cero o más", "not a number of zero or more"), RejectKind.Number);
        return null;
    }

    /// <summary>Rejects the row, unless it is already.</summary>
    public void Reject(string field, string? given, Bilingual reason, RejectKind kind) =>
        Rejected ??= new RejectedRow(table.Line, layout.Columns.TryGetValue(field, out int column) ? layout.Headers[column] : field, given is { Length: > 60 } ? given[..60] + "…" : given, reason, kind);

    private DateTimeOffset? Bad(string field, ReadOnlySpan<char> text, DateOutcome outcome)
    {
        Reject(field, new string(text), outcome switch
        {
            DateOutcome.NoSuchDay => new("no existe ese día u hora", "there is no such day or time"),
            DateOutcome.NoTime => new("falta la hora del día", "the time of day is missing"),
            _ => new("no es una fecha con hora; se esperaba, por ejemplo, 2024-02-05 08:15 o 05/02/2024 08:15", "not a date and time; expected, say, 2024-02-05 08:15 or 05/02/2024 08:15"),
        }, RejectKind.Date);
        return null;
    }

    private void Plain(int column, string field)
    {
        switch (table.KindOf(column))
        {
            case CellKind.Formula: Reject(field, new string(table[column]), new("fórmula sin valor guardado", "formula without a stored value"), RejectKind.Formula); break;
            case CellKind.Error: Reject(field, new string(table[column]), new("valor de error de la hoja de cálculo", "error value of the spreadsheet"), RejectKind.Formula); break;
            default:
                if (table[column].Contains('\uFFFD')) Reject(field, new string(table[column]), new("bytes que no son texto UTF-8", "bytes that are not UTF-8 text"), RejectKind.Encoding);
                break;
        }
    }

    private bool Beyond()
    {
        for (int c = layout.Headers.Count; c < table.Count; c++)
            if (table[c].Length > 0) return true;
        return false;
    }
}
