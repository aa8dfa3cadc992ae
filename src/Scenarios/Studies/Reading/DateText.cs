using System.Globalization;

namespace CorridorTwin.Scenarios.Studies.Reading;

/// <summary>In which order day and month stand where the year comes last.</summary>
internal enum DateOrder { DayFirst, MonthFirst }

/// <summary>How an attempt to read a date ended.</summary>
internal enum DateOutcome
{
    /// <summary>Read.</summary>
    Read,
    /// <summary>Not a date and time.</summary>
    NoDate,
    /// <summary>Written like a date, but there is no such day or hour: 31 February.</summary>
    NoSuchDay,
    /// <summary>A day without a time of day.</summary>
    NoTime,
}

/// <summary>
/// Dates and times as studies write them: ISO 8601, day/month/year or month/day/year, with or without seconds and offset, 12 or 24 hours,
/// months as names in Spanish and English, days since 1900 of spreadsheets. By hand: a million rows hold ten million of them.
/// </summary>
internal ref struct DateText
{
    private static readonly string[] Months = ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"];
    private static readonly string[] EnglishMonths = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private ReadOnlySpan<char> rest;
    private readonly DateOrder order;

    private DateText(ReadOnlySpan<char> text, DateOrder order)
    {
        rest = text;
        this.order = order;
    }

    /// <summary>Days of a spreadsheet's calendar to a time of day on an unnamed clock.</summary>
    public static DateTime? FromSerial(double days, bool since1904)
    {
        // From 1950 to 2100: a small number in a date column is something else.
        double shifted = since1904 ? days + 1462 : days;
        if (!(shifted is > 18264 and < 73051)) return null;
        return new DateTime(1899, 12, 30).AddMilliseconds(Math.Round(shifted * 86400e3));
    }

    /// <summary>Reads a date and time.</summary>
    /// <param name="text">As written.</param>
    /// <param name="order">Of day and month, where the year is last.</param>
    /// <param name="time">The clock's reading.</param>
    /// <param name="offset">Its offset from UTC; null where not written.</param>
    /// <param name="told">Which order the text proves: a first number above 12 is a day. Null for either.</param>
    public static DateOutcome TryRead(ReadOnlySpan<char> text, DateOrder order, out DateTime time, out TimeSpan? offset, out DateOrder? told)
    {
        var reader = new DateText(text, order);
        return reader.Read(out time, out offset, out told);
    }

    private DateOutcome Read(out DateTime time, out TimeSpan? offset, out DateOrder? told)
    {
        (time, offset, told) = (default, null, null);
        if (!Day(out int year, out int month, out int day, ref told)) return DateOutcome.NoDate;
        bool exists = month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(Math.Clamp(year, 1, 9999), month);
        rest = rest.TrimStart(" ,T");
        if (rest.Length == 0) return exists ? DateOutcome.NoTime : DateOutcome.NoSuchDay;
        if (!Clock(out int hour, out int minute, out long ticks)) return DateOutcome.NoDate;
        if (!Offset(ref offset)) return DateOutcome.NoDate;
        bool midnight = hour == 24 && minute == 0 && ticks == 0;
        if (!exists || (hour > 23 && !midnight) || minute > 59) return DateOutcome.NoSuchDay;
        time = new DateTime(year, month, day).AddTicks(hour * TimeSpan.TicksPerHour + minute * TimeSpan.TicksPerMinute + ticks);
        return DateOutcome.Read;
    }

    private bool Day(out int year, out int month, out int day, ref DateOrder? told)
    {
        (year, month, day) = (0, 0, 0);
        if (!Number(4, out int first, out int digits)) return false;
        if (digits == 3 || rest.Length == 0) return false;
        char mark = rest[0];
        if (mark is not ('-' or '/' or '.' or ' ')) return false;
        rest = rest[1..];
        if (digits == 4)
        {
            year = first;
            return Number(2, out month, out _) && Take(mark) && Number(2, out day, out _) && year is > 1900 and < 2200;
        }
        rest = rest.StartsWith("de ", StringComparison.OrdinalIgnoreCase) ? rest[3..] : rest;
        if (rest.Length > 0 && char.IsLetter(rest[0]))
        {
            (day, month) = (first, MonthName());
            rest = rest.TrimStart("-/. ");
            rest = rest.StartsWith("de ", StringComparison.OrdinalIgnoreCase) ? rest[3..] : rest;
            return month > 0 && Year(out year);
        }
        if (!Number(2, out int second, out _) || !Take(mark) || !Year(out year)) return false;
        if (first > 12 && second <= 12) told = DateOrder.DayFirst;
        if (second > 12 && first <= 12) told = DateOrder.MonthFirst;
        (day, month) = order == DateOrder.DayFirst ? (first, second) : (second, first);
        return true;
    }

    private bool Year(out int year)
    {
        if (!Number(4, out year, out int digits) || digits is 1 or 3) return false;
        if (digits == 2) year += 2000;
        return year is > 1900 and < 2200;
    }

    private int MonthName()
    {
        int length = 0;
        while (length < rest.Length && char.IsLetter(rest[length])) length++;
        string name = new string(rest[..Math.Min(length, 3)]).ToLowerInvariant();
        rest = rest[length..];
        int at = Array.IndexOf(Months, name);
        return (at >= 0 ? at : Array.IndexOf(EnglishMonths, name)) + 1;
    }

    private bool Clock(out int hour, out int minute, out long ticks)
    {
        (minute, ticks) = (0, 0);
        if (!Number(2, out hour, out _) || !(Take(':') || Take('h') || Take('.')) || !Number(2, out minute, out int digits) || digits != 2) return false;
        if (Take(':'))
        {
            if (!Number(2, out int second, out _) || second > 59) return false;
            ticks = second * TimeSpan.TicksPerSecond;
            if (Take('.') || Take(','))
            {
                long unit = TimeSpan.TicksPerSecond / 10;
                bool any = false;
                for (; rest.Length > 0 && char.IsAsciiDigit(rest[0]); rest = rest[1..], unit /= 10, any = true) ticks += (rest[0] - '0') * unit;
                if (!any) return false;
            }
        }
        if (rest.Length < 2) return true;
        ReadOnlySpan<char> half = rest.TrimStart(" \u00A0\u202F");
        if (half.Length == 0 || char.ToLowerInvariant(half[0]) is not ('a' or 'p')) return true;
        bool afternoon = char.ToLowerInvariant(half[0]) == 'p';
        half = half[1..].TrimStart(". \u00A0\u202F");
        if (half.Length == 0 || char.ToLowerInvariant(half[0]) != 'm' || hour is < 1 or > 12) return false;
        rest = half[1..].TrimStart('.');
        hour = hour % 12 + (afternoon ? 12 : 0);
        return true;
    }

    private bool Offset(ref TimeSpan? offset)
    {
        rest = rest.Trim();
        if (rest.Length == 0) return true;
        if (rest is "Z" or "z" or "UTC" or "GMT")
        {
            offset = TimeSpan.Zero;
            return true;
        }
        if (rest.StartsWith("UTC", StringComparison.Ordinal) || rest.StartsWith("GMT", StringComparison.Ordinal)) rest = rest[3..];
        if (rest.Length < 2 || rest[0] is not ('+' or '-' or '−')) return false;
        int sign = rest[0] == '+' ? 1 : -1;
        rest = rest[1..];
        if (!Number(2, out int hours, out _)) return false;
        Take(':');
        int minutes = 0;
        if (rest.Length > 0 && !Number(2, out minutes, out _)) return false;
        if (rest.Length > 0 || hours > 14 || minutes > 59) return false;
        offset = sign * new TimeSpan(hours, minutes, 0);
        return true;
    }

    private bool Take(char c)
    {
        if (rest.Length == 0 || rest[0] != c) return false;
        rest = rest[1..];
        return true;
    }

    private bool Number(int most, out int value, out int digits)
    {
        (value, digits) = (0, 0);
        while (digits < most && digits < rest.Length && char.IsAsciiDigit(rest[digits])) value = value * 10 + rest[digits++] - '0';
        rest = rest[digits..];
        return digits > 0;
    }

    /// <summary>A number with decimal point or comma.</summary>
    public static bool TryNumber(ReadOnlySpan<char> text, out double value)
    {
        Span<char> plain = stackalloc char[40];
        value = 0;
        if (text.Length is 0 or > 40) return false;
        int commas = text.Count(','), points = text.Count('.');
        // The last of the two is the decimal mark; the other, if it comes in threes, parts thousands.
        char mark = text.LastIndexOf(',') > text.LastIndexOf('.') ? ',' : '.';
        if ((mark == ',' ? commas : points) > 1) return false;
        int n = 0;
        foreach (char c in text)
        {
            if (c is ' ' or '\u00A0' || (c is ',' or '.' && c != mark)) continue;
            plain[n++] = c == mark ? '.' : c;
        }
        return double.TryParse(plain[..n], NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
    }
}
